#include "book/downstream.h"

#include <algorithm>

namespace stakebook {
namespace {

// An amendment that touches the account, and the row by which it does.
struct Touch {
  std::int32_t rank = 0;  // in the order of knowledge
  std::int64_t amendment = 0;
  Reference row;  // the last one in the account
};

bool came_by_amendment(const Event& event) {
  return std::any_of(event.inferences.begin(), event.inferences.end(), [](const Inference& one) {
    return one.rule == "amended-row" || one.rule == "amendment-adds";
  });
}

bool changes_something(const AmendedRow& row) {
  return row.effect.effect == AmendmentEffect::replaced ||
         row.effect.effect == AmendmentEffect::retracted;
}

class AsKnownBefore {
 public:
  AsKnownBefore(const History& history, std::int32_t account,
                const std::vector<std::int32_t>& events)
      : history_(history), account_(account), events_(events) {
    for (const AmendedRow& row : history.amended) {
      if (row.event.account != account || !changes_something(row)) continue;
      touch({row.rank, row.effect.amendment, row.effect.by});
    }
    for (const std::int32_t index : events) {
      const Event& event = history.events[static_cast<std::size_t>(index)];
      if (came_by_amendment(event)) touch({event.rank, event.source.entry, event.source});
    }
    std::sort(touches_.begin(), touches_.end(),
              [](const Touch& a, const Touch& b) { return a.rank < b.rank; });
  }

  CarriedBalances run() {
    CarriedBalances carried;
    for (std::size_t i = 0; i < touches_.size(); ++i) add_chaining_rows(i, carried);
    return carried;
  }

 private:
  void touch(const Touch& touch) {
    const auto known = std::find_if(touches_.begin(), touches_.end(), [&](const Touch& other) {
      return other.amendment == touch.amendment;
    });
    if (known == touches_.end()) {
      touches_.push_back(touch);
    } else {
      known->row = std::max(known->row, touch.row);
    }
  }

  // Whether the entry is one of the amendments that were not known yet.
  bool is_unknown(std::int64_t entry, std::size_t first_unknown) const {
    return std::any_of(touches_.begin() + static_cast<std::ptrdiff_t>(first_unknown),
                       touches_.end(),
                       [&](const Touch& touch) { return touch.amendment == entry; });
  }

  void add_chaining_rows(std::size_t first_unknown, CarriedBalances& carried) const {
    History before;
    before.accounts.push_back(history_.accounts[static_cast<std::size_t>(account_)]);
    const auto add = [&](const Event& event) {
      if (is_unknown(event.source.entry, first_unknown)) return;
      before.events.push_back(event);
      Event& added = before.events.back();
      if (added.account != no_account) added.account = 0;
      added.paired = no_event;
    };
    for (const std::int32_t index : events_) add(history_.events[static_cast<std::size_t>(index)]);
    for (const AmendedRow& row : history_.amended) {
      const bool counted = row.event.account == account_ && changes_something(row) &&
                           is_unknown(row.effect.amendment, first_unknown);
      if (counted) add(row.event);
    }
    std::stable_sort(before.events.begin(), before.events.end(), happens_before);
    std::vector<std::int32_t> all;
    for (std::size_t i = 0; i < before.events.size(); ++i) {
      all.push_back(static_cast<std::int32_t>(i));
    }
    const Account account = replay_account(before, 0, all);
    for (const Posting& posting : account.postings) {
      const bool chains = posting.check == Check::chains || posting.check == Check::final_total;
      const auto start = posting.before.exact();
      if (!chains || !start) continue;
      const Event& event = event_of(before, posting);
      carried[event.source] = {*start, touches_[first_unknown].row};
    }
  }

  const History& history_;
  std::int32_t account_;
  const std::vector<std::int32_t>& events_;
  std::vector<Touch> touches_;
};

}  // namespace

CarriedBalances carried_balances(const History& history, std::int32_t account,
                                 const std::vector<std::int32_t>& events) {
  return AsKnownBefore(history, account, events).run();
}

}  // namespace stakebook
