// Control chains: a fund, its general partner and its manager report the same shares, each in a
// filing of his own. Counted once in what an issuer's insiders hold together.
//
//   Fund LP:     2024-05-06 S 1,200 @ 31.20 -> 48,800, direct
//   Manager LLC: 2024-05-06 S 1,200 @ 31.20 -> 48,800, indirect, "See footnote" (by Fund LP)
//     one line of 48,800 shares, not 97,600 (domain rule 7.5)
//
// Two accounts are candidates if and only if
// 1. they are of one table and security, of different holders, and not both direct: two persons
//    do not own the same shares directly, however alike their awards are;
// 2. a row of each says the same: date, amount, price where there is one, balance afterwards;
// 3. and there is a reason beside: the one filing's nature of ownership, footnotes or remarks name a
//    holder of the other; or one is direct and the other's nature is only a footnote, the rows have
//    a price, are no award, and leave a balance that is neither nothing nor just what was acquired;
// 4. and nothing contradicts it: on every day on which both moved they moved alike, and between the
//    first and the last day that both report neither moved alone;
// 5. and it is the only reading: of accounts that are taken for one line at most one is direct, and
//    no two have the same holders; without a name in the words, no third account fits either.
//
// A candidate is plausible, never proven. To miss one is better than to make one.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "book/book.h"

namespace stakebook {

struct SameShares {
  std::vector<std::int32_t> accounts;  // into Book::accounts, ascending; two at least
  std::vector<std::pair<Reference, Reference>> rows;  // that say the same
  std::vector<FigureReference> named_in;              // rows whose words name the other's holder
};

std::vector<SameShares> same_shares(const std::vector<Claim>& claims, const History& history,
                                    const Book& book);

// What all accounts of a security of Table I hold together: each account's balance, candidates for
// the same shares once, as the largest of them.
struct SecurityTotal {
  std::string security_title;  // as first reported
  ShareRange balance;
  std::int64_t accounts = 0;      // with a balance that is not zero
  std::int64_t left_out = 0;      // of them, counted with another one
  Grade grade = Grade::reported;  // plausible where accounts were left out
};

// In order of first mention; securities of which nothing is held are left out.
std::vector<SecurityTotal> totals_of(const History& history, const Book& book,
                                     const std::vector<SameShares>& same);

}  // namespace stakebook
