#include "value/ratio.h"

#include <charconv>
#include <limits>
#include <numeric>

#include "value/decimal_access.h"
#include "value/error.h"

namespace stakebook {
namespace {

__extension__ using Wide = __int128;

Wide greatest_common_divisor(Wide a, Wide b) {
  if (a < 0) a = -a;
  if (b < 0) b = -b;
  while (b > std::numeric_limits<std::uint64_t>::max()) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  if (b == 0) return a;
  return std::gcd(static_cast<std::uint64_t>(b), static_cast<std::uint64_t>(a % b));
}

bool fits(Wide value) {
  return value >= std::numeric_limits<std::int64_t>::min() &&
         value <= std::numeric_limits<std::int64_t>::max();
}

struct Terms {
  std::int64_t numerator;
  std::int64_t denominator;
};

// In lowest terms with a positive denominator; nullopt where it is zero or they do not fit.
std::optional<Terms> lowest_terms(Wide numerator, Wide denominator) {
  if (denominator == 0) return std::nullopt;
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  const Wide divisor = greatest_common_divisor(numerator, denominator);
  numerator /= divisor;
  denominator /= divisor;
  if (!fits(numerator) || !fits(denominator)) return std::nullopt;
  return Terms{static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator)};
}

std::optional<Ratio> reduced(Wide numerator, Wide denominator) {
  const auto terms = lowest_terms(numerator, denominator);
  if (!terms) return std::nullopt;
  return Ratio(terms->numerator, terms->denominator);
}

Ratio reduced_or_throw(Wide numerator, Wide denominator) {
  const auto result = reduced(numerator, denominator);
  if (!result) throw Error(ErrorKind::arithmetic, "the ratio is out of range");
  return *result;
}

}  // namespace

Ratio::Ratio(std::int64_t numerator, std::int64_t denominator) {
  if (denominator == 0) throw Error(ErrorKind::arithmetic, "a ratio cannot have the denominator 0");
  const auto terms = lowest_terms(numerator, denominator);
  if (!terms) throw Error(ErrorKind::arithmetic, "the ratio is out of range");
  numerator_ = terms->numerator;
  denominator_ = terms->denominator;
}

std::optional<Ratio> Ratio::parse(std::string_view text) {
  const auto integer = [](std::string_view part) -> std::optional<std::int64_t> {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
    if (error != std::errc() || end != part.data() + part.size()) return std::nullopt;
    return value;
  };
  const std::size_t slash = text.find('/');
  const auto numerator = integer(text.substr(0, slash));
  const auto denominator = slash == std::string_view::npos ? std::optional<std::int64_t>(1)
                                                           : integer(text.substr(slash + 1));
  if (!numerator || !denominator) return std::nullopt;
  return reduced(*numerator, *denominator);
}

std::optional<Ratio> Ratio::between(Decimal numerator, Decimal denominator) {
  return reduced(DecimalAccess::coefficient(numerator), DecimalAccess::coefficient(denominator));
}

std::string Ratio::to_text() const {
  return denominator_ == 1 ? std::to_string(numerator_)
                           : std::to_string(numerator_) + "/" + std::to_string(denominator_);
}

Decimal Ratio::of(Decimal whole, int decimals, Rounding rounding) const {
  return DecimalAccess::scaled(whole, numerator_, denominator_, decimals, rounding);
}

Ratio operator+(Ratio left, Ratio right) {
  const Wide numerator =
      Wide(left.numerator_) * right.denominator_ + Wide(right.numerator_) * left.denominator_;
  return reduced_or_throw(numerator, Wide(left.denominator_) * right.denominator_);
}

Ratio operator-(Ratio left, Ratio right) {
  const Wide numerator =
      Wide(left.numerator_) * right.denominator_ - Wide(right.numerator_) * left.denominator_;
  return reduced_or_throw(numerator, Wide(left.denominator_) * right.denominator_);
}

Ratio operator*(Ratio left, Ratio right) {
  return reduced_or_throw(Wide(left.numerator_) * right.numerator_,
                          Wide(left.denominator_) * right.denominator_);
}

std::strong_ordering operator<=>(Ratio left, Ratio right) {
  return Wide(left.numerator_) * right.denominator_ <=> Wide(right.numerator_) * left.denominator_;
}

}  // namespace stakebook
