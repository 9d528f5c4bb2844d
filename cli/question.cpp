#include "question.h"

namespace stakebook::cli {

Question question_without_known(const Arguments& arguments) {
  return {.owner = arguments.text_or("--owner", ""),
          .issuer = arguments.text_or("--issuer", ""),
          .on = arguments.date("--on")};
}

Question question_of(const Arguments& arguments) {
  Question question = question_without_known(arguments);
  question.known = arguments.instant("--known");
  return question;
}

void require_someone(const Question& question, std::string_view command) {
  if (!question.owner.empty() || !question.issuer.empty()) return;
  throw UsageError(std::string(command) + " needs --owner X, or --issuer Y",
                   "stakebook owners lists the owners that the ledger knows");
}

Question question_about_someone(const Arguments& arguments, std::string_view command) {
  Question question = question_of(arguments);
  require_someone(question, command);
  return question;
}

}  // namespace stakebook::cli
