#include "reconcile/filing_missing.h"

#include <algorithm>

namespace stakebook {
namespace {

constexpr int silence_days = 365;
constexpr int unusual_silence_days = 180;
constexpr int times_the_usual = 4;
constexpr std::size_t reports_min = 6;
constexpr std::size_t reports_back_max = 60;

// Days between reports of the account before the gap, the middle one; nullopt where too few.
std::optional<int> usual_days(const Investigation& investigation, const Gap& gap) {
  const auto& postings = investigation.postings(gap.account);
  const std::size_t first = gap.posting > reports_back_max ? gap.posting - reports_back_max : 0;
  std::vector<Date> days;
  for (std::size_t i = first; i < gap.posting; ++i) {
    const Date day = investigation.event(postings[i]).effective;
    if (days.empty() || days.back() != day) days.push_back(day);
  }
  if (days.size() < reports_min) return std::nullopt;
  std::vector<int> between;
  for (std::size_t i = 1; i < days.size(); ++i) between.push_back(days[i] - days[i - 1]);
  const auto middle = between.begin() + std::ssize(between) / 2;
  std::nth_element(between.begin(), middle, between.end());
  return *middle;
}

}  // namespace

std::optional<GapCause> find_filing_missing(const Investigation& investigation, const Gap& gap) {
  const Posting* before = investigation.neighbour(gap, -1);
  if (before == nullptr) return std::nullopt;
  const Reference& last = investigation.event(*before).source;
  const int days = gap.on - gap.since;
  if (last.entry == gap.source.entry || days < unusual_silence_days) return std::nullopt;
  if (days < silence_days) {
    const auto usual = usual_days(investigation, gap);
    if (!usual || days < times_the_usual * *usual) return std::nullopt;
  }
  GapCause cause;
  cause.cause = Cause::filing_missing;
  cause.statement = "no report of this account is held between those of " + gap.since.to_text() +
                    " and " + gap.on.to_text();
  cause.evidence = {balance_figure(last), balance_figure(gap.source)};
  return cause;
}

}  // namespace stakebook
