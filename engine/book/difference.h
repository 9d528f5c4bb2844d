// What changed in one issuer's book between two dates of knowledge, row by row.
//
//   known 2024-05-10                        known 2024-05-21
//   1.I.1  P +1,000 -> 5,000                replaced by 3.I.1  P +1,100 -> 5,100   by entry 3
//   2.I.1  S -200 -> 4,800, chains          recomputed: 4,900, a gap of -100       by entry 3
//   balance 4,800                           4,900                                  by entry 3
//
// 1. Both books are of the same claims but for those that became known between the two dates, and
//    as of the same day; so every difference comes from such claims, and each names its own.
// 2. A row that stands in both books with the same figures is no difference.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "book/book.h"

namespace stakebook {

enum class RowChange : unsigned char {
  added,       // of a claim that was not known before
  replaced,    // by an amended row
  retracted,   // taken back by an amendment
  superseded,  // its claim stands back behind a better version of the same filing
  recomputed,  // the same row, another balance, amount or check
};

std::string_view name_of(RowChange change);

// A row in one of the books.
struct RowState {
  Event event;
  ShareRange change;
  ShareRange after;
  Check check = Check::nothing_reported;
  Shares gap;
  std::optional<Reference> downstream_of;
};

struct RowDifference {
  RowChange change = RowChange::added;
  AccountIdentity account;  // as later known
  std::optional<RowState> earlier;
  std::optional<RowState> later;
  std::vector<std::int64_t> claims;  // entries that changed it, ascending
};

struct BalanceDifference {
  AccountIdentity account;
  std::optional<ShareRange> earlier;  // absent where nothing was known of the account
  std::optional<ShareRange> later;
  Reference anchor;  // of the later account, else of the earlier
  std::vector<std::int64_t> claims;
};

// A figure of a grant, or one of its tranches.
struct GrantDifference {
  std::string security;
  std::vector<std::int64_t> holders;
  std::optional<Price> strike;
  std::optional<Date> expires;
  std::string figure;  // "granted", "vested", "unvested", "exercised", "remaining", "tranche"
  std::optional<Date> vests;  // of a tranche
  std::optional<ShareRange> earlier;
  std::optional<ShareRange> later;
  std::optional<TrancheState> earlier_state;  // of a tranche
  std::optional<TrancheState> later_state;
  FigureReference ref;  // of the later figure, else of the earlier
  std::vector<std::int64_t> claims;
};

struct BookDifference {
  std::vector<RowDifference> rows;          // by account, date
  std::vector<BalanceDifference> balances;  // at the end of the day asked about
  std::vector<GrantDifference> grants;

  bool empty() const { return rows.empty() && balances.empty() && grants.empty(); }
};

struct BookAsKnown {
  const History& history;
  const Book& book;
};

// `new_claims`: the entries that became known between the two, ascending.
BookDifference difference_of(const BookAsKnown& earlier, const BookAsKnown& later,
                             const std::vector<std::int64_t>& new_claims);

}  // namespace stakebook
