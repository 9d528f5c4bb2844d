// Ticks at the page's head: "[X]  Check this box if no longer subject ...", whose words may go on
// in a narrow column of their own, with other text to the right of it.
#include <array>

#include "filing/printed_form.h"
#include "value/text.h"

namespace stakebook {
namespace {

constexpr std::size_t line_bytes_max = 2'000;
constexpr std::size_t label_lines_max = 8;

// The first run of words from a column on: as far as the next two blanks.
std::string words_at(const ColumnText& line, std::size_t column) {
  const std::string_view rest = line.slice(column, ColumnText::end);
  const std::size_t gap = rest.find("  ");
  return collapsed_fast(rest.substr(0, gap));
}

std::size_t tick_in(std::string_view text) {
  for (const std::string_view mark : {"[X]", "[x]", "[*]", "(X)"}) {
    if (const std::size_t at = text.find(mark); at != std::string_view::npos) return at;
  }
  return std::string_view::npos;
}

// What the box at this place of a line says.
std::string label_behind(const PrintedPage& page, std::size_t line, std::size_t end,
                         std::size_t at) {
  const ColumnText first(page.lines[line].text);
  std::size_t column = first.column_of(at) + 3;
  while (column < first.width() && first.blank_at(column)) ++column;
  std::string label = words_at(first, column);
  for (std::size_t i = line + 1; i < end && i < line + label_lines_max; ++i) {
    if (page.lines[i].text.size() > line_bytes_max) break;
    const ColumnText below(page.lines[i].text);
    const bool goes_on = below.slice(first.column_of(at), column).empty() &&
                         !below.blank_at(column) && below.blank_at(column - 1);
    if (!goes_on) break;
    label += " " + words_at(below, column);
  }
  return label;
}

}  // namespace

void read_head_ticks(const PrintedPage& page, PrintedArea head, Filing& filing) {
  struct Tick {
    std::string_view words;
    Field<bool>* field;
  };
  OwnershipDocument& document = filing.document;
  const std::array ticks = {Tick{"Check this box if no", &document.not_subject_to_section16},
                            Tick{"Check this box to", &document.aff10b5_one},
                            Tick{"Form 3 Holdings", &document.form3_holdings_reported},
                            Tick{"Form 4 Transactions", &document.form4_transactions_reported}};
  for (std::size_t i = head.begin; i < head.end; ++i) {
    const std::string& text = page.lines[i].text;
    if (text.size() > line_bytes_max) continue;
    const std::size_t at = tick_in(text);
    if (at == std::string::npos) continue;
    const std::string label = label_behind(page, i, head.end, at);
    for (const Tick& one : ticks) {
      if (label.starts_with(one.words)) tick(*one.field);
    }
  }
}

}  // namespace stakebook
