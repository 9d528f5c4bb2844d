// One reported row to one event: direction, amount, date. Private to event/.
#pragma once

#include "event/event.h"
#include "filing/filing.h"

namespace stakebook {

struct RowContextOfFiling {
  std::int64_t entry = 0;
  Instant known;
  KnownBasis known_basis = KnownBasis::none;
  Date holdings_date;  // the day that rows without a transaction date speak of
};

// Whether EDGAR tells the date, and nobody typed it.
bool is_official(KnownBasis basis);

// The day on which the holdings of a document are stated: its last transaction's, else its period.
Date holdings_date_of(const Filing& filing);

// `account` is left for the caller.
Event event_of(const Row& row, std::int32_t number, const RowContextOfFiling& context);

}  // namespace stakebook
