// Decimals and ratios against a model that cannot be wrong in the same way: unbounded integers and
// rationals, fed from the same texts but read by another reader.
#include <doctest/doctest.h>

#include <boost/multiprecision/cpp_int.hpp>
#include <optional>
#include <random>
#include <string>

#include "value/decimal.h"
#include "value/error.h"
#include "value/ratio.h"

using namespace stakebook;

namespace {

using Integer = boost::multiprecision::cpp_int;
using Rational = boost::multiprecision::number<
    boost::multiprecision::rational_adaptor<boost::multiprecision::cpp_int_backend<>>,
    boost::multiprecision::et_off>;

constexpr std::uint64_t seed = 20261122;
constexpr int rounds = 6'000;

class Generator {
 public:
  explicit Generator(std::uint64_t from) : engine_(from) {}

  std::int64_t between(std::int64_t low, std::int64_t high) {
    return std::uniform_int_distribution<std::int64_t>(low, high)(engine_);
  }

  // Any spelling of a decimal, of any size that fits, short ones as often as long ones.
  std::string decimal_text() {
    std::string text;
    if (between(0, 2) == 0) text += between(0, 1) == 0 ? "-" : "+";
    text += std::string(static_cast<std::size_t>(between(0, 3)), '0');
    const std::string whole = digits(between(0, 26));
    const std::string fraction = digits(between(0, 12));
    text += whole;
    if (!fraction.empty() || between(0, 3) == 0) text += "." + fraction;
    const bool no_digit = text.find_first_of("0123456789") == std::string::npos;
    return no_digit ? text + "7" : text;
  }

  std::string digits(std::int64_t count) {
    std::string text;
    for (std::int64_t i = 0; i < count; ++i) text += static_cast<char>('0' + between(0, 9));
    return text;
  }

 private:
  std::mt19937_64 engine_;
};

// The value of an xs:decimal as a fraction of unbounded integers.
Rational model_of(const std::string& text) {
  Integer numerator = 0;
  Integer denominator = 1;
  bool after_point = false;
  for (const char c : text) {
    if (c == '.') after_point = true;
    if (c < '0' || c > '9') continue;
    numerator = numerator * 10 + (c - '0');
    if (after_point) denominator *= 10;
  }
  return Rational(text.front() == '-' ? Integer(-numerator) : numerator, denominator);
}

Integer power_of_ten(int exponent) {
  return boost::multiprecision::pow(Integer(10), static_cast<unsigned>(exponent));
}

Integer floor_of(const Rational& value) {
  const Integer top = boost::multiprecision::numerator(value);
  const Integer bottom = boost::multiprecision::denominator(value);
  const Integer quotient = top / bottom;
  return top < 0 && quotient * bottom != top ? Integer(quotient - 1) : quotient;
}

// `value` at so many decimals, by the textbook definition of each rounding; nullopt for `exact`
// where digits would be lost.
std::optional<Rational> rounded(const Rational& value, int decimals, Rounding rounding) {
  const Rational units = value * Rational(power_of_ten(decimals));
  const Integer floor = floor_of(units);
  const Rational rest = units - Rational(floor);
  Integer chosen = floor;
  const Rational half(1, 2);
  switch (rounding) {
    case Rounding::exact:
      if (rest != 0) return std::nullopt;
      break;
    case Rounding::floor: break;
    case Rounding::ceiling: chosen += rest != 0 ? 1 : 0; break;
    case Rounding::half_up: chosen += rest > half || (rest == half && units > 0) ? 1 : 0; break;
    case Rounding::half_even: chosen += rest > half || (rest == half && floor % 2 != 0) ? 1 : 0;
  }
  return Rational(chosen, power_of_ten(decimals));
}

bool fits(const Rational& value) {
  const Rational limit(power_of_ten(26));
  return value < limit && value > -limit;
}

template <class Operation>
std::optional<Decimal> attempt(Operation operation) {
  try {
    return operation();
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::arithmetic);
    return std::nullopt;
  }
}

// The operation gave the model's value, or refused where the model says that it cannot be held.
void check_same(const std::optional<Decimal>& result, const std::optional<Rational>& expected) {
  const bool holds = expected && fits(*expected) && rounded(*expected, 12, Rounding::exact);
  CHECK(result.has_value() == holds);
  if (result && holds) CHECK(model_of(result->to_text()) == *expected);
}

