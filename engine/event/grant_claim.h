// What filings and records say of grants and their vesting, beside the events that move balances.
//
//   row 7.II.1, option at 4.25, expires 2016-02-27: footnote 3 gives three dated counts   (terms)
//   footnote 4: "vested options to purchase 47,144 shares ... that expire February 27, 2016"
//   (statement)
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "event/event.h"
#include "vesting/language.h"

namespace stakebook {

// Terms for the grant that `source` reports, read from one footnote or entered as a record.
struct TermsClaim {
  Reference source;    // the row or the record
  Reference footnote;  // 7.F3; equal to source for a record
  std::string text;    // the footnote's
  TermsReading reading;
  std::int32_t account = no_account;
  Date effective;  // of the row: transaction date, or the date a holding speaks of
  Instant known;
  bool is_grant = false;               // the row is an award (code A) whose amount the terms spread
  std::optional<Shares> row_quantity;  // amount of the row: units acquired, or held
  std::optional<Date> exercisable_from;  // "Date Exercisable" where a date stands there
};

// A holding stated in words.
struct StatementClaim {
  Reference source;  // 7.F4.1
  std::string text;  // the footnote's; the quote is a span of it
  HoldingStatement statement;
  std::vector<PartyId> holders;
  Date effective;  // the date it speaks of: after the filing's last transaction
  Instant known;
};

}  // namespace stakebook
