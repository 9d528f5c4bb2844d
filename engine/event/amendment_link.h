// Which filing an amendment amends (domain rule 8.1).
//
//   4/A "date original filed" 2024-06-01 (a Saturday)     4 filed 2024-06-03, the same period,
//     one row in common                                     3 + 4 + 1 = 8 points: linked
//
// The link is a typed date and nothing else: it may be the period's, an earlier amendment's, or the
// evening before the official filing date. A single best candidate of at least five points is the
// original; several that score alike are all of them possible.
#pragma once

#include <string>
#include <vector>

#include "event/account.h"
#include "event/row_alignment.h"
#include "journal/claim.h"

namespace stakebook {

struct FilingRow {
  Reference place;
  const Row* row = nullptr;
  std::string account;  // AccountIdentity::key
};

// Rows of Table I, then of Table II.
std::vector<FilingRow> rows_of(const Claim& claim, const SharedKeys& shared);

// A filing with its rows, so that scoring does not build them again.
struct LinkedFiling {
  const Claim* claim = nullptr;
  std::vector<FilingRow> rows;
};

// The candidates with most points, at least five; empty where none has them.
std::vector<const LinkedFiling*> best_originals(const LinkedFiling& amendment,
                                                const std::vector<const LinkedFiling*>& candidates);

// The form of the same number, an owner in common, and public by the time of the amendment as far
// as their dates tell: a date that was only signed may lie four days off.
bool may_be_original(const Claim& amendment, const Claim& candidate);

}  // namespace stakebook
