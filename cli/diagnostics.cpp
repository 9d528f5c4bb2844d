#include "arguments.h"
#include "catalogue.h"
#include "exit_code.h"
#include "session.h"
#include "terminal.h"

namespace stakebook::cli {
namespace {

int run(const Arguments& arguments, Session& session) {
  const NoticedFilter filter{.filing = arguments.text_or("--filing", ""),
                             .code = arguments.text_or("--code", ""),
                             .known = arguments.instant("--known")};
  const Ledger ledger = session.open_ledger();
  write_output(report_noticed(ledger.noticed(filter), session.report()));
  return exit_code::fine;
}

}  // namespace

Command diagnostics_command() {
  return {
      .name = "diagnostics",
      .summary = "List what was noticed in the filings that were taken",
      .synopsis = "[--filing A] [--code C] [--known DATE]",
      .description =
          "Repairs, values that cannot be read, elements that are missing or unknown: with the "
          "file and the place; and what shows only where filings are put together: versions of one "
          "filing, amendments. Nothing of it stopped the filing from being read, and what was "
          "filed is kept. docs/reference/diagnostics.md tells what each code means; `stakebook "
          "set-aside` lists the files that were not taken.",
      .options = {{.name = "--filing",
                   .value = "A",
                   .help =
                       "only of this filing: its accession number, or a reference that points into "
                       "it"},
                  {.name = "--code", .value = "C", .help = "only of this code"},
                  known_option()},
      .examples = {{"stakebook diagnostics --code number-repaired",
                    "Amounts that were typed with commas or a dollar sign."},
                   {"stakebook diagnostics --filing 0001104659-07-012345",
                    "Everything noticed in one filing."}},
      .run = run,
  };
}

}  // namespace stakebook::cli
