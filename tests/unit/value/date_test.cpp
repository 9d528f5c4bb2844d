#include "value/date.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <string_view>

#include "value/error.h"

using namespace stakebook;

namespace {

Date day(std::string_view text) { return Date::parse(text).value(); }

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in(int year, int month) {
  constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

}  // namespace

TEST_CASE("every day from 0001-01-01 to 9999-12-31 is itself, in order, with its weekday") {
  Date next = day("0001-01-01");
  int weekday = 1;  // a Monday, counted back from 1970-01-01, a Thursday: 719162 = 7 * 102737 + 3
  int wrong = 0;
  int days = 0;
  for (int year = 1; year <= 9999; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int day_of_month = 1; day_of_month <= days_in(year, month); ++day_of_month) {
        const auto date = Date::of(year, month, day_of_month);
        wrong += !date || *date != next || date->year() != year || date->month() != month ||
                 date->day() != day_of_month || static_cast<int>(date->weekday()) != weekday;
        weekday = (weekday + 1) % 7;
        ++days;
        if (days < 3'652'059) next = next.plus_days(1);
      }
      wrong += Date::of(year, month, days_in(year, month) + 1).has_value();
    }
  }
  CHECK(wrong == 0);
  CHECK(days == 3'652'059);  // 9999 years of 365 days, and 2424 leap days
  CHECK(next.to_text() == "9999-12-31");
}

TEST_CASE("days that the calendar does not have cannot be held") {
  CHECK_FALSE(Date::parse("2007-02-29"));
  CHECK(Date::parse("2008-02-29"));
  CHECK_FALSE(Date::parse("1900-02-29"));
  CHECK(Date::parse("2000-02-29"));
  CHECK_FALSE(Date::parse("2007-04-31"));
  CHECK_FALSE(Date::parse("2007-00-10"));
  CHECK_FALSE(Date::parse("2007-13-10"));
  CHECK_FALSE(Date::parse("2007-01-00"));
  CHECK_FALSE(Date::parse("0000-01-01"));
  CHECK_FALSE(Date::of(10000, 1, 1));
  CHECK_FALSE(Date::of(-1, 1, 1));
}

TEST_CASE("a date is read from its own format only") {
  for (const char* text : {"", "2007-11-2", "2007-11-200", "2007/11/20", "20071120", " 2007-11-20",
                           "2007-11-20 ", "+007-11-20", "2007-1a-20", "2007-11-20Z"}) {
    CAPTURE(text);
    CHECK_FALSE(Date::parse(text));
  }
  CHECK(Date::parse_compact("20071120") == day("2007-11-20"));
  CHECK_FALSE(Date::parse_compact("2007112"));
  CHECK_FALSE(Date::parse_compact("20071131"));
}

TEST_CASE("a zone never shifts an xs:date") {
  for (const char* text : {"2007-11-20", "2007-11-20Z", "2007-11-20-05:00", "2007-11-20+14:00"}) {
    CAPTURE(text);
    CHECK(Date::parse_xml(text) == day("2007-11-20"));
  }
  for (const char* text : {"2007-11-20-0500", "2007-11-20T00:00:00", "2007-11-20-5:00",
                           "2007-11-20z", "2007-11-20+aa:bb", "2007-11-20-05:00Z", "2007-11"}) {
    CAPTURE(text);
    CHECK_FALSE(Date::parse_xml(text));
  }
}

TEST_CASE("printed forms write month, day, year") {
  CHECK(Date::parse_american("11/20/2007") == day("2007-11-20"));
  CHECK(Date::parse_american("1/2/2007") == day("2007-01-02"));
  CHECK(Date::parse_american("01/02/2007") == day("2007-01-02"));
  for (const char* text : {"20/11/2007", "11/20/07", "11/20", "/20/2007", "11//2007", "11/20/2007 ",
                           "111/2/2007", "1/222/2007", "1/2/3/2007"}) {
    CAPTURE(text);
    CHECK_FALSE(Date::parse_american(text));
  }
}

TEST_CASE("months are added on the same day, or the last one of a shorter month") {
  CHECK(day("2023-08-31").plus_months(6) == day("2024-02-29"));
  CHECK(day("2024-08-31").plus_months(6) == day("2025-02-28"));
  CHECK(day("2024-02-29").plus_months(12) == day("2025-02-28"));
  CHECK(day("2024-02-29").plus_months(48) == day("2028-02-29"));
  CHECK(day("2024-01-31").plus_months(-2) == day("2023-11-30"));
  CHECK(day("2023-12-15").plus_months(1) == day("2024-01-15"));
  CHECK(day("2023-01-15").plus_months(-1) == day("2022-12-15"));
  CHECK(day("2023-05-31").plus_months(0) == day("2023-05-31"));
}

TEST_CASE("the last day of a month, or a day clamped to it") {
  CHECK(day("2024-02-10").last_day_of_month() == day("2024-02-29"));
  CHECK(day("2100-02-10").last_day_of_month() == day("2100-02-28"));
  CHECK(day("2023-04-01").with_day_or_last(31) == day("2023-04-30"));
  CHECK(day("2023-04-30").with_day_or_last(1) == day("2023-04-01"));
  CHECK(day("2023-12-01").with_day_or_last(31) == day("2023-12-31"));
}

TEST_CASE("a date that leaves the calendar is an error, not a date") {
  CHECK_THROWS_AS(day("9999-12-31").plus_days(1), Error);
  CHECK_THROWS_AS(day("0001-01-01").plus_days(-1), Error);
  CHECK_THROWS_AS(day("2024-01-01").plus_days(std::numeric_limits<int>::max()), Error);
  CHECK_THROWS_AS(day("2024-01-01").plus_days(std::numeric_limits<int>::min()), Error);
  CHECK_THROWS_AS(day("9999-12-01").plus_months(1), Error);
  CHECK_THROWS_AS(day("0001-01-31").plus_months(-1), Error);
  CHECK_THROWS_AS(day("2024-01-01").plus_months(std::numeric_limits<int>::max()), Error);
  CHECK_THROWS_AS(Date::from_days(2'932'897), Error);
  CHECK(Date::from_days(2'932'896).to_text() == "9999-12-31");
  CHECK(day("0001-01-01").plus_days(3'652'058).to_text() == "9999-12-31");
}

TEST_CASE("dates differ by days") {
  CHECK(day("2024-03-01") - day("2024-02-28") == 2);
  CHECK(day("2023-03-01") - day("2023-02-28") == 1);
  CHECK(day("1969-12-31").days_since_1970() == -1);
  CHECK(Date().to_text() == "1970-01-01");
}
