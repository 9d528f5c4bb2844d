#include "value/grouped.h"

#include <doctest/doctest.h>

using namespace stakebook;

TEST_CASE("digits before the point stand in groups of three") {
  for (const auto& [plain, with_commas] : {std::pair{"0", "0"},
                                           {"999", "999"},
                                           {"1000", "1,000"},
                                           {"-999", "-999"},
                                           {"-1000", "-1,000"},
                                           {"123456", "123,456"},
                                           {"1234567.5", "1,234,567.5"},
                                           {"0.123456", "0.123456"},
                                           {"-1234.5678", "-1,234.5678"}}) {
    CHECK(grouped(*Decimal::parse(plain)) == with_commas);
  }
  CHECK(grouped(Shares(1500)) == "1,500");
}

TEST_CASE("a range is grouped in the words of the range") {
  CHECK(grouped(ShareRange::exactly(Shares(105000))) == "105,000");
  CHECK(grouped(ShareRange::more_than(Shares(101500))) == "more than 101,500");
  CHECK(grouped(*ShareRange::at_least(Shares(0)).intersected(
            ShareRange::less_than(Shares(5000)))) == "at least 0 and less than 5,000");
  CHECK(grouped(ShareRange::unknown()) == "not known");
}
