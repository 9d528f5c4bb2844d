#include "arguments.h"
#include "catalogue.h"
#include "exit_code.h"
#include "question.h"
#include "session.h"
#include "terminal.h"

namespace stakebook::cli {
namespace {

int run(const Arguments& arguments, Session& session) {
  const Question question = question_of(arguments);
  const Date from = *arguments.date("--from");
  const Date to = *arguments.date("--to");
  if (to < from) {
    throw UsageError("--to " + to.to_text() + " lies before --from " + from.to_text());
  }
  const Ledger ledger = session.open_ledger();
  write_output(report_forecast(ledger.books(question), from, to, session.report()));
  return exit_code::fine;
}

}  // namespace

Command forecast_command() {
  return {
      .name = "forecast",
      .summary = "What vests and expires between two dates",
      .synopsis = "[--owner X] [--issuer Y] --from DATE --to DATE [--on DATE] [--known DATE]",
      .description =
          "Vestings and expirations by date, each with what it assumes (continued service, no "
          "exercise before), and the rights to acquire within 60 days of the first date, which "
          "Rule "
          "13d-3(d)(1) counts as beneficial ownership. Both dates belong to the span.",
      .options = {owner_option(),
                  issuer_option(),
                  {.name = "--from", .value = "DATE", .help = "the first day", .required = true},
                  {.name = "--to", .value = "DATE", .help = "the last day", .required = true},
                  on_option(),
                  known_option()},
      .examples = {{"stakebook forecast --owner Okafor --from 2024-01-01 --to 2024-12-31",
                    "What vests for this owner in 2024."}},
      .run = run,
  };
}

}  // namespace stakebook::cli
