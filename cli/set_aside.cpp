#include "arguments.h"
#include "catalogue.h"
#include "exit_code.h"
#include "session.h"
#include "terminal.h"

namespace stakebook::cli {
namespace {

int run(const Arguments&, Session& session) {
  const Ledger ledger = session.open_ledger();
  write_output(report_set_aside(ledger.journal().set_aside(), session.report()));
  return exit_code::fine;
}

}  // namespace

Command set_aside_command() {
  return {
      .name = "set-aside",
      .summary = "List what imports set aside, and why",
      .synopsis = "",
      .description =
          "Every file that an import did not take stays listed in the ledger with its reason, so "
          "that "
          "nothing is dropped silently.",
      .examples = {{"stakebook set-aside --format csv", "The list for a spreadsheet."}},
      .run = run,
  };
}

}  // namespace stakebook::cli
