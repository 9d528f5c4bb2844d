// Dates as the quarterly tables write them: DD-MON-YYYY.
//
//   quarterly_date_from("20-NOV-2007", {})            2007-11-20
//   quarterly_date_from("20-NOV-0007", {filed 2007-11-21, period 2007-11-20})
//                                                     2007-11-20, year_repaired
//   quarterly_date_from("29-FEB-2007", ...)           no such day
//
// A year that was typed with two digits comes out as 0007. It is read as 2007 only where the day is
// then not after the filing date and within two years of the period of report; else it stays.
#pragma once

#include "filing/value_text.h"

namespace stakebook {

// What a year is judged by; without a filing date no year is repaired.
struct YearWitnesses {
  std::optional<Date> filed;
  std::optional<Date> period;  // of report; absent: the filing date stands in
};

struct QuarterlyDate {
  std::optional<Date> value;
  bool year_repaired = false;
  bool repaired = false;  // written otherwise than the tables write dates, with one meaning
};

QuarterlyDate quarterly_date_from(std::string_view text, const YearWitnesses& witnesses);

}  // namespace stakebook
