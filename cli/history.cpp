#include "arguments.h"
#include "catalogue.h"
#include "exit_code.h"
#include "question.h"
#include "session.h"
#include "terminal.h"

namespace stakebook::cli {
namespace {

int run(const Arguments& arguments, Session& session) {
  Question question = question_about_someone(arguments, "history");
  question.grants = false;
  const Ledger ledger = session.open_ledger();
  write_output(report_history(ledger.books(question), session.report()));
  return exit_code::fine;
}

}  // namespace

Command history_command() {
  return {
      .name = "history",
      .summary = "Every event in order, with running balances",
      .synopsis = "--owner X [--issuer Y] [--on DATE] [--known DATE]",
      .description =
          "Accounts one after another; in each, the events by date and, within a day, in the order "
          "in which "
          "the reported balances chain, which is not always the order of the rows. Each line shows "
          "what "
          "moved, the balance that follows, what the filing reported, and the gap between the two.",
      .options = {owner_option(), issuer_option(), on_option(), known_option()},
      .examples = {{"stakebook history --owner Lindqvist --format csv",
                    "Her events for a spreadsheet, with the balance before and after each."}},
      .run = run,
  };
}

}  // namespace stakebook::cli
