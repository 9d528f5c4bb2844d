#include "value/decimal.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_set>

#include "value/error.h"

using namespace stakebook;

namespace {

Decimal number(std::string_view text) { return Decimal::parse(text).value(); }

std::string largest() { return std::string(26, '9') + "." + std::string(12, '9'); }

std::string kept(std::string_view text) {
  const auto value = Decimal::parse(text);
  return value ? value->to_text() : "refused";
}

template <class Operation>
bool fails(Operation operation) {
  try {
    operation();
  } catch (const Error& error) {
    return error.kind() == ErrorKind::arithmetic && !error.remedy().empty();
  }
  return false;
}

}  // namespace

TEST_CASE("a decimal keeps every digit that EDGAR can hold, and eight more") {
  CHECK(kept("999999999999.9999") == "999999999999.9999");
  CHECK(kept("999999999999.999999999999") == "999999999999.999999999999");
}

TEST_CASE("every way that xs:decimal writes a number is read, and written one way") {
  CHECK(kept("1500") == "1500");
  CHECK(kept(".5") == "0.5");
  CHECK(kept("5.") == "5");
  CHECK(kept("+7.25") == "7.25");
  CHECK(kept("-7.250") == "-7.25");
  CHECK(kept("0066.9030") == "66.903");
  CHECK(kept("1439.10") == "1439.1");
  CHECK(kept("0000000000000000000000000000000000000000000000001") == "1");
  CHECK(kept("0.000000000001") == "0.000000000001");
  CHECK(kept("1.00000000000000000000000000000") == "1");
  CHECK(kept("0") == "0");
  CHECK(kept("-0.00") == "0");
}

TEST_CASE("what xs:decimal does not allow is refused") {
  for (const char* text :
       {"",      ".",    "+",   "-",   "-.", "1e5", "1E5",  "1,000", " 1",  "1 ",       " .5",
        "1.2.3", "1..2", "--1", "+-1", "1-", "$5",  "0x10", "NaN",   "INF", "\xD9\xA3", "1\n"}) {
    CAPTURE(text);
    CHECK(kept(text) == "refused");
  }
  CHECK(kept(std::string_view("1\0", 2)) == "refused");
}

TEST_CASE("a thirteenth decimal that is not zero is refused, not rounded") {
  CHECK(kept("0.1234567890123") == "refused");
  CHECK(kept("0.1234567890120") == "0.123456789012");
}

TEST_CASE("26 digits before the point fit, 27 do not") {
  CHECK(kept(largest()) == largest());
  CHECK(kept("-" + largest()) == "-" + largest());
  CHECK(kept("1" + std::string(26, '0')) == "refused");
  CHECK(kept("1" + std::string(26, '0') + ".0") == "refused");
  CHECK(kept(std::string(60, '9')) == "refused");
}

TEST_CASE("a result that does not fit is an error with a remedy, and leaves the operand alone") {
  Decimal value = number(largest());
  const Decimal smallest_step = number("0.000000000001");
  CHECK(fails([&] { value += smallest_step; }));
  CHECK(value.to_text() == largest());
  CHECK(fails([&] { value += value; }));
  Decimal negative = -value;
  CHECK(fails([&] { negative -= smallest_step; }));
  CHECK(negative.to_text() == "-" + largest());
  CHECK(fails([&] { value = value * Decimal(2); }));
  CHECK(fails([&] { value = divide(value, number("0.5"), 0, Rounding::floor); }));
  CHECK(fails([&] { value = value.rounded(0, Rounding::ceiling); }));
  CHECK((value - smallest_step).to_text() == std::string(26, '9') + ".999999999998");
  CHECK((value + negative).is_zero());
}

TEST_CASE("the widest integers fit") {
  CHECK(Decimal(std::numeric_limits<std::uint64_t>::max()).to_text() == "18446744073709551615");
  CHECK(Decimal(std::numeric_limits<std::int64_t>::min()).to_text() == "-9223372036854775808");
}

TEST_CASE("a product is exact or an error") {
  CHECK((Decimal(1500) * number("66.903")).to_text() == "100354.5");
  CHECK((number("-0.000001") * number("0.000001")).to_text() == "-0.000000000001");
  CHECK(fails([] { (void)(number("0.0000001") * number("0.000001")); }));
  // 27 digits of coefficient each: beyond 127 bits on the way, within range at the end.
  CHECK((number("123456789012345") * number("10000000000")).to_text() ==
        "1234567890123450000000000");
  CHECK((number("999999999999.9999") * number("999999999999.9999")).to_text() ==
        "999999999999999800000000.00000001");
}

TEST_CASE("a quotient has the decimals and the rounding that the caller names") {
  const Decimal one(1);
  const Decimal three(3);
  CHECK(divide(one, three, 4, Rounding::floor).to_text() == "0.3333");
  CHECK(divide(one, three, 4, Rounding::ceiling).to_text() == "0.3334");
  CHECK(divide(-one, three, 4, Rounding::floor).to_text() == "-0.3334");
  CHECK(divide(one, -three, 4, Rounding::ceiling).to_text() == "-0.3333");
  CHECK(divide(-one, -three, 12, Rounding::half_up).to_text() == "0.333333333333");
  CHECK(divide(Decimal(6), three, 0, Rounding::exact).to_text() == "2");
  CHECK(fails([&] { divide(one, three, 12, Rounding::exact); }));
}

TEST_CASE("nothing is divided by zero") {
  CHECK_THROWS_AS(divide(Decimal(1), Decimal(0), 2, Rounding::floor), Error);
}

TEST_CASE("each rounding does to halves, and to negative numbers, what its name says") {
  struct Row {
    const char* value;
    const char* floor;
    const char* ceiling;
    const char* half_up;
    const char* half_even;
  };
  for (const Row& row : {Row{"2.5", "2", "3", "3", "2"}, Row{"3.5", "3", "4", "4", "4"},
                         Row{"-2.5", "-3", "-2", "-3", "-2"}, Row{"-3.5", "-4", "-3", "-4", "-4"},
                         Row{"2.4", "2", "3", "2", "2"}, Row{"2.500000000001", "2", "3", "3", "3"},
                         Row{"-2.6", "-3", "-2", "-3", "-3"}, Row{"-0.5", "-1", "0", "-1", "0"},
                         Row{"7", "7", "7", "7", "7"}}) {
    CAPTURE(row.value);
    const Decimal value = number(row.value);
    CHECK(value.rounded(0, Rounding::floor).to_text() == row.floor);
    CHECK(value.rounded(0, Rounding::ceiling).to_text() == row.ceiling);
    CHECK(value.rounded(0, Rounding::half_up).to_text() == row.half_up);
    CHECK(value.rounded(0, Rounding::half_even).to_text() == row.half_even);
  }
  CHECK(number("0.125").rounded(2, Rounding::half_even).to_text() == "0.12");
  CHECK(number("0.135").rounded(2, Rounding::half_even).to_text() == "0.14");
  CHECK(fails([] { (void)number("0.125").rounded(2, Rounding::exact); }));
}

TEST_CASE("equal values are equal, and hash alike, however they were written") {
  std::unordered_set<Decimal> seen{number("1.50"), number("01.5"), number("1.500000000000")};
  CHECK(seen.size() == 1);
  CHECK(number("-1") < number("-0.999999999999"));
  CHECK(number("2") < number("10"));
  CHECK(absolute(number("-3.25")) == number("3.25"));
  CHECK(number("3.0").is_integer());
  CHECK_FALSE(number("-3.000000000001").is_integer());
}
