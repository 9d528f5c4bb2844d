#include "report/text_table.h"

#include <algorithm>
#include <numeric>

#include "report/words.h"

namespace stakebook {
namespace {

constexpr std::size_t gap = 2;  // blanks between columns

std::string_view ink_code(Ink ink) {
  switch (ink) {
    case Ink::plain: return "";
    case Ink::faint: return "\x1b[2m";
    case Ink::bold: return "\x1b[1m";
    case Ink::good: return "\x1b[32m";
    case Ink::doubtful: return "\x1b[33m";
    case Ink::bad: return "\x1b[31m";
    case Ink::ahead: return "\x1b[36m";
  }
  return "";
}

std::string inked(std::string text, Ink ink, bool colour) {
  const std::string_view code = ink_code(ink);
  if (!colour || code.empty() || text.empty()) return text;
  return std::string(code) + text + "\x1b[0m";
}

void append_line(std::string& text, std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  text += line + '\n';
}

void append_paragraph(std::string& text, std::string_view words, Ink ink, std::size_t page_width,
                      bool colour, std::size_t indent) {
  const std::size_t width = page_width > indent + 20 ? page_width - indent : 20;
  for (std::string& piece : wrapped(printable(words), width)) {
    append_line(text, std::string(indent, ' ') + inked(std::move(piece), ink, colour));
  }
}

// One row of cells, as many lines as its longest wrapped cell.
void append_row(std::string& text, const std::vector<Column>& columns,
                const std::vector<std::size_t>& widths, const std::vector<Cell>& cells, bool colour,
                std::size_t indent) {
  std::vector<std::vector<std::string>> lines;
  std::size_t height = 1;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string& cell = i < cells.size() ? cells[i].text : std::string();
    if (widths[i] == 0) {
      lines.emplace_back();
    } else if (columns[i].wraps) {
      lines.push_back(wrapped(printable(cell), widths[i]));
    } else {
      lines.push_back({printable(cell)});
    }
    height = std::max(height, lines.back().size());
  }
  for (std::size_t l = 0; l < height; ++l) {
    std::string line(indent, ' ');
    std::size_t pending = 0;  // blanks owed before the next text, so that lines end without any
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (widths[i] == 0) continue;
      const std::string piece = l < lines[i].size() ? lines[i][l] : std::string();
      const std::size_t used = display_width(piece);
      const std::size_t padding = widths[i] > used ? widths[i] - used : 0;
      if (columns[i].align == Align::right) pending += padding;
      if (!piece.empty()) {
        line.append(pending, ' ');
        line += inked(piece, i < cells.size() ? cells[i].ink : Ink::plain, colour);
        pending = 0;
      }
      pending += (columns[i].align == Align::left ? padding : 0) + gap;
    }
    append_line(text, std::move(line));
  }
}

std::size_t total_of(const std::vector<std::size_t>& widths) {
  const auto shown = static_cast<std::size_t>(
      std::count_if(widths.begin(), widths.end(), [](std::size_t width) { return width > 0; }));
  return std::accumulate(widths.begin(), widths.end(), std::size_t{0}) +
         gap * (shown > 0 ? shown - 1 : 0);
}

// Takes from the columns that wrap, the widest first, until they fit or none can give more.
void narrow(std::vector<std::size_t>& widths, const std::vector<Column>& columns,
            std::size_t available) {
  for (std::size_t total = total_of(widths); total > available; --total) {
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (!columns[i].wraps || widths[i] <= columns[i].width_min) continue;
      if (widest == widths.size() || widths[i] > widths[widest]) widest = i;
    }
    if (widest == widths.size()) return;
    --widths[widest];
  }
}

}  // namespace

void TextTable::note(Cell text, std::size_t indent) {
  rows_.back().notes.push_back({std::move(text), indent});
}

// Zero for a column whose cells are all empty.
std::vector<std::size_t> TextTable::natural_widths() const {
  std::vector<std::size_t> widths(columns_.size(), 0);
  for (const Row& row : rows_) {
    for (std::size_t i = 0; i < row.cells.size() && i < widths.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(printable(row.cells[i].text)));
    }
  }
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (widths[i] > 0) widths[i] = std::max(widths[i], display_width(columns_[i].title));
  }
  return widths;
}

// Zero for a column that is left out.
std::vector<std::size_t> TextTable::widths(std::size_t available) const {
  const std::vector<std::size_t> natural = natural_widths();
  std::vector<std::size_t> result = natural;
  narrow(result, columns_, available);
  if (total_of(result) <= available) return result;
  result = natural;
  for (std::size_t i = 0; i < result.size(); ++i) {
    if (columns_[i].dispensable) result[i] = 0;
  }
  narrow(result, columns_, available);
  return result;
}

std::string TextTable::laid_out(std::size_t width, bool colour, std::size_t indent) const {
  const std::vector<std::size_t> column_widths = widths(width > indent ? width - indent : 0);
  std::string text;
  std::vector<Cell> titles;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    titles.emplace_back(column_widths[i] == 0 ? std::string() : columns_[i].title, Ink::faint);
  }
  append_row(text, columns_, column_widths, titles, colour, indent);
  std::string rule(indent, ' ');
  for (const std::size_t column_width : column_widths) {
    if (column_width > 0) rule += std::string(column_width, '-') + std::string(gap, ' ');
  }
  rule.erase(rule.find_last_not_of(' ') + 1);
  append_line(text, inked(std::move(rule), Ink::faint, colour));
  for (const Row& row : rows_) {
    append_row(text, columns_, column_widths, row.cells, colour, indent);
    for (const Note& note : row.notes) {
      append_paragraph(text, note.cell.text, note.cell.ink, width, colour, indent + note.indent);
    }
  }
  return text;
}

Page::Page(int width, bool colour)
    : width_(static_cast<std::size_t>(std::max(width, 40))), colour_(colour) {}

void Page::title(std::string_view text) {
  blank();
  line(text, Ink::bold);
}

void Page::line(std::string_view text, Ink ink, std::size_t indent) {
  append_paragraph(text_, text, ink, width_, colour_, indent);
}

void Page::heading(std::string_view text) {
  blank();
  line(text, Ink::bold);
}

void Page::table(const TextTable& table, std::size_t indent) {
  if (!table.empty()) text_ += table.laid_out(width_, colour_, indent);
}

void Page::blank() {
  if (!text_.empty() && !text_.ends_with("\n\n")) text_ += '\n';
}

std::string Page::text() const {
  std::string text = text_;
  while (text.ends_with("\n\n")) text.pop_back();
  return text;
}

}  // namespace stakebook
