#include "forecast/forecast.h"

#include <doctest/doctest.h>

using namespace stakebook;

namespace {

Tranche tranche(const char* vests, int quantity, TrancheState state) {
  Tranche result;
  result.vests = Date::parse(vests);
  result.quantity = Shares(quantity);
  result.state = state;
  return result;
}

// 4,800 options, 100 a month from 2024-02-15 on, 800 exercised; as of 2025-03-01 (7-C).
GrantPosition monthly_option() {
  GrantPosition grant;
  grant.anchor = {1, Part::table_ii, 1, 0};
  grant.expires = Date::parse("2034-01-15");
  grant.remaining.amount = ShareRange::exactly(Shares(4000));
  for (int month = 1; month <= 48; ++month) {
    const Date vests = Date::parse("2024-01-15")->plus_months(month);
    grant.tranches.push_back(tranche(
        vests.to_text().c_str(), 100,
        vests <= *Date::parse("2025-03-01") ? TrancheState::vested : TrancheState::unvested));
  }
  return grant;
}

History without_accounts() { return {}; }

}  // namespace

TEST_CASE("rights to acquire within sixty days count to the sixtieth day (7-C)") {
  Book book;
  book.grants = {monthly_option()};
  const RightsToAcquire rights =
      rights_to_acquire(without_accounts(), book, *Date::parse("2025-03-01"));
  CHECK(rights.until.to_text() == "2025-04-30");
  CHECK(rights.total == ShareRange::exactly(Shares(700)));  // 15 tranches of 100, less 800
}

TEST_CASE("units that vest on the sixtieth day count, a day later they do not (7-C)") {
  for (const auto& [date, expected] : {std::pair{"2025-04-30", 900}, std::pair{"2025-05-01", 0}}) {
    GrantPosition units;
    units.remaining.amount = ShareRange::exactly(Shares(900));
    units.tranches = {tranche(date, 900, TrancheState::unvested)};
    Book book;
    book.grants = {units};
    CHECK(rights_to_acquire(without_accounts(), book, *Date::parse("2025-03-01")).total ==
          ShareRange::exactly(Shares(expected)));
  }
}

TEST_CASE("a grant exercised beyond what its terms had vested is listed apart") {
  // As above, but 1,400 were exercised of the 1,300 that had vested: the terms are not the grant's.
  Book book;
  book.grants = {monthly_option()};
  book.grants[0].remaining.amount = ShareRange::exactly(Shares(3400));
  const RightsToAcquire rights =
      rights_to_acquire(without_accounts(), book, *Date::parse("2025-03-01"));
  CHECK(rights.total == ShareRange::exactly(Shares()));
  REQUIRE(rights.lines.size() == 1);
  CHECK(rights.lines[0].reason == "more was exercised than had vested by these terms");
  CHECK_FALSE(rights.lines[0].counted);
}

TEST_CASE("holdings without stated terms are listed apart and not counted") {
  GrantPosition warrants;
  warrants.remaining.amount = ShareRange::exactly(Shares(430));
  warrants.terms_not_stated = true;
  Book book;
  book.grants = {warrants};
  const RightsToAcquire rights =
      rights_to_acquire(without_accounts(), book, *Date::parse("2007-11-21"));
  CHECK(rights.total == ShareRange::exactly(Shares()));
  REQUIRE(rights.lines.size() == 1);
  CHECK(!rights.lines[0].counted);
  CHECK(rights.lines[0].reason == "terms not stated");
}

TEST_CASE("a forecast lists vestings and expirations between two dates, both inclusive") {
  Book book;
  book.grants = {monthly_option()};
  const auto items = forecast(book, *Date::parse("2027-12-15"), *Date::parse("2034-01-15"));
  REQUIRE(items.size() == 3);
  CHECK(items[0].date.to_text() == "2027-12-15");
  CHECK(items[1].date.to_text() == "2028-01-15");
  CHECK(items[2].kind == ForecastKind::expiration);
  CHECK(items[2].date.to_text() == "2034-01-15");
}

TEST_CASE("nothing is forecast for a grant of which nothing is left") {
  Book book;
  book.grants = {monthly_option()};
  book.grants[0].remaining.amount = ShareRange::exactly(Shares());
  CHECK(forecast(book, *Date::parse("2020-01-01"), *Date::parse("2040-01-01")).empty());
}
