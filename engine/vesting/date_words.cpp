#include "vesting/date_words.h"

#include <array>

#include "value/text.h"

namespace stakebook::language {
namespace {

constexpr std::array<std::string_view, 12> months = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

std::optional<int> read_month(Cursor& cursor) {
  const std::string& word = cursor.peek().text;
  if (cursor.peek().kind != Token::Kind::word || word.size() < 3) return std::nullopt;
  for (std::size_t i = 0; i < months.size(); ++i) {
    // "Sep", "Sept" and the like; whole names count as their own beginnings.
    const bool abbreviated = word.size() <= 4 && months[i].starts_with(word);
    if (word != months[i] && !abbreviated) continue;
    cursor.advance();
    if (word != months[i]) cursor.accept(".");
    return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

std::optional<int> whole_of(const Token& token) {
  if (token.kind != Token::Kind::number || token.grouped) return std::nullopt;
  return parse_digits(token.text);
}

// A year of four digits that is not a count ("2,020", "2020 options").
std::optional<int> read_year(Cursor& cursor) {
  const auto year = whole_of(cursor.peek());
  if (!year || cursor.peek().text.size() != 4 || !cursor.peek().suffix.empty()) return std::nullopt;
  if (*year < 1950 || *year > 2100 || cursor.is("/", 1)) return std::nullopt;
  if (cursor.is_any({"shares", "options", "units", "rsus", "restricted", "of"}, 1))
    return std::nullopt;
  cursor.advance();
  return year;
}

std::optional<int> read_day(Cursor& cursor) {
  const auto day = whole_of(cursor.peek());
  if (!day || *day < 1 || *day > 31 || cursor.peek().text.size() > 2) return std::nullopt;
  cursor.advance();
  return day;
}

// 7/28/22, 03/29/2019, 3-29-2019.
std::optional<Date> read_numeric(Cursor& cursor) {
  const bool slashed = cursor.is("/", 1) && cursor.is("/", 3);
  const bool hyphened = cursor.peek(1).joined && cursor.peek(2).joined;
  if (!slashed && !hyphened) return std::nullopt;
  const int stride = slashed ? 2 : 1;
  const Token& first = cursor.peek();
  const Token& third = cursor.peek(2 * stride);
  const auto a = whole_of(first);
  const auto b = whole_of(cursor.peek(stride));
  const auto c = whole_of(third);
  if (!a || !b || !c) return std::nullopt;
  std::optional<Date> date;
  if (first.text.size() == 4) {
    date = Date::of(*a, *b, *c);
  } else if (third.text.size() == 4) {
    date = Date::of(*c, *a, *b);
  } else if (third.text.size() == 2) {
    date = Date::of(*c + (*c < 70 ? 2000 : 1900), *a, *b);
  }
  if (date) cursor.move_to(cursor.position() + static_cast<std::size_t>(2 * stride + 1));
  return date;
}

std::optional<MonthDay> read_month_day(Cursor& cursor) {
  const std::size_t start = cursor.position();
  if (const auto month = read_month(cursor)) {
    if (const auto day = read_day(cursor)) return MonthDay{*month, *day};
  }
  cursor.move_to(start);
  return std::nullopt;
}

// The years of "of each of 2021, 2022 and 2023", "in the years 2025-2027", "of 2024 through 2026".
std::vector<int> read_years(Cursor& cursor) {
  std::vector<int> years;
  const std::size_t start = cursor.position();
  if (!cursor.accept("of|in each? of? the? years|year?")) return years;
  while (true) {
    const std::size_t before = cursor.position();
    if (!years.empty() && !cursor.accept(", and?") && !cursor.accept("and|&")) {
      const bool range = cursor.peek().joined || cursor.accept("through|to");
      const auto last = range ? read_year(cursor) : std::nullopt;
      if (!last || *last <= years.back()) {
        cursor.move_to(before);
        break;
      }
      while (years.back() < *last) years.push_back(years.back() + 1);
      break;
    }
    const auto year = read_year(cursor);
    if (!year) {
      cursor.move_to(before);
      break;
    }
    years.push_back(*year);
  }
  if (years.empty()) cursor.move_to(start);
  return years;
}

// One entry of a list as read so far.
class ListReader {
 public:
  explicit ListReader(Cursor& cursor) : cursor_(cursor) {}

  std::optional<DateList> run() {
    std::size_t end = cursor_.position();
    while (read_entry()) {
      end = cursor_.position();
      if (!cursor_.accept(", and? on? each?") && !cursor_.accept("and|& on? each?")) break;
    }
    cursor_.move_to(end);
    if (failed_ || (list_.dates.empty() && waiting_.empty())) return std::nullopt;
    if (!list_.dates.empty() && !waiting_.empty()) return std::nullopt;
    list_.yearly = waiting_;
    return list_;
  }

 private:
  bool read_entry() {
    if (const auto date = read_numeric(cursor_)) return add_date(*date);
    const std::size_t start = cursor_.position();
    if (const auto day = read_day(cursor_)) {  // 15 May 2020
      cursor_.accept("of");
      const auto month = read_month(cursor_);
      cursor_.accept(",");
      const auto year = month ? read_year(cursor_) : std::nullopt;
      if (year) return add(MonthDay{*month, *day}, *year);
      cursor_.move_to(start);
    }
    if (const auto month_day = read_month_day(cursor_)) return add_month_day(*month_day);
    if (!list_.dates.empty() && waiting_.empty() && last_) {
      if (const auto year = read_year(cursor_)) return add(*last_, *year);
    }
    return false;
  }

  bool add_month_day(MonthDay month_day) {
    const std::size_t start = cursor_.position();
    cursor_.accept(",");
    if (const auto year = read_year(cursor_)) {
      for (const MonthDay& earlier : waiting_) add(earlier, *year);
      waiting_.clear();
      return add(month_day, *year);
    }
    cursor_.move_to(start);
    const std::vector<int> years = read_years(cursor_);
    waiting_.push_back(month_day);
    if (years.empty()) return true;
    for (const int year : years) {
      for (const MonthDay& each : waiting_) add(each, year);
    }
    waiting_.clear();
    return true;
  }

  bool add(MonthDay month_day, int year) {
    const auto date = Date::of(year, month_day.month, month_day.day);
    if (!date) failed_ = true;
    last_ = month_day;
    if (date) list_.dates.push_back(*date);
    return true;
  }
  bool add_date(Date date) {
    list_.dates.push_back(date);
    last_.reset();
    return true;
  }

  Cursor& cursor_;
  DateList list_;
  std::vector<MonthDay> waiting_;  // days whose year has not come yet
  std::optional<MonthDay> last_;
  bool failed_ = false;
};

}  // namespace

std::optional<Date> read_date(Cursor& cursor) {
  if (const auto date = read_numeric(cursor)) return date;
  const std::size_t start = cursor.position();
  std::optional<MonthDay> month_day;
  if (const auto day = read_day(cursor)) {
    cursor.accept("of");
    if (const auto month = read_month(cursor)) month_day = MonthDay{*month, *day};
  } else {
    month_day = read_month_day(cursor);
  }
  if (month_day) {
    cursor.accept(",");
    if (!cursor.accept("of")) cursor.accept("in");
    const auto year = read_year(cursor);
    const auto date = year ? Date::of(*year, month_day->month, month_day->day) : std::nullopt;
    if (date) return date;
  }
  cursor.move_to(start);
  return std::nullopt;
}

std::optional<DateList> read_date_list(Cursor& cursor) {
  const std::size_t start = cursor.position();
  auto list = ListReader(cursor).run();
  if (!list) cursor.move_to(start);
  return list;
}

}  // namespace stakebook::language
