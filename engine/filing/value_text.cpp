#include "filing/value_text.h"

#include <algorithm>
#include <string>

#include "value/text.h"

namespace stakebook {
namespace {

// Whether Decimal::to_text() writes a readable number exactly so; cheaper than writing it.
bool is_canonical_number(std::string_view text) {
  const std::size_t first = text.front() == '-' ? 1 : 0;
  bool point = false;
  for (const char c : text) point = point || c == '.';
  const char head = text[first];
  if (!is_digit(head)) return false;
  if (!point) return head != '0' || text == "0";
  return text.back() != '0' && text.back() != '.' && (head != '0' || text[first + 1] == '.');
}

// "1,234,567.50" without its commas; nullopt where they do not stand between groups of three.
std::optional<std::string> without_thousands_commas(std::string_view text) {
  const std::size_t point = std::min(text.find('.'), text.size());
  std::string result;
  std::size_t digits = 0;  // since the last comma
  bool grouped = false;
  for (std::size_t i = 0; i < point; ++i) {
    if (text[i] == ',') {
      if (digits == 0 || digits > 3 || (grouped && digits != 3)) return std::nullopt;
      grouped = true;
      digits = 0;
    } else if (is_digit(text[i])) {
      ++digits;
      result.push_back(text[i]);
    } else {
      return std::nullopt;
    }
  }
  if (grouped && digits != 3) return std::nullopt;
  return result.append(text.substr(point));
}

std::optional<Decimal> repaired_number(std::string_view text) {
  if (!text.empty() && text.front() == '$') text = trimmed(text.substr(1));
  if (text.find(',') == std::string_view::npos) return Decimal::parse(text);
  const auto plain = without_thousands_commas(text);
  return plain ? Decimal::parse(*plain) : std::nullopt;
}

// YYYY-MM-DD; as Date::parse, for the many dates that are written so.
std::optional<Date> plain_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int digits[10] = {};
  for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
    if (!is_digit(text[i])) return std::nullopt;
    digits[i] = text[i] - '0';
  }
  return Date::of(digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3],
                  digits[5] * 10 + digits[6], digits[8] * 10 + digits[9]);
}

// "2024-6-3", "2024/06/03": the year first, so month and day can be told apart.
std::optional<Date> year_first_date(std::string_view text) {
  if (text.size() < 8 || (text[4] != '-' && text[4] != '/')) return std::nullopt;
  const std::size_t second = text.find(text[4], 5);
  if (second > 7 || text.size() - second > 3) return std::nullopt;  // nowhere is far behind
  const auto year = parse_digits(text.substr(0, 4));
  const auto month = parse_digits(text.substr(5, second - 5));
  const auto day = parse_digits(text.substr(second + 1));
  return year && month && day ? Date::of(*year, *month, *day) : std::nullopt;
}

// "9:30", "09:30:00.000Z"
bool begins_time_of_day(std::string_view text) {
  const std::size_t colon = text.find(':');
  return colon <= 2 && parse_digits(text.substr(0, colon)).has_value();
}

// YYYYMMDD, MM/DD/YYYY, YYYY/M/D, or a date with a time of day after it.
std::optional<Date> repaired_date(std::string_view text) {
  if (const auto compact = Date::parse_compact(text)) return compact;
  if (const auto american = Date::parse_american(text)) return american;
  if (const auto year_first = year_first_date(text)) return year_first;
  if (text.size() > 11 && (text[10] == 'T' || is_space(text[10])) &&
      begins_time_of_day(trimmed(text.substr(11)))) {
    return Date::parse(text.substr(0, 10));
  }
  return std::nullopt;
}

}  // namespace

TextValue<Decimal> number_from(std::string_view text) {
  if (const auto value = Decimal::parse(text)) {
    return {value, is_canonical_number(text), false};
  }
  const auto value = repaired_number(text);
  return {value, false, value.has_value()};
}

TextValue<Date> date_from(std::string_view text) {
  if (const auto value = plain_date(text)) return {value, true, false};
  if (const auto value = Date::parse_xml(text)) return {value, false, false};
  const auto value = repaired_date(text);
  return {value, false, value.has_value()};
}

TextValue<bool> boolean_from(std::string_view text) {
  if (text == "0") return {false, true, false};
  if (text == "1") return {true, true, false};
  if (same_ignoring_case(text, "false")) return {false, false, false};
  if (same_ignoring_case(text, "true")) return {true, false, false};
  for (const std::string_view yes : {"y", "yes", "x"}) {
    if (same_ignoring_case(text, yes)) return {true, false, true};
  }
  for (const std::string_view no : {"n", "no"}) {
    if (same_ignoring_case(text, no)) return {false, false, true};
  }
  return {};
}

bool is_impossible_year(Date date) {
  static constexpr int first_of_1990 = 7'305;  // days since 1970-01-01
  static constexpr int first_of_2101 = 47'847;
  return date.days_since_1970() < first_of_1990 || date.days_since_1970() >= first_of_2101;
}

}  // namespace stakebook
