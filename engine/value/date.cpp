#include "value/date.h"

#include <date/date.h>

#include "value/error.h"
#include "value/text.h"

namespace stakebook {
namespace {

date::year_month_day civil(Date day) { return date::sys_days(date::days(day.days_since_1970())); }

Date from_civil(date::year_month_day day) {
  return Date::from_days(date::sys_days(day).time_since_epoch().count());
}

std::optional<Date> from_texts(std::string_view year, std::string_view month,
                               std::string_view day) {
  const auto y = parse_digits(year);
  const auto m = parse_digits(month);
  const auto d = parse_digits(day);
  if (!y || !m || !d) return std::nullopt;
  return Date::of(*y, *m, *d);
}

bool is_zone(std::string_view text) {
  if (text.empty() || text == "Z") return true;
  return text.size() == 6 && (text[0] == '+' || text[0] == '-') && text[3] == ':' &&
         parse_digits(text.substr(1, 2)) && parse_digits(text.substr(4, 2));
}

}  // namespace

std::optional<Date> Date::of(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
    return std::nullopt;
  }
  const date::year_month_day civil_day = date::year(year) / month / day;
  if (!civil_day.ok()) return std::nullopt;
  return from_civil(civil_day);
}

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return from_texts(text.substr(0, 4), text.substr(5, 2), text.substr(8, 2));
}

std::optional<Date> Date::parse_xml(std::string_view text) {
  if (text.size() < 10 || !is_zone(text.substr(10))) return std::nullopt;
  return parse(text.substr(0, 10));
}

std::optional<Date> Date::parse_compact(std::string_view text) {
  if (text.size() != 8) return std::nullopt;
  return from_texts(text.substr(0, 4), text.substr(4, 2), text.substr(6, 2));
}

std::optional<Date> Date::parse_american(std::string_view text) {
  const std::size_t first = text.find('/');
  const std::size_t second = first == std::string_view::npos ? first : text.find('/', first + 1);
  if (second == std::string_view::npos || first > 2 || second - first > 3) return std::nullopt;
  const std::string_view year = text.substr(second + 1);
  if (year.size() != 4) return std::nullopt;
  return from_texts(year, text.substr(0, first), text.substr(first + 1, second - first - 1));
}

int Date::year() const { return static_cast<int>(civil(*this).year()); }
int Date::month() const { return static_cast<int>(static_cast<unsigned>(civil(*this).month())); }
int Date::day() const { return static_cast<int>(static_cast<unsigned>(civil(*this).day())); }

Weekday Date::weekday() const {
  return static_cast<Weekday>(date::weekday(date::sys_days(date::days(days_))).c_encoding());
}

std::string Date::to_text() const {
  const auto day = civil(*this);
  const int year = static_cast<int>(day.year());
  const unsigned month = static_cast<unsigned>(day.month());
  const unsigned day_of_month = static_cast<unsigned>(day.day());
  std::string text = "0000-00-00";
  const auto digit = [](int value) { return static_cast<char>('0' + value); };
  text[0] = digit(year / 1000 % 10);
  text[1] = digit(year / 100 % 10);
  text[2] = digit(year / 10 % 10);
  text[3] = digit(year % 10);
  text[5] = digit(static_cast<int>(month / 10));
  text[6] = digit(static_cast<int>(month % 10));
  text[8] = digit(static_cast<int>(day_of_month / 10));
  text[9] = digit(static_cast<int>(day_of_month % 10));
  return text;
}

void Date::out_of_range() {
  throw Error(ErrorKind::arithmetic, "the date is out of range", {},
              "dates lie between 0001-01-01 and 9999-12-31");
}

Date Date::plus_days(int days) const {
  // Any two dates are less than this apart, and the sum of the two cannot overflow.
  constexpr int apart_max = days_max - days_min;
  if (days > apart_max || days < -apart_max) out_of_range();
  return from_days(days_ + days);
}

Date Date::plus_months(int months) const {
  constexpr int apart_max = 9999 * 12;
  if (months > apart_max || months < -apart_max) out_of_range();
  const auto start = civil(*this);
  const auto month = start.year() / start.month() + date::months(months);
  const auto last = month / date::last;
  return from_civil(month / (start.day() <= last.day() ? start.day() : last.day()));
}

Date Date::last_day_of_month() const {
  const auto day = civil(*this);
  return from_civil(day.year() / day.month() / date::last);
}

Date Date::with_day_or_last(int day) const {
  const Date last = last_day_of_month();
  return day >= last.day() ? last : last.plus_days(day - last.day());
}

}  // namespace stakebook
