#include "filing/printed_page.h"

#include <algorithm>
#include <utility>

#include "filing/source_text.h"
#include "value/text.h"

namespace stakebook {
namespace {

bool is_escapable(char c) {
  return std::string_view("$*_#[]<>|~`&").find(c) != std::string_view::npos;
}

// Markdown's backslash before a sign; a backslash before a letter ("\s\ J. Smith") is text.
std::string unescaped(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '\\' && i + 1 < text.size() && is_escapable(text[i + 1]);
    if (!escape) result.push_back(text[i]);
  }
  return result;
}

// A Markdown table's row as tab-separated cells; its rule ("|---|---|") as an empty line.
std::string without_pipes(const std::string& text) {
  const std::string_view inner = trimmed(text);
  if (inner.size() < 3 || inner.front() != '|' || inner.back() != '|') return text;
  if (std::count(inner.begin(), inner.end(), '|') < 3) return text;
  if (inner.find_first_not_of("|-: ") == std::string_view::npos &&
      inner.find('-') != std::string_view::npos) {
    return {};
  }
  std::string result(inner.substr(1, inner.size() - 2));
  std::replace(result.begin(), result.end(), '|', '\t');
  return result;
}

void clean_controls(std::string& text) {
  for (char& c : text) {
    const auto code = static_cast<unsigned char>(c);
    if ((code < 0x20 && c != '\t') || code == 0x7F) c = ' ';
  }
  const std::size_t last = text.find_last_not_of(' ');
  text.resize(last == std::string::npos ? 0 : last + 1);
}

// What a converter or printer repeats on every page.
bool is_furniture(std::string_view text) {
  text = trimmed_text(text);
  if (starts_with_ignoring_case(text, "Edgar Filing:")) return true;
  if (same_ignoring_case(text, "<PAGE>")) return true;
  if (!starts_with_ignoring_case(text, "Page ")) return false;
  const std::string rest = lowered(text.substr(5));
  const std::size_t of = rest.find(" of ");
  return parse_digits(rest).has_value() ||
         (of != std::string::npos && parse_digits(rest.substr(0, of)).has_value() &&
          parse_digits(rest.substr(of + 4)).has_value());
}

// The length of the UTF-8 character at the start of `text`; 0 where there is none.
std::size_t character_length(std::string_view text) {
  for (std::size_t length = 1; length <= 4 && length <= text.size(); ++length) {
    if (is_utf8(text.substr(0, length))) return length;
  }
  return 0;
}

bool is_word(char c) { return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) > 0x7F; }

// "/s/", "/DE/": a word between strokes, from its first stroke or from behind it.
bool closes_strokes(std::string_view text) {
  const std::size_t stroke = text.find('/');
  return stroke != std::string_view::npos && stroke >= 1 && stroke <= 3 &&
         std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(stroke), is_letter);
}

// "401" + "(k)", "Section 16" + "(b)", "Person" + "(s)"; but not a year and a list's "(a)".
bool is_subsection(std::string_view left, std::string_view right) {
  const std::size_t close = right.find(')');
  if (right.front() != '(' || close == std::string_view::npos || close > 4) return false;
  if (right.substr(0, 3) == "(s)") return is_letter(left.back());
  const std::string_view tail = left.substr(left.size() - std::min<std::size_t>(left.size(), 8));
  const std::string_view word = tail.substr(tail.find_last_of(' ') + 1);
  const bool is_year = word.size() == 4 && (word.substr(0, 2) == "19" || word.substr(0, 2) == "20");
  return is_digit(left.back()) && !is_year;
}

// "/VA", "/s": a word behind a stroke that opens it.
bool opens_strokes(std::string_view left) {
  const std::string_view word = left.substr(left.find_last_of(' ') + 1);
  return word.size() >= 2 && word.size() <= 4 && word.front() == '/' &&
         std::all_of(word.begin() + 1, word.end(), is_letter);
}

