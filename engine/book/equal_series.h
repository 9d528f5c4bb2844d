// The grant behind a rest: what the tranches ahead and the first exercise date say together.
//
//   exercisable from 2006-03-31; ahead 14,286 on 2008-03-31, 14,286 on 2008-09-30, 14,284 on
//   2009-03-31; 90,000 remain
//     -> seven half-yearly tranches of 14,286, the last 14,284: a grant of 100,000, of which 10,000
//        have been exercised. Plausible: consistent with every figure, no independent witness.
#pragma once

#include "book/tranche.h"

namespace stakebook {

// Fills `granted` and `exercised` where they are not known and the inference holds; else does
// nothing. `as_of` is the day on which the position's tranches were stated.
void infer_equal_series(GrantPosition& position, Date as_of);

}  // namespace stakebook
