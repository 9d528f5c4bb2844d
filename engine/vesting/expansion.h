// Terms to tranches: exact and pure.
//
//   expand({anchor 2025-01-15, one Series {48 x 1 month, 1/48}}, Shares(4800))
//     48 tranches of 100, 2025-02-15 ... 2029-01-15
//
// 1. Tranches come in order of their dates, one a date.
// 2. They sum to `granted` exactly where the terms' parts sum to 1.
// 3. A grant with a fraction of a unit (5,666.813 with its dividend equivalents) vests in whole
//    units under every rule but `fractional`; the last tranche takes the rest with the fraction.
// 4. `fractional` keeps twelve decimals (Decimal's own); what they cannot hold goes to the last
//    tranche.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "vesting/terms.h"

namespace stakebook {

// The terms contradict themselves or the grant: data, not an error.
struct Inconsistency {
  std::string message;  // "the stated counts sum to 42,855, not to the 42,856 granted"
  friend bool operator==(const Inconsistency&, const Inconsistency&) = default;
};

using Expansion = std::variant<std::vector<VestingTranche>, Inconsistency>;

Expansion expand(const VestingTerms& terms, Shares granted);

// The terms' steps with their dates, in the order of the terms: series unrolled, a cliff's steps
// all dated at the cliff. Each portion stands alone: a series' Rest or PartOfRemainder becomes a
// part of what is still unvested before that step (Rest over three steps: 1/3, 1/2, Rest).
std::vector<DatedStep> dated_steps(const VestingTerms& terms);

// `granted` over `tranches` equal parts under a rule; the Open Cap allocation alone, without dates.
// Error(invalid_input) where `tranches` is not positive or `granted` is negative.
std::vector<Shares> allocate(Shares granted, int tranches, AllocationRule rule);

// The same over unequal parts that sum to at most 1 (cliff 12/48, then 1/48 each). The cumulative
// rules round the exact cumulative entitlement; the others round every part down and give what is
// left over, a share each to the first or last parts, or all of it to one. Same errors.
std::vector<Shares> allocate(Shares granted, const std::vector<Ratio>& parts, AllocationRule rule);

// The i-th step (i >= 0 periods after `start`) under a day rule; i = 0 is `start` itself. Counted
// from `start`: monthly from 2023-08-31 is 09-30, 10-31, ..., 2024-02-29, 03-31.
Date step_date(Date start, const Period& period, int periods, const DayRule& day_rule);

}  // namespace stakebook
