// Which row of a filing an amended row speaks of (domain rule 8.2).
//
//   current  P 2024-05-01 1,000 @ 10 -> 5,000        amended  P 2024-05-01 1,100 @ 10 -> 5,100
//     the same line, the same price, the same balance before it: it is replaced
//   current  S 2024-05-01 1,000 @ 10 -> 9,000        amended  S 2024-05-01 500 @ 11 -> 8,500
//     it begins where the current row ends: another transaction, added
//
// 1. A pair is `equal` (every field), `sure`, `doubtful` (could be the row corrected, or another
//    one) or no pair at all.
// 2. Rows are aligned one to one so that as much as possible agrees in all: an assignment, since a
//    row that is taken by the first that likes it may be the only partner of another.
// 3. Where another alignment agrees as well and takes other rows, it stands in `others`.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "filing/document.h"

namespace stakebook {

enum class Likeness : unsigned char { none, doubtful, sure, equal };

// What the amendment's words say of its rows, where they say it.
struct AlignmentHints {
  bool corrects = false;  // "incorrectly reported"
  bool adds = false;      // "was omitted"
  bool in_full = false;   // "restated in its entirety": rows left over on both sides are partners
};

struct AlignedRow {
  const Row* row = nullptr;
  std::string_view account;  // AccountIdentity::key: tells two trusts under one phrase apart
};

struct RowPair {
  std::optional<std::size_t> current;  // into the current rows; absent: no partner
  Likeness likeness = Likeness::none;
};

// One RowPair an amended row.
using Alignment = std::vector<RowPair>;

struct Alignments {
  Alignment best;
  std::vector<Alignment> others;  // that agree as well; few
};

Alignments aligned(const std::vector<AlignedRow>& amended, const std::vector<AlignedRow>& current,
                   const AlignmentHints& hints);

Likeness likeness_of(const AlignedRow& amended, const AlignedRow& current,
                     const AlignmentHints& hints);

// The balance before a transaction, where the row tells it.
std::optional<Shares> balance_before(const Row& row);
// Security, ownership, strike and expiration are the same, and of transactions date, code and
// direction too.
bool is_of_one_line(const Row& a, const Row& b);

// The same transaction or holding, whatever its footnotes, its balance and its timeliness say.
bool is_same_fact(const Row& a, const Row& b);

}  // namespace stakebook
