#include "arguments.h"
#include "catalogue.h"
#include "exit_code.h"
#include "session.h"
#include "terminal.h"

namespace stakebook::cli {
namespace {

int run(const Arguments& arguments, Session& session) {
  const Ledger ledger = session.open_ledger();
  const Explanation explanation = ledger.explain(*arguments.text("REF"));
  write_output(report_explanation(explanation, session.report()));
  return exit_code::fine;
}

}  // namespace

Command explain_command() {
  return {
      .name = "explain",
      .summary = "Where a figure comes from: rule, premises, rows, footnotes, filings",
      .synopsis = "REF",
      .description =
          "REF is the reference that tables print beside a figure: 12.I.3 is row 3 of Table I of "
          "entry 12, 12.F4 its footnote 4, 12.II.1#3 the third tranche of the grant in row 1 of "
          "Table "
          "II, 12.I.3@2007-11-20 the balance of that row's account at the end of that day, and "
          "12.I.3@2007-11-20~2007-11-21 the same as known a day later. Entry numbers never change, "
          "so "
          "neither does what a reference means.",
      .operand = {.name = "REF", .help = "a reference printed beside a figure"},
      .examples =
          {{"stakebook explain 2.I.1@2024-06-30",
            "The balance on that day, the rows it adds up from, and what they say as filed."}},
      .run = run,
  };
}

}  // namespace stakebook::cli
