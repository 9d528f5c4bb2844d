#include "book/stated_holdings.h"

#include <algorithm>

#include "book/equal_series.h"
#include "value/grouped.h"
#include "value/text.h"

namespace stakebook {
namespace {

using State = HoldingStatement::State;
using Statements = std::vector<const StatementClaim*>;

Shares sum_of(const Statements& statements, std::initializer_list<State> states) {
  Shares sum;
  for (const StatementClaim* claim : statements) {
    if (std::find(states.begin(), states.end(), claim->statement.state) != states.end()) {
      sum += claim->statement.quantity;
    }
  }
  return sum;
}

bool any_of_state(const Statements& statements, State state) {
  return std::any_of(statements.begin(), statements.end(),
                     [&](const StatementClaim* claim) { return claim->statement.state == state; });
}

// Statements of one filing about one position: same holders, expiration, spouse, and security.
bool same_position(const StatementClaim& a, const StatementClaim& b) {
  return a.source.entry == b.source.entry && a.holders == b.holders &&
         a.statement.expires == b.statement.expires &&
         a.statement.held_by_spouse == b.statement.held_by_spouse &&
         (a.statement.expires || same_ignoring_case(a.statement.security, b.statement.security));
}

std::vector<Statements> by_position(const History& history, Date day) {
  std::vector<Statements> groups;
  for (const StatementClaim& claim : history.statements) {
    if (claim.effective > day) continue;
    const auto group = std::find_if(groups.begin(), groups.end(), [&](const Statements& candidate) {
      return same_position(*candidate.front(), claim);
    });
    if (group == groups.end()) {
      groups.push_back({&claim});
    } else {
      (*group).push_back(&claim);
    }
  }
  return groups;
}

Figure stated(Shares amount, const Statements& statements, std::initializer_list<State> states) {
  Figure figure;
  figure.amount = ShareRange::exactly(amount);
  for (const StatementClaim* claim : statements) {
    if (std::find(states.begin(), states.end(), claim->statement.state) == states.end()) continue;
    if (figure.ref.place.entry == 0) figure.ref.place = claim->source;
  }
  if (figure.ref.place.entry == 0) figure.ref.place = statements.front()->source;
  return figure;
}

Tranche lump(const StatementClaim& claim, TrancheState state) {
  Tranche tranche;
  tranche.quantity = claim.statement.quantity;
  tranche.state = state;
  tranche.ref.place = claim.source;
  return tranche;
}

TrancheState tranche_state(State state) {
  switch (state) {
    case State::vested: return TrancheState::vested;
    case State::vested_within_60_days: return TrancheState::vested_within_60_days;
    case State::unvested: return TrancheState::unvested;
    case State::not_stated: return TrancheState::not_stated;
  }
  return TrancheState::not_stated;
}

bool is_unvested(const Tranche& tranche, Date as_of) {
  return tranche.vests && *tranche.vests > as_of;
}

// The scheduled tranches after the statement's day, if they are what the statement calls unvested.
std::vector<Tranche> confirmed_schedule(GrantPosition& position, const Statements& statements) {
  const StatementClaim& first = *statements.front();
  const Shares unvested = sum_of(statements, {State::unvested});
  std::vector<Tranche> ahead;
  Shares sum;
  for (const Tranche& tranche : position.tranches) {
    if (!is_unvested(tranche, first.effective)) continue;
    ahead.push_back(tranche);
    sum += tranche.quantity;
  }
  if (ahead.empty() || !any_of_state(statements, State::unvested)) return {};
  const auto source = std::find_if(
      statements.begin(), statements.end(),
      [](const StatementClaim* claim) { return claim->statement.state == State::unvested; });
  const std::string place = (*source)->source.to_text();
  if (sum != unvested) {
    position.notes.push_back("the scheduled tranches sum to " + grouped(sum) + ", footnote " +
                             place + " states " + grouped(unvested) +
                             " unvested: the schedule is not used");
    return {};
  }
  position.notes.push_back("checked: the " + std::to_string(ahead.size()) +
                           " scheduled tranches sum to the " + grouped(unvested) +
                           " unvested that footnote " + place + " states");
  for (Tranche& tranche : ahead) tranche.grade = Grade::proven;
  return ahead;
}

void fill_from(GrantPosition& position, const Statements& statements, Date day) {
  std::vector<Tranche> ahead = confirmed_schedule(position, statements);
  position.tranches.clear();
  for (const StatementClaim* claim : statements) {
    if (claim->statement.state == State::unvested && !ahead.empty()) continue;
    position.tranches.push_back(lump(*claim, tranche_state(claim->statement.state)));
  }
  std::stable_sort(position.tranches.begin(), position.tranches.end(),
                   [](const Tranche& a, const Tranche& b) { return a.state < b.state; });
  position.tranches.insert(position.tranches.end(), ahead.begin(), ahead.end());
  std::int32_t number = 0;
  for (Tranche& tranche : position.tranches) {
    tranche.number = ++number;
    if (!tranche.vests) continue;
    tranche.state = *tranche.vests <= day ? TrancheState::vested : TrancheState::unvested;
    tranche.is_forecast = *tranche.vests > statements.front()->known.date;
  }
}

// Totals of the stated tranches on `day`, less what was exercised since the statement.
void total(GrantPosition& position, const Statements& statements, Shares exercised_since,
           Date day) {
  const auto sum = [&](auto&& wanted) {
    Shares shares;
    for (const Tranche& tranche : position.tranches) {
      if (wanted(tranche)) shares += tranche.quantity;
    }
    return shares;
  };
  const Shares vested = sum([](const Tranche& t) { return t.state == TrancheState::vested; });
  const Shares unvested = sum([](const Tranche& t) { return t.state == TrancheState::unvested; });
  const Shares all = sum([](const Tranche&) { return true; });
  const bool told_apart =
      std::none_of(position.tranches.begin(), position.tranches.end(), [](const Tranche& t) {
        return t.state == TrancheState::vested_within_60_days ||
               t.state == TrancheState::not_stated;
      });
  const bool moved_on = std::any_of(
      position.tranches.begin(), position.tranches.end(),
      [](const Tranche& t) { return t.is_forecast && t.state == TrancheState::vested; });
  position.remaining = stated(all - exercised_since, statements, {});
  position.remaining.ref.on = day;
  position.vested = stated(vested - exercised_since, statements, {State::vested});
  position.unvested = stated(unvested, statements, {State::unvested});
  if (position.terms_not_stated) {
    position.vested.amount = position.unvested.amount = ShareRange::unknown();
  } else if (!told_apart) {
    position.vested.amount =
        *ShareRange::at_least(vested - exercised_since)
             .intersected(ShareRange::at_most(all - unvested - exercised_since));
    position.unvested.amount =
        *ShareRange::at_least(unvested).intersected(ShareRange::at_most(all - vested));
  }
  if (moved_on) {
    position.vested.grade = position.unvested.grade = Grade::plausible;
    position.vested.inferences.push_back(
        {"forecast-vesting",
         "counts tranches whose date has passed since the last report; nobody has reported it",
         Grade::plausible,
         {position.vested.ref}});
  }
  if (!exercised_since.is_zero())
    position.remaining.grade = position.vested.grade = Grade::plausible;
}

Shares exercised_after(const History& history, const Book& book, const GrantPosition& position,
                       const StatementClaim& statement) {
  Shares sum;
  if (position.account == no_account) return sum;
  for (const Posting& posting :
       book.accounts[static_cast<std::size_t>(position.account)].postings) {
    const Event& event = event_of(history, posting);
    if (event.effective <= statement.effective || !event.has_change()) continue;
    if (const auto change = posting.change.exact()) sum -= *change;
  }
  return sum;
}

GrantPosition position_of(const Statements& statements) {
  const StatementClaim& first = *statements.front();
  GrantPosition position;
  position.anchor = first.source;
  position.security = first.statement.security;
  position.holders = first.holders;
  position.held_by_spouse = first.statement.held_by_spouse;
  position.expires = first.statement.expires;
  position.granted.ref.place = position.exercised.ref.place = first.source;
  position.terms_not_stated = !first.statement.expires &&
                              !any_of_state(statements, State::vested) &&
                              !any_of_state(statements, State::unvested) &&
                              !any_of_state(statements, State::vested_within_60_days);
  if (position.terms_not_stated) {
    position.notes.push_back("terms not stated: footnote " + first.source.to_text() +
                             " gives neither exercise date nor expiration");
  } else if (any_of_state(statements, State::unvested)) {
    position.notes.push_back("no schedule is given for the unvested part");
  }
  return position;
}

}  // namespace

void apply_statements(const History& history, const Book& book, Date day,
                      std::vector<GrantPosition>& positions) {
  const std::size_t of_accounts = positions.size();
  for (const Statements& statements : by_position(history, day)) {
    const StatementClaim& first = *statements.front();
    GrantPosition* match = nullptr;
    std::size_t matches = 0;
    for (std::size_t i = 0; i < of_accounts; ++i) {
      GrantPosition& candidate = positions[i];
      if (first.statement.expires && candidate.expires == first.statement.expires &&
          candidate.holders == first.holders && !first.statement.held_by_spouse) {
        match = &candidate;
        ++matches;
      }
    }
    if (matches > 1) continue;  // two options of one expiration: which one is meant is not told
    if (match == nullptr) {
      // Only the last filing that states such a position counts.
      std::erase_if(positions, [&](const GrantPosition& earlier) {
        return earlier.account == no_account && earlier.holders == first.holders &&
               earlier.expires == first.statement.expires &&
               earlier.held_by_spouse == first.statement.held_by_spouse &&
               (first.statement.expires ||
                same_ignoring_case(earlier.security, first.statement.security));
      });
      match = &positions.emplace_back(position_of(statements));
    }
    fill_from(*match, statements, day);
    total(*match, statements, exercised_after(history, book, *match, first), day);
    infer_equal_series(*match, first.effective);
    match->expired = match->expires && day > *match->expires;
  }
}

}  // namespace stakebook
