#include "event/pairing.h"

#include <algorithm>

#include "event/transaction_code.h"
#include "value/grouped.h"

namespace stakebook {
namespace {

bool is_side(const Event& event, Part part) {
  return event.source.part == part && is_exercise_or_conversion(event.code);
}

// The number of shares that the table II row turns into.
std::optional<Shares> shares_received(const Event& derivative) {
  if (derivative.underlying) return derivative.underlying;
  const auto units = derivative.change.exact();
  if (!units) return std::nullopt;
  return units->is_negative() ? -*units : *units;
}

bool could_pair(const Event& shares, const Event& derivative) {
  if (shares.code != derivative.code || shares.effective != derivative.effective) return false;
  // Table I gives the exercise price as the price of the shares; units without a price give 0.
  if (shares.price && derivative.strike && !shares.price->is_zero()) {
    return *shares.price == *derivative.strike;
  }
  return true;
}

void join(std::vector<Event>& events, std::int32_t base, std::size_t shares,
          std::size_t derivative) {
  events[shares].paired = base + static_cast<std::int32_t>(derivative);
  events[derivative].paired = base + static_cast<std::int32_t>(shares);
}

void solve_shares(Event& shares, const Event& derivative) {
  const auto received = shares_received(derivative);
  if (shares.change.is_exact() || !received) return;
  const ShareRange solved = ShareRange::exactly(*received);
  if (!shares.change.intersected(solved)) return;
  shares.change = solved;
  FigureReference units{derivative.source, "transaction_shares", 0, {}, {}};
  FigureReference underlying{derivative.source, "underlying_security_shares", 0, {}, {}};
  shares.inferences.push_back(
      {"exercise-pair",
       "table II exercises for " + grouped(*received) +
           " shares on the same date at the same price; this is the only row that can receive them",
       Grade::proven, derivative.underlying ? std::vector{units, underlying} : std::vector{units}});
}

void solve_units(const Event& shares, Event& derivative) {
  const auto received = shares.change.exact();
  if (derivative.change.is_exact() || !received || !received->is_positive()) return;
  // Units equal shares only where the row says that it moves as much underlying as it receives.
  if (!derivative.underlying || *derivative.underlying != *received) return;
  const ShareRange solved = ShareRange::exactly(-*received);
  if (!derivative.change.intersected(solved)) return;
  derivative.change = solved;
  derivative.inferences.push_back(
      {"exercise-pair",
       "table I receives " + grouped(*received) + " shares of the same exercise, one for each unit",
       Grade::plausible,
       {{shares.source, "transaction_shares", 0, {}, {}}}});
}

using RowNumbers = std::vector<std::size_t>;

void pair_equal_amounts(std::vector<Event>& events, std::int32_t base, const RowNumbers& share_rows,
                        const RowNumbers& derivative_rows) {
  for (const std::size_t derivative : derivative_rows) {
    const auto received = shares_received(events[derivative]);
    if (!received) continue;
    const auto partner =
        std::find_if(share_rows.begin(), share_rows.end(), [&](std::size_t shares) {
          return events[shares].paired == no_event &&
                 could_pair(events[shares], events[derivative]) &&
                 events[shares].change == ShareRange::exactly(*received);
        });
    if (partner != share_rows.end()) join(events, base, *partner, derivative);
  }
}

// What is left pairs only where each side has exactly one possible partner.
void pair_only_partners(std::vector<Event>& events, std::int32_t base, const RowNumbers& share_rows,
                        const RowNumbers& derivative_rows) {
  const auto may_pair = [&](std::size_t shares, std::size_t derivative) {
    return events[shares].paired == no_event && events[derivative].paired == no_event &&
           could_pair(events[shares], events[derivative]);
  };
  for (const std::size_t derivative : derivative_rows) {
    RowNumbers partners;
    for (const std::size_t shares : share_rows) {
      if (may_pair(shares, derivative)) partners.push_back(shares);
    }
    if (partners.size() != 1) continue;
    const std::size_t shares = partners.front();
    const bool both_known =
        events[shares].change.is_exact() && events[derivative].change.is_exact();
    const auto others = std::count_if(derivative_rows.begin(), derivative_rows.end(),
                                      [&](std::size_t other) { return may_pair(shares, other); });
    if (both_known || others != 1) continue;
    join(events, base, shares, derivative);
    solve_shares(events[shares], events[derivative]);
    solve_units(events[shares], events[derivative]);
  }
}

}  // namespace

void pair_exercises(std::vector<Event>& events, std::int32_t base) {
  std::vector<std::size_t> share_rows;
  std::vector<std::size_t> derivative_rows;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (is_side(events[i], Part::table_i)) share_rows.push_back(i);
    if (is_side(events[i], Part::table_ii)) derivative_rows.push_back(i);
  }
  pair_equal_amounts(events, base, share_rows, derivative_rows);
  pair_only_partners(events, base, share_rows, derivative_rows);
}

}  // namespace stakebook
