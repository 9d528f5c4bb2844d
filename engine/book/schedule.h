// Terms that filings and records give for one account, applied: which tranches follow. Private to
// book/.
//
// 1. Terms of an award spread the award's own amount (or the amount that the text states).
// 2. Terms cited by a later report of the position apply only where nothing has to be guessed:
//    stated counts, a stated granted amount, or a schedule that lies wholly after the report. Where
//    the report is an option's and part of the schedule lies before it, the amount is taken as the
//    grant only with the assumption named.
// 3. Two footnotes that give different terms for one row cancel each other out: a note says so.
#pragma once

#include <string>
#include <vector>

#include "book/book.h"

namespace stakebook {

struct Schedule {
  std::vector<Tranche> tranches;  // by date; state and is_forecast not yet set
  std::vector<Instant> known;     // when the source of each tranche became known
  TermsReading::Outcome outcome = TermsReading::Outcome::no_vesting_language;
  std::optional<Shares> granted;  // sum of the awards whose terms are known, or as the text states
  std::vector<std::string> notes;
};

// Terms of `account` whose source is effective by `day`.
Schedule schedule_of(const History& history, const Account& account, Date day);

}  // namespace stakebook
