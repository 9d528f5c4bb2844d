// UTC as US Eastern time, in which EDGAR tells when it accepted a filing.
//
//   eastern_of_utc({2024-01-05, 23:41:25})   2024-01-05 18:41:25   (winter: five hours behind)
//   eastern_of_utc({2024-07-06, 01:30:00})   2024-07-05 21:30:00   (summer: four)
//
// Daylight saving time begins and ends at 2:00 local time: from 2007 on the second Sunday of March
// to the first of November (Energy Policy Act of 2005, section 110), from 1987 to 2006 the first
// Sunday of April to the last of October (Public Law 99-359). Earlier rules are not needed: EDGAR
// began in 1993.
#pragma once

#include "value/instant.h"

namespace stakebook {

// A time that is not known stays so, on its day.
Instant eastern_of_utc(Instant utc);

}  // namespace stakebook
