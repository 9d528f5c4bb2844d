// Numbers as people read them, for sentences and tables: digits in groups of three.
//
//   grouped(Decimal 1234567.5)      "1,234,567.5"
//   grouped(more than 101500)       "more than 101,500"
//
// Never read back: what is stored or exchanged is to_text().
#pragma once

#include <string>

#include "value/decimal.h"
#include "value/quantity.h"
#include "value/range.h"

namespace stakebook {

std::string grouped(Decimal value);
std::string grouped(const ShareRange& range);
inline std::string grouped(Shares value) { return grouped(value.amount()); }

}  // namespace stakebook
