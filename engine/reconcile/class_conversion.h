// Class conversion: one class of the issuer's securities became another (conversion,
// reclassification, merger) without a row.
//
//   Class B: 12,500 held, next report 0; Class A: +12,500 between the same reports
//
// Plausible where an account of another title, of the same owner, shows the opposite gap in the
// same window; proven where a footnote of either row also tells of it, and the number is no other
// gap's. Private to reconcile/.
#pragma once

#include "reconcile/investigation.h"

namespace stakebook {

std::optional<GapCause> find_class_conversion(const Investigation& investigation, const Gap& gap);

}  // namespace stakebook
