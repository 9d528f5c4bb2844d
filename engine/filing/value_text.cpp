#include "filing/value_text.h"

#include <algorithm>
#include <string>

#include "value/text.h"

namespace stakebook {
namespace {

// Whether Decimal::to_text() writes a readable number exactly so; cheaper than writing it.
bool is_canonical_number(std::string_view text) {
  if (text.front() == '-') text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  if (whole.empty() || whole.front() == '+' || (whole.size() > 1 && whole.front() == '0')) {
    return false;
  }
  return point == std::string_view::npos || (point + 1 < text.size() && text.back() != '0');
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

// YYYYMMDD, MM/DD/YYYY, or a date with a time of day after it.
std::optional<Date> repaired_date(std::string_view text) {
  if (const auto compact = Date::parse_compact(text)) return compact;
  if (const auto american = Date::parse_american(text)) return american;
  if (text.size() > 11 && (text[10] == 'T' || text[10] == ' ') && is_digit(text[11])) {
    return Date::parse(text.substr(0, 10));
  }
  return std::nullopt;
}

}  // namespace

TextValue<Decimal> number_from(std::string_view text) {
  if (const auto value = Decimal::parse(text)) {
    return {value, is_canonical_number(text) && (!value->is_zero() || text == "0"), false};
  }
  const auto value = repaired_number(text);
  return {value, false, value.has_value()};
}

TextValue<Date> date_from(std::string_view text) {
  if (const auto value = Date::parse(text)) return {value, true, false};
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
  static constexpr int first_of_1990 = 7'305;   // days since 1970-01-01
  static constexpr int first_of_2101 = 47'847;
  return date.days_since_1970() < first_of_1990 || date.days_since_1970() >= first_of_2101;
}

}  // namespace stakebook
