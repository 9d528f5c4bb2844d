// Stated in a footnote: words give the number that no row reports.
//
//   "Includes 312 shares acquired under the ESPP."   and the gap is +312
//
// Proven where a footnote of the row says that so many were acquired (or given up) and the number,
// or the sum of all numbers that the row's footnotes state so, is exactly the gap; not where an
// earlier report of the account said the same already. Plausible where the words only say what the
// balance consists of. Private to reconcile/.
#pragma once

#include "reconcile/investigation.h"

namespace stakebook {

std::optional<GapCause> find_stated_in_footnote(const Investigation& investigation, const Gap& gap);

}  // namespace stakebook
