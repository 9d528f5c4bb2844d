// The grants of two books, figure by figure and tranche by tranche. Private to book/.
#pragma once

#include <map>
#include <set>
#include <string>

#include "book/difference.h"

namespace stakebook {

// AccountIdentity::key -> entries that changed a row of it.
using ClaimsByAccount = std::map<std::string, std::set<std::int64_t>>;

std::vector<GrantDifference> grant_differences(const BookAsKnown& earlier, const BookAsKnown& later,
                                               const ClaimsByAccount& claims);

}  // namespace stakebook
