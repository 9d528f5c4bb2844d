// What a finder may look at: the gaps of a book, and everything around each. Private to reconcile/.
//
//   const Investigation investigation(history, book, claims);
//   for (const Gap& gap : investigation.gaps()) find_split(investigation, gap);
//
// 1. The window of a gap reaches from the day of the posting before it to its own day: what no row
//    reports happened in it.
// 2. Footnotes are read where a finder asks for them, so a history that chains costs nothing.
// 3. Claims may be missing: then no row and no footnote is found, and no words bear witness.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "book/book.h"
#include "reconcile/cause.h"

namespace stakebook {

struct Gap {
  std::int32_t account = no_account;  // into Book::accounts
  std::size_t posting = 0;            // into Account::postings
  Shares size;                        // reported minus computed
  Shares before;                      // the balance that the row began from
  Shares opening;                     // the one that it must have begun from: reported minus change
  Shares change;
  Shares reported;
  Date since;  // rule 1
  Date on;
  Reference source;  // the row

  bool overlaps(const Gap& other) const { return since <= other.on && other.since <= on; }
};

struct CitedFootnote {
  Reference place;
  std::string text;
};

class Investigation {
 public:
  Investigation(const History& history, const Book& book, const std::vector<Claim>& claims);

  const History& history() const { return history_; }
  const Book& book() const { return book_; }
  const std::vector<Gap>& gaps() const { return gaps_; }
  const Gap* gap_at(std::int32_t account, std::size_t posting) const;
  std::vector<const Gap*> gaps_of(Shares size) const;

  const AccountIdentity& identity(std::int32_t account) const {
    return history_.accounts[static_cast<std::size_t>(account)];
  }
  const std::vector<Posting>& postings(std::int32_t account) const {
    return book_.accounts[static_cast<std::size_t>(account)].postings;
  }
  const Event& event(const Posting& posting) const { return event_of(history_, posting); }
  // The posting before or after the gap's; nullptr where there is none.
  const Posting* neighbour(const Gap& gap, int ahead) const;
  // Whether the next gap beside it, in the same account, undoes it: a figure that is wrong once.
  bool is_undone(const Gap& gap) const;

  // Whether the account's balances were checked in the order of their dates, so that neighbours are
  // what a balance was computed from (book/late_rows.h).
  bool follows_dates(std::int32_t account) const;

  // Whether a row that moves as much, either way, stands within so many postings of that one: it
  // may be what is missing, twice there, or out of place.
  bool has_row_near(std::int32_t account, std::size_t posting, Shares amount,
                    std::size_t rows_around) const;

  // nullptr where the claim is not at hand.
  const OwnershipDocument* document(std::int64_t entry) const;
  const Row* row(const Reference& place) const;
  std::vector<CitedFootnote> cited(const Reference& row) const;
  std::vector<CitedFootnote> all_footnotes(std::int64_t entry) const;
  // Whether one of the postings of the account before this one cites the same words.
  bool said_before(const Gap& gap, std::string_view words) const;

  // Of the same issuer, with an owner in common.
  bool share_a_holder(std::int32_t a, std::int32_t b) const;

 private:
  const History& history_;
  const Book& book_;
  const std::vector<Claim>& claims_;
  std::vector<Gap> gaps_;
  std::unordered_map<Shares, std::vector<std::size_t>> by_size_;
  std::map<std::pair<std::int32_t, std::size_t>, std::size_t> by_place_;
};

inline Shares magnitude(Shares value) { return value.is_negative() ? -value : value; }

FigureReference row_figure(const Reference& row);
FigureReference balance_figure(const Reference& row);

}  // namespace stakebook
