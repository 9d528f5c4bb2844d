// Plan accrual: a plan adds shares without reports (401(k), ESPP, dividend reinvestment, dividend
// equivalents: 17 CFR 240.16b-3(c), 16a-11).
//
//   "401(k) Plan": 3,553.255, a month later 3,568.159
//
// Plausible where the nature of ownership or a footnote of the row names such a plan, and the gap
// is positive and at most a twentieth of the balance. Never proven: where words state the number
// it is stated in a footnote. Private to reconcile/.
#pragma once

#include "reconcile/investigation.h"

namespace stakebook {

std::optional<GapCause> find_plan_accrual(const Investigation& investigation, const Gap& gap);

}  // namespace stakebook
