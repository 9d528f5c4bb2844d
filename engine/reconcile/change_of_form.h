// Change of form: shares moved between the owner's own accounts, for which no row is filed
// (17 CFR 240.16a-13).
//
//   direct: 1,220,481 held, next report begins from nothing
//   by trust: +1,220,481 between the same reports; both gaps are explained
//
// Proven where a footnote states the number; or where another account of the owner shows the
// opposite gap, the number has four digits that matter, no other gap has it, and no row of either
// account moves as much (such a row may stand in the wrong place). Private to reconcile/.
#pragma once

#include "reconcile/investigation.h"

namespace stakebook {

std::optional<GapCause> find_change_of_form(const Investigation& investigation, const Gap& gap);

}  // namespace stakebook
