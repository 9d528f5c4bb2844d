// The order in which one day's rows of one account happened: found, not assumed.
//
// A row that moves q shares and reports b afterwards says: the balance went from b - q to b. It is
// an edge between two balances. Rows of one day that all chain are an Eulerian path over those
// edges, from the previous closing balance where that is known.
//
//   previous 180; rows as printed: F -147 -> 560, M +527 -> 707
//     edges 707 -> 560 and 180 -> 707; the path from 180 takes M first
//
// 1. Document order is kept wherever it chains as well as any other: ties are never reshuffled.
// 2. Where no path takes every edge, the rows are cut into as few trails as possible; each cut is a
//    jump, which the replay calls a gap unless rows without a balance fill it exactly.
// 3. Rows without a reported balance are not edges. They fill a jump that they equal, singly or all
//    together; else they keep their place in document order.
// Linear in the number of rows, but that each trail may look at all rows without a balance.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "value/quantity.h"

namespace stakebook {

struct DayRow {
  std::optional<Shares> change;     // absent: the amount is not known
  std::optional<Shares> following;  // absent: no balance is reported
  std::int64_t filing = 0;          // rows of one filing are kept together where that chains better
};

// What is known around the day: the balance before it, and the one that the next day begins from.
struct AroundDay {
  std::optional<Shares> previous;
  std::optional<Shares> next;
};

// Indices into `rows`, which stand in document order, filing by filing as they became known.
std::vector<std::size_t> order_of_day(const std::vector<DayRow>& rows, const AroundDay& around);

// How many of the rows, taken in `order`, do not start where the one before ended; the next day
// counts as one more.
std::size_t jumps_in(const std::vector<DayRow>& rows, const std::vector<std::size_t>& order,
                     const AroundDay& around);
// The balance that the rows of a day begin from, where exactly one can be it.
std::optional<Shares> start_of_day(const std::vector<DayRow>& rows);

}  // namespace stakebook
