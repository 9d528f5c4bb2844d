// Exact fractions: parts of a grant (1/48, 33-1/3 percent), splits (3 for 1), conversion ratios.
//
//   Ratio(12, 48)                                          1/4
//   Ratio(1, 3).of(Decimal(100), 0, Rounding::floor)       33
//   Ratio(1, 3) + Ratio(2, 3) == Ratio(1)                  true
//
// Always in lowest terms with a positive denominator. Numerator and denominator are 64-bit;
// a result that does not fit is Error(arithmetic).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "value/decimal.h"

namespace stakebook {

class Ratio {
 public:
  constexpr Ratio() = default;  // 0
  // Error(arithmetic) when the denominator is zero.
  explicit Ratio(std::int64_t numerator, std::int64_t denominator = 1);

  // "3/1", "1/48", "7"; nullopt for anything else and for the denominator 0.
  static std::optional<Ratio> parse(std::string_view text);
  // The exact ratio of two decimals; nullopt when the second is zero or it does not fit.
  static std::optional<Ratio> between(Decimal numerator, Decimal denominator);

  std::int64_t numerator() const { return numerator_; }
  std::int64_t denominator() const { return denominator_; }
  bool is_zero() const { return numerator_ == 0; }
  std::string to_text() const;  // "1/48", "3"

  // This part of `whole`, with at most `decimals` decimals.
  Decimal of(Decimal whole, int decimals, Rounding rounding) const;
  Decimal to_decimal(int decimals, Rounding rounding) const {
    return of(Decimal(1), decimals, rounding);
  }
  Ratio inverse() const { return Ratio(denominator_, numerator_); }

  friend Ratio operator+(Ratio left, Ratio right);
  friend Ratio operator-(Ratio left, Ratio right);
  friend Ratio operator*(Ratio left, Ratio right);
  friend bool operator==(Ratio, Ratio) = default;
  friend std::strong_ordering operator<=>(Ratio left, Ratio right);

 private:
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
};

}  // namespace stakebook
