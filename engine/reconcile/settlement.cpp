#include "reconcile/settlement.h"

#include <algorithm>

#include "value/grouped.h"

namespace stakebook {
namespace {

constexpr std::size_t rows_around_max = 20;

bool settles(const Event& event) {
  return event.kind == EventKind::exercise || event.kind == EventKind::conversion;
}

// What a row of the other table moves in this one.
std::optional<Shares> moved_here(const Event& event, Table other) {
  const auto change = event.change.exact();
  if (!change) return std::nullopt;
  if (other == Table::derivative && event.underlying) {
    return change->is_negative() ? *event.underlying : -*event.underlying;
  }
  return -*change;
}

bool is_title_of(const Investigation& investigation, const Event& event,
                 const AccountIdentity& table_i) {
  const Row* row = investigation.row(event.source);
  if (row == nullptr || !row->underlying_security_title.has_value()) return true;
  return folded_title(*row->underlying_security_title) == folded_title(table_i.security_title);
}

// Rows of the other table in the window, without a partner, that move the gap.
std::vector<const Event*> rows_of(const Investigation& investigation, const Gap& gap) {
  std::vector<const Event*> result;
  const AccountIdentity& here = investigation.identity(gap.account);
  const auto& events = investigation.history().events;
  auto event = std::lower_bound(
      events.begin(), events.end(), gap.since,
      [](const Event& candidate, Date date) { return candidate.effective < date; });
  for (; event != events.end() && event->effective <= gap.on; ++event) {
    if (!settles(*event) || event->paired != no_event || event->account == no_account) continue;
    const AccountIdentity& there = investigation.identity(event->account);
    if (there.table == here.table || !investigation.share_a_holder(gap.account, event->account)) {
      continue;
    }
    const bool fits = here.table == Table::derivative || is_title_of(investigation, *event, here);
    if (fits && moved_here(*event, there.table) == gap.size) result.push_back(&*event);
  }
  return result;
}

}  // namespace

std::optional<GapCause> find_settlement(const Investigation& investigation, const Gap& gap) {
  const std::vector<const Event*> rows = rows_of(investigation, gap);
  if (rows.empty()) return std::nullopt;
  const bool alone =
      rows.size() == 1 && investigation.gaps_of(gap.size).size() == 1 &&
      !investigation.is_undone(gap) &&
      !investigation.has_row_near(gap.account, gap.posting, gap.size, rows_around_max);
  GapCause cause;
  cause.cause = Cause::settlement;
  cause.grade = alone ? Grade::proven : Grade::plausible;
  const bool units = investigation.identity(gap.account).table == Table::non_derivative;
  cause.statement = std::string("Table ") + (units ? "II" : "I") + " settles " +
                    grouped(magnitude(gap.size)) + " on " + rows.front()->effective.to_text() +
                    ", and no row of Table " + (units ? "I" : "II") + " takes them up";
  cause.evidence.push_back(balance_figure(gap.source));
  for (const Event* row : rows) cause.evidence.push_back(row_figure(row->source));
  return cause;
}

}  // namespace stakebook
