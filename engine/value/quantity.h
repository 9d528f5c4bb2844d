// Amounts that know what they count. Shares and shares add up; shares and money do not compile.
//
//   Shares(1500) + Shares(20)            1520 shares
//   Price(*Decimal::parse("66.903")) * Shares(1500)   100354.5 dollars
//   Shares(1) + Money(1)                 does not compile
//
// Shares counts units of one security: shares of stock, options, units (columns 4, 5 and 9).
// Price is US dollars a unit, Money is US dollars, as the forms report them.
#pragma once

#include <compare>
#include <concepts>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "value/decimal.h"

namespace stakebook {

template <class Unit>
class Quantity {
 public:
  constexpr Quantity() = default;
  explicit constexpr Quantity(Decimal amount) : amount_(amount) {}
  template <std::floating_point Real>
  Quantity(Real) = delete;

  static std::optional<Quantity> parse(std::string_view text) {
    const auto amount = Decimal::parse(text);
    return amount ? std::optional(Quantity(*amount)) : std::nullopt;
  }

  constexpr Decimal amount() const { return amount_; }
  std::string to_text() const { return amount_.to_text(); }
  bool is_zero() const { return amount_.is_zero(); }
  bool is_negative() const { return amount_.is_negative(); }
  bool is_positive() const { return amount_.is_positive(); }

  Quantity& operator+=(Quantity other) {
    amount_ += other.amount_;
    return *this;
  }
  Quantity& operator-=(Quantity other) {
    amount_ -= other.amount_;
    return *this;
  }
  friend Quantity operator+(Quantity left, Quantity right) { return left += right; }
  friend Quantity operator-(Quantity left, Quantity right) { return left -= right; }
  friend Quantity operator-(Quantity value) { return Quantity(-value.amount_); }
  friend constexpr auto operator<=>(Quantity, Quantity) = default;

 private:
  Decimal amount_;
};

using Shares = Quantity<struct SharesUnit>;
using Money = Quantity<struct MoneyUnit>;
using Price = Quantity<struct PriceUnit>;

// What `count` units cost at `price`; exact.
inline Money operator*(Price price, Shares count) { return Money(price.amount() * count.amount()); }
inline Money operator*(Shares count, Price price) { return price * count; }

}  // namespace stakebook

template <class Unit>
struct std::hash<stakebook::Quantity<Unit>> {
  std::size_t operator()(stakebook::Quantity<Unit> value) const { return value.amount().hash(); }
};
