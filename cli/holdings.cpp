#include "arguments.h"
#include "catalogue.h"
#include "exit_code.h"
#include "question.h"
#include "session.h"
#include "terminal.h"

namespace stakebook::cli {
namespace {

int run(const Arguments& arguments, Session& session) {
  const Question question = question_about_someone(arguments, "holdings");
  const Ledger ledger = session.open_ledger();
  write_output(report_holdings(ledger.books(question), session.report()));
  return exit_code::fine;
}

}  // namespace

Command holdings_command() {
  return {
      .name = "holdings",
      .summary = "What an owner held on a date, directly and indirectly",
      .synopsis = "--owner X [--issuer Y] [--on DATE] [--known DATE]",
      .description =
          "One line an account: issuer, security, direct or indirect and how, and the balance. An "
          "account is "
          "what one set of holders has of one security in one form of ownership, so two trusts are "
          "two "
          "accounts. Without --owner, every owner of the issuer is listed.\n\n"
          "A balance that the filings do not force is printed as the range it must lie in; one "
          "that was "
          "inferred carries its grade.",
      .options = {owner_option(), issuer_option(), on_option(), known_option()},
      .examples = {{"stakebook holdings --owner Lindqvist --on 2024-06-30",
                    "What she held at the end of that day, each figure with the reference that "
                    "explain takes."}},
      .run = run,
  };
}

}  // namespace stakebook::cli
