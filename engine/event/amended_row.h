// What became of a row that an amendment speaks of, for whoever wants to see both.
#pragma once

#include "event/amendment.h"
#include "event/event.h"

namespace stakebook {

// A row that no longer posts: replaced, taken back, or repeating another.
struct AmendedRow {
  Event event;  // what the row alone says; not among History::events
  RowEffect effect;
  Instant amended;        // when the amendment became public
  std::int32_t rank = 0;  // of the amendment in the order of knowledge
};

// "transaction_shares 1000 became 1100; shares_owned_following_transaction 5000 became 5100".
std::string changes_between(const Row& before, const Row& after);

// Why the event of a row is what it is, where an amendment made it so.
Inference replacing(const Reference& replaced, const std::string& changes);
Inference added_to(std::int64_t original);
// The row counts in some readings of the amendments only.
Inference in_doubt();

}  // namespace stakebook
