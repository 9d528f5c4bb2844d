#include "value/ratio.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <string_view>

#include "value/error.h"

using namespace stakebook;

namespace {

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

std::string kept(std::string_view text) {
  const auto value = Ratio::parse(text);
  return value ? value->to_text() : "refused";
}

}  // namespace

TEST_CASE("a ratio is in lowest terms with a positive denominator") {
  CHECK(Ratio(12, 48).to_text() == "1/4");
  CHECK(Ratio(-3, -6).to_text() == "1/2");
  CHECK(Ratio(3, -6).to_text() == "-1/2");
  CHECK(Ratio(0, -5) == Ratio());
  CHECK(Ratio(48, 1).to_text() == "48");
}

TEST_CASE("a ratio is read from n/d or a whole number, and from nothing else") {
  CHECK(kept("3/1") == "3");
  CHECK(kept("2/96") == "1/48");
  CHECK(kept("7") == "7");
  CHECK(kept("0/9") == "0");
  for (const char* text : {"", "/", "1/", "/2", "1/0", "0/0", "1/2/3", "1 /2", "1:2", "0.5", "+1/2",
                           "9223372036854775808", "-9223372036854775808/-1"}) {
    CAPTURE(text);
    CHECK(kept(text) == "refused");
  }
}

TEST_CASE("thirds add up to one") {
  CHECK(Ratio(1, 3) + Ratio(2, 3) == Ratio(1));
  CHECK(Ratio(1) - Ratio(2, 3) == Ratio(1, 3));
  CHECK(Ratio(3, 4) * Ratio(8, 9) == Ratio(2, 3));
  CHECK(Ratio(5, 2).inverse() == Ratio(2, 5));
}

TEST_CASE("ratios order by value, not by digits") {
  CHECK(Ratio(1, 3) < Ratio(334, 1000));
  CHECK(Ratio(-1, 2) < Ratio(-1, 3));
  CHECK(Ratio(highest - 1, highest - 2) > Ratio(highest, highest - 1));
}

TEST_CASE("a ratio that does not fit, or divides by zero, is an error and never wraps") {
  CHECK_THROWS_AS(Ratio(1, 0), Error);
  CHECK_THROWS_AS(Ratio(0).inverse(), Error);
  CHECK_THROWS_AS(Ratio(lowest, -1), Error);
  CHECK_THROWS_AS(Ratio(1, lowest), Error);
  CHECK_THROWS_AS(Ratio(highest) + Ratio(1), Error);
  CHECK_THROWS_AS(Ratio(lowest) - Ratio(1), Error);
  CHECK_THROWS_AS(Ratio(highest) * Ratio(2), Error);
  CHECK_THROWS_AS(Ratio(1, highest) * Ratio(1, 2), Error);
  CHECK((Ratio(lowest, 2) == Ratio(lowest / 2)));
  CHECK(Ratio(highest) * Ratio(1, highest) == Ratio(1));
  CHECK(Ratio(lowest, lowest) == Ratio(1));
}

TEST_CASE("a part of a grant is rounded as named, not before") {
  CHECK(Ratio(1, 3).of(Decimal(100), 0, Rounding::floor).to_text() == "33");
  CHECK(Ratio(2, 3).of(Decimal(100), 0, Rounding::half_up).to_text() == "67");
  CHECK(Ratio(1, 48).of(Decimal(105000), 4, Rounding::floor).to_text() == "2187.5");
  CHECK(Ratio(1, 8).to_decimal(12, Rounding::exact).to_text() == "0.125");
  CHECK_THROWS_AS(Ratio(1, 3).to_decimal(12, Rounding::exact), Error);
  CHECK(Ratio(highest).of(*Decimal::parse("0.000000000001"), 12, Rounding::exact).to_text() ==
        "9223372.036854775807");
}

TEST_CASE("the ratio of two balances is exact, so a split shows") {
  CHECK(Ratio::between(*Decimal::parse("170492985"), *Decimal::parse("34098597")) == Ratio(5));
  CHECK(Ratio::between(*Decimal::parse("0.75"), *Decimal::parse("1.5")) == Ratio(1, 2));
  CHECK(Ratio::between(Decimal(-3), Decimal(9)) == Ratio(-1, 3));
  CHECK_FALSE(Ratio::between(Decimal(3), Decimal(0)));
  CHECK_FALSE(Ratio::between(*Decimal::parse("99999999999999999999999999"),
                             *Decimal::parse("0.000000000001")));
}
