// Several readings of the amendments, one book: each balance is what lies between them.
//
//   the amendment may amend entry 1 (5,100 afterwards) or entry 2 (5,000): at least 5,000 and at
//   most 5,100; a later filing that reports 4,900 in both readings is 4,900 again
//
// Private to book/.
#pragma once

#include "book/book.h"

namespace stakebook {

// Widens the accounts of `book` by those of another reading. Both up to the same date.
void widen(Book& book, const History& history, const Book& other, const History& other_history);

}  // namespace stakebook
