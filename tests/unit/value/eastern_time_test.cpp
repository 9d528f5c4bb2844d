#include "value/eastern_time.h"

#include <doctest/doctest.h>

using namespace stakebook;

namespace {

std::string eastern(const char* utc) { return eastern_of_utc(*Instant::parse(utc)).to_text(); }

}  // namespace

TEST_CASE("Eastern time is five hours behind UTC in winter and four in summer") {
  CHECK(eastern("2024-01-05 23:41:25") == "2024-01-05 18:41:25");
  CHECK(eastern("2024-01-06 02:59:59") == "2024-01-05 21:59:59");
  CHECK(eastern("2024-07-06 01:30:00") == "2024-07-05 21:30:00");
  CHECK(eastern("2024-07-06") == "2024-07-06");
}

TEST_CASE("The clocks change on the Sundays of the law in force") {
  // 2024: 10 March and 3 November.
  CHECK(eastern("2024-03-10 06:59:59") == "2024-03-10 01:59:59");
  CHECK(eastern("2024-03-10 07:00:00") == "2024-03-10 03:00:00");
  CHECK(eastern("2024-11-03 05:59:59") == "2024-11-03 01:59:59");
  CHECK(eastern("2024-11-03 06:00:00") == "2024-11-03 01:00:00");
  // 2006, the last year of the rule before: 2 April and 29 October.
  CHECK(eastern("2006-03-20 12:00:00") == "2006-03-20 07:00:00");
  CHECK(eastern("2006-04-02 07:00:00") == "2006-04-02 03:00:00");
  CHECK(eastern("2006-10-29 06:00:00") == "2006-10-29 01:00:00");
  CHECK(eastern("2006-10-31 12:00:00") == "2006-10-31 07:00:00");
}
