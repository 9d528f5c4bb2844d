// Claims in the order in which they became known, whatever the order in which they were imported.
//
// Ties (a day without a time of day) go by kind, originals before amendments, then by accession
// number, then by content: never by entry number, which only says what was imported first.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "journal/claim.h"

namespace stakebook {

std::vector<const Claim*> in_order_of_knowledge(const std::vector<Claim>& claims);

// Entry -> its place in that order.
std::map<std::int64_t, std::int32_t> ranks_of(const std::vector<const Claim*>& ordered);

bool is_amendment(const Filing& filing);

}  // namespace stakebook
