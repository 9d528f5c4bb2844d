// Exit from Section 16: the owner was not subject to reporting in between (17 CFR 240.16a-2(b)).
//
//   a last Form 4 with "no longer subject to Section 16"; years later a Form 3
//
// Plausible where the report before the gap ticks the box, or the gap stands in a new Form 3.
// Private to reconcile/.
#pragma once

#include "reconcile/investigation.h"

namespace stakebook {

std::optional<GapCause> find_exit(const Investigation& investigation, const Gap& gap);

}  // namespace stakebook
