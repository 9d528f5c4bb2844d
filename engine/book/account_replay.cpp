#include "book/account_replay.h"

#include <algorithm>
#include <unordered_map>

#include "book/late_rows.h"
#include "book/order.h"
#include "value/grouped.h"

namespace stakebook {
namespace {

class AccountReplay {
 public:
  AccountReplay(const History& history, const PlacedEvents& events, const CarriedBalances& carried)
      : history_(history), events_(events), carried_(carried) {}

  std::vector<Posting> run() {
    postings_.reserve(events_.size());
    find_final_totals();
    if (!events_.empty() && begins_at_nothing(history_, event(0))) {
      balance_ = ShareRange::exactly(Shares());
      has_balance_ = true;
    }
    for (std::size_t begin = 0; begin < events_.size();) {
      std::size_t end = begin + 1;
      while (end < events_.size() && events_[end].day == events_[begin].day) ++end;
      replay_day(begin, end);
      begin = end;
    }
    settle_final_totals();
    return std::move(postings_);
  }

 private:
  const Event& event(std::size_t index) const {
    return history_.events[static_cast<std::size_t>(events_[index].event)];
  }

  // The final-total convention (domain rule 4.4): two or more rows of a filing that all report the
  // same balance although each moves it. Only the last of them states a balance of its own moment.
  void find_final_totals() {
    final_total_last_.assign(events_.size(), no_final_total);
    std::unordered_map<std::int64_t, std::vector<std::size_t>> by_filing;
    for (std::size_t i = 0; i < events_.size(); ++i) {
      if (event(i).has_change()) by_filing[first_filing_of(event(i))].push_back(i);
    }
    for (const auto& [entry, rows] : by_filing) {
      if (rows.size() < 2) continue;
      const auto& balance = event(rows.front()).reported_following;
      const bool all_equal =
          balance && std::all_of(rows.begin(), rows.end(), [&](std::size_t row) {
            const auto change = event(row).change.exact();
            return event(row).reported_following == balance && change && !change->is_zero();
          });
      if (!all_equal) continue;
      for (const std::size_t row : rows) final_total_last_[row] = rows.back();
    }
  }

  // A row that an amendment replaced still counts with the rows beside it in the original.
  static std::int64_t first_filing_of(const Event& event) {
    for (const Inference& inference : event.inferences) {
      if (inference.rule == "amended-row" && !inference.premises.empty()) {
        return inference.premises.front().place.entry;
      }
    }
    return event.source.entry;
  }

  // Whether the row's reported balance holds right after it, not only after later rows.
  bool states_running_balance(std::size_t index) const {
    return final_total_last_[index] == no_final_total || final_total_last_[index] == index;
  }

  void replay_day(std::size_t begin, std::size_t end) {
    std::size_t first = begin;
    while (first < end &&
           (event(first).kind == EventKind::split || event(first).kind == EventKind::opening)) {
      if (event(first).kind == EventKind::split) {
        post_split(first);
      } else {
        post(first);
      }
      ++first;
    }
    if (end - first == 1) return post(first);
    const std::vector<DayRow> rows = rows_of(first, end);
    if (rows.empty()) return;
    for (const std::size_t row : order_of(rows, first, start_after(end))) post(first + row);
  }

  std::vector<DayRow> rows_of(std::size_t begin, std::size_t end) const {
    std::vector<DayRow> rows;
    rows.reserve(end - begin);
    for (std::size_t i = begin; i < end; ++i) {
      DayRow& row = rows.emplace_back();
      row.change = event(i).change.exact();
      if (states_running_balance(i)) row.following = event(i).reported_following;
      row.filing = event(i).source.entry;
    }
    return rows;
  }

  // What the next day begins from, where its rows tell; a split or an opening tells nothing.
  std::optional<Shares> start_after(std::size_t begin) const {
    std::size_t end = begin;
    for (; end < events_.size() && events_[end].day == events_[begin].day; ++end) {
      const EventKind kind = event(end).kind;
      if (kind == EventKind::split || kind == EventKind::opening) return std::nullopt;
    }
    return start_of_day(rows_of(begin, end));
  }

  // The order that chains best with the balances around the day; or with the one that its rows
  // began from when they were filed, where an amendment has changed that since.
  std::vector<std::size_t> order_of(const std::vector<DayRow>& rows, std::size_t first,
                                    std::optional<Shares> next) const {
    AroundDay around{balance_.exact(), next};
    std::vector<std::size_t> best = order_of_day(rows, around);
    std::size_t fewest = jumps_in(rows, best, around);
    for (std::size_t i = 0; i < rows.size() && fewest > 0 && !carried_.empty(); ++i) {
      const auto carried = carried_.find(event(first + i).source);
      if (carried == carried_.end()) continue;
      around.previous = carried->second.before;
      std::vector<std::size_t> order = order_of_day(rows, around);
      const std::size_t jumps = jumps_in(rows, order, around);
      if (jumps >= fewest) continue;
      fewest = jumps;
      best = std::move(order);
    }
    return best;
  }

