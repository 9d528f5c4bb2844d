#include "book/grants.h"

#include <algorithm>

#include "book/schedule.h"
#include "book/stated_holdings.h"
#include "event/split_link.h"
#include "value/grouped.h"

namespace stakebook {
namespace {

using Outcome = TermsReading::Outcome;

class PositionOfAccount {
 public:
  PositionOfAccount(const History& history, const Account& account, Date day)
      : history_(history),
        account_(account),
        day_(day),
        schedule_(schedule_of(history, account, day)) {}

  GrantPosition run() {
    describe();
    take_schedule();
    set_remaining();
    set_granted_and_exercised();
    set_vested();
    return std::move(position_);
  }

  bool has_schedule() const { return !schedule_.tranches.empty(); }

 private:
  const Event& event(const Posting& posting) const { return event_of(history_, posting); }

  void describe() {
    const AccountIdentity& identity =
        history_.accounts[static_cast<std::size_t>(account_.identity)];
    position_.account = account_.identity;
    position_.anchor = account_.anchor;
    position_.security = identity.security_title;
    position_.holders = identity.holders;
    position_.expires = identity.expiration;
    position_.expired = identity.expiration && day_ > *identity.expiration;
    for (const Posting& posting : account_.postings) {
      if (event(posting).strike) position_.strike = event(posting).strike;
      if (event(posting).kind == EventKind::split && position_.strike) {
        position_.strike = strike_after(*position_.strike, *event(posting).ratio);
      }
      if (!position_.exercisable_from) position_.exercisable_from = event(posting).exercisable_from;
      if (event(posting).kind == EventKind::grant && !position_.granted_on) {
        position_.granted_on = event(posting).effective;
      }
    }
    position_.terms = schedule_.outcome;
    position_.notes = schedule_.notes;
  }

  void take_schedule() {
    position_.tranches = schedule_.tranches;
    for (std::size_t i = 0; i < position_.tranches.size(); ++i) {
      Tranche& tranche = position_.tranches[i];
      tranche.state = *tranche.vests <= day_ ? TrancheState::vested : TrancheState::unvested;
      tranche.is_forecast = *tranche.vests > schedule_.known[i].date;
    }
  }

  Figure figure(ShareRange amount, Grade grade) const {
    Figure result;
    result.amount = amount;
    result.grade = grade;
    result.ref.place = account_.anchor;
    result.ref.on = day_;
    return result;
  }

  bool is_derivative() const {
    return history_.accounts[static_cast<std::size_t>(account_.identity)].table ==
           Table::derivative;
  }

  void set_remaining() {
    // Shares of table I mix with all others of their class: what is left of one award is not told.
    position_.remaining =
        figure(is_derivative() ? account_.balance : ShareRange::unknown(), Grade::reported);
  }

  void set_granted_and_exercised() {
    Shares granted;
    Shares exercised;
    for (const Posting& posting : account_.postings) {
      const auto change = posting.change.exact();
      if (!change) continue;
      const EventKind kind = event(posting).kind;
      if (kind == EventKind::grant) granted += *change;
      if (kind == EventKind::exercise || kind == EventKind::conversion) exercised -= *change;
    }
    const bool from_the_start = !account_.postings.empty() &&
                                event(account_.postings.front()).kind == EventKind::grant &&
                                account_.opening == ShareRange::exactly(Shares());
    if (!is_derivative()) {
      position_.granted = figure(
          schedule_.granted ? ShareRange::exactly(*schedule_.granted) : ShareRange::unknown(),
          Grade::reported);
      position_.exercised = figure(ShareRange::exactly(Shares()), Grade::reported);
    } else if (from_the_start) {
      position_.granted = figure(ShareRange::exactly(granted), Grade::reported);
      position_.exercised = figure(ShareRange::exactly(exercised), Grade::reported);
    } else {
      position_.granted = figure(
          schedule_.granted ? ShareRange::exactly(*schedule_.granted) : ShareRange::unknown(),
          Grade::plausible);
      position_.exercised = figure(ShareRange::at_least(exercised), Grade::reported);
    }
  }

  void set_vested() {
    position_.vested = figure(ShareRange::unknown(), Grade::plausible);
    position_.unvested = position_.vested;
    const auto remaining = position_.remaining.amount.exact();
    if (!position_.tranches.empty()) return set_vested_by_schedule(remaining);
    if (!is_derivative() || !remaining) return;
    if (schedule_.outcome == Outcome::vested) return set_vested_at(*remaining, Grade::reported);
    const bool silent = schedule_.outcome == Outcome::no_vesting_language;
    if (!silent || !position_.exercisable_from) return;
    // Form 4, Table II, column 6 "Date Exercisable": the whole becomes exercisable on that date.
    Tranche tranche;
    tranche.number = 1;
    tranche.vests = position_.exercisable_from;
    tranche.quantity = *remaining;
    tranche.state = *tranche.vests <= day_ ? TrancheState::vested : TrancheState::unvested;
    tranche.ref.place = account_.anchor;
    tranche.ref.tranche = 1;
    position_.tranches.push_back(tranche);
    position_.notes.push_back(
        "exercisable as a whole on the date that the form gives; no footnote qualifies it");
    if (tranche.state == TrancheState::vested) return set_vested_at(*remaining, Grade::reported);
    position_.vested.amount = ShareRange::exactly(Shares());
    position_.unvested.amount = ShareRange::exactly(*remaining);
  }

  void set_vested_at(Shares amount, Grade grade) {
    position_.vested.amount = ShareRange::exactly(amount);
    position_.unvested.amount = ShareRange::exactly(Shares());
    position_.vested.grade = position_.unvested.grade = grade;
  }

  void set_vested_by_schedule(std::optional<Shares> remaining) {
    Shares ahead;
    Shares passed;
    for (const Tranche& tranche : position_.tranches) {
      (tranche.state == TrancheState::unvested ? ahead : passed) += tranche.quantity;
    }
    if (!is_derivative()) {
      position_.vested.amount = ShareRange::exactly(passed);
      position_.unvested.amount = ShareRange::exactly(ahead);
      return;
    }
    if (!remaining) {
      position_.unvested.amount = ShareRange::exactly(ahead);
      return;
    }
    if (ahead > *remaining) {
      position_.notes.push_back("the schedule leaves " + grouped(ahead) + " unvested, but only " +
                                grouped(*remaining) + " remain: forfeited, or settled early");
      return;
    }
    position_.vested.amount = ShareRange::exactly(*remaining - ahead);
    position_.unvested.amount = ShareRange::exactly(ahead);
  }

  const History& history_;
  const Account& account_;
  Date day_;
  Schedule schedule_;
  GrantPosition position_;
};

}  // namespace

std::string_view name_of(TrancheState state) {
  switch (state) {
    case TrancheState::vested: return "vested";
    case TrancheState::vested_within_60_days: return "vested or vesting within 60 days";
    case TrancheState::unvested: return "unvested";
    case TrancheState::not_stated: return "not stated";
  }
  return "";
}

std::vector<GrantPosition> grants_of(const History& history, const Book& book,
                                     std::optional<Date> on) {
  const Date day = on.value_or(last_day_of(history));
  std::vector<GrantPosition> positions;
  for (const Account& account : book.accounts) {
    if (account.postings.empty()) continue;
    const AccountIdentity& identity = history.accounts[static_cast<std::size_t>(account.identity)];
    PositionOfAccount position(history, account, day);
    if (identity.table == Table::derivative || position.has_schedule())
      positions.push_back(position.run());
  }
  apply_statements(history, book, day, positions);
  return positions;
}

}  // namespace stakebook
