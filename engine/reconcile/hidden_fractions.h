// Hidden fractions: the account carries fractions of shares, and the reported figures are rounded.
//
//   3,673 + 15.56 is reported as 3,689, + 16.5 as 3,705: carried without rounding 3,688.56 and
//   3,705.06
//
// Proven where a footnote says that fractions made up the gap; where changes are reported more
// finely than balances, and the balance carried through all of them rounds to every reported one;
// or where the gap is one unit of the last place, a pattern of the account, and other rows or the
// footnotes show its fractions. Private to reconcile/.
#pragma once

#include "reconcile/investigation.h"

namespace stakebook {

std::optional<GapCause> find_hidden_fractions(const Investigation& investigation, const Gap& gap);

}  // namespace stakebook
