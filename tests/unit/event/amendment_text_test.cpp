// What amendments say of the filings that they amend, in the wordings that filers use.
#include "event/amendment_text.h"

#include <doctest/doctest.h>

using namespace stakebook;
using Kind = AmendmentStatement::Kind;

namespace {

std::string name_of(Kind kind) {
  switch (kind) {
    case Kind::withdraws_filing: return "withdraws";
    case Kind::retracts_rows: return "retracts";
    case Kind::reports_duplicate: return "duplicate";
    case Kind::restates_filing: return "restates";
    case Kind::corrects: return "corrects";
    case Kind::adds: return "adds";
  }
  return "";
}

// The kinds of a text's sentences, apart by blanks.
std::string read(const std::string& text) {
  std::string kinds;
  for (const AmendmentStatement& statement : amendment_statements_in(text)) {
    kinds += (kinds.empty() ? "" : " ") + name_of(statement.kind);
  }
  return kinds;
}

}  // namespace

TEST_CASE("a text withdraws a filing in so many words") {
  CHECK(read("No purchase occurred on May 1, 2024, and this amendment withdraws such Form 4.") ==
        "withdraws");
  CHECK(read("The reporting person hereby withdraws the Form 4 filed on May 3, 2024.") ==
        "withdraws");
  CHECK(read("The Form 4 filed on May 3, 2024 is hereby withdrawn.") == "withdraws");
  CHECK(read("The original Form 4 was filed in error.") == "withdraws");
  CHECK(read("The Form 4 filed May 3, 2024 was filed in error, as no shares were sold.") ==
        "withdraws");
  CHECK(read("That report should be disregarded.") == "withdraws");
  CHECK(read("Please disregard the Form 4 filed on May 3, 2024.") == "withdraws");
  CHECK(read("The Form 4 should not have been filed.") == "withdraws");
}

TEST_CASE("a denial, a condition or another object withdraws nothing") {
  CHECK(read("This amendment does not withdraw the original Form 4.") == "");
  CHECK(read("The reporting person did not, and does not, withdraw the Form 4.") == "");
  CHECK(read("The Form 4 has not been withdrawn.") == "");
  CHECK(read("The reporting person may withdraw such Form 4.") == "");
  CHECK(read("If the filing was filed in error it would be amended.") != "withdraws");
  CHECK(read("The trust withdrew 500 shares from the voting trust.") == "");
  CHECK(read("The issuer withdrew its registration statement.") == "");
  CHECK(read("Shares withdrawn from the 401(k) plan.") == "");
  CHECK(read("The power of attorney filed with the report has been withdrawn.") == "");
  CHECK(read("The Form 4 was filed in error under the wrong CIK.") == "corrects");
  CHECK(read("The Form 4 was filed in error with an incorrect price.") == "corrects");
  CHECK(read("The Form 4 was not filed in error.") != "withdraws");
}

TEST_CASE("a text takes rows back where it says that they were reported in error") {
  CHECK(read("This transaction was reported in error.") == "retracts");
  CHECK(read("The sale should not have been reported.") == "retracts");
  CHECK(read("The sale of 500 shares was reported in error on the original Form 4.") == "retracts");
  CHECK(read("These units were inadvertently reported in the Form 4 filed on May 3, 2024.") ==
        "retracts");
  CHECK(read("The purchase did not occur.") == "retracts");
}

TEST_CASE("what was wrong about a row does not take it back") {
  CHECK(read("The number of shares sold was reported in error.") == "corrects");
  CHECK(read("The price was reported in error and should have been $10.10.") == "corrects");
  CHECK(read("The shares were inadvertently reported as indirectly held.") == "corrects");
  CHECK(read("The sale was inadvertently reported in Table II instead of Table I.") == "corrects");
  CHECK(read("Form 4 filed on May 3, 2024 incorrectly reported this transaction as an acquisition "
             "rather than a disposition.") == "corrects");
  CHECK(read("On May 3 the reporting person filed a Form 4 that inadvertently reported that 8,000 "
             "shares were converted. In fact 15,000 shares were converted.") ==
        "corrects corrects");
  CHECK(read("This amendment corrects an error in the prior filing.") == "corrects");
  CHECK(read("The transaction was not reported in error.") != "retracts");
  CHECK(read("No transaction was reported in error.") != "retracts");
  CHECK(read("The transaction did not occur on May 3 but on May 4.") != "retracts");
  CHECK(read("The total was reported in error.") == "corrects");
}

TEST_CASE("a row that was reported twice is a duplicate") {
  CHECK(read("The grant was inadvertently reported twice.") == "duplicate");
  CHECK(read("This transaction is a duplicate of the one reported on May 3, 2024.") == "duplicate");
  CHECK(read("This transaction is not a duplicate of the one reported on May 3, 2024.") == "");
}

TEST_CASE("only the form as a whole is restated in its entirety") {
  CHECK(read("This amendment amends and restates the Form 4 in its entirety.") == "restates");
  CHECK(read("The original Form 4 is superseded in its entirety by this filing.") == "restates");
  CHECK(read("This Form 4/A replaces the Form 4 filed on May 3, 2024 in its entirety.") ==
        "restates");
  CHECK(read("Footnote 2 of the Form 4 is restated in its entirety.") == "");
  CHECK(read("This amendment amends and restates the Form 4 filed on May 3, 2024.") == "");
}

TEST_CASE("what was left out is added") {
  CHECK(read("This amendment reports a purchase that was inadvertently omitted.") == "adds");
  CHECK(read("The holding was not included in the original Form 3.") == "adds");
  CHECK(read("Re-filed to include an updated power of attorney.") == "");
}

TEST_CASE("a statement tells its amounts and dates, not the number of the form") {
  const auto statements = amendment_statements_in(
      "The sale of 1,250 shares on May 3, 2024 was reported in error on the Form 4.");
  REQUIRE(statements.size() == 1);
  REQUIRE(statements[0].amounts.size() == 1);
  CHECK(statements[0].amounts[0] == Shares(1250));
  REQUIRE(statements[0].dates.size() == 1);
  CHECK(statements[0].dates[0] == *Date::parse("2024-05-03"));
  CHECK(statements[0].quote ==
        "The sale of 1,250 shares on May 3, 2024 was reported in error on the Form 4");
}

TEST_CASE("a balance may be that of a later day") {
  CHECK(holdings_as_of("Represents holdings as of February 7, 2020.") == Date::of(2020, 2, 7));
  CHECK_FALSE(holdings_as_of("Includes shares acquired under the plan as of January 24, 2020."));
  CHECK_FALSE(holdings_as_of("The trust was entered into as of June 30, 1989."));
}

TEST_CASE("a holding may speak as of the amendment itself") {
  CHECK(speaks_as_of_this_filing("Shares owned as of the date of this filing."));
  CHECK(
      speaks_as_of_this_filing("Table I shows the amount held as of the date of this amendment."));
  CHECK_FALSE(speaks_as_of_this_filing("Shares owned as of the date of the original filing."));
  CHECK_FALSE(speaks_as_of_this_filing("Held under the plan as of March 31, 2024."));
}
