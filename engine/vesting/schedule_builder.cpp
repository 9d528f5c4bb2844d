#include "vesting/schedule_builder.h"

#include <algorithm>

#include "vesting/expansion.h"

namespace stakebook::language {
namespace {

bool spreads(const Clause& clause) {
  return clause.installments && (clause.installments->count || clause.installments->equal);
}

std::optional<int> whole_quotient(Ratio whole, Ratio part) {
  if (part <= Ratio(0)) return std::nullopt;
  const Ratio quotient = whole * part.inverse();
  if (quotient.denominator() != 1 || quotient.numerator() < 1 || quotient.numerator() > 1200) {
    return std::nullopt;
  }
  return static_cast<int>(quotient.numerator());
}

// "annually ... on the first three anniversaries": each date about a period after that before it.
bool are_apart(const std::vector<Date>& dates, const Period& period) {
  constexpr int days_max = 15;
  for (std::size_t i = 1; i < dates.size(); ++i) {
    const int days = dates[i] - step_date(dates[i - 1], period, 1, DayRule{});
    if (days > days_max || days < -days_max) return false;
  }
  return true;
}

}  // namespace

std::nullopt_t ScheduleBuilder::refuse(std::string reason) {
  if (fault_.empty()) fault_ = std::move(reason);
  return std::nullopt;
}

void ScheduleBuilder::contradict(std::string reason) {
  if (contradiction_.empty()) contradiction_ = std::move(reason);
}

void ScheduleBuilder::add(const Clause& clause) {
  const bool whole = !clause.amount || clause.amount->whole;
  const bool at_grant =
      clause.immediately || (clause.at && clause.at->kind == Reference::Kind::grant);
  if (clauses_ == 1 && whole && at_grant && !clause.dates && !clause.anniversaries &&
      !clause.installments && !clause.frequency && !clause.duration && !clause.start) {
    vested_at_grant_ = true;
    return;
  }
  if (clause.dates && !clause.dates->list.yearly.empty()) {
    add_yearly(clause);
  } else if (const auto dates = dates_of(clause)) {
    const bool every = clause.anniversaries && clause.anniversaries->every;
    if (clause.start && !dates->empty()) refuse("dates and a beginning stand together");
    const bool listed = dates->size() > 1 && clause.frequency && !clause.thereafter;
    if (listed && !are_apart(*dates, clause.frequency->period)) {
      refuse("the dates are not as far apart as is said");
    } else if (dates->empty() || clause.start || every || (clause.frequency && !listed)) {
      add_series(clause, *dates);
    } else {
      add_dated(clause, *dates);
    }
  }
  ++added_;
}

std::optional<Date> ScheduleBuilder::grant_date() const {
  if (facts_.granted_on && !facts_.several_dates) return facts_.granted_on;
  if (!facts_.granted_on && row_.is_grant) return row_.transaction_date;
  return std::nullopt;
}

std::optional<Date> ScheduleBuilder::date_of(const Reference& reference) {
  std::optional<Date> date = reference.date;
  switch (reference.kind) {
    case Reference::Kind::stated: break;
    case Reference::Kind::grant:
      if (!date) date = grant_date();
      if (!date) return refuse("the date of the grant is not stated");
      break;
    case Reference::Kind::commencement:
      if (!date && !facts_.several_dates) date = facts_.commencement;
      if (!date) return refuse("the vesting commencement date is not stated");
      break;
    case Reference::Kind::indicated:
      if (!row_.exercise_date)
        return refuse("the row does not state the date it is said to indicate");
      return row_.exercise_date;
  }
  return date;
}

std::optional<Date> ScheduleBuilder::date_of(const Moment& moment) {
  if (const auto* date = std::get_if<Date>(&moment)) return *date;
  if (const auto* reference = std::get_if<Reference>(&moment)) return date_of(*reference);
  const auto dates = dates_of(std::get<Anniversaries>(moment));
  if (!dates) return std::nullopt;
  if (dates->size() != 1) return refuse("several anniversaries stand where one day should");
  return dates->front();
}

std::optional<std::vector<Date>> ScheduleBuilder::dates_of(const Anniversaries& anniversaries) {
  if (anniversaries.of) {
    const Reference& of = *anniversaries.of;
    base_ = date_of(of);
    if (!base_) return std::nullopt;
    if (of.kind != Reference::Kind::stated && of.date && anniversaries.numbers.size() == 1) {
      // "the first anniversary of the grant, March 28, 2019": whose date is it? In parentheses it
      // is the grant's, unless the row knows better.
      const auto granted = row_.is_grant ? row_.transaction_date : grant_date();
      const int months = anniversaries.numbers[0] * anniversaries.unit.length;
      if (granted && granted->plus_months(months) == *of.date) base_ = granted;
      if (of.apposed && base_ != granted) {
        return refuse("the date may be that of the grant or of its anniversary");
      }
    }
  }
  if (!base_) return refuse("what it is an anniversary of is not said");
  used_anchor_ = base_;
  std::vector<Date> dates;
  for (const int number : anniversaries.numbers) {
    dates.push_back(base_->plus_months(number * anniversaries.unit.length));
  }
  return dates;
}

std::optional<std::vector<Date>> ScheduleBuilder::dates_of(const Clause& clause) {
  std::vector<Date> dates;
  if (clause.anniversaries) {
    const auto anniversaries = dates_of(*clause.anniversaries);
    if (!anniversaries) return std::nullopt;
    dates = *anniversaries;
  }
  if (clause.dates) {
    std::vector<Date> stated = clause.dates->list.dates;
    if (clause.anniversaries && !clause.anniversaries->every && stated != dates) {
      return refuse("the dates are not the anniversaries that they stand beside");
    }
    dates = std::move(stated);
  }
  if (clause.at || clause.immediately) {
    const auto date = clause.at ? date_of(*clause.at) : grant_date();
    if (!date) return refuse("the date of the grant is not stated");
    if (!dates.empty()) return refuse("two sets of dates stand together");
    dates.push_back(*date);
  }
  if (!std::is_sorted(dates.begin(), dates.end())) return refuse("the dates are not in order");
  return dates;
}

std::optional<ScheduleBuilder::Share> ScheduleBuilder::share_of_rest(const Amount& amount) {
  Share share;
  if (rest() <= Ratio(0)) return refuse("nothing is left for the rest");
  if (added_ == 0) {
    of_remainder_ = true;
    if (amount.fraction && amount.fraction->value != Ratio(1)) {
      return refuse("the part before the remaining part is not stated");
    }
    share.together = Ratio(1);
    if (amount.count) granted_ = Shares(*amount.count);
    return share;
  }
  if (counts_) {
    if (amount.fraction) return refuse("counts and fractions stand side by side");
    share.rest = true;
    return share;
  }
  if (amount.count) return refuse("counts and fractions stand side by side");
  if (amount.fraction && amount.fraction->value != rest()) {
    return refuse("the remaining part is not what the parts before it leave");
  }
  share.together = rest();
  return share;
}

std::optional<ScheduleBuilder::Share> ScheduleBuilder::share_of(const Clause& clause) {
  Share share;
  const auto& amount = clause.amount;
  if (clause.installments && clause.installments->fraction) {
    share.each = clause.installments->fraction->value;
    if (amount && (amount->count || (amount->fraction && amount->fraction->value != *share.each &&
                                     !amount->whole))) {
      return refuse("the amount and its instalments do not go together");
    }
    return share;
  }
  if (!amount || (amount->whole && !amount->remaining)) {
    if (added_ > 0) return refuse("how much vests is not said");
    of_remainder_ = of_remainder_ || (amount && amount->of_remainder);
    share.together = Ratio(1);
    return share;
  }
  if (amount->rest || amount->remaining) return share_of_rest(*amount);
  if (amount->fraction) {
    if (amount->of_remainder) {
      // "1/36th of the remaining shares each month": of what the cliff left, the same each month.
      if (added_ > 0 && (counts_ || !clause.frequency || spreads(clause))) {
        return refuse("whether it is a part of the grant or of the rest is not said");
      }
      if (added_ > 0) {
        share.each = amount->fraction->value * rest();
        return share;
      }
      of_remainder_ = true;
    }
    if (counts_) return refuse("counts and fractions stand side by side");
    if (spreads(clause) && !clause.of_a_remainder) {
      share.together = amount->fraction->value;
    } else {
      share.each = amount->fraction->value;
    }
    return share;
  }
  if (clause.counts.size() != 1) return refuse("which count is for which date is not said");
  if (spreads(clause)) {
    share.together_count = amount->count;
  } else {
    share.each_count = amount->count;
  }
  return share;
}

// Each step's portion, where `steps` steps share alike.
std::optional<Portion> ScheduleBuilder::portion_of(const Share& share, int steps) {
  if (share.each || share.together) {
    const Ratio each = share.each ? *share.each : *share.together * Ratio(1, steps);
    sum_ = sum_ + each * Ratio(steps);
    return PartOfGrant{each};
  }
  if (share.rest) return Rest{};
  if (share.together_count && clauses_ == 1 && steps > 1) {
    granted_ = Shares(*share.together_count);
    sum_ = Ratio(1);
    return PartOfGrant{Ratio(1, steps)};
  }
  counts_ = true;
  if (share.each_count) return StatedCount{Shares(*share.each_count)};
  const Decimal each = divide(*share.together_count, Decimal(steps), 12, Rounding::floor);
  if (!each.is_integer()) return refuse("the count does not divide into its instalments");
  return StatedCount{Shares(each)};
}

void ScheduleBuilder::add_steps(const Clause& clause, const std::vector<Date>& dates,
                                const Share& share) {
  const int steps = static_cast<int>(dates.size());
  const auto portion = portion_of(share, steps);
  if (!portion) return;
  last_ = dates.back();
  day_ = last_->day();
  if (clause.anniversaries && !share.rest) {
    add_anniversaries(*clause.anniversaries, *portion);
    return check_end(clause);
  }
  for (int i = 0; i < steps; ++i) {
    Portion own = *portion;
    if (share.rest && i + 1 < steps) own = PartOfRemainder{Ratio(1, steps - i)};
    steps_.emplace_back(DatedStep{dates[static_cast<std::size_t>(i)], own});
  }
  check_end(clause);
}

// As series from their base, so that what follows keeps the base's day of the month.
void ScheduleBuilder::add_anniversaries(const Anniversaries& anniversaries,
                                        const Portion& portion) {
  const auto& numbers = anniversaries.numbers;
  Series series;
  series.start = base_;
  series.portion = portion;
  series.period = anniversaries.unit;
  series.occurrences = static_cast<int>(numbers.size());
  day_ = base_->day();
  bool running = true;  // 1, 2, 3 ...
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    running = running && numbers[i] == static_cast<int>(i) + 1;
  }
  if (running) {
    steps_.emplace_back(series);
    return;
  }
  series.occurrences = 1;
  for (const int number : numbers) {
    series.period.length = anniversaries.unit.length * number;
    steps_.emplace_back(series);
  }
}

