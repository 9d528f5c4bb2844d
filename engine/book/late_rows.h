// Rows that stand with their filing rather than at their own dates, for checking balances.
//
//   filed 2021-12-28: held by the trust 177,032,165, directly 620,086
//   filed 2022-02-14: gift of 11-19 -2,234,000 -> 175,418,251, ...
//                     gift of 11-29   -250,000 -> 172,608,251
//   filed 2022-04-28: S of 04-26 -1,893 -> 172,606,358
//     the gifts' balances were drawn up in February: they begin from what was held then
//
// Whoever fills in a form counts on from the last report, so a late row, a row of a Form 5, or rows
// that a filing lists against their dates, can state balances in the order of filing. Each filing's
// rows are checked at their own dates unless fewer balances disagree when they are taken together,
// after everything that was known before. Holdings on a date always follow the dates. Private to
// book/.
#pragma once

#include <vector>

#include "book/book.h"

namespace stakebook {

struct PlacedEvent {
  std::int32_t event = no_event;  // into History::events
  Date day;                       // on which its balance is checked
};
using PlacedEvents = std::vector<PlacedEvent>;

// `events` of one account at their own dates.
PlacedEvents at_their_dates(const History& history, const std::vector<std::int32_t>& events);

// A filing whose rows could stand together on another day.
struct LateFiling {
  std::int64_t entry = 0;
  Date day;
};
// In order of knowledge; empty where every filing came in the order of its dates.
std::vector<LateFiling> late_filings(const History& history, const PlacedEvents& placed);

PlacedEvents moved(const History& history, PlacedEvents placed, const LateFiling& filing);

// Postings that were checked in another order than that of their dates, put back in it: balances
// before and after follow the dates, `drawn_up_from` keeps what each row was checked against.
void put_in_order_of_dates(const History& history, std::vector<Posting>& postings);

}  // namespace stakebook
