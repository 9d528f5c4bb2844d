// Numbers as footnotes write them: "3", "three", "three (3)", "forty-eight", "first", "21st".
//
// Each reader moves the cursor past what it read, or leaves it where it was and returns nothing.
#pragma once

#include <optional>

#include "value/decimal.h"
#include "value/ratio.h"
#include "vesting/token.h"

namespace stakebook::language {

// A whole number from 1 to 400, in digits or words, with its restatement in parentheses.
std::optional<int> read_cardinal(Cursor& cursor);
// "first", "forty-eighth", "4th".
std::optional<int> read_ordinal(Cursor& cursor);
// A number in digits: "14,286", "6.25", "9600".
std::optional<Decimal> read_digits(Cursor& cursor);

// A part of a whole, and how exactly it was written.
struct WrittenFraction {
  Ratio value;
  int percent_decimals = 0;  // of "33.3%": 1; 0 for whole percentages and for fractions
};
// "1/48th", "one-third", "two thirds", "25%", "33-1/3%", "twenty-five percent (25%)",
// "one forty-eighth (1/48th)". A restatement that differs is not read at all.
std::optional<WrittenFraction> read_fraction(Cursor& cursor);

}  // namespace stakebook::language
