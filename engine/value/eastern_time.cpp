#include "value/eastern_time.h"

namespace stakebook {
namespace {

constexpr std::int32_t day_seconds = 86'400;

// The `nth` Sunday of a month, counted from 1.
Date sunday(int year, int month, int nth) {
  const Date first = *Date::of(year, month, 1);
  const int until_sunday = (7 - static_cast<int>(first.weekday())) % 7;
  return first.plus_days(until_sunday + 7 * (nth - 1));
}

Date last_sunday(int year, int month) {
  const Date last = Date::of(year, month, 1)->last_day_of_month();
  return last.plus_days(-static_cast<int>(last.weekday()));
}

// The clocks change at 2:00 Eastern: 7:00 UTC in spring, 6:00 UTC in autumn.
bool is_summer(const Instant& utc) {
  const int year = utc.date.year();
  const bool is_present_rule = year >= 2007;
  const Instant begin{is_present_rule ? sunday(year, 3, 2) : sunday(year, 4, 1), 7 * 3600};
  const Instant end{is_present_rule ? sunday(year, 11, 1) : last_sunday(year, 10), 6 * 3600};
  return begin <= utc && utc < end;
}

}  // namespace

Instant eastern_of_utc(Instant utc) {
  if (utc.seconds == Instant::time_unknown) return utc;
  utc.seconds -= (is_summer(utc) ? 4 : 5) * 3600;
  if (utc.seconds < 0) {
    utc.seconds += day_seconds;
    utc.date = utc.date.plus_days(-1);
  }
  return utc;
}

}  // namespace stakebook
