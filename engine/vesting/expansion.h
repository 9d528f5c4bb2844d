// Terms to tranches: exact and pure.
//
//   expand({anchor 2025-01-15, one Series {48 x 1 month, 1/48}}, Shares(4800))
//     48 tranches of 100, 2025-02-15 ... 2029-01-15
//
// The tranches come in order of their dates and sum to `granted` exactly where the terms' parts sum to 1.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "vesting/terms.h"

namespace stakebook {

// The terms contradict themselves or the grant: data, not an error.
struct Inconsistency {
  std::string message;  // "the stated counts sum to 42,855, not to the 42,856 granted"
};

using Expansion = std::variant<std::vector<VestingTranche>, Inconsistency>;

Expansion expand(const VestingTerms& terms, Shares granted);

// `granted` over `tranches` equal parts under a rule; the Open Cap allocation alone, without dates.
std::vector<Shares> allocate(Shares granted, int tranches, AllocationRule rule);

// The i-th step (i >= 0 periods after `start`) under a day rule.
Date step_date(Date start, const Period& period, int periods, const DayRule& day_rule);

}  // namespace stakebook
