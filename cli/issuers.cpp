#include "arguments.h"
#include "catalogue.h"
#include "exit_code.h"
#include "session.h"
#include "terminal.h"

namespace stakebook::cli {
namespace {

int run(const Arguments& arguments, Session& session) {
  const Ledger ledger = session.open_ledger();
  const std::vector<Party> parties = ledger.issuers(arguments.text_or("--match", ""));
  write_output(report_parties(parties, true, session.report()));
  return exit_code::fine;
}

}  // namespace

Command issuers_command() {
  return {
      .name = "issuers",
      .summary = "List the issuers that the ledger knows",
      .synopsis = "[--match TEXT]",
      .description = "Names, other names they filed under, CIK, trading symbol, filings.",
      .options = {{.name = "--match",
                   .value = "TEXT",
                   .help = "only those whose name, symbol or CIK contains this"}},
      .examples = {{"stakebook issuers --match bay", "Those with these letters in their name."}},
      .run = run,
  };
}

}  // namespace stakebook::cli
