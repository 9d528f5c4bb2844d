// Reporting error: one edit of one figure makes this balance and the next one agree.
//
//   D 10,000 of 230,198 leaves 240,198: taken as A it agrees
//   8,189 + 544 is reported as 8,162, the next balance goes on from 8,733
//
// Plausible, with the smallest correction as a proposal. Edits: A for D; a digit of the amount
// missing, doubled or exchanged, or its point slipped; the balance, where the next one goes on from
// what this one should be. Private to reconcile/.
#pragma once

#include "reconcile/investigation.h"

namespace stakebook {

std::optional<GapCause> find_reporting_error(const Investigation& investigation, const Gap& gap);

}  // namespace stakebook
