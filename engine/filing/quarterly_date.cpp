#include "filing/quarterly_date.h"

#include <array>

#include "value/text.h"

namespace stakebook {
namespace {

constexpr std::array<std::string_view, 12> months = {"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                                     "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};

struct Parts {
  int year = 0;
  int month = 0;
  int day = 0;
};

// One or two digits, a month's three letters, two or four digits.
std::optional<Parts> parts_of(std::string_view text) {
  const std::size_t first = text.find('-');
  if (first > 2 || text.size() < first + 5) return std::nullopt;
  const auto day = parse_digits(text.substr(0, first));
  const std::string_view name = text.substr(first + 1, 3);
  const std::string_view year = text.substr(first + 5);
  const auto number = parse_digits(year);
  if (!day || !number || text[first + 4] != '-' || (year.size() != 4 && year.size() != 2)) {
    return std::nullopt;
  }
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (same_ignoring_case(name, months[i])) return Parts{*number, static_cast<int>(i) + 1, *day};
  }
  return std::nullopt;
}

bool is_borne_out(Date date, const YearWitnesses& witnesses) {
  constexpr int months_max = 24;
  if (!witnesses.filed || date > *witnesses.filed) return false;
  const Date middle = witnesses.period.value_or(*witnesses.filed);
  if (middle.year() < 1900 || middle.year() > 2900) return false;
  return date >= middle.plus_months(-months_max) && date <= middle.plus_months(months_max);
}

}  // namespace

QuarterlyDate quarterly_date_from(std::string_view text, const YearWitnesses& witnesses) {
  const auto parts = parts_of(text);
  if (!parts) {
    const TextValue<Date> other = date_from(text);
    return {other.value, false, other.value.has_value()};
  }
  if (parts->year >= 100) return {Date::of(parts->year, parts->month, parts->day), false, false};
  const auto repaired = Date::of(parts->year + 2000, parts->month, parts->day);
  if (repaired && is_borne_out(*repaired, witnesses)) return {repaired, true, false};
  // "20-NOV-07" names no year at all, "20-NOV-0007" the seventh.
  const bool has_year = text.size() >= 4 && is_digit(text[text.size() - 3]);
  return {has_year ? Date::of(parts->year, parts->month, parts->day) : std::nullopt, false, false};
}

}  // namespace stakebook
