// The two tables of a printed form, from lines to rows, whatever keeps their columns apart.
//
// Every reader of a layout ends in RawRows: the text of each column, and the columns whose text
// cannot be told from a neighbour's ("doubtful"). Rows of the document are made from those.
//
//   tabs     Common Stock<TAB>11/20/2007<TAB><TAB>S ⁽¹⁾<TAB>500<TAB>D<TAB>$ 16.39 ...
//   columns  Common Stock      11/20/2007      S^(1)    500   D   $ 16.39   106,000 ...
//
// A value is read only where its column is certain; otherwise it is absent and the text is kept.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "filing/filing.h"
#include "filing/printed_cell.h"
#include "filing/printed_page.h"

namespace stakebook {

enum class PrintedColumn : unsigned char {
  title,
  conversion_price,
  date,
  deemed_date,
  code,
  early,
  amount,
  acquired,
  disposed,
  letter,
  price,
  exercisable,
  expiration,
  underlying_title,
  underlying_amount,
  owned,
  ownership,
  nature,
};
constexpr std::size_t printed_columns_count = 18;

struct RawRow {
  int line = 0;           // in the source
  int rejoined_line = 0;  // of its second part, where a page break had cut it; else 0
  std::array<std::string, printed_columns_count> cells;
  std::array<bool, printed_columns_count> doubtful{};

  bool empty() const {
    return std::all_of(cells.begin(), cells.end(), [](const auto& cell) { return cell.empty(); });
  }
  std::string& operator[](PrintedColumn column) { return cells[static_cast<std::size_t>(column)]; }
  const std::string& operator[](PrintedColumn column) const {
    return cells[static_cast<std::size_t>(column)];
  }
  bool& is_doubtful(PrintedColumn column) { return doubtful[static_cast<std::size_t>(column)]; }
  bool is_doubtful(PrintedColumn column) const {
    return doubtful[static_cast<std::size_t>(column)];
  }
};

// A row whose cells are read: text and footnote marks. `raw` keeps what they were read from.
struct PrintedRow {
  RawRow raw;
  std::array<PrintedCell, printed_columns_count> cells;

  PrintedCell& operator[](PrintedColumn column) { return cells[static_cast<std::size_t>(column)]; }
  const PrintedCell& operator[](PrintedColumn column) const {
    return cells[static_cast<std::size_t>(column)];
  }
};

// A table's lines [begin, end) of the page, from the first line of its heads.
struct TableArea {
  Table table = Table::non_derivative;
  int form = 4;  // 3, 4 or 5
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct RawTable {
  std::vector<RawRow> rows;
  bool too_many = false;  // more than `rows_max`; those beyond are not there
  std::vector<PrintedLine> unread;
};

// The columns of a table in the order of the form.
std::vector<PrintedColumn> columns_of(Table table, int form);

bool is_tab_table(const PrintedPage& page, const TableArea& area);
RawTable read_tab_table(const PrintedPage& page, const TableArea& area, MarkStyle style,
                        std::size_t rows_max);
RawTable read_column_table(const PrintedPage& page, const TableArea& area, std::size_t rows_max);

// A column a cell; nullopt where it is not known.
using CellColumns = std::vector<std::optional<PrintedColumn>>;

using CellRow = std::vector<PrintedCell>;

// For each cell the column it stands in, not known where rows of this shape leave a choice; nullopt
// where no assignment fits all the rows. `rows` are rows with equally many cells, at least one;
// `heads` are lines of heads with as many.
std::optional<CellColumns> columns_of_cells(const std::vector<CellRow>& rows,
                                            const std::vector<PrintedColumn>& columns,
                                            const std::vector<CellColumns>& heads);

// The same for a row that fits no assignment: what is certain when one of its cells, whichever
// spoils it, is left out.
CellColumns columns_of_spoilt(const CellRow& row, const std::vector<PrintedColumn>& columns,
                              const std::vector<CellColumns>& heads);

// Puts together rows that a page break had cut in two: one part has the title, the other has not,
// and no column is filled in both.
void rejoin_rows(std::vector<RawRow>& rows);

// Appends a row to the document's table, and says what did not come through.
void add_row(const PrintedRow& row, Table table, int form, Filing& filing);
// Fills the document's table from raw rows.
void add_rows(const RawTable& raw, const TableArea& area, MarkStyle style, Filing& filing);

}  // namespace stakebook
