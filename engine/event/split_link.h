// Options adjust with a split: the strike divides as the count multiplies. So the option that was
// reported at 317.01 before a three-for-one is the one reported at 105.67 after it: one account.
//
// Two Table II accounts are one where everything but the strike agrees, the later strike is the
// earlier divided by the ratio and rounded up to the cent, or within a cent of it (domain rule 10,
// "Options"), and no event of the later lies before the split nor of the earlier after it.
#pragma once

#include "event/derive.h"

namespace stakebook {

void link_accounts_across_splits(History& history);

// The strike after a split, rounded up to the cent: substitution must not lower it (domain rule
// 10).
Price strike_after(Price strike, Ratio split);

}  // namespace stakebook