bool joins_without_space(std::string_view left, std::string_view right) {
  constexpr std::string_view signs = "/&-+=|";
  if (right == "/" || (right.starts_with("/ ") && opens_strokes(left))) return true;
  if (right.front() == '/' && closes_strokes(right.substr(1))) {
    const std::size_t behind = right.find('/', 1) + 1;  // "/k/a" goes on, as in "f/k/a"
    return behind < right.size() && is_word(right[behind]) && lower(right[1]) != 's' &&
           is_word(left.back());
  }
  if (left.size() > 2 && left.back() == '/') {
    const char before = left[left.size() - 2];
    if (before == ' ') return closes_strokes(right);
    const std::size_t open = left.find_last_of('/', left.size() - 2);
    const bool opens = open == 0 || (open != std::string_view::npos && !is_word(left[open - 1]));
    if (opens && closes_strokes(left.substr(open + 1))) return false;
  }
  if (is_subsection(left, right)) return true;
  if (left.size() > 1 && signs.find(left.back()) != std::string_view::npos) {
    return is_word(left[left.size() - 2]);
  }
  if (right.size() > 1 && signs.find(right.front()) != std::string_view::npos) {
    return is_word(left.back()) && is_word(right[1]);
  }
  return false;
}

}  // namespace

// A page may be UTF-8 but for a few bytes, so only those are taken for Windows-1252.
std::string utf8_print(std::string_view bytes, Diagnostics& diagnostics) {
  const SourceText source(without_byte_order_mark(bytes));
  std::string_view rest = source.text();
  if (is_utf8(rest)) return std::string(rest);
  diagnostics.push_back({"encoding-repaired", Severity::note,
                         "bytes that are not UTF-8 were read as Windows-1252", ""});
  std::string text;
  while (!rest.empty()) {
    const std::size_t length = character_length(rest);
    OffsetMap map;
    text.append(length != 0 ? std::string(rest.substr(0, length))
                            : utf8_from_windows1252(rest.substr(0, 1), map));
    rest.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return text;
}

PrintedPage printed_page(const std::string& text) {
  PrintedPage page;
  std::size_t at = 0;
  for (int number = 1; at < text.size(); ++number) {
    const std::size_t stop = std::min(text.find_first_of("\r\n", at), text.size());
    std::string line = text.substr(at, stop - at);
    clean_controls(line);
    line = unescaped(without_pipes(line));
    if (!is_furniture(line)) page.lines.push_back({number, std::move(line)});
    const bool pair = text.compare(stop, 2, "\r\n") == 0;
    at = stop + (pair ? 2 : 1);
  }
  page.marks_stand_out = text.find("^(") != std::string::npos ||
                         text.find("^ (") != std::string::npos ||
                         text.find("\xE2\x81\xBD") != std::string::npos;
  return page;
}

bool is_blank_print(std::string_view text) { return trimmed_text(text).empty(); }

bool starts_with_ignoring_case(std::string_view text, std::string_view start) {
  return text.size() >= start.size() && same_ignoring_case(text.substr(0, start.size()), start);
}

std::string_view heading_text(std::string_view text) {
  const auto is_dress = [](char c) { return c == '*' || c == '#' || c == '_' || is_space(c); };
  text = trimmed_text(text);
  while (!text.empty() && is_dress(text.front())) text.remove_prefix(1);
  while (!text.empty() && (is_dress(text.back()) || text.back() == ':')) text.remove_suffix(1);
  return text;
}

std::string joined_wrapped(const std::vector<std::string_view>& parts) {
  std::string result;
  for (const std::string_view part : parts) {
    const std::string_view text = trimmed_text(part);
    if (text.empty()) continue;
    if (!result.empty() && !joins_without_space(result, text)) result.push_back(' ');
    result.append(collapsed_fast(text));
  }
  return result;
}

ColumnText::ColumnText(std::string_view text) : text_(text) {
  offsets_.reserve(text.size() + 1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) offsets_.push_back(i);
  }
  offsets_.push_back(text.size());
}

bool ColumnText::blank_at(std::size_t column) const {
  if (column >= width()) return true;
  const std::string_view character =
      text_.substr(offsets_[column], offsets_[column + 1] - offsets_[column]);
  return is_space(character.front()) || character == no_break_space;
}

std::string_view ColumnText::slice(std::size_t from, std::size_t to) const {
  from = std::min(from, width());
  to = std::min(to, width());
  if (from >= to) return {};
  return trimmed_text(text_.substr(offsets_[from], offsets_[to] - offsets_[from]));
}

std::size_t ColumnText::column_of(std::size_t byte) const {
  const auto found = std::upper_bound(offsets_.begin(), offsets_.end(), byte);
  return found == offsets_.begin() ? 0 : static_cast<std::size_t>(found - offsets_.begin()) - 1;
}

}  // namespace stakebook
