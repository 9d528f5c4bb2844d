// Corrections as commands. That a printed command closes its gap when it is run is shown by
// tests/golden/commands/.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "example_book.h"

using namespace stakebook;
using Json = nlohmann::json;

namespace {

const ReportOptions table{};
const ReportOptions json{Format::json};

GapCause repair(const char* statement, const char* field, const char* value) {
  GapCause result;
  result.cause = Cause::reporting_error;
  result.statement = statement;
  result.correction = SuggestedCorrection{{8, Part::table_i, 1, 0}, field, value};
  return result;
}

}  // namespace

TEST_CASE("a correction is printed as the command that records it, with a line that says why") {
  const ReconciledBook book =
      example::with_causes({repair("600, not 700", "transaction_shares", "600")});
  CHECK(report_suggestions({book}, {"", "E. Rhode"}, table) ==
        "# Walker Ann, Common Stock, direct: gap of +100 on 2025-03-04, 8.I.1. reporting error, "
        "plausible: 600, not 700\n"
        "stakebook record correction 8.I.1.transaction_shares --to 600 --reason 'reporting error, "
        "plausible: 600, not 700' --author 'E. Rhode'\n");
}

TEST_CASE("what a shell would read is quoted, and what would end a line is not printed") {
  const ReconciledBook book =
      example::with_causes({repair("it's $(rm x)\n; `ls`", "security_title", "Ann's; stock")});
  const std::string script = report_suggestions({book}, {"my ledger.db", "E'R"}, table);
  CHECK(script.ends_with(
      "\nstakebook record correction 8.I.1.security_title --to 'Ann'\\''s; stock' --reason "
      "'reporting error, plausible: it'\\''s $(rm x) ; `ls`' --author 'E'\\''R' --ledger "
      "'my ledger.db'\n"));
  CHECK(std::count(script.begin(), script.end(), '\n') == 2);
}

TEST_CASE("of two corrections of one gap the second is a comment; the same twice is one") {
  const ReconciledBook book =
      example::with_causes({repair("A, not D", "transaction_acquired_disposed_code", "A"),
                            repair("600, not 700", "transaction_shares", "600"),
                            repair("600 again", "transaction_shares", "600")});
  const std::string script = report_suggestions({book}, {"", "E"}, table);
  CHECK(script.find(
            "\nstakebook record correction 8.I.1.transaction_acquired_disposed_code --to A") !=
        std::string::npos);
  CHECK(script.find("\n# Or: Walker Ann") != std::string::npos);
  CHECK(script.find("\n# stakebook record correction 8.I.1.transaction_shares --to 600") !=
        std::string::npos);
  CHECK(std::count(script.begin(), script.end(), '\n') == 4);
  const Json suggestions = Json::parse(report_suggestions({book}, {"", "E"}, json))["suggestions"];
  REQUIRE(suggestions.size() == 2);
  CHECK(suggestions[0]["alternative"] == false);
  CHECK(suggestions[0]["gap"] == "100");
  CHECK(suggestions[0]["gap_ref"] == "8.I.1");
  CHECK(suggestions[1]["alternative"] == true);
  CHECK(suggestions[1]["ref"] == "8.I.1.transaction_shares");
  CHECK(suggestions[1]["to"] == "600");
}

TEST_CASE("without a correction the script says so") {
  CHECK(report_suggestions({example::reconciled(example::book())}, {"", "E"}, table) ==
        "# No gap has a correction that would repair it.\n");
}
