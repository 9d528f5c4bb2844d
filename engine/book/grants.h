// Grants and their tranches on a date, from accounts, terms and statements. Private to book/.
//
// The sources, strongest first: what a footnote states in words of the day's holding (vested
// 47,144, unvested 42,856); terms that a footnote or a record gives for the grant; the "Date
// Exercisable" column. Where two of them speak of one amount they are compared, and a note says
// that they agree or not.
#pragma once

#include <optional>
#include <vector>

#include "book/book.h"

namespace stakebook {

// `book.accounts` are replayed up to `on`; where `on` is absent, the last day that a source speaks
// of.
std::vector<GrantPosition> grants_of(const History& history, const Book& book,
                                     std::optional<Date> on);

}  // namespace stakebook
