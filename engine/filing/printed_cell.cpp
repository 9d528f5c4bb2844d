#include "filing/printed_cell.h"

#include <algorithm>
#include <array>

#include "filing/printed_page.h"
#include "filing/value_text.h"
#include "value/text.h"

namespace stakebook {
namespace {

constexpr int marks_max = 99;                              // EDGAR's limit (specification 3.5)
constexpr std::string_view raised_open = "\xE2\x81\xBD";   // U+207D
constexpr std::string_view raised_close = "\xE2\x81\xBE";  // U+207E

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// The raised digit that `text` ends with, taken off; -1 where there is none.
int take_raised_digit(std::string_view& text) {
  static constexpr std::array<std::string_view, 10> digits = {
      "\xE2\x81\xB0", "\xC2\xB9",     "\xC2\xB2",     "\xC2\xB3",     "\xE2\x81\xB4",
      "\xE2\x81\xB5", "\xE2\x81\xB6", "\xE2\x81\xB7", "\xE2\x81\xB8", "\xE2\x81\xB9"};
  for (std::size_t digit = 0; digit < digits.size(); ++digit) {
    if (!ends_with(text, digits[digit])) continue;
    text.remove_suffix(digits[digit].size());
    return static_cast<int>(digit);
  }
  return -1;
}

// Takes a mark in raised digits off the end of `text`; 0 where there is none.
int take_raised_mark(std::string_view& text) {
  if (!ends_with(text, raised_close)) return 0;
  std::string_view rest = text.substr(0, text.size() - raised_close.size());
  int number = 0;
  for (int place = 1; place <= 10; place *= 10) {
    const int digit = take_raised_digit(rest);
    if (digit < 0) break;
    number += digit * place;
  }
  if (number == 0 || !ends_with(rest, raised_open)) return 0;
  text = rest.substr(0, rest.size() - raised_open.size());
  return number;
}

// Takes "^(12)", "^ (12)" or, where the style allows it, "(12)" off the end of `text`.
int take_plain_mark(std::string_view& text, MarkStyle style) {
  if (text.empty() || text.back() != ')') return 0;
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos) return 0;
  const auto number = parse_digits(text.substr(open + 1, text.size() - open - 2));
  if (!number || *number < 1 || *number > marks_max) return 0;
  std::string_view rest = trimmed_text(text.substr(0, open));
  if (!rest.empty() && rest.back() == '^') {
    rest.remove_suffix(1);
  } else if (!style.plain || *number > style.last_footnote) {
    return 0;
  }
  text = rest;
  return *number;
}

template <class T>
bool fill(std::string_view text, std::optional<T> value, bool canonical, Field<T>& field) {
  if (!value) return false;
  field.presence = Presence::given;
  field.value = value;
  if (!canonical) field.as_filed = text;
  return true;
}

template <class Amount>
bool read_amount(const PrintedCell& cell, bool is_money, Field<Amount>& field) {
  field.footnotes = cell.footnotes;
  std::string_view text = cell.text;
  if (is_money && !text.empty() && text.front() == '$') text = trimmed_text(text.substr(1));
  if (text.empty()) return true;
  const auto number = number_from(text);
  if (text.front() == '$' || !number.value) return false;
  return fill<Amount>(text, Amount(*number.value), number.canonical, field);
}

}  // namespace

PrintedCell printed_cell(std::string_view raw, MarkStyle style) {
  PrintedCell cell;
  std::string_view text = trimmed_text(raw);
  for (;;) {
    std::string_view rest = text;
    while (!rest.empty() && rest.back() == ',' && !cell.footnotes.empty()) {
      rest = trimmed_text(rest.substr(0, rest.size() - 1));
    }
    int number = take_raised_mark(rest);
    if (number == 0) number = take_plain_mark(rest, style);
    if (number == 0) break;
    text = trimmed_text(rest);
    const FootnoteId id = "F" + std::to_string(number);
    const auto known = std::find(cell.footnotes.begin(), cell.footnotes.end(), id);
    if (known == cell.footnotes.end()) cell.footnotes.insert(cell.footnotes.begin(), id);
  }
  cell.text = collapsed_fast(text);
  cell.unsure =
      ends_with(text, "^") || (style.plain && take_plain_mark(text, {true, marks_max}) != 0);
  return cell;
}

std::optional<PrintedCode> printed_code(std::string_view text) {
  static constexpr std::string_view codes = "ACDEFGHIJKLMOPSUVWXZ";  // Form 4, instruction 8
  PrintedCode result;
  if (text.size() > 1 && text.front() >= '3' && text.front() <= '5') {
    result.form = text.front();
    text.remove_prefix(1);
  }
  if (text.empty() || codes.find(text.front()) == std::string_view::npos) return std::nullopt;
  result.code = text.front();
  for (const char c : text.substr(1)) {
    if (c == 'K' && !result.equity_swap && !result.early && result.form == ' ') {
      result.equity_swap = true;
    } else if (c == 'V' && !result.early) {
      result.early = true;
    } else if (c >= '3' && c <= '5' && result.form == ' ') {
      result.form = c;
    } else if (!is_space(c) && c != '/') {
      return std::nullopt;
    }
  }
  return result;
}

CellKind kind_of(const PrintedCell& cell) {
  const std::string_view text = cell.text;
  if (text.empty()) return cell.footnotes.empty() ? CellKind::empty : CellKind::marks;
  if (text.front() == '$') {
    Field<Price> price;
    return read_price(cell, price) ? CellKind::money : CellKind::text;
  }
  if (Date::parse_american(text)) return CellKind::date;
  if (number_from(text).value) return CellKind::number;
  if (text == "A" || text == "D" || text == "I") return CellKind::letter;
  if (printed_code(text)) return CellKind::code;
  return CellKind::text;
}

bool read_text(const PrintedCell& cell, Field<std::string>& field) {
  field.footnotes = cell.footnotes;
  if (cell.text.empty()) return true;
  return fill<std::string>(cell.text, cell.text, true, field);
}

bool read_date(const PrintedCell& cell, Field<Date>& field) {
  field.footnotes = cell.footnotes;
  if (cell.text.empty()) return true;
  return fill(cell.text, Date::parse_american(cell.text), false, field);
}

bool read_shares(const PrintedCell& cell, Field<Shares>& field) {
  return read_amount(cell, false, field);
}
bool read_price(const PrintedCell& cell, Field<Price>& field) {
  return read_amount(cell, true, field);
}
bool read_money(const PrintedCell& cell, Field<Money>& field) {
  return read_amount(cell, true, field);
}

std::optional<Date> date_in_words(std::string_view text) {
  static constexpr std::array<std::string_view, 12> months = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  const std::string words = collapsed_fast(text);
  const std::size_t space = words.find(' ');
  const std::size_t comma = words.find(',');
  if (space == std::string::npos || comma == std::string::npos || comma < space) {
    return std::nullopt;
  }
  const std::string name = lowered(words.substr(0, space));
  const auto month = std::find(months.begin(), months.end(), name);
  const auto day = parse_digits(words.substr(space + 1, comma - space - 1));
  const auto year = parse_digits(trimmed(std::string_view(words).substr(comma + 1)));
  if (month == months.end() || !day || !year) return std::nullopt;
  return Date::of(*year, static_cast<int>(month - months.begin()) + 1, *day);
}

}  // namespace stakebook
