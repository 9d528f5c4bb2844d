#include "filing/value_text.h"

#include <doctest/doctest.h>

#include <string>

#include "filing/field.h"

namespace stakebook {
namespace {

struct Case {
  const char* text;
  const char* value;  // canonical; empty where it cannot be read
  bool repaired;
};

TEST_CASE("Numbers are read exactly, repaired where there is one way, and left alone otherwise") {
  const Case cases[] = {
      {"0", "0", false},
      {"1500", "1500", false},
      {"66.903", "66.903", false},
      {"66.9030", "66.903", false},
      {".5", "0.5", false},
      {"5.", "5", false},
      {"007", "7", false},
      {"-3", "-3", false},
      {"+3", "3", false},
      {"-0", "0", false},
      {"0.0", "0", false},
      {"999999999999.9999", "999999999999.9999", false},
      {"1,000", "1000", true},
      {"$12.50", "12.5", true},
      {"$ 1,234,567.8901", "1234567.8901", true},
      {"1,00", "", false},
      {"1,0000", "", false},
      {",100", "", false},
      {"12,345,67", "", false},
      {"1,000,", "", false},
      {"1.5,000", "", false},
      {"(100)", "", false},
      {"1e5", "", false},
      {"100 shares", "", false},
      {"", "", false},
      {".", "", false},
      {"1.2.3", "", false},
      {"$", "", false},
      {"0.1234567890123", "", false},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    const TextValue<Decimal> reading = number_from(one.text);
    CHECK(reading.value.has_value() == (*one.value != '\0'));
    if (reading.value) CHECK(reading.value->to_text() == one.value);
    CHECK(reading.repaired == one.repaired);
    CHECK(reading.canonical == (reading.value && reading.value->to_text() == one.text));
  }
}

TEST_CASE("Dates keep their day whatever zone is written after them") {
  const Case cases[] = {
      {"2007-11-20", "2007-11-20", false},
      {"2007-11-20-05:00", "2007-11-20", false},
      {"2026-09-10Z", "2026-09-10", false},
      {"2024-03-05+14:00", "2024-03-05", false},
      {"20240305", "2024-03-05", true},
      {"03/05/2024", "2024-03-05", true},
      {"3/5/2024", "2024-03-05", true},
      {"2024-3-5", "2024-03-05", true},
      {"2024/03/05", "2024-03-05", true},
      {"2024/3/15", "2024-03-15", true},
      {"2024/3-5", "", false},
      {"2024/3/", "", false},
      {"2024-3-005", "", false},
      {"2024-13-5", "", false},
      {"24-3-2024", "", false},
      {"2024-03-05T23:59:59", "2024-03-05", true},
      {"2024-03-05 9:30", "2024-03-05", true},
      {"2024-03-05\r\n 09:30", "2024-03-05", true},
      {"2024-03-05 5-06", "", false},
      {"2024-03-05\r\r5-06", "", false},
      {"2024-02-29", "2024-02-29", false},
      {"2023-02-29", "", false},
      {"0022-03-01", "0022-03-01", false},
      {"24-03-05", "", false},
      {"3/5/24", "", false},
      {"2024-13-01", "", false},
      {"N/A", "", false},
      {"2024-03-05 later", "", false},
      {"", "", false},
      {"2024-03-05-", "", false},
      {"0000-01-01", "", false},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    const TextValue<Date> reading = date_from(one.text);
    CHECK(reading.value.has_value() == (*one.value != '\0'));
    if (reading.value) CHECK(reading.value->to_text() == one.value);
    CHECK(reading.repaired == one.repaired);
    CHECK(reading.canonical == (reading.value && reading.value->to_text() == one.text));
  }
}

TEST_CASE("Every spelling of yes and no is read, and nothing else") {
  for (const char* yes : {"1", "true", "TRUE", "True", "Y", "yes", "x", "X"}) {
    CAPTURE(yes);
    CHECK(boolean_from(yes).value == true);
  }
  for (const char* no : {"0", "false", "FALSE", "n", "No"}) {
    CAPTURE(no);
    CHECK(boolean_from(no).value == false);
  }
  for (const char* neither : {"", "2", "on", "10", "truee", "-1"}) {
    CAPTURE(neither);
    CHECK_FALSE(boolean_from(neither).value);
  }
  CHECK(boolean_from("1").canonical);
  CHECK_FALSE(boolean_from("true").canonical);
  CHECK(boolean_from("yes").repaired);
  CHECK_FALSE(boolean_from("TRUE").repaired);
}

TEST_CASE("Years before 1990 and after 2100 are impossible") {
  CHECK(is_impossible_year(*Date::of(1989, 12, 31)));
  CHECK_FALSE(is_impossible_year(*Date::of(1990, 1, 1)));
  CHECK_FALSE(is_impossible_year(*Date::of(2100, 12, 31)));
  CHECK(is_impossible_year(*Date::of(2101, 1, 1)));
  CHECK(is_impossible_year(*Date::of(22, 3, 1)));
}

}  // namespace
}  // namespace stakebook
