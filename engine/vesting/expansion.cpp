// Terms are unrolled into dated steps; steps are gathered into runs that are rounded together (all
// parts of the grant, or all parts of one remainder, in a row); runs are allocated; tranches of one
// date are added up. A stated count is a run of its own and is never rounded.
#include "vesting/expansion.h"

#include <algorithm>
#include <map>

#include "value/error.h"

namespace stakebook {
namespace {

// Ten thousand steps are 27 years of days: more is a slip of the pen, not a schedule.
constexpr int occurrences_max = 10'000;
// A thousand years, in the longer months: no date of a schedule leaves the calendar.
constexpr std::int64_t days_max = 365'000;
// Parts of remainders of remainders are rounded together while their exact sum stays this simple.
constexpr std::int64_t denominator_max = 1'000'000;

bool is_remainder(const Portion& portion) {
  return std::holds_alternative<PartOfRemainder>(portion) || std::holds_alternative<Rest>(portion);
}

// The portion of the i-th (from 0) of a series' steps, as one that stands alone.
Portion portion_of(const Series& series, int index) {
  const int left = series.occurrences - index;
  if (std::holds_alternative<Rest>(series.portion)) {
    return left == 1 ? Portion(Rest()) : Portion(PartOfRemainder{Ratio(1, left)});
  }
  if (const auto* part = std::get_if<PartOfRemainder>(&series.portion)) {
    const Ratio before = part->fraction * Ratio(index);
    if (before >= Ratio(1)) return PartOfRemainder{Ratio(2)};  // more than is left; refused below
    return PartOfRemainder{part->fraction * (Ratio(1) - before).inverse()};
  }
  return series.portion;
}

Date series_date(const Series& series, Date start, int day, int index, const DayRule& day_rule) {
  DayRule rule = day_rule;
  if (rule.kind == DayRule::Kind::anchor_day_or_last)
    rule = {DayRule::Kind::fixed_day_or_last, day};
  const int periods = series.first_on_start ? index : index + 1;
  return step_date(start, series.period, periods, rule);
}

std::optional<std::string> fault_of(const Series& series) {
  if (series.occurrences <= 0) return "a series has no steps";
  if (series.occurrences > occurrences_max) return "a series has more than 10,000 steps";
  if (series.period.length <= 0) return "a series has a period of no length";
  const std::int64_t days = series.period.unit == Period::Unit::days ? 1 : 31;
  if (days * series.period.length * series.occurrences > days_max) {
    return "a series takes more than a thousand years";
  }
  return std::nullopt;
}

bool is_negative(const Portion& portion) {
  if (const auto* part = std::get_if<PartOfGrant>(&portion)) return part->fraction < Ratio(0);
  if (const auto* part = std::get_if<PartOfRemainder>(&portion)) return part->fraction < Ratio(0);
  if (const auto* stated = std::get_if<StatedCount>(&portion)) return stated->count.is_negative();
  return false;
}

std::optional<std::string> fault_of(const VestingTerms& terms) {
  for (const Step& step : terms.steps) {
    if (std::visit([](const auto& any) { return is_negative(any.portion); }, step)) {
      return "a step vests less than nothing";
    }
    if (const auto* series = std::get_if<Series>(&step)) {
      if (auto fault = fault_of(*series)) return fault;
    }
  }
  if (terms.steps.empty()) return "the terms have no steps";
  return std::nullopt;
}

// Steps of the grant whose amounts are rounded together.
class Runs {
 public:
  Runs(Decimal granted, AllocationRule rule) : granted_(granted), rule_(rule) {}

  void add(const DatedStep& step) {
    if (const auto* stated = std::get_if<StatedCount>(&step.portion)) {
      close();
      post(step.date, stated->count);
      counts_ += stated->count.amount();
      return;
    }
    only_counts_ = false;
    if (const auto* part = std::get_if<PartOfGrant>(&step.portion)) {
      if (of_remainder_ && !parts_.empty()) close();
      if (parts_.empty()) open(false);
      push(step.date, part->fraction);
      return;
    }
    const auto* part = std::get_if<PartOfRemainder>(&step.portion);
    // After parts of the whole grant a part of the remainder is a part of the grant, too.
    const bool joins = !parts_.empty() && (of_remainder_ || vested_.is_zero());
    if (!joins || sum_.denominator() > denominator_max) close();
    if (parts_.empty()) open(true);
    push(step.date, (Ratio(1) - sum_) * (part == nullptr ? Ratio(1) : part->fraction));
  }

