#include <algorithm>

#include "filing/printed_form.h"
#include "value/text.h"

namespace stakebook {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

template <class Predicate>
std::size_t find_line(const PrintedPage& page, std::size_t from, Predicate&& fits) {
  for (std::size_t i = from; i < page.lines.size(); ++i) {
    if (fits(std::string_view(page.lines[i].text))) return i;
  }
  return none;
}

bool is_heading(std::string_view text, std::string_view heading) {
  return same_ignoring_case(heading_text(text), heading);
}

// "1. Title of Security", "1.Title of Derivative Security", "1. Title       2.         3."
bool is_table_start(std::string_view text) {
  text = trimmed_text(text);
  if (text.substr(0, 2) != "1.") return false;
  return starts_with_ignoring_case(trimmed_text(text.substr(2)), "Title");
}

int form_digit(std::string_view text) {
  if (!starts_with_ignoring_case(text, "FORM ") || text.size() < 6) return 0;
  const char digit = text[5];
  if (digit < '3' || digit > '5') return 0;
  const std::string_view rest = text.substr(6);
  const bool ends =
      rest.empty() || is_space(rest.front()) || rest.front() == '/' || rest.front() == '\xC2';
  return ends ? digit - '0' : 0;
}

// "FORM 4" at a line's start, not in a sentence ("Form 4 or Form 5 obligations may continue").
int form_of(const PrintedPage& page, std::size_t boxes) {
  for (std::size_t i = 0; i < boxes; ++i) {
    const std::string_view text = heading_text(page.lines[i].text);
    const bool capitals = text.substr(0, 5) == "FORM ";
    if (const int digit = form_digit(text); digit != 0 && (capitals || text.size() <= 8)) {
      return digit;
    }
  }
  for (std::size_t i = 0; i < boxes; ++i) {
    const std::string_view text = page.lines[i].text;
    if (contains_ignoring_case(text, "INITIAL STATEMENT OF BENEFICIAL")) return 3;
    if (contains_ignoring_case(text, "ANNUAL STATEMENT OF")) return 5;
    if (contains_ignoring_case(text, "STATEMENT OF CHANGES IN BENEFICIAL")) return 4;
  }
  return 0;
}

// Both tables start alike, so Table II is told by the heading above it, or by being the second.
void find_tables(const PrintedPage& page, std::size_t from, std::size_t stop,
                 PrintedSections& sections) {
  const std::size_t heading =
      std::min(stop, find_line(page, from, [](std::string_view text) {
                 return starts_with_ignoring_case(heading_text(text), "Table II");
               }));
  const std::size_t first = std::min(stop, find_line(page, from, is_table_start));
  const std::size_t second =
      std::min(stop, find_line(page, std::max(first + 1, heading), is_table_start));
  const std::size_t reminder = find_line(page, first, [](std::string_view text) {
    return starts_with_ignoring_case(trimmed_text(text), "Reminder:");
  });
  if (first < heading) sections.table_i = {first, std::min({heading, second, reminder})};
  if (first >= heading) sections.table_ii = {first, stop};
  if (first < heading && second < stop) sections.table_ii = {second, stop};
}

}  // namespace

PrintedSections printed_sections(const PrintedPage& page) {
  PrintedSections sections;
  const std::size_t all = page.lines.size();
  const std::size_t boxes = std::min(all, find_line(page, 0, [](std::string_view text) {
                                       return contains_ignoring_case(text, "Name and Address of");
                                     }));
  sections.form = form_of(page, boxes);
  const auto heading_from = [&](std::size_t from, std::string_view heading) {
    return std::min(all, find_line(page, from, [&](std::string_view text) {
                      return is_heading(text, heading);
                    }));
  };
  const std::size_t tables = std::min(all, find_line(page, boxes, is_table_start));
  const std::size_t behind = tables == all ? boxes : tables;
  const std::size_t owners = heading_from(behind, "Reporting Owners");
  const std::size_t signatures = heading_from(owners == all ? behind : owners, "Signatures");
  const std::size_t explanation =
      heading_from(signatures == all ? behind : signatures, "Explanation of Responses");
  const std::size_t last =
      std::min(all, find_line(page, std::min(explanation, all), [](std::string_view text) {
                 text = trimmed_text(text);
                 return starts_with_ignoring_case(text, "Note: File") ||
                        starts_with_ignoring_case(text, "Potential persons who are to respond");
               }));
  const std::size_t remarks =
      std::min(last, find_line(page, std::min(explanation, all), [](std::string_view text) {
                 return starts_with_ignoring_case(trimmed_text(text), "Remarks:");
               }));
  const std::size_t tables_stop = std::min({owners, signatures, explanation});
  find_tables(page, tables, tables_stop, sections);

  sections.head = {0, boxes};
  sections.boxes = {boxes, std::min(tables, tables_stop)};
  sections.owners = {owners + 1, std::min(signatures, explanation)};
  sections.signatures = {signatures + 1, explanation};
  sections.explanation = {explanation + 1, remarks};
  sections.remarks = {remarks, last};
  return sections;
}

}  // namespace stakebook
