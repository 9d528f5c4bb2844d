// Lines followed from filing to filing, where one set of words stands for several holdings.
//
//   "See Footnote" (2020-09-22)  F1 PT Ventures 641,400      F7 FF-II 9,903,394
//   "See Footnote" (2020-09-30)  F19 PT Ventures 1,644,373   F12 FF-II S -656,609 -> 9,246,785
//     -> two accounts, though footnote numbers restart with each filing
//
// Accounts of the same words are first put together, then told apart again by what the filings
// show (line_groups.h). A filing's groups go to the lines that are there by evidence, strongest
// first: the same mark; a start that is exactly the line's last balance, and no other's; the only
// line left for the only group left. Else a group begins a line of its own.
//
// 1. Words that no filing shows to stand for several holdings are one account, whatever happens to
//    its balances: a figure that does not chain is a gap, not another account.
// 2. The order of import plays no part: filings are followed by the last day their rows speak of,
//    then as they became known.
#pragma once

#include <map>

#include "event/derive.h"
#include "event/line_groups.h"

namespace stakebook {

using LineMarks = std::map<Reference, LineMark>;  // rows without a mark are left out

// Those of one filing's rows. `events`: derived from them.
void add_line_marks(const Claim& claim, const std::vector<Event>& events, LineMarks& marks);

// Gives each event, amended row and terms claim of the history its account.
void follow_lines(History& history, const LineMarks& marks);

}  // namespace stakebook
