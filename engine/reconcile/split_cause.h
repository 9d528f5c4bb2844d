// Split: the balance was restated in between by a split or a stock dividend, for which no row is
// filed (17 CFR 240.16a-9).
//
//   12,345 held, next report: sold 1,000, 36,035 left: 37,035 = 3 x 12,345
//
// Proven with a second witness: another account of the issuer, with another balance, that shows the
// same ratio in the same window; the strike of an option that moved by the inverse; a footnote that
// states it. A ratio of 2 alone is nothing: as much may have been granted. Private to reconcile/.
#pragma once

#include "reconcile/investigation.h"

namespace stakebook {

std::optional<GapCause> find_split(const Investigation& investigation, const Gap& gap);

}  // namespace stakebook