  Posting& open_posting(std::size_t index) {
    Posting& posting = postings_.emplace_back();
    posting.event = events_[index].event;
    posting.before = balance_;
    posting.change = event(index).change;
    posting_of_.push_back(index);
    return posting;
  }

  void post_split(std::size_t index) {
    Posting& posting = open_posting(index);
    posting.change = ShareRange::unknown();
    if (const auto held = balance_.exact(); held && event(index).ratio) {
      // Fractions are paid in cash or rounded up, as the terms of the split have it (domain rule
      // 10).
      const int decimals = held->amount().is_integer() ? 0 : Decimal::decimals_max;
      const Shares low(event(index).ratio->of(held->amount(), decimals, Rounding::floor));
      const Shares high(event(index).ratio->of(held->amount(), decimals, Rounding::ceiling));
      posting.change =
          *ShareRange::at_least(low - *held).intersected(ShareRange::at_most(high - *held));
    }
    posting.after = posting.before + posting.change;
    balance_ = posting.after;
  }

  void post(std::size_t index) {
    const Event& now = event(index);
    Posting& posting = open_posting(index);
    const auto change = now.change.exact();
    const auto reported = states_running_balance(index) ? now.reported_following : std::nullopt;
    if (!reported) return post_without_balance(posting);
    posting.after = ShareRange::exactly(*reported);
    if (change) {
      check_start(posting, ShareRange::exactly(*reported - *change));
      if (posting.check == Check::gap) trace_to_amendment(posting, now, *reported - *change);
    } else {
      solve_own_change(posting, *reported);
    }
    balance_ = posting.after;
    has_balance_ = true;
    in_underlying_ = now.balance_in_underlying;
    unsolved_from_ = postings_.size();
  }

  void post_without_balance(Posting& posting) {
    posting.after = posting.before + posting.change;
    balance_ = posting.after;
  }

  // The row says what was held before it: does the replay agree?
  void check_start(Posting& posting, const ShareRange& start) {
    const Shares stated = *start.exact();
    const auto computed = posting.before.exact();
    if (!has_balance_) {
      posting.check = Check::opens;
      settle_unsolved(stated, postings_.size() - 1);
    } else if (computed && in_underlying_ && *computed != stated) {
      posting.check = Check::opens;  // Form 3 counted underlying securities, column 9 counts units
    } else if (computed) {
      posting.gap = stated - *computed;
      posting.check = posting.gap.is_zero() ? Check::chains : Check::gap;
    } else if (posting.before.contains(stated)) {
      posting.check = Check::not_determined;
      settle_unsolved(stated, postings_.size() - 1);
    } else {
      const auto& bound = posting.before.lower() && stated <= posting.before.lower()->value
                              ? posting.before.lower()
                              : posting.before.upper();
      posting.gap = stated - bound->value;
      posting.check = Check::gap;
    }
    if (posting.check != Check::gap) posting.before = start;
  }

  // A row that began from what was known before an amendment changed it has no error of its own:
  // the replay goes on from what it adds up to.
  void trace_to_amendment(Posting& posting, const Event& now, Shares stated) const {
    const auto carried = carried_.find(now.source);
    if (carried == carried_.end() || carried->second.before != stated) return;
    posting.downstream_of = carried->second.amended;
    posting.after = posting.before + posting.change;
    FigureReference amended;
    amended.place = carried->second.amended;
    posting.inferences.push_back(
        {"downstream-of-amendment",
         "the row began from " + grouped(stated.amount()) + ", as it was known before " +
             carried->second.amended.to_text() +
             " amended it; since then the balance before it is " + grouped(posting.before),
         Grade::plausible,
         {amended}});
  }

  // The amount is lost, the balance after it is not.
  void solve_own_change(Posting& posting, Shares reported) {
    posting.check = has_balance_ ? Check::not_determined : Check::opens;
    const ShareRange implied = ShareRange::exactly(reported) - posting.before;
    const auto solved = posting.change.intersected(implied);
    if (!solved) {
      posting.check = Check::gap;
      posting.gap = reported - posting.before.exact().value_or(reported);
      return;
    }
    const bool was_exact = posting.change.is_exact();
    posting.change = *solved;
    if (!was_exact && solved->is_exact()) note_solved(posting);
    const ShareRange before = ShareRange::exactly(reported) - posting.change;
    if (const auto narrowed = posting.before.intersected(before)) posting.before = *narrowed;
    if (const auto stated = posting.before.exact()) settle_unsolved(*stated, postings_.size() - 1);
  }

  void note_solved(Posting& posting) const {
    posting.inferences.push_back(
        {"balance-difference",
         "the balances before and after leave only " + grouped(posting.change),
         Grade::plausible,
         {}});
  }

  // `stated` was held just before postings_[end]: what does that say of the lost amounts, and of
  // the balances, between there and the last known balance?
  void settle_unsolved(Shares stated, std::size_t end) {
    const std::size_t begin = has_balance_ ? unsolved_from_ : 0;
    if (begin >= end) return;
    if (has_balance_)
      bound_changes(ShareRange::exactly(stated) - postings_[begin].before, begin, end);
    ShareRange after = ShareRange::exactly(stated);
    for (std::size_t i = end; i-- > begin;) {
      Posting& posting = postings_[i];
      if (const auto narrowed = posting.after.intersected(after)) posting.after = *narrowed;
      const ShareRange before = posting.after - posting.change;
      if (const auto narrowed = posting.before.intersected(before)) posting.before = *narrowed;
      after = posting.before;
    }
  }

