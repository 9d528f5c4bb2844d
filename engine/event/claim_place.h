// From the number of an entry to its claim, from a reference to its row.
#pragma once

#include <vector>

#include "journal/claim.h"

namespace stakebook {

// `claims` ascending by entry, as the journal gives them; nullptr where the entry is none of them.
const Claim* claim_at(const std::vector<Claim>& claims, std::int64_t entry);

// The row that a reference names; nullptr where the claim is not a filing or has no such row.
const Row* row_at(const Claim& claim, const Reference& place);

}  // namespace stakebook
