// Control chains: a fund and its manager report the same shares, each in filings of his own. They
// are counted once in what an issuer's insiders hold together.
//
//   Fund LP:     2024-05-06 S 1,200 @ 31.20 -> 48,800, direct
//   Manager LLC: the same, indirect, "See footnote"     one line of 48,800 (domain rule 7.5)
//
// same_shares.cpp says when two accounts are candidates. A candidate is plausible, never proven; to
// miss one is better than to make one.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "book/book.h"

namespace stakebook {

struct SameShares {
  std::vector<std::int32_t> accounts;                 // into Book::accounts, ascending; two
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
