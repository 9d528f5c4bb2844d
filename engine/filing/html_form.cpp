#include "filing/html_form.h"

#include <algorithm>

#include "filing/printed_page.h"
#include "value/text.h"

namespace stakebook {

std::size_t find_line(const HtmlPage& page, std::string_view words, std::size_t from) {
  const auto& lines = page.lines();
  while (from < lines.size() && !contains_ignoring_case(lines[from].text, words)) ++from;
  return std::min(from, lines.size());
}

std::size_t find_heading(const HtmlPage& page, std::string_view words) {
  const auto& lines = page.lines();
  std::size_t at = 0;
  while (at < lines.size() && !same_ignoring_case(heading_text(lines[at].text), words)) ++at;
  return at;
}

std::size_t find_label(const HtmlPage& page, std::initializer_list<std::string_view> words,
                       std::size_t from) {
  const auto& lines = page.lines();
  for (; from < lines.size(); ++from) {
    if (!is_numbered(lines[from].text)) continue;
    for (const std::string_view word : words) {
      if (contains_ignoring_case(lines[from].text, word)) return from;
    }
  }
  return lines.size();
}

// "1. Name", "1.Title", "2A. Deemed", "10. Ownership".
bool is_numbered(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at])) ++at;
  if (at == 0 || at > 2) return false;
  if (at < text.size() && is_letter(text[at])) ++at;
  if (at >= text.size() || text[at] != '.') return false;
  const std::string_view rest = trimmed(text.substr(at + 1));
  return !rest.empty() && is_letter(rest.front());
}

void keep_unread(const HtmlLine& line, std::string code, std::string message, Filing& filing) {
  const std::string place = "line " + std::to_string(line.number);
  filing.diagnostics.push_back({std::move(code), Severity::warning, std::move(message), place});
  filing.document.unread.push_back({place, line.text});
}

}  // namespace stakebook
