// What happened, in a sentence of an explanation.
#pragma once

#include <string>
#include <vector>

#include "stakebook.h"

namespace stakebook::door {

// "event: S disposition of 2024-05-08, Common Stock, direct, change -200".
std::string statement_of(const Event& event, const History& history);
// "before 5,000, change -200, after 4,800; chains"; with its date and kind where `with_event`, and
// of a gap the causes that fit best.
std::string statement_of(const Event& event, const Posting& posting,
                         const std::vector<GapCause>& causes, bool with_event);
// "1.I.1, P acquisition of 2024-05-01, change +1,000, 5,000 owned after: replaced by 3.I.1".
std::string statement_of(const AmendedRow& row);

}  // namespace stakebook::door
