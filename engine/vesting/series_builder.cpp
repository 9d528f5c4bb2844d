// The clauses that say "every so often": what their period, beginning and number of steps are.
#include <algorithm>

#include "vesting/expansion.h"
#include "vesting/schedule_builder.h"

namespace stakebook::language {
namespace {

constexpr int steps_max = 1200;
constexpr int months_max = 480;

Date on_day(int year, MonthDay day) {
  return Date::of(year, day.month, 1)->with_day_or_last(day.day);
}

}  // namespace

std::optional<Period> ScheduleBuilder::period_of(const Clause& clause) {
  std::vector<Period> said;
  if (clause.frequency) said.push_back(clause.frequency->period);
  if (clause.installments && clause.installments->period)
    said.push_back(*clause.installments->period);
  if (clause.anniversaries && clause.anniversaries->every)
    said.push_back(clause.anniversaries->unit);
  if (said.empty() && clause.installments && clause.installments->count && clause.duration) {
    // "four equal instalments over a four-year period"
    const int months = clause.duration->months;
    const int count = *clause.installments->count;
    const int apart = months / count;
    const bool usual = apart == 1 || apart == 3 || apart == 6 || apart == 12 || apart == 24;
    if (months % count != 0 || !usual) {
      return refuse("how far apart the instalments are is not said");
    }
    said.push_back({apart, Period::Unit::months});
  }
  if (said.empty()) return refuse("how far apart the instalments are is not said");
  if (std::any_of(said.begin(), said.end(), [&](const Period& each) { return each != said[0]; })) {
    return refuse("two periods stand together");
  }
  return said[0];
}

std::optional<ScheduleBuilder::Beginning> ScheduleBuilder::beginning_of(
    const Clause& clause, const std::vector<Date>& dates, const Period& period) {
  const bool every = clause.anniversaries && clause.anniversaries->every;
  if (clause.start) {
    const auto date = date_of(clause.start->moment);
    if (!date) return std::nullopt;
    Beginning begin{*date, clause.start->on_it, false};
    const bool counted = clause.installments && clause.installments->count;
    const bool anniversary = std::holds_alternative<Anniversaries>(clause.start->moment);
    if (begin.on_it && clause.start_of_duration && !anniversary) {
      begin.on_it = false;
      if (counted) {
        // Both conventions claim it: only an end date can tell.
        const auto end =
            clause.end && clause.end->moment ? date_of(*clause.end->moment) : std::nullopt;
        if (!end) return refuse("whether the first instalment falls on the first day is not said");
        begin.on_it = step_of({*date, true, false}, period, *clause.installments->count) == *end;
      }
    }
    if (!begin.on_it && last_ && step_of({*last_, false, true}, period, 1) == begin.date) {
      return refuse("whether the first step falls on the first day is not said");
    }
    if (!begin.on_it) used_anchor_ = begin.date;
    if (last_ && begin.date < *last_) return refuse("it begins before the step before it");
    return begin;
  }
  if (every && base_) return Beginning{*base_, false, false};
  if (dates.size() == 1) return Beginning{dates[0], true, false};
  if (!dates.empty()) return refuse("it begins on several dates");
  const bool rest =
      clause.amount && (clause.amount->rest || clause.amount->remaining || clause.of_a_remainder);
  const bool counted = clause.installments && clause.installments->count;
  const bool ended = clause.end && clause.end->moment;
  const bool following = clause.duration && clause.duration->following;
  if (clause.thereafter || (rest && added_ > 0 && (counted || ended || following))) {
    if (!last_) return refuse("what it comes after is not said");
    return Beginning{*last_, false, true};
  }
  if (clause.duration && added_ == 0) {
    const auto granted = grant_date();
    if (!granted) return refuse("the date of the grant is not stated");
    used_anchor_ = granted;
    return Beginning{*granted, false, false};
  }
  return refuse("when it begins is not said");
}

// The date of step 1, 2, ...
Date ScheduleBuilder::step_of(const Beginning& begin, const Period& period, int step) const {
  DayRule rule = day_rule_;
  if (begin.from_last && day_ != 0 && rule.kind == DayRule::Kind::anchor_day_or_last) {
    rule = {DayRule::Kind::fixed_day_or_last, day_};
  }
  return step_date(begin.date, period, begin.on_it ? step - 1 : step, rule);
}

std::optional<int> ScheduleBuilder::steps_until(Date end, const Beginning& begin,
                                                const Period& period) {
  for (int step = 1; step <= steps_max; ++step) {
    const Date date = step_of(begin, period, step);
    if (date == end) return step;
    if (date > end) break;
  }
  return refuse("no step falls on " + end.to_text() + ", where the text ends");
}

std::optional<int> ScheduleBuilder::occurrences_of(const Clause& clause, const Share& share,
                                                   const Beginning& begin, const Period& period) {
  std::optional<int> chosen;
  if (clause.installments) chosen = clause.installments->count;
  bool ended = false;
  if (clause.end && clause.end->moment) {
    const auto end = date_of(*clause.end->moment);
    const auto steps = end ? steps_until(*end, begin, period) : std::nullopt;
    if (!steps) return std::nullopt;
    if (chosen && *chosen != *steps) {
      contradict("the instalments do not end on " + end->to_text() + ", where the text does");
    }
    if (!chosen && !share.each && *steps * period.length % 12 != 0) {
      return refuse("whether the first and the last day both count is not said");
    }
    if (!chosen) chosen = steps;
    ended = true;
  }
  if (share.each && added_ + 1 == clauses_) {
    const auto steps = steps_of(share);
    if (!steps || (chosen && *chosen != *steps)) {
      return refuse("the parts do not add up to the whole");
    }
    chosen = steps;
  }
  if (clause.duration && period.unit == Period::Unit::months) {
    const int months = clause.duration->months;
    const bool agrees =
        months % period.length == 0 && (!chosen || *chosen == months / period.length);
    if (!agrees && !ended) return refuse("the number of steps does not fit the time they take");
    if (!chosen) chosen = months / period.length;
  }
  if (!chosen && share.each_count && clauses_ == 1) {
    // "2,500 shares vest on each anniversary" of a grant of 10,000.
    std::optional<Shares> total = facts_.granted;
    if (!total && row_.is_grant) total = row_.quantity;
    const auto steps = total ? Ratio::between(total->amount(), *share.each_count) : std::nullopt;
    if (steps && steps->denominator() == 1 && steps->numerator() <= steps_max) {
      chosen = static_cast<int>(steps->numerator());
    }
  }
  if (!chosen || *chosen < 1) return refuse("how many steps there are is not said");
  if (*chosen * period.length > months_max) return refuse("it takes more than forty years");
  return chosen;
}

// The rule's day must not come again between the beginning and the first whole period after it.
void ScheduleBuilder::set_day_rule(const DayRule& rule, const Beginning& begin) {
  VestingTerms before = terms();
  VestingTerms after = before;
  after.day_rule = rule;
  const int day = rule.kind == DayRule::Kind::last_day_of_month ? 31 : rule.day;
  if (dated_steps(before) != dated_steps(after)) {
    refuse("two rules for the day of the month stand together");
  } else if (begin.on_it || begin.date.with_day_or_last(day) > begin.date) {
    refuse("the month of the first step is not said");
  }
  day_rule_ = rule;
}

void ScheduleBuilder::add_series(const Clause& clause, const std::vector<Date>& dates) {
  const auto period = period_of(clause);
  const auto begin = period ? beginning_of(clause, dates, *period) : std::nullopt;
  if (begin && clause.frequency && clause.frequency->day_rule) {
    set_day_rule(*clause.frequency->day_rule, *begin);
  }
  const auto share = begin ? share_of(clause) : std::nullopt;
  const auto occurrences = share ? occurrences_of(clause, *share, *begin, *period) : std::nullopt;
  if (!occurrences) return;
  const auto portion = portion_of(*share, *occurrences);
  if (!portion) return;
  Series series;
  if (!begin->from_last) series.start = begin->date;
  series.first_on_start = begin->on_it;
  series.period = *period;
  series.occurrences = *occurrences;
  series.portion = *portion;
  steps_.emplace_back(series);
  if (series.start) day_ = series.start->day();
  VestingTerms so_far;
  so_far.anchor = used_anchor_.value_or(begin->date);
  so_far.day_rule = day_rule_;
  so_far.steps = steps_;
  last_ = dated_steps(so_far).back().date;
  check_end(clause);
}

// "6.25% on each May 25, August 25, November 25 and February 25 over the four years following D".
void ScheduleBuilder::add_yearly(const Clause& clause) {
  std::optional<Date> from = last_;
  bool inclusive = false;
  if (clause.start) {
    from = date_of(clause.start->moment);
    inclusive = clause.start->on_it;
  } else if (!clause.thereafter) {
    from = clause.duration && added_ == 0 ? grant_date() : std::nullopt;
  }
  const auto share = from ? share_of(clause) : std::nullopt;
  if (!share) {
    refuse("when it begins is not said");
    return;
  }
  // How many steps there are; 0 where only the time they take tells.
  std::size_t count = 0;
  if (clause.installments) count = static_cast<std::size_t>(clause.installments->count.value_or(0));
  if (share->each) {
    const auto steps = static_cast<std::size_t>(steps_of(*share).value_or(0));
    if (steps == 0 || (count != 0 && count != steps)) {
      refuse("the parts do not add up to the whole");
      return;
    }
    count = steps;
  }
  std::optional<Date> until;
  if (clause.duration)
    until = from->plus_months(clause.duration->months).plus_days(inclusive ? -1 : 0);
  if (!until && clause.end && clause.end->moment) until = date_of(*clause.end->moment);
  std::vector<MonthDay> days = clause.dates->list.yearly;
  std::sort(days.begin(), days.end());
  std::vector<Date> dates;
  for (int year = from->year(); until ? year <= until->year() : dates.size() < count; ++year) {
    for (const MonthDay& day : days) {
      const Date date = on_day(year, day);
      if (date < *from || (date == *from && !inclusive) || (until && date > *until)) continue;
      dates.push_back(date);
    }
  }
  if (inclusive && (dates.empty() || dates.front() != *from)) {
    refuse("the first step does not fall on one of the days of the year");
    return;
  }
  if (!until && dates.size() > count) dates.resize(count);
  if (dates.empty() || (count != 0 && dates.size() != count)) {
    refuse("the number of steps does not fit the time they take");
    return;
  }
  add_steps(clause, dates, *share);
}

}  // namespace stakebook::language
