// Collects what a filing's footnotes say of vesting, and of holdings in words. Private to event/.
#pragma once

#include <vector>

#include "event/grant_claim.h"
#include "filing/filing.h"
#include "journal/claim.h"

namespace stakebook {

// `events` are the filing's, table I then table II, in row order.
void collect_terms(const Claim& claim, const Filing& filing, const std::vector<Event>& events,
                   std::vector<TermsClaim>& into);

void collect_statements(const Claim& claim, const Filing& filing, Date effective,
                        std::vector<StatementClaim>& into);

// Terms that a record states for the grant that `event` reports.
TermsClaim recorded_terms(const Claim& claim, const Event& event, const VestingTerms& terms,
                          std::optional<Shares> granted);

}  // namespace stakebook
