// Where the columns of a table lie that are kept apart by blanks: from the first line of its heads
// to its first row, and the span of each column.
//
//   1.Title of Security   2.          2A. ...  4. Securities       5. Amount of   6. Ownership
//                                              Amount (D)   Price
//   Class A Common Stock  07/02/2012           6,900  D     106.03   71,767        I
//
// The first line of the heads starts every box where its column starts, so a box's cells lie
// between its number and the next. Boxes with several columns are cut further: by the letters' own
// place (box 4 of Table I), or by the heads of the columns. A box that cannot be cut is uncertain.
#pragma once

#include <span>

#include "filing/printed_table.h"

namespace stakebook {

struct ColumnSpan {
  std::size_t from = 0;
  std::size_t to = 0;
  bool empty() const { return from == to; }
};

struct GridLine {
  int number = 0;
  std::string_view text;
  ColumnText columns;
};

struct GridLayout {
  std::array<ColumnSpan, printed_columns_count> spans{};  // empty for a column the table has not
  std::vector<ColumnSpan> uncertain;
  // The heads (A) and (D) of Table II's box 5, whose number stands under one of them.
  std::optional<ColumnSpan> acquired_head;
  std::optional<ColumnSpan> disposed_head;
  std::size_t body = 0;  // the first line behind the heads

  ColumnSpan& operator[](PrintedColumn column) { return spans[static_cast<std::size_t>(column)]; }
  const ColumnSpan& operator[](PrintedColumn column) const {
    return spans[static_cast<std::size_t>(column)];
  }
  std::string_view text_of(const GridLine& line, PrintedColumn column) const {
    return line.columns.slice((*this)[column].from, (*this)[column].to);
  }
  // A row's letter in the ownership column, and its transaction date.
  bool has_letter(const GridLine& line) const;
  bool has_date(const GridLine& line) const;
  bool is_anchor(const GridLine& line) const { return has_letter(line) || has_date(line); }
};

// nullopt where the first line does not number the boxes of the form.
std::optional<GridLayout> grid_layout(std::span<const GridLine> lines, const TableArea& area);

}  // namespace stakebook
