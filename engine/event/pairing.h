// Pairs the two sides of an exercise: the row of table II that gives up the derivative, and the row
// of table I that receives the shares; and solves a lost amount on either side from the other.
//
//   I  M  ?      @ 4.25  2007-11-20        II  M  5,000  strike 4.25  2007-11-20, underlying 5,000
//   -> the amount acquired in table I is 5,000
//
// Within one filing, same date and code (domain rule 3, "Pairing algorithm for exercises"). A pair
// is made where amounts agree, or where one side lost its amount and no other row could be its
// partner.
#pragma once

#include <vector>

#include "event/event.h"

namespace stakebook {

// `events` are those of one filing; `base` is the index that the first has in History::events.
void pair_exercises(std::vector<Event>& events, std::int32_t base);

}  // namespace stakebook
