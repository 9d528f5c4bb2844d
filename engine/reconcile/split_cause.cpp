#include "reconcile/split_cause.h"

#include <algorithm>

#include "event/split_link.h"
#include "reconcile/split_ratio.h"
#include "value/grouped.h"

namespace stakebook {
namespace {

// Below it a ratio is met by accident.
const Shares balance_min = Shares(100);
const Shares lone_balance_min = Shares(1000);
constexpr std::size_t rows_around_max = 40;

std::optional<Ratio> ratio_of(const Gap& gap) {
  if (gap.before < balance_min) return std::nullopt;
  return ratio_between(gap.before, gap.opening);
}

struct Witness {
  std::string statement;
  std::vector<FigureReference> evidence;
  std::vector<std::string> quotes;
};

std::optional<Witness> stated_by_footnote(const Investigation& investigation, const Gap& gap,
                                          Ratio ratio) {
  for (const CitedFootnote& footnote : investigation.all_footnotes(gap.source.entry)) {
    for (const StatedRatio& stated : stated_ratios(footnote.text)) {
      if (stated.ratio != ratio) continue;
      return Witness{"a footnote states it", {{footnote.place, {}, 0, {}, {}}}, {stated.sentence}};
    }
  }
  return std::nullopt;
}

// A row that moves as much as the gap may be what is missing, or there twice.
bool has_row_of_gap(const Investigation& investigation, const Gap& gap) {
  return investigation.has_row_near(gap.account, gap.posting, gap.size, rows_around_max);
}

// Another account with the same ratio in the same window. The same balance is no second witness: a
// joint filing repeats it.
std::optional<Witness> shown_by_account(const Investigation& investigation, const Gap& gap,
                                        Ratio ratio) {
  if (has_row_of_gap(investigation, gap)) return std::nullopt;
  for (const Gap& other : investigation.gaps()) {
    if (other.account == gap.account || other.before == gap.before || !gap.overlaps(other)) {
      continue;
    }
    if (ratio_of(other) != ratio || has_row_of_gap(investigation, other)) continue;
    return Witness{
        "another account went from " + grouped(other.before) + " to " + grouped(other.opening),
        {balance_figure(other.source)},
        {}};
  }
  return std::nullopt;
}

struct Life {
  const Event* first = nullptr;
  const Event* last = nullptr;
};

Life life_of(const Investigation& investigation, std::int32_t account) {
  const auto& postings = investigation.postings(account);
  if (postings.empty()) return {};
  return {&investigation.event(postings.front()), &investigation.event(postings.back())};
}

// An option's terms but for its strike. Titles are left out: they are retyped with each report.
bool is_same_option(const AccountIdentity& a, const AccountIdentity& b) {
  return a.table == Table::derivative && b.table == Table::derivative && a.strike && b.strike &&
         a.strike != b.strike && a.expiration && a.expiration == b.expiration &&
         a.holders == b.holders && a.direct == b.direct;
}

bool moved_by(Ratio ratio, Price before, Price after) {
  const Decimal cent = *Decimal::parse("0.01");
  return absolute(strike_after(before, ratio).amount() - after.amount()) <= cent;
}

std::optional<Witness> shown_by_strike(const Investigation& investigation, const Gap& gap,
                                       Ratio ratio) {
  const auto count = static_cast<std::int32_t>(investigation.history().accounts.size());
  for (std::int32_t old = 0; old < count; ++old) {
    const Life earlier = life_of(investigation, old);
    if (!investigation.identity(old).strike || earlier.last == nullptr) continue;
    if (earlier.last->effective > gap.on) continue;
    for (std::int32_t late = 0; late < count; ++late) {
      const Life later = life_of(investigation, late);
      if (!is_same_option(investigation.identity(old), investigation.identity(late))) continue;
      if (later.first == nullptr || later.first->effective < gap.since ||
          later.first->effective <= earlier.last->effective) {
        continue;
      }
      const Price before = *investigation.identity(old).strike;
      const Price after = *investigation.identity(late).strike;
      if (!moved_by(ratio, before, after)) continue;
      const auto strike = [](const Event& event) {
        return FigureReference{event.source, "conversion_or_exercise_price", 0, {}, {}};
      };
      return Witness{"the strike of an option went from " + grouped(before.amount()) + " to " +
                         grouped(after.amount()),
                     {strike(*earlier.last), strike(*later.first)},
                     {}};
    }
  }
  return std::nullopt;
}

std::optional<Witness> witness_of(const Investigation& investigation, const Gap& gap, Ratio ratio) {
  if (auto stated = stated_by_footnote(investigation, gap, ratio)) return stated;
  if (auto strike = shown_by_strike(investigation, gap, ratio)) return strike;
  return shown_by_account(investigation, gap, ratio);
}

GapCause new_cause(const Investigation& investigation, const Gap& gap, Ratio ratio, Grade grade) {
  GapCause cause;
  cause.cause = Cause::split;
  cause.grade = grade;
  cause.statement =
      ratio_in_words(ratio) + ": " + grouped(gap.before) + " became " + grouped(gap.opening);
  cause.evidence.push_back(balance_figure(gap.source));
  if (const Posting* before = investigation.neighbour(gap, -1)) {
    cause.evidence.push_back(balance_figure(investigation.event(*before).source));
  }
  return cause;
}

// Alone it may still be one, where the ratio is rare and the numbers are not round.
bool stands_alone(const Gap& gap, Ratio ratio) {
  const bool rare = ratio >= Ratio(3) || ratio <= Ratio(1, 3);
  return rare && (ratio.numerator() == 1 || ratio.denominator() == 1) &&
         gap.before >= lone_balance_min &&
         ratio.of(gap.before.amount(), 4, Rounding::half_up) == gap.opening.amount();
}

}  // namespace

std::optional<GapCause> find_split(const Investigation& investigation, const Gap& gap) {
  const auto ratio = ratio_of(gap);
  if (!ratio || investigation.is_undone(gap)) return std::nullopt;
  if (auto witness = witness_of(investigation, gap, *ratio)) {
    GapCause cause = new_cause(investigation, gap, *ratio, Grade::proven);
    cause.statement += "; " + witness->statement;
    cause.evidence.insert(cause.evidence.end(), witness->evidence.begin(), witness->evidence.end());
    cause.quotes = std::move(witness->quotes);
    return cause;
  }
  if (!stands_alone(gap, *ratio)) return std::nullopt;
  return new_cause(investigation, gap, *ratio, Grade::plausible);
}

}  // namespace stakebook
