#include "forecast/forecast.h"

#include <algorithm>

#include "value/grouped.h"

namespace stakebook {
namespace {

constexpr int days_of_rule_13d_3 = 60;

ForecastItem vesting_of(const GrantPosition& grant, std::int32_t index, const Tranche& tranche) {
  ForecastItem item;
  item.kind = ForecastKind::vesting;
  item.date = *tranche.vests;
  item.grant = index;
  item.quantity = ShareRange::exactly(tranche.quantity);
  item.grade = tranche.grade;
  item.ref = tranche.ref;
  item.assumes = grant.expires && *tranche.vests > *grant.expires ? "lies after the expiration"
                                                                  : "continued service";
  return item;
}

ForecastItem expiration_of(const GrantPosition& grant, std::int32_t index) {
  ForecastItem item;
  item.kind = ForecastKind::expiration;
  item.date = *grant.expires;
  item.grant = index;
  item.quantity = grant.remaining.amount;
  item.grade = Grade::plausible;
  item.ref = grant.remaining.ref;
  item.assumes = "no exercise before";
  return item;
}

bool has_nothing_left(const GrantPosition& grant) {
  const auto remaining = grant.remaining.amount.exact();
  return remaining && remaining->is_zero();
}

bool is_derivative(const History& history, const GrantPosition& grant) {
  return grant.account == no_account ||
         history.accounts[static_cast<std::size_t>(grant.account)].table == Table::derivative;
}

// What of a grant can be acquired by `until`, and why.
RightsToAcquire::Line line_of(const GrantPosition& grant, std::int32_t index, Date until) {
  RightsToAcquire::Line line;
  line.grant = index;
  line.ref = grant.remaining.ref.place.entry != 0 ? grant.remaining.ref
                                                  : FigureReference{grant.anchor, {}, 0, {}, {}};
  line.quantity = grant.remaining.amount;
  if (grant.terms_not_stated) {
    line.counted = false;
    line.reason = "terms not stated";
    return line;
  }
  const auto remaining = grant.remaining.amount.exact();
  Shares out_of_reach;
  Shares soon;
  for (const Tranche& tranche : grant.tranches) {
    if (tranche.state != TrancheState::unvested) continue;
    (tranche.vests && *tranche.vests <= until ? soon : out_of_reach) += tranche.quantity;
  }
  const bool vesting_is_known = !grant.tranches.empty() || grant.vested.amount.is_exact();
  if (!remaining || !vesting_is_known || out_of_reach > *remaining) {
    line.counted = false;
    line.reason = "vesting not known";
    return line;
  }
  if (soon > *remaining - out_of_reach) {
    line.counted = false;
    line.reason = "more was exercised than had vested by these terms";
    return line;
  }
  line.quantity = ShareRange::exactly(*remaining - out_of_reach);
  line.reason = soon.is_zero() ? "vested, or stated to vest within 60 days"
                               : "of which " + grouped(soon) + " vest by " + until.to_text();
  return line;
}

}  // namespace

std::string_view name_of(ForecastKind kind) {
  return kind == ForecastKind::vesting ? "vesting" : "expiration";
}

std::vector<ForecastItem> forecast(const Book& book, Date from, Date to) {
  const auto within = [&](Date date) { return from <= date && date <= to; };
  std::vector<ForecastItem> items;
  for (std::size_t i = 0; i < book.grants.size(); ++i) {
    const GrantPosition& grant = book.grants[i];
    if (has_nothing_left(grant)) continue;
    const auto index = static_cast<std::int32_t>(i);
    for (const Tranche& tranche : grant.tranches) {
      if (tranche.vests && within(*tranche.vests))
        items.push_back(vesting_of(grant, index, tranche));
    }
    if (grant.expires && within(*grant.expires)) items.push_back(expiration_of(grant, index));
  }
  std::stable_sort(items.begin(), items.end(),
                   [](const ForecastItem& a, const ForecastItem& b) { return a.date < b.date; });
  return items;
}

RightsToAcquire rights_to_acquire(const History& history, const Book& book, Date on) {
  RightsToAcquire rights;
  rights.on = on;
  rights.until = on.plus_days(days_of_rule_13d_3);
  rights.total = ShareRange::exactly(Shares());
  for (std::size_t i = 0; i < book.grants.size(); ++i) {
    const GrantPosition& grant = book.grants[i];
    if (grant.expired || has_nothing_left(grant) || !is_derivative(history, grant)) continue;
    RightsToAcquire::Line line = line_of(grant, static_cast<std::int32_t>(i), rights.until);
    if (line.counted) rights.total = rights.total + line.quantity;
    rights.lines.push_back(std::move(line));
  }
  return rights;
}

}  // namespace stakebook
