// All causes of a gap, from all finders. Private to reconcile/.
//
// 1. A proven cause stands alone; where two are proven they contradict each other, and neither is.
// 2. Plausible ones are listed side by side, in the order of Cause.
#pragma once

#include "reconcile/investigation.h"

namespace stakebook {

std::vector<GapCause> causes_of(const Investigation& investigation, const Gap& gap);

}  // namespace stakebook
