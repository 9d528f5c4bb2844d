// Dates as footnotes write them, one by one and in lists.
//
//   "March 31, 2008"  "Feb. 14th, 2024"  "7/28/22"  "2018-03-28"  "15 May 2020"
//   "August 27, 2015, 2016 and 2017"  "March 31 and September 30, 2008"
//   "March 1 in the years 2025-2027"
//   "May 25, August 25, November 25 and February 25": days of every year
//
// Two-digit years: 70 to 99 are the nineteens, others the twenties. Dates that do not exist are
// not read.
#pragma once

#include <optional>
#include <vector>

#include "value/date.h"
#include "vesting/token.h"

namespace stakebook::language {

std::optional<Date> read_date(Cursor& cursor);

struct MonthDay {
  int month = 0;
  int day = 0;
  friend auto operator<=>(const MonthDay&, const MonthDay&) = default;
};

// Either dates, or days of every year.
struct DateList {
  std::vector<Date> dates;
  std::vector<MonthDay> yearly;
};
std::optional<DateList> read_date_list(Cursor& cursor);

}  // namespace stakebook::language
