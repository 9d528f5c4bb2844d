// What the whole text says of the grant itself: when it was granted, from when it vests, how many
// units.
//
//   "On February 26, 2020, the reporting person was granted 6,667 RSUs"    2020-02-26, 6,667
//   "Vesting commencement date is March 31, 2025"                          commencement 2025-03-31
#pragma once

#include <optional>
#include <span>

#include "value/date.h"
#include "value/quantity.h"
#include "vesting/token.h"

namespace stakebook::language {

struct GrantFacts {
  std::optional<Date> granted_on;
  std::optional<Date> commencement;
  std::optional<Shares> granted;
  bool several_dates = false;    // it names more than one date of grant
  bool several_amounts = false;  // ... or more than one amount granted
};

GrantFacts read_grant_facts(std::span<const Token> tokens);

}  // namespace stakebook::language
