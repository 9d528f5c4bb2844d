// The book: what every account of one issuer held, posting by posting, as of a date.
//
//   const Book book = replay(history, {.on = Date::of(2007, 11, 20)});
//   book.accounts[0].balance       105000
//
// 1. Postings of an account stand in the order in which they happened as far as it can be found: by
//    effective date, within a day along an Eulerian path over the reported balances (order.h).
// 2. A posting's `after` is the reported balance where it has one, else `before` plus its change
//    (see 4 and 5, and late_rows.h for rows that were reported late).
// 3. `before` of the first posting is the opening: what the first report implies, a range where an
//    amount before it is lost.
// 4. A gap is reported minus computed; it is never posted away silently: `gap` keeps it, and the
//    replay goes on from the reported balance. Only where it carried an error that an amendment
//    has corrected since (`downstream_of`) it goes on from the computed one.
// 5. Where amendments can be read in several ways, each balance is what lies between the readings.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "book/tranche.h"
#include "event/derive.h"

namespace stakebook {

// How a reported balance compares with the replay.
enum class Check : unsigned char {
  nothing_reported,  // the row states no balance, or only one in dollars
  opens,             // the first balance of the account: nothing to compare it with
  chains,            // equals the balance before plus the change
  final_total,  // equals the balance after all rows of its filing and day (final-total convention)
  gap,          // differs
  not_determined,  // an unknown amount stands between it and the balance before
};

std::string_view name_of(Check check);

struct Posting {
  std::int32_t event = no_event;  // into History::events
  ShareRange before;
  ShareRange change;  // solved where neighbours force it
  ShareRange after;
  Check check = Check::nothing_reported;
  Shares gap;  // reported minus computed; zero but for Check::gap
  // The amended row by which this row's basis was corrected after it was filed: the row chains with
  // what was known before, and the gap is what the amendment changed.
  std::optional<Reference> downstream_of;
  // What the row's balance was checked against, where balances were drawn up in the order of the
  // filings and not of the dates: `before` and `after` then follow the dates.
  std::optional<ShareRange> drawn_up_from;
  std::vector<Inference> inferences;  // beside the event's own

  const ShareRange& checked_from() const { return drawn_up_from ? *drawn_up_from : before; }
};

struct Account {
  std::int32_t identity = no_account;         // into History::accounts
  std::vector<Posting> postings;              // all of them; those after `on` are not here
  ShareRange opening;                         // before the first posting of all
  std::vector<Inference> opening_inferences;  // what the opening follows from
  Date opens_on;                              // the day of the first posting of all
  ShareRange balance;  // at the end of `on`; the opening where that lies before `opens_on`
  Reference anchor;    // the first row of the account: what references name it by
};

struct AsOf {
  std::optional<Date> on;  // end of that day; absent: after everything
  bool grants = true;      // false: accounts alone
};

struct Book {
  std::vector<Account> accounts;      // one for each of History::accounts, in that order
  std::vector<GrantPosition> grants;  // tranche.h
};

Book replay(const History& history, const AsOf& as_of = {});

inline const Event& event_of(const History& history, const Posting& posting) {
  return history.events[static_cast<std::size_t>(posting.event)];
}

}  // namespace stakebook
