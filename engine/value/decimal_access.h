// How the other files of value/ reach a Decimal's coefficient. Not for any other folder.
#pragma once

#include "value/decimal.h"

namespace stakebook {

class DecimalAccess {
 public:
  __extension__ using Wide = __int128;

  static constexpr Wide one = Decimal::one;

  static Wide coefficient(Decimal value) { return value.coefficient_; }
  static Decimal from_coefficient(Wide coefficient) {
    Decimal result;
    result.coefficient_ = coefficient;
    return result;
  }
  // value * numerator / denominator (> 0) with at most `decimals` decimals.
  static Decimal scaled(Decimal value, std::int64_t numerator, std::int64_t denominator,
                        int decimals, Rounding rounding);
};

}  // namespace stakebook
