#include "arguments.h"
#include "catalogue.h"
#include "exit_code.h"
#include "question.h"
#include "session.h"
#include "terminal.h"

namespace stakebook::cli {
namespace {

int run(const Arguments& arguments, Session& session) {
  const std::vector<std::string> dates = arguments.texts("--known");
  if (dates.size() > 2) {
    throw UsageError("--known is given more than twice", "diff compares two dates of knowledge");
  }
  const Instant earlier = read_instant(dates.front(), "--known");
  std::optional<Instant> later;
  if (dates.size() == 2) later = read_instant(dates.back(), "--known");
  if (later && *later <= earlier) {
    throw UsageError(
        "--known " + earlier.to_text() + " does not lie before --known " + later->to_text(),
        "the earlier date first, then the later one");
  }
  const Question question = question_without_known(arguments);
  require_someone(question, "diff");
  const Ledger ledger = session.open_ledger();
  write_output(report_differences(ledger.differences(question, earlier, later), session.report()));
  return exit_code::fine;
}

}  // namespace

Command diff_command() {
  OptionSpec known = known_option();
  known.help =
      "the two dates of knowledge, the earlier first; one alone: from then to everything held. A "
      "day (its end), or a time of it (2024-05-20T16:30, US Eastern)";
  known.required = true;
  known.repeated = true;
  return {
      .name = "diff",
      .summary = "What changed between two dates of knowledge, row by row",
      .synopsis = "--owner X [--issuer Y] --known DATE [--known DATE] [--on DATE]",
      .description =
          "Answers the same question twice, with what was known on each of the two dates, and "
          "shows "
          "what is different: rows that were added, replaced by an amendment or taken back, rows "
          "that are the same but compute to another balance, the balances of accounts, and the "
          "tranches of grants. Each difference names the entries that made it.\n\n"
          "The exit code is 0 whether or not something differs; the answer says so where nothing "
          "does.",
      .options = {owner_option(), issuer_option(), known, on_option()},
      .examples = {{"stakebook diff --owner Castellan --known 2024-05-10 --known 2024-05-21",
                    "What an amendment of 2024-05-20 changed."}},
      .run = run,
  };
}

}  // namespace stakebook::cli
