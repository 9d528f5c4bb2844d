// Amendments are row-wise: a 3/A, 4/A or 5/A adds or replaces lines, seldom the whole.
//
//   4 of 2024-05-02: P 1,000 @ 10 -> 5,000;  4/A of 2024-05-20: P 1,100 @ 10 -> 5,100
//     the amended row replaces the original's; both claims stay in the journal
//
// 1. An amendment is linked to what it amends by evidence (amendment_link.h), in whatever order the
//    two came in, and its rows are aligned with the rows that hold now, one to one
//    (row_alignment.h).
// 2. A row that repeats a current row has no effect; a partner that differs is replaced; a row
//    without partner is added. Rows that the amendment does not mention stay.
// 3. Rows are taken back only where a text does so (amendment_text.h) or where an amendment puts
//    zero shares in their place, and each is told in the diagnostics, for review.
// 4. What can be read in two ways is read in both: `others` are the readings beside the first. The
//    first takes nothing away that is in doubt.
// 5. Nothing is deleted: `effects` tells what became of every row that no longer posts.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "event/account.h"
#include "journal/claim.h"
#include "value/diagnostic.h"

namespace stakebook {

enum class AmendmentEffect : unsigned char {
  repeats,    // the amended row says what `by` says already
  replaced,   // by the amended row `by`
  retracted,  // taken back by the amendment or its row `by`
  added,      // by the amendment: the row counts
};

std::string_view name_of(AmendmentEffect effect);

struct RowEffect {
  Reference row;
  AmendmentEffect effect = AmendmentEffect::replaced;
  Reference by;                // the other row; the amendment's entry where only its text speaks
  std::int64_t amendment = 0;  // its entry
  std::string quote;           // the words that take the row back; else empty

  friend auto operator<=>(const RowEffect&, const RowEffect&) = default;
};

struct Amendments {
  std::set<Reference> without_effect;          // rows replaced, taken back, or repeating another
  std::map<Reference, Reference> replaced_by;  // original row -> amended row
  std::map<std::int64_t, std::int64_t> original_of;  // entry of the amendment -> of the original
  std::vector<RowEffect> effects;                    // in the order in which they were made
  Diagnostics diagnostics;                           // of the first reading
  std::vector<Amendments> others;                    // readings; few, and empty nearly always
};

// Claims whose entry is a key of `superseded` (version.h) take no part. `shared` is what
// shared_keys() says of all claims, so that a row is of the same account here as in the book.
Amendments amendments_in(const std::vector<Claim>& claims,
                         const std::map<std::int64_t, std::int64_t>& superseded,
                         const SharedKeys& shared);

}  // namespace stakebook
