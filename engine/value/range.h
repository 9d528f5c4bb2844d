// An amount that may not be known exactly: a number, or the range it must lie in.
//
//   ShareRange::exactly(Shares(105000))      105000
//   ShareRange::more_than(Shares(101500))    more than 101500
//   ShareRange::unknown()                    not known
//
// 1. lower <= upper; where they are equal both are inclusive, and the amount is exact.
// 2. A range is what the sources force, never a guess: no midpoint is ever taken.
#pragma once

#include <optional>
#include <string>

#include "value/quantity.h"

namespace stakebook {

struct Bound {
  Shares value;
  bool inclusive = true;

  friend bool operator==(const Bound&, const Bound&) = default;
};

class ShareRange {
 public:
  ShareRange() = default;  // not known at all
  static ShareRange exactly(Shares value) { return {Bound{value, true}, Bound{value, true}}; }
  static ShareRange unknown() { return {}; }
  static ShareRange more_than(Shares value) { return {Bound{value, false}, std::nullopt}; }
  static ShareRange at_least(Shares value) { return {Bound{value, true}, std::nullopt}; }
  static ShareRange less_than(Shares value) { return {std::nullopt, Bound{value, false}}; }
  static ShareRange at_most(Shares value) { return {std::nullopt, Bound{value, true}}; }

  bool is_exact() const { return lower_ && upper_ && lower_->value == upper_->value; }
  // The amount where it is exact.
  std::optional<Shares> exact() const {
    return is_exact() ? std::optional(lower_->value) : std::nullopt;
  }
  const std::optional<Bound>& lower() const { return lower_; }
  const std::optional<Bound>& upper() const { return upper_; }

  bool contains(Shares value) const;
  // The amounts in both; nullopt where there is none (the sources contradict each other).
  std::optional<ShareRange> intersected(const ShareRange& other) const;

  // The smallest range that holds both.
  ShareRange hull(const ShareRange& other) const;

  friend ShareRange operator+(const ShareRange& left, const ShareRange& right);
  friend ShareRange operator-(const ShareRange& left, const ShareRange& right) {
    return left + -right;
  }
  friend ShareRange operator-(const ShareRange& value) {
    return {value.upper_negated(), value.lower_negated()};
  }
  friend bool operator==(const ShareRange&, const ShareRange&) = default;

  // "105000", "more than 101500", "at least 0 and less than 500", "not known".
  std::string to_text() const;
  // The same words around amounts that `amount_text` writes.
  std::string in_words(std::string (*amount_text)(Decimal)) const;

 private:
  ShareRange(std::optional<Bound> lower, std::optional<Bound> upper)
      : lower_(lower), upper_(upper) {}
  std::optional<Bound> upper_negated() const;
  std::optional<Bound> lower_negated() const;

  std::optional<Bound> lower_;
  std::optional<Bound> upper_;
};

}  // namespace stakebook