  std::optional<std::string> finish() {
    if (!parts_.empty()) close();
    if (!fault_ && vested_ > granted_) {
      fault_ = "the steps sum to " + vested_.to_text() + ", more than the " + granted_.to_text() +
               " granted";
    }
    if (only_counts_ && counts_ != granted_) {
      fault_ = "the stated counts sum to " + counts_.to_text() + ", not to the " +
               granted_.to_text() + " granted";
    }
    return fault_;
  }

  std::vector<VestingTranche> tranches() const {
    std::vector<VestingTranche> result;
    for (const auto& [date, quantity] : by_date_) result.push_back({date, quantity});
    return result;
  }

 private:
  void open(bool of_remainder) {
    of_remainder_ = of_remainder;
    base_ = of_remainder ? granted_ - vested_ : granted_;
    sum_ = Ratio();
  }
  void push(Date date, Ratio part) {
    dates_.push_back(date);
    parts_.push_back(part);
    sum_ = sum_ + part;
  }
  void post(Date date, Shares quantity) {
    by_date_[date] += quantity;
    vested_ += quantity.amount();
  }
  void close() {
    if (sum_ > Ratio(1)) {
      fault_ = "the parts sum to " + sum_.to_text() + ", more than the whole";
    } else if (!parts_.empty() && !base_.is_negative()) {
      const auto amounts = allocate(Shares(base_), parts_, rule_);
      for (std::size_t i = 0; i < amounts.size(); ++i) post(dates_[i], amounts[i]);
    }
    dates_.clear();
    parts_.clear();
    sum_ = Ratio();
  }

  Decimal granted_;
  AllocationRule rule_;
  std::map<Date, Shares> by_date_;
  Decimal vested_;
  Decimal counts_;
  bool only_counts_ = true;
  bool of_remainder_ = false;
  Decimal base_;
  Ratio sum_;
  std::vector<Date> dates_;
  std::vector<Ratio> parts_;
  std::optional<std::string> fault_;
};

}  // namespace

Date step_date(Date start, const Period& period, int periods, const DayRule& day_rule) {
  if (periods == 0) return start;
  if (period.unit == Period::Unit::days) return start.plus_days(period.length * periods);
  const Date day = start.plus_months(period.length * periods);
  switch (day_rule.kind) {
    case DayRule::Kind::anchor_day_or_last: return day;
    case DayRule::Kind::fixed_day_or_last: return day.with_day_or_last(day_rule.day);
    case DayRule::Kind::last_day_of_month: return day.last_day_of_month();
    case DayRule::Kind::anchor_day_or_next:
      return day.day() < start.day() ? day.last_day_of_month().plus_days(1) : day;
  }
  return day;
}

std::vector<DatedStep> dated_steps(const VestingTerms& terms) {
  std::vector<DatedStep> result;
  Date last = terms.anchor;
  // The day of the month that steps return to: that of the latest date the terms name.
  int day = terms.anchor.day();
  for (const Step& step : terms.steps) {
    if (const auto* dated = std::get_if<DatedStep>(&step)) {
      result.push_back(*dated);
      last = dated->date;
      day = last.day();
      continue;
    }
    const auto& series = std::get<Series>(step);
    if (fault_of(series)) continue;
    const Date start = series.start.value_or(last);
    if (series.start) day = start.day();
    for (int i = 0; i < series.occurrences; ++i) {
      const int dated_as = std::max(i, std::min(series.cliff_occurrence, series.occurrences) - 1);
      last = series_date(series, start, day, dated_as, terms.day_rule);
      result.push_back({last, portion_of(series, i)});
    }
  }
  return result;
}

Expansion expand(const VestingTerms& terms, Shares granted) {
  if (granted.is_negative()) return Inconsistency{"the grant is negative"};
  if (const auto fault = fault_of(terms)) return Inconsistency{*fault};
  std::vector<DatedStep> steps = dated_steps(terms);
  const auto earlier = [](const DatedStep& left, const DatedStep& right) {
    return left.date < right.date;
  };
  if (!std::is_sorted(steps.begin(), steps.end(), earlier)) {
    // What is left "before this step" has a meaning only where the steps' order is that of time.
    if (std::any_of(steps.begin(), steps.end(),
                    [](const DatedStep& step) { return is_remainder(step.portion); })) {
      return Inconsistency{"a step of the remainder lies before a step that it follows"};
    }
    std::stable_sort(steps.begin(), steps.end(), earlier);
  }
  try {
    Runs runs(granted.amount(), terms.allocation);
    for (const DatedStep& step : steps) runs.add(step);
    if (const auto fault = runs.finish()) return Inconsistency{*fault};
    return runs.tranches();
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::arithmetic) throw;
    return Inconsistency{"the parts are too fine to be added up exactly"};
  }
}

}  // namespace stakebook
