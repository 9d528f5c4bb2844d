#include "arguments.h"
#include "catalogue.h"
#include "exit_code.h"
#include "session.h"
#include "terminal.h"

namespace stakebook::cli {
namespace {

int run(const Arguments& arguments, Session& session) {
  const Ledger ledger = session.open_ledger();
  const std::vector<Party> parties = ledger.owners(arguments.text_or("--match", ""));
  write_output(report_parties(parties, false, session.report()));
  return exit_code::fine;
}

}  // namespace

Command owners_command() {
  return {
      .name = "owners",
      .summary = "List the reporting owners that the ledger knows",
      .synopsis = "[--match TEXT]",
      .description = "Names, other names they filed under, CIK, filings.",
      .options = {{.name = "--match",
                   .value = "TEXT",
                   .help = "only those whose name or CIK contains this"}},
      .examples = {{"stakebook owners --match lind", "Those with these letters in their name."}},
      .run = run,
  };
}

}  // namespace stakebook::cli
