#include "value/decimal.h"

#include <boost/multiprecision/cpp_int.hpp>
#include <cassert>
#include <limits>

#include "value/decimal_access.h"
#include "value/error.h"

namespace stakebook {
namespace {

// Wide enough for the product of two coefficients (2 * 127 bits), so nothing is lost on the way.
using Checked = boost::multiprecision::checked_int256_t;
using Wide = DecimalAccess::Wide;

constexpr Wide coefficient_max =  // 10^38 - 1
    static_cast<Wide>(9'999'999'999'999'999'999U) * 10'000'000'000'000'000'000U +
    9'999'999'999'999'999'999U;

bool in_range(Wide coefficient) {
  return coefficient >= -coefficient_max && coefficient <= coefficient_max;
}

[[noreturn]] void overflow(const char* what) {
  throw Error(ErrorKind::arithmetic, std::string("the ") + what + " is out of range", {},
              "amounts have at most 26 digits before the point");
}

Checked power_of_ten(int exponent) {
  assert(exponent >= 0 && exponent <= Decimal::decimals_max);
  Checked result = 1;
  for (int i = 0; i < exponent; ++i) result *= 10;
  return result;
}

bool is_odd(const Checked& value) { return (value % 2) != 0; }

// numerator / denominator (> 0) as an integer.
Checked divided(const Checked& numerator, const Checked& denominator, Rounding rounding) {
  Checked quotient = numerator / denominator;  // toward zero
  const Checked remainder = numerator - quotient * denominator;
  if (remainder == 0) return quotient;
  const bool negative = numerator < 0;
  const Checked floor = negative ? Checked(quotient - 1) : quotient;
  const Checked twice = (numerator - floor * denominator) * 2;
  switch (rounding) {
    case Rounding::exact:
      throw Error(ErrorKind::arithmetic, "the result is not exact", {}, "name a rounding");
    case Rounding::floor: return floor;
    case Rounding::ceiling: return floor + 1;
    case Rounding::half_up:
      if (twice == denominator) return negative ? floor : Checked(floor + 1);
      return twice > denominator ? Checked(floor + 1) : floor;
    case Rounding::half_even:
      if (twice == denominator) return is_odd(floor) ? Checked(floor + 1) : floor;
      return twice > denominator ? Checked(floor + 1) : floor;
  }
  return quotient;
}

Decimal narrowed(const Checked& coefficient, const char* what) {
  static const Checked limit(coefficient_max);
  if (coefficient > limit || coefficient < -limit) overflow(what);
  return DecimalAccess::from_coefficient(coefficient.convert_to<Wide>());
}

Checked widened(Decimal value) { return Checked(DecimalAccess::coefficient(value)); }

// Amounts of up to eighteen digits and points, as nearly all are, without 128-bit steps: the digits
// as one number, and how many of them are decimals. False where parse() must look closer.
bool read_short(std::string_view text, std::uint64_t& digits, std::size_t& decimals) {
  if (text.empty() || text.size() > 18) return false;
  std::size_t point = text.size();
  digits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto digit = static_cast<unsigned char>(text[i] - '0');
    if (digit <= 9) {
      digits = digits * 10 + digit;
    } else if (text[i] == '.' && point == text.size() && text.size() > 1) {
      point = i;
    } else {
      return false;
    }
  }
  decimals = point == text.size() ? 0 : text.size() - point - 1;
  return decimals <= Decimal::decimals_max;
}

constexpr std::uint64_t powers_of_ten[] = {1,
                                           10,
                                           100,
                                           1'000,
                                           10'000,
                                           100'000,
                                           1'000'000,
                                           10'000'000,
                                           100'000'000,
                                           1'000'000'000,
                                           10'000'000'000,
                                           100'000'000'000,
                                           1'000'000'000'000};

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  std::uint64_t short_digits = 0;
  std::size_t short_decimals = 0;
  if (read_short(text, short_digits, short_decimals)) {
    Decimal result;
    result.coefficient_ =
        static_cast<Wide>(short_digits) * powers_of_ten[decimals_max - short_decimals];
    return result;
  }
  const bool negative = !text.empty() && text.front() == '-';
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  Wide coefficient = 0;
  int decimals = -1;  // -1: the point has not been seen
  bool digits = false;
  for (const char c : text) {
    if (c == '.') {
      if (decimals >= 0) return std::nullopt;
      decimals = 0;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    digits = true;
    if (decimals >= decimals_max) {
      if (c != '0') return std::nullopt;
      continue;
    }
    if (coefficient > coefficient_max / 10) return std::nullopt;
    coefficient = coefficient * 10 + (c - '0');
    if (decimals >= 0) ++decimals;
  }
  if (!digits) return std::nullopt;
  for (int i = decimals < 0 ? 0 : decimals; i < decimals_max; ++i) {
    if (coefficient > coefficient_max / 10) return std::nullopt;
    coefficient *= 10;
  }
  Decimal result;
  result.coefficient_ = negative ? -coefficient : coefficient;
  return result;
}

std::string Decimal::to_text() const {
  const Wide magnitude = coefficient_ < 0 ? -coefficient_ : coefficient_;
  Wide whole = magnitude / one;
  auto fraction = static_cast<std::uint64_t>(magnitude % one);
  char buffer[44];
  char* const end = buffer + sizeof buffer;
  char* next = end;
  const auto prepend = [&next](auto digit) { *--next = static_cast<char>('0' + digit); };
  bool significant = false;
  for (int place = 0; fraction != 0 || (significant && place < decimals_max); ++place) {
    const std::uint64_t digit = fraction % 10;
    fraction /= 10;
    significant = significant || digit != 0;
    if (significant) prepend(digit);
  }
  if (significant) *--next = '.';
  // Division of 128 bits is slow, and nearly every amount fits in 64.
  for (; whole > std::numeric_limits<std::uint64_t>::max(); whole /= 10) {
    prepend(static_cast<int>(whole % 10));
  }
  auto rest = static_cast<std::uint64_t>(whole);
  do {
    prepend(rest % 10);
    rest /= 10;
  } while (rest != 0);
  if (coefficient_ < 0) *--next = '-';
  return {next, end};
}

// Sums and differences run once or more an event, so they are checked on the coefficient itself;
// products and quotients, which need twice its width, go through Boost.
Decimal& Decimal::operator+=(Decimal other) {
  Wide sum = 0;
  if (__builtin_add_overflow(coefficient_, other.coefficient_, &sum) || !in_range(sum)) {
    overflow("sum");
  }
  coefficient_ = sum;
  return *this;
}

Decimal& Decimal::operator-=(Decimal other) {
  Wide difference = 0;
  if (__builtin_sub_overflow(coefficient_, other.coefficient_, &difference) ||
      !in_range(difference)) {
    overflow("difference");
  }
  coefficient_ = difference;
  return *this;
}

Decimal operator*(Decimal left, Decimal right) {
  // Where the product of the coefficients fits in 127 bits, as nearly always, that is wide enough.
  Wide product = 0;
  if (!__builtin_mul_overflow(left.coefficient_, right.coefficient_, &product) &&
      product % DecimalAccess::one == 0) {
    return DecimalAccess::from_coefficient(product / DecimalAccess::one);
  }
  return narrowed(
      divided(widened(left) * widened(right), Checked(DecimalAccess::one), Rounding::exact),
      "product");
}

Decimal divide(Decimal left, Decimal right, int decimals, Rounding rounding) {
  if (right.is_zero()) throw Error(ErrorKind::arithmetic, "division by zero");
  const Checked sign = right.is_negative() ? -1 : 1;
  const Checked units =
      divided(widened(left) * sign * power_of_ten(decimals), widened(right) * sign, rounding);
  return narrowed(units * power_of_ten(Decimal::decimals_max - decimals), "quotient");
}

Decimal Decimal::rounded(int decimals, Rounding rounding) const {
  const Checked unit = power_of_ten(decimals_max - decimals);
  return narrowed(divided(widened(*this), unit, rounding) * unit, "rounded value");
}

std::size_t Decimal::hash() const {
  const auto bits = static_cast<unsigned __int128>(coefficient_);
  return static_cast<std::size_t>(bits) * 0x9E3779B97F4A7C15U ^
         static_cast<std::size_t>(bits >> 64);
}

Decimal absolute(Decimal value) { return value.is_negative() ? -value : value; }

Decimal DecimalAccess::scaled(Decimal value, std::int64_t numerator, std::int64_t denominator,
                              int decimals, Rounding rounding) {
  const Checked unit = power_of_ten(Decimal::decimals_max - decimals);
  return narrowed(divided(widened(value) * numerator, Checked(denominator) * unit, rounding) * unit,
                  "scaled value");
}

}  // namespace stakebook
