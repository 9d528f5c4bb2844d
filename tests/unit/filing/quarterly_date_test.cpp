#include "filing/quarterly_date.h"

#include <doctest/doctest.h>

using namespace stakebook;

namespace {

const YearWitnesses november = {Date::of(2007, 11, 21), Date::of(2007, 11, 20)};

std::string read(std::string_view text, const YearWitnesses& witnesses = november) {
  const QuarterlyDate date = quarterly_date_from(text, witnesses);
  std::string result = date.value ? date.value->to_text() : "none";
  if (date.year_repaired) result += " year repaired";
  if (date.repaired) result += " repaired";
  return result;
}

}  // namespace

TEST_CASE("a date of the tables is a day, a month's three letters and a year") {
  CHECK(read("20-NOV-2007") == "2007-11-20");
  CHECK(read("01-APR-2026") == "2026-04-01");
  CHECK(read("1-apr-2026") == "2026-04-01");
  CHECK(read("29-FEB-2008") == "2008-02-29");
  CHECK(read("29-FEB-2007") == "none");
  CHECK(read("31-APR-2007") == "none");
  CHECK(read("20-NOB-2007") == "none");
  CHECK(read("20-NOV-207") == "none");
  CHECK(read("20-NOV-20077") == "none");
  CHECK(read("-NOV-2007") == "none");
  CHECK(read("20NOV2007") == "none");
  CHECK(read("") == "none");
}

TEST_CASE("a date in another way of writing that has one meaning is read") {
  CHECK(read("2007-11-20") == "2007-11-20 repaired");
  CHECK(read("11/20/2007") == "2007-11-20 repaired");
}

// Domain rule 2, quirk 3 and test 2-A.
TEST_CASE("a year of two digits is repaired where filing date and period bear it out") {
  CHECK(read("20-NOV-0007") == "2007-11-20 year repaired");
  CHECK(read("20-NOV-07") == "2007-11-20 year repaired");
  CHECK(read("29-FEB-0007") == "none");
  // 29 February of the year 0 is no date, of 2000 it is, and nothing bears it out.
  CHECK(read("29-FEB-0000") == "none");
}

TEST_CASE("a year that nothing bears out stays as it is") {
  // After the filing date.
  CHECK(read("22-NOV-0007") == "0007-11-22");
  CHECK(read("01-JAN-0015") == "0015-01-01");
  // More than two years before the period of report; the day itself is within them.
  CHECK(read("19-NOV-0005") == "0005-11-19");
  CHECK(read("20-NOV-0005") == "2005-11-20 year repaired");
  // No filing date, or no year that could be meant.
  CHECK(read("20-NOV-0007", {std::nullopt, Date::of(2007, 11, 20)}) == "0007-11-20");
  CHECK(read("20-NOV-0207") == "0207-11-20");
  CHECK(read("01-JAN-15") == "none");
  // A period of report that is itself out of this world bears nothing out.
  CHECK(read("20-NOV-0007", {Date::of(2007, 11, 21), Date::of(7, 11, 20)}) == "0007-11-20");
}

TEST_CASE("the period of report itself is judged by the filing date alone") {
  CHECK(read("20-NOV-0007", {Date::of(2007, 11, 21), std::nullopt}) == "2007-11-20 year repaired");
  CHECK(read("20-NOV-0004", {Date::of(2007, 11, 21), std::nullopt}) == "0004-11-20");
}
