// What lies ahead: vestings and expirations between two dates, and the rights to acquire within 60
// days that Rule 13d-3(d)(1) counts as beneficial ownership.
//
//   forecast(book, 2007-11-21, 2016-12-31)
//     2008-03-31 vesting 14,286 ... 2015-11-18 expiration 20,000 ... 2016-02-27 expiration 90,000
//
// Every item is marked with what it assumes: a forecast is never a report.
#pragma once

#include <string>
#include <vector>

#include "book/book.h"

namespace stakebook {

enum class ForecastKind : unsigned char { vesting, expiration };

std::string_view name_of(ForecastKind kind);

struct ForecastItem {
  ForecastKind kind = ForecastKind::vesting;
  Date date;
  std::int32_t grant = 0;  // into Book::grants
  ShareRange quantity;
  Grade grade = Grade::plausible;
  FigureReference ref;
  std::string assumes;  // "continued service", "no exercise before"
};

// Both dates inclusive, by date.
std::vector<ForecastItem> forecast(const Book& book, Date from, Date to);

// 17 CFR 240.13d-3(d)(1)(i): a person is deemed to own what he has the right to acquire within
// sixty days. `until` is on + 60 days, inclusive.
struct RightsToAcquire {
  struct Line {
    std::int32_t grant = 0;
    ShareRange quantity;
    bool counted = true;  // false: listed apart, and `quantity` is all that is left
    std::string reason;   // "of which 500 vest by 2024-08-29"; of lines not counted why
    FigureReference ref;
  };
  Date on;
  Date until;
  ShareRange total;  // of the counted lines
  std::vector<Line> lines;
};

RightsToAcquire rights_to_acquire(const History& history, const Book& book, Date on);

}  // namespace stakebook
