#include "arguments.h"
#include "catalogue.h"
#include "exit_code.h"
#include "question.h"
#include "session.h"
#include "terminal.h"

namespace stakebook::cli {
namespace {

int run(const Arguments& arguments, Session& session) {
  const Question question = question_about_someone(arguments, "tranches");
  const Ledger ledger = session.open_ledger();
  write_output(report_tranches(ledger.books(question), session.report()));
  return exit_code::fine;
}

}  // namespace

Command tranches_command() {
  return {
      .name = "tranches",
      .summary = "What is left of every option and unit grant",
      .synopsis = "--owner X [--issuer Y] [--on DATE] [--known DATE]",
      .description =
          "Grants of options and units with what was granted, has vested, was exercised and "
          "remains, and "
          "their tranches by vesting date. A vesting date after the last report is marked as "
          "forecast: "
          "nobody has reported yet that it took place.\n\n"
          "Schedules come from the filings' footnotes or from stakebook record terms. What a "
          "footnote "
          "says and could not be read is said to be so.",
      .options = {owner_option(), issuer_option(), on_option(), known_option()},
      .examples =
          {{"stakebook tranches --owner Okafor --on 2024-06-30",
            "Each grant with its parts: what has vested by that day, and when the rest does."}},
      .run = run,
  };
}

}  // namespace stakebook::cli
