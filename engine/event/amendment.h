// Amendments are row-wise: a 3/A, 4/A or 5/A adds or replaces lines, seldom the whole.
//
//   4 of 2024-05-02: P 1,000 @ 10 -> 5,000;  4/A of 2024-05-20: P 1,100 @ 10 -> 5,100
//     the amended row replaces the original's; both claims stay in the journal
//
// 1. The link is a typed date (box 4, "date original filed"), often wrong: candidates are scored
//    (domain rule 8.1) and a link needs a single best one of at least five points.
// 2. An amended row that equals a current row repeats it and has no effect; one that agrees with it
//    in security, ownership, date and code, and in amount, price or balance, replaces it; any other
//    is added.
// 3. Rows of the original that the amendment does not mention stay. Nothing is ever deleted.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include "journal/claim.h"
#include "value/diagnostic.h"

namespace stakebook {

struct Amendments {
  std::set<Reference> without_effect;  // rows replaced by a later one, or repeating an earlier one
  std::map<Reference, Reference> replaced_by;  // original row -> amended row
  std::map<std::int64_t, std::int64_t>
      original_of;          // entry of the amendment -> entry of the original
  Diagnostics diagnostics;  // amendments without a single original
};

// Claims whose entry is a key of `superseded` (version.h) take no part.
Amendments amendments_in(const std::vector<Claim>& claims,
                         const std::map<std::int64_t, std::int64_t>& superseded = {});

}  // namespace stakebook
