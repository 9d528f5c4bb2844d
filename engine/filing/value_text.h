// What people type into a form, read as values: numbers, dates, yes and no.
//
//   number_from("66.9030")            66.903, not canonical
//   number_from("$1,000")             1000, repaired
//   date_from("2007-11-20-05:00")     2007-11-20, not canonical (the zone never shifts the day)
//   boolean_from("True")              true, not canonical
//
// 1. The text has no white space at its ends.
// 2. canonical holds if and only if the text is what canonical_text() gives back for the value.
// 3. repaired holds where the text breaks the specification (EDGAR Ownership XML Technical
//    Specification, 4.1) and can be read in one way only; where there are two ways it is not read.
#pragma once

#include <optional>
#include <string_view>

#include "value/date.h"
#include "value/decimal.h"

namespace stakebook {

template <class T>
struct TextValue {
  std::optional<T> value;
  bool canonical = false;
  bool repaired = false;
};

TextValue<Decimal> number_from(std::string_view text);
TextValue<Date> date_from(std::string_view text);
TextValue<bool> boolean_from(std::string_view text);

// A year that no form of electronic filing can mean: before 1990 or after 2100.
bool is_impossible_year(Date date);

}  // namespace stakebook
