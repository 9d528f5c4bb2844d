// Tables and pages of plain text for people: columns that fit a width, numbers right-aligned.
//
//   TextTable table({{"Security"}, {"Owned", Align::right}, {"says who"}});
//   table.row({"Common Stock", "105,000", "1.I.8"});
//   page.add(table);
//
// 1. A column is as wide as its widest cell; on a page that is too narrow, columns that wrap give
//    way, widest first, down to `width_min`; where that is not enough, dispensable columns are left
//    out. Other columns are never cut: then a line is long.
// 2. Width is counted in terminal columns: combining marks take none, East Asian wide ones two.
// 3. Text of filings cannot steer the terminal: control characters are shown as '?'.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stakebook {

enum class Align : unsigned char { left, right };
enum class Ink : unsigned char { plain, faint, bold, good, doubtful, bad, ahead };

struct Column {
  std::string title;
  Align align = Align::left;
  bool wraps = false;
  std::size_t width_min = 12;  // of a column that wraps
  bool dispensable = false;    // a line below the row says the same
};

struct Cell {
  Cell(std::string words, Ink colour = Ink::plain)  // NOLINT(google-explicit-constructor)
      : text(std::move(words)), ink(colour) {}
  Cell(std::string_view words, Ink colour = Ink::plain)  // NOLINT(google-explicit-constructor)
      : text(words), ink(colour) {}
  Cell(const char* words, Ink colour = Ink::plain)  // NOLINT(google-explicit-constructor)
      : text(words), ink(colour) {}

  std::string text;
  Ink ink;
};

class TextTable {
 public:
  explicit TextTable(std::vector<Column> columns) : columns_(std::move(columns)) {}
  // As many cells as there are columns, or fewer: the rest are empty.
  void row(std::vector<Cell> cells) { rows_.push_back({std::move(cells), {}}); }
  // A line below the last row, across all columns; wraps.
  void note(Cell text, std::size_t indent);
  bool empty() const { return rows_.empty(); }

  // Columns whose cells are all empty are left out.
  std::string laid_out(std::size_t width, bool colour, std::size_t indent) const;

 private:
  struct Note {
    Cell cell;
    std::size_t indent;
  };
  struct Row {
    std::vector<Cell> cells;
    std::vector<Note> notes;
  };

  std::vector<std::size_t> natural_widths() const;
  std::vector<std::size_t> widths(std::size_t available) const;

  std::vector<Column> columns_;
  std::vector<Row> rows_;
};

// Headings, tables and paragraphs one below the other.
class Page {
 public:
  Page(int width, bool colour);
  void title(std::string_view text);  // first line of an answer, bold
  void line(std::string_view text, Ink ink = Ink::plain, std::size_t indent = 0);  // wraps
  void heading(std::string_view text);  // a blank line before
  void table(const TextTable& table, std::size_t indent = 2);
  void blank();              // never two in a row
  std::string text() const;  // without a blank line at the end

 private:
  std::size_t width_;
  bool colour_;
  std::string text_;
};

// Columns of a terminal that UTF-8 text takes.
std::size_t display_width(std::string_view text);
// Lines of at most `width` columns, broken between words where that is possible.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

}  // namespace stakebook
