// Vesting terms as a person types them.
//
//   --anchor 2025-03-31 --series "1 x 12 months, 1/4" --series "36 x 1 month, 1/48" --day-rule last
//   --tranche 2008-03-31=14286 --tranche 2008-09-30=14286 --tranche 2009-03-31=rest
//
//   series  = N "x" [LENGTH] UNIT "," PORTION *("," MORE)   48 x 1 month, 1/48 each, cliff 12
//   UNIT    = day | week | month | quarter | year, or its plural
//   PORTION = COUNT ["shares"] | FRACTION ["of the rest"] | "rest"  each may end in "each"
//   FRACTION= 1/48 | 25%
//   MORE    = "cliff" N | "from" DATE | "beginning" DATE    from: first step one period later
//   tranche = DATE "=" PORTION
//
// Series and tranches are steps in the order given.
#pragma once

#include <optional>
#include <vector>

#include "arguments.h"
#include "command.h"
#include "vesting/terms.h"

namespace stakebook::cli {

std::vector<OptionSpec> vesting_options();
// UsageError where a text is not of the forms above, or no step is given.
VestingTerms vesting_terms_of(const Arguments& arguments, std::optional<Date> anchor_by_default);

}  // namespace stakebook::cli