constexpr Rounding roundings[] = {Rounding::exact, Rounding::floor, Rounding::ceiling,
                                  Rounding::half_up, Rounding::half_even};

}  // namespace

TEST_CASE("text and decimal are each other's reverse, and order is the numbers' order") {
  Generator generator(seed);
  for (int round = 0; round < rounds; ++round) {
    const std::string left_text = generator.decimal_text();
    const std::string right_text = generator.decimal_text();
    CAPTURE(left_text);
    const auto left = Decimal::parse(left_text);
    const auto right = Decimal::parse(right_text);
    REQUIRE(left);
    REQUIRE(right);
    CHECK(Decimal::parse(left->to_text()) == left);
    CHECK(model_of(left->to_text()) == model_of(left_text));
    CHECK((*left < *right) == (model_of(left_text) < model_of(right_text)));
    CHECK((*left == *right) == (left->to_text() == right->to_text()));
  }
}

TEST_CASE(
    "sums, differences, products and quotients are the model's, or an error where it overflows") {
  Generator generator(seed + 1);
  for (int round = 0; round < rounds; ++round) {
    const std::string left_text = generator.decimal_text();
    const std::string right_text = generator.decimal_text();
    CAPTURE(left_text);
    CAPTURE(right_text);
    const Decimal left = *Decimal::parse(left_text);
    const Decimal right = *Decimal::parse(right_text);
    const Rational a = model_of(left_text);
    const Rational b = model_of(right_text);
    check_same(attempt([&] { return left + right; }), a + b);
    check_same(attempt([&] { return left - right; }), a - b);
    check_same(attempt([&] { return left * right; }), a * b);
    const int decimals = static_cast<int>(generator.between(0, 12));
    const Rounding rounding = roundings[generator.between(0, 4)];
    check_same(attempt([&] { return left.rounded(decimals, rounding); }),
               rounded(a, decimals, rounding));
    if (b == 0) continue;
    check_same(attempt([&] { return divide(left, right, decimals, rounding); }),
               rounded(a / b, decimals, rounding));
  }
}

TEST_CASE("ratios compute as fractions do, or are an error where 64 bits do not hold them") {
  Generator generator(seed + 2);
  const auto any = [&] {
    const int bits = static_cast<int>(generator.between(1, 62));
    const std::int64_t limit = std::int64_t{1} << bits;
    return generator.between(-limit, limit);
  };
  // Boost takes no negative denominator of an unbounded integer.
  const auto fraction = [](const Integer& top, const Integer& bottom) {
    return bottom < 0 ? Rational(-top, -bottom) : Rational(top, bottom);
  };
  const auto fits_64 = [](const Rational& value) {
    const Integer limit = Integer(1) << 63;
    const Integer top = boost::multiprecision::numerator(value);
    return top >= -limit && top < limit && boost::multiprecision::denominator(value) < limit;
  };
  const auto check_ratio = [&](auto operation, const Rational& expected) {
    std::string result = "error";
    try {
      const Ratio ratio = operation();
      result = ratio.to_text();
      CHECK(Ratio::parse(result) == ratio);
    } catch (const Error&) {
    }
    CHECK(result == (fits_64(expected) ? expected.str() : "error"));
  };
  for (int round = 0; round < rounds; ++round) {
    const std::int64_t terms[] = {any(), any() | 1, any(), any() | 1};
    const Rational a = fraction(terms[0], terms[1]);
    const Rational b = fraction(terms[2], terms[3]);
    const Ratio left(terms[0], terms[1]);
    const Ratio right(terms[2], terms[3]);
    check_ratio([&] { return left + right; }, a + b);
    check_ratio([&] { return left - right; }, a - b);
    check_ratio([&] { return left * right; }, a * b);
    CHECK((left < right) == (a < b));
    CHECK((left == right) == (a == b));
    const std::string whole_text = generator.decimal_text();
    const int decimals = static_cast<int>(generator.between(0, 12));
    const Rounding rounding = roundings[generator.between(0, 4)];
    check_same(attempt([&] { return left.of(*Decimal::parse(whole_text), decimals, rounding); }),
               rounded(model_of(whole_text) * a, decimals, rounding));
  }
}
