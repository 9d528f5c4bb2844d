#include <doctest/doctest.h>

#include "vesting/language.h"

using namespace stakebook;

namespace {

using State = HoldingStatement::State;

std::string in_quotes(const std::string& text, const HoldingStatement& statement) {
  return text.substr(statement.quote.begin, statement.quote.length);
}

}  // namespace

TEST_CASE("a list of holdings in words is read item by item") {
  const std::string text =
      "After this sale, Ms. Doe holds the following securities: vested options to purchase 47,144 "
      "shares "
      "of common stock that expire February 27, 2016; vested options (or options that will vest "
      "within 60 "
      "days) to purchase 10,000 shares of common stock that expire on November 18, 2015; unvested "
      "options "
      "to purchase 42,856 shares of common stock that expire February 27, 2016; and unvested "
      "options to "
      "purchase 10,000 shares of common stock expiring on November 18, 2015.";
  const auto statements = read_holding_statements(text);
  REQUIRE(statements.size() == 4);
  CHECK(statements[0].quantity == Shares(47144));
  CHECK(statements[0].state == State::vested);
  CHECK(statements[0].expires == Date::of(2016, 2, 27));
  CHECK(statements[1].quantity == Shares(10000));
  CHECK(statements[1].state == State::vested_within_60_days);
  CHECK(statements[1].expires == Date::of(2015, 11, 18));
  CHECK(statements[2].quantity == Shares(42856));
  CHECK(statements[2].state == State::unvested);
  CHECK(statements[3].quantity == Shares(10000));
  CHECK(statements[3].state == State::unvested);
  CHECK(statements[3].expires == Date::of(2015, 11, 18));
  for (const HoldingStatement& statement : statements) {
    CHECK(statement.security == "options to purchase common stock");
    CHECK(!statement.held_by_spouse);
  }
  CHECK(in_quotes(text, statements[0]) ==
        "vested options to purchase 47,144 shares of common stock that expire February 27, 2016");
  // The same sentence sets no schedule, though it says "will vest".
  CHECK(read_terms(text, {}).outcome == TermsReading::Outcome::no_vesting_language);
}

TEST_CASE("a spouse's holding is the spouse's") {
  const std::string text = "Mr. Roe's spouse also holds 430 Class B warrants.";
  const auto statements = read_holding_statements(text);
  REQUIRE(statements.size() == 1);
  CHECK(statements[0].quantity == Shares(430));
  CHECK(statements[0].state == State::not_stated);
  CHECK(statements[0].security == "Class B warrants");
  CHECK(statements[0].held_by_spouse);
  CHECK(!statements[0].expires);
  CHECK(in_quotes(text, statements[0]) == "430 Class B warrants");
}

TEST_CASE("counts may come first, with commas between the items") {
  const auto statements = read_holding_statements(
      "The reporting person owns 1,200 shares of Class A Common Stock, 300.5 restricted stock "
      "units and "
      "options exercisable within 60 days to purchase 4,000 shares of common stock.");
  REQUIRE(statements.size() == 3);
  CHECK(statements[0].security == "shares of Class A Common Stock");
  CHECK(statements[1].quantity == *Shares::parse("300.5"));
  CHECK(statements[2].state == State::vested_within_60_days);
}

TEST_CASE("what another holds, or what is held otherwise, is not read") {
  for (const char* text :
       {"The Fund holds 100 shares of common stock.",
        "The reporting person may be deemed to own 100 shares of common stock held by the Fund.",
        "Mr. Roe holds 500 shares through a trust.",
        "Mr. Roe is a director of Example LLC, which holds "
        "500 shares of common stock.",
        "The trustee of the Trust holds 20 shares."}) {
    CAPTURE(text);
    CHECK(read_holding_statements(text).empty());
  }
}