  // Each lost change is the total less all the others: those before it and those after it.
  void bound_changes(const ShareRange& total, std::size_t begin, std::size_t end) {
    std::vector<ShareRange> after(end - begin + 1, ShareRange::exactly(Shares()));
    for (std::size_t i = end; i-- > begin;) {
      after[i - begin] = postings_[i].change + after[i - begin + 1];
    }
    ShareRange before = ShareRange::exactly(Shares());
    for (std::size_t i = begin; i < end; ++i) {
      Posting& posting = postings_[i];
      const ShareRange stated = posting.change;
      if (!stated.is_exact()) {
        if (const auto solved = stated.intersected(total - before - after[i - begin + 1])) {
          posting.change = *solved;
          if (solved->is_exact()) note_solved(posting);
        }
      }
      before = before + stated;
      if (i > begin) posting.before = postings_[i - 1].after;
      posting.after = posting.before + posting.change;
    }
  }

  // Rows under the final-total convention share the fate of the last of them.
  void settle_final_totals() {
    std::vector<std::size_t> posting_of_event(events_.size());
    for (std::size_t i = 0; i < posting_of_.size(); ++i) posting_of_event[posting_of_[i]] = i;
    for (std::size_t i = 0; i < events_.size(); ++i) {
      if (final_total_last_[i] == no_final_total) continue;
      Posting& last = postings_[posting_of_event[final_total_last_[i]]];
      Posting& posting = postings_[posting_of_event[i]];
      switch (last.check) {
        case Check::chains:
        case Check::final_total: posting.check = Check::final_total; break;
        case Check::opens: posting.check = Check::opens; break;
        default:
          if (i != final_total_last_[i]) posting.check = Check::not_determined;
      }
    }
  }

  static constexpr std::size_t no_final_total = static_cast<std::size_t>(-1);

  const History& history_;
  const PlacedEvents& events_;
  const CarriedBalances& carried_;
  std::vector<Posting> postings_;
  std::vector<std::size_t> posting_of_;        // index into events_ of each posting
  std::vector<std::size_t> final_total_last_;  // the last row of the row's final-total group
  ShareRange balance_;
  bool has_balance_ = false;       // a balance was stated before
  bool in_underlying_ = false;     // and it counted underlying securities
  std::size_t unsolved_from_ = 0;  // first posting since the last stated balance
};

std::size_t gaps_in(const std::vector<Posting>& postings) {
  return static_cast<std::size_t>(
      std::count_if(postings.begin(), postings.end(),
                    [](const Posting& posting) { return posting.check == Check::gap; }));
}

bool all_changes_known(const History& history, const std::vector<Posting>& postings) {
  return std::all_of(postings.begin(), postings.end(), [&](const Posting& posting) {
    return event_of(history, posting).kind == EventKind::split || posting.change.is_exact();
  });
}

// How many late filings an account's rows are tried with, so that time stays linear.
constexpr std::size_t late_filings_max = 100;

std::vector<Posting> checked_postings(const History& history,
                                      const std::vector<std::int32_t>& events,
                                      const CarriedBalances& carried) {
  PlacedEvents placed = at_their_dates(history, events);
  std::vector<Posting> postings = AccountReplay(history, placed, carried).run();
  std::size_t fewest = gaps_in(postings);
  if (fewest == 0 || !all_changes_known(history, postings)) return postings;
  std::vector<LateFiling> late = late_filings(history, placed);
  if (late.size() > late_filings_max) late.resize(late_filings_max);
  bool is_moved = false;
  for (const LateFiling& filing : late) {
    PlacedEvents other = moved(history, placed, filing);
    std::vector<Posting> trial = AccountReplay(history, other, carried).run();
    const std::size_t gaps = gaps_in(trial);
    if (gaps >= fewest) continue;
    fewest = gaps;
    placed = std::move(other);
    postings = std::move(trial);
    is_moved = true;
  }
  if (is_moved) put_in_order_of_dates(history, postings);
  return postings;
}

}  // namespace

Account replay_account(const History& history, std::int32_t account,
                       const std::vector<std::int32_t>& events, const CarriedBalances& carried) {
  Account result;
  result.identity = account;
  result.postings = checked_postings(history, events, carried);
  for (const Posting& posting : result.postings) {
    const Event& event = event_of(history, posting);
    if (event.kind == EventKind::split) continue;
    result.anchor = event.source;
    break;
  }
  if (!result.postings.empty()) {
    result.opening = result.postings.front().before;
    result.opening_inferences.push_back(opening_of(history, result.postings));
    result.opens_on = event_of(history, result.postings.front()).effective;
    result.balance = result.postings.back().after;
  }
  return result;
}

}  // namespace stakebook
