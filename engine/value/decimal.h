// Exact decimal numbers: every amount that EDGAR can hold, and eight decimals beyond it.
//
//   Decimal::parse("66.903")            66.903
//   Decimal(1500) * *Decimal::parse("66.903")   100354.5   (exact)
//   divide(Decimal(1), Decimal(3), 4, Rounding::floor)   0.3333
//
// 1. A value is coefficient / 10^12, |coefficient| < 10^38: 26 digits before the point, 12 after.
//    EDGAR's own range is 0 to 999999999999.9999 (Ownership XML Technical Specification, 4.1).
// 2. Every operation is exact or throws Error(arithmetic); rounding happens only where it is named.
// 3. Equal values have equal text: to_text() is canonical ("1500", "66.903", "-0.5", never "1.50").
// 4. There is no way in from, or out to, floating point: such code does not compile.
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace stakebook {

// How an inexact result becomes exact. `exact` refuses: Error(arithmetic) where digits are lost.
// `half_up` takes a half away from zero (2.5 to 3, -2.5 to -3), `half_even` to the even neighbour.
enum class Rounding { exact, floor, ceiling, half_up, half_even };

class Decimal {
 public:
  static constexpr int decimals_max = 12;

  constexpr Decimal() = default;
  template <std::integral Integer>
  requires(!std::same_as<Integer, bool> && !std::same_as<Integer, char>) constexpr Decimal(
      Integer value)  // NOLINT(google-explicit-constructor): integers are exact
      : coefficient_(static_cast<Wide>(value) * one) {}
  template <std::floating_point Real>
  Decimal(Real) = delete;

  // Reads an xs:decimal: an optional sign, digits, at most one point, at least one digit
  // ("1500", ".5", "5.", "0066.9030"). Anything else, more than twelve decimals that are not zero,
  // or a value out of range: nullopt.
  static std::optional<Decimal> parse(std::string_view text);

  // The shortest text with the same value.
  std::string to_text() const;

  bool is_zero() const { return coefficient_ == 0; }
  bool is_negative() const { return coefficient_ < 0; }
  bool is_positive() const { return coefficient_ > 0; }
  bool is_integer() const { return coefficient_ % one == 0; }

  Decimal& operator+=(Decimal other);
  Decimal& operator-=(Decimal other);
  friend Decimal operator+(Decimal left, Decimal right) { return left += right; }
  friend Decimal operator-(Decimal left, Decimal right) { return left -= right; }
  friend Decimal operator-(Decimal value) {
    value.coefficient_ = -value.coefficient_;
    return value;
  }
  // Exact, or Error(arithmetic) where the product needs more than twelve decimals.
  friend Decimal operator*(Decimal left, Decimal right);

  friend constexpr auto operator<=>(Decimal, Decimal) = default;

  std::size_t hash() const;

  // The same value with at most `decimals` decimals (0 to 12).
  Decimal rounded(int decimals, Rounding rounding) const;

 private:
  __extension__ using Wide = __int128;
  static constexpr Wide one = 1'000'000'000'000;

  friend class Ratio;
  friend class DecimalAccess;

  Wide coefficient_ = 0;
};

// left / right with at most `decimals` decimals; Error(arithmetic) when right is zero.
Decimal divide(Decimal left, Decimal right, int decimals, Rounding rounding);

Decimal absolute(Decimal value);

}  // namespace stakebook

template <>
struct std::hash<stakebook::Decimal> {
  std::size_t operator()(stakebook::Decimal value) const { return value.hash(); }
};
