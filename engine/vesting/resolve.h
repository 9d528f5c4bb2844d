// Clauses to terms: what each clause leaves unsaid is found from the grant, the row, or the clauses
// before it; what cannot be found, or does not agree, is said.
//
// Conventions, where the words allow two readings (docs/reference/vesting.md lists them all):
//   "beginning on S": the first step on S; "following / from / after S": one period later;
//   "over the N-year period commencing on S": one period after S, unless S is an anniversary;
//   an explicit list of dates and counts outranks fractions; an end date is always checked.
#pragma once

#include <string>
#include <vector>

#include "vesting/clause.h"
#include "vesting/grant_facts.h"
#include "vesting/language.h"
#include "vesting/terms.h"

namespace stakebook::language {

struct Resolution {
  enum class Outcome : unsigned char { terms, vested, inconsistent, unclear };
  Outcome outcome = Outcome::unclear;
  VestingTerms terms;
  std::optional<Shares> granted;
  bool of_unvested_remainder = false;
  bool counts = false;  // the steps are stated counts
  std::string reason;
};

Resolution resolve(const ClauseList& list, const GrantFacts& facts, const RowContext& row);

}  // namespace stakebook::language
