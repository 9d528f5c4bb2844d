// Replays the events of one account: running balances, lost amounts, checks. Private to book/.
//
// Unknowns are solved, not guessed. Between two known balances the changes must sum to their
// difference; with one lost amount it is forced, with several each is bounded by the others:
//
//   ? acquired 5,000 (solved by its pair), four sales of unknown size, then -500 -> 106,000
//     balance before the last sale 106,500; opening = 101,500 + what the four sales sold:
//     more than 101,500
#pragma once

#include <vector>

#include "book/book.h"

namespace stakebook {

// `events` are indices into history.events of this account and of the issuer's splits, in its
// order.
Account replay_account(const History& history, std::int32_t account,
                       const std::vector<std::int32_t>& events);

}  // namespace stakebook
