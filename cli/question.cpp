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

Question question_about_someone(const Arguments& arguments, std::string_view command) {
  Question question = question_of(arguments);
  if (question.owner.empty() && question.issuer.empty()) {
    throw UsageError(std::string(command) + " needs --owner X, or --issuer Y",
                     "stakebook owners lists the owners that the ledger knows");
  }
  return question;
}

}  // namespace stakebook::cli