void ScheduleBuilder::add_dated(const Clause& clause, const std::vector<Date>& dates) {
  const int count = static_cast<int>(dates.size());
  if (clause.installments && clause.installments->count && *clause.installments->count != count) {
    refuse("the dates are not as many as the instalments");
    return;
  }
  if (clause.respectively && clause.counts.size() == dates.size()) {
    for (std::size_t i = 0; i < dates.size(); ++i) {
      steps_.emplace_back(DatedStep{dates[i], StatedCount{Shares(clause.counts[i])}});
    }
    counts_ = true;
    last_ = dates.back();
    return check_end(clause);
  }
  const auto share = share_of(clause);
  if (!share) return;
  if (clause.duration &&
      (count == 1 || dates.back() > dates[0].plus_months(clause.duration->months))) {
    refuse("the dates do not fit the time they take");
    return;
  }
  if (clause.installments && (count == 1 || (clause.installments->period &&
                                             !are_apart(dates, *clause.installments->period)))) {
    refuse("the dates do not fit the instalments");
    return;
  }
  const bool each = (clause.dates && clause.dates->each) || (clause.amount && clause.amount->each);
  if (count > 1) {
    if ((share->together || share->rest) && !clause.installments) {
      refuse("in what parts it vests on those dates is not said");
      return;
    }
    if (share->each_count && !each) each_assumed_ = true;
  }
  add_steps(clause, dates, *share);
}

void ScheduleBuilder::check_end(const Clause& clause) {
  if (!clause.end || !clause.end->moment || !last_) return;
  const auto end = date_of(*clause.end->moment);
  if (!end || *end == *last_) return;
  const bool series = std::holds_alternative<Series>(steps_.back());
  if (!clause.end->all_by_then && !series) {
    // "vests on A and is exercisable until B": the end may be that of something else.
    refuse("what ends on " + end->to_text() + " is not said");
    return;
  }
  contradict("the last step falls on " + last_->to_text() + ", but the text ends on " +
             end->to_text());
}

VestingTerms ScheduleBuilder::terms() const {
  VestingTerms terms;
  terms.steps = steps_;
  terms.day_rule = day_rule_;
  if (used_anchor_) {
    terms.anchor = *used_anchor_;
  } else if (const auto dated = dated_steps(terms); !dated.empty()) {
    terms.anchor = dated.front().date;
  }
  return terms;
}

std::optional<int> ScheduleBuilder::steps_of(const Share& share) const {
  if (share.each) return whole_quotient(rest(), *share.each);
  return std::nullopt;
}

}  // namespace stakebook::language
