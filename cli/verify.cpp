#include "arguments.h"
#include "catalogue.h"
#include "exit_code.h"
#include "session.h"
#include "terminal.h"

namespace stakebook::cli {
namespace {

int run(const Arguments&, Session& session) {
  const Ledger ledger = session.open_ledger();
  const VerifyReport report = ledger.verify();
  write_output(report_verify(report, session.report()));
  return report.problems.empty() ? exit_code::fine : exit_code::damaged;
}

}  // namespace

Command verify_command() {
  return {
      .name = "verify",
      .summary = "Check the ledger: the chain of hashes, the triggers, every invariant",
      .synopsis = "",
      .description =
          "Recomputes every entry's hash from what is stored and from the entry before it, checks "
          "that "
          "the triggers that refuse changes are in place, that every row belongs to its entry, and "
          "SQLite's own integrity. The last hash stands for the whole ledger: two ledgers with the "
          "same last hash hold the same entries in the same order.",
      .examples = {{"stakebook verify", "Says how many entries hold, or what does not."}},
      .exit_codes = {{exit_code::damaged, "something does not hold; what, is printed"}},
      .run = run,
  };
}

}  // namespace stakebook::cli
