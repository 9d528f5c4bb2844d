// Errors that later filings carried on, and that an amendment has corrected since.
//
//   4 of 05-02: P 1,000 -> 5,000    4 of 05-10: S 200 -> 4,800    4/A of 05-20: P 1,100 -> 5,100
//     as known on 05-19 the sale chains: it began from 5,000; now 5,100 - 200 is 4,900, and the gap
//     of -100 is what the amendment changed: downstream of it, no new error
//
// The account is replayed as it was before each amendment that touches it. A row that chains there
// began from a balance that was right as far as anybody knew. That proves itself: the difference is
// then exactly what the amendments made of the balance. Private to book/.
#pragma once

#include "book/account_replay.h"

namespace stakebook {

// For rows of the account that chain as known before an amendment; of several the latest counts.
// Empty, at no cost, where no amendment touches the account.
CarriedBalances carried_balances(const History& history, std::int32_t account,
                                 const std::vector<std::int32_t>& events);

}  // namespace stakebook
