// Holdings that footnotes state in words, brought to the positions that they speak of. Private to
// book/.
//
//   "... holds: vested options to purchase 47,144 shares ... that expire February 27, 2016; ...
//   unvested options to purchase 42,856 shares ... that expire February 27, 2016"
//     -> the option that expires 2016-02-27 has 47,144 vested and 42,856 unvested left
//
// Statements without a position of their expiration make one of their own.
#pragma once

#include <vector>

#include "book/book.h"

namespace stakebook {

// Changes the positions that statements speak of, as of `day`, and appends those that only they
// tell of.
void apply_statements(const History& history, const Book& book, Date day,
                      std::vector<GrantPosition>& positions);

}  // namespace stakebook
