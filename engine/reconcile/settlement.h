// Settlement: a vesting, exercise or conversion that only the other table shows.
//
//   Table II: M 1,250 units on 2024-03-01; no row of Table I takes them up, its balance is +1,250
//
// Proven where exactly one such row of the same owner has no partner in this table, falls into the
// window, and moves exactly the gap. Private to reconcile/.
#pragma once

#include "reconcile/investigation.h"

namespace stakebook {

std::optional<GapCause> find_settlement(const Investigation& investigation, const Gap& gap);

}  // namespace stakebook
