// Filing missing: the account is silent for so long that reports which are not in the ledger must
// be expected in between.
//
//   2019-08-26 854,849; 2025-10-01 begins from 3,280,295
//
// Plausible, and only where nothing else explains the gap: a year without a report of the account,
// or half a year where its reports used to be four times as frequent. Never within one filing.
// Private to reconcile/.
#pragma once

#include "reconcile/investigation.h"

namespace stakebook {

std::optional<GapCause> find_filing_missing(const Investigation& investigation, const Gap& gap);

}  // namespace stakebook
