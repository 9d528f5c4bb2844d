// Replays the events of one account: running balances, lost amounts, checks. Private to book/.
//
// Unknowns are solved, not guessed. Between two known balances the changes must sum to their
// difference; with one lost amount it is forced, with several each is bounded by the others:
//
//   ? acquired 5,000 (solved by its pair), four sales of unknown size, then -500 -> 106,000
//     balance before the last sale 106,500; opening = 101,500 + what the four sales sold:
//     more than 101,500
#pragma once

#include <map>
#include <vector>

#include "book/book.h"

namespace stakebook {

// Rows that chained while an amendment was not yet known.
struct CarriedBalance {
  Shares before;      // the balance that the row began from, as it was known then
  Reference amended;  // the amended row that changed it since
};
using CarriedBalances = std::map<Reference, CarriedBalance>;

// `events` are indices into history.events of this account and of the issuer's splits, in its
// order.
Account replay_account(const History& history, std::int32_t account,
                       const std::vector<std::int32_t>& events,
                       const CarriedBalances& carried = {});

// What the account's opening follows from: its first stated balance, taken back over the rows
// before it.
Inference opening_of(const History& history, const std::vector<Posting>& postings);

// A record of an option grant speaks of that grant alone: its strike and expiration date are part
// of the account, so nothing was in it before.
bool begins_at_nothing(const History& history, const Event& first);

}  // namespace stakebook
