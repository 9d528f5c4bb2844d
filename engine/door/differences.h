// Two books of each issuer, as known at two times, and what is different between them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "stakebook.h"

namespace stakebook::door {

// As Ledger::differences.
std::vector<IssuerDifference> differences(const Journal& journal, const std::string& path,
                                          Question question, Instant earlier,
                                          std::optional<Instant> later);

}  // namespace stakebook::door
