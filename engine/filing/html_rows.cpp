// The two tables of a printed form as HTML. The heads say what each column holds: their rows are
// laid out on a grid, with the cells that span several rows or columns, and a column is what the
// words above it say.
//
//   | 1. Title of Security | 2. Transaction Date | 3. Transaction Code | 4. Securities ...   |
//   |                      |                     | Code   | V          | Amount | ... | Price |
//
// A table whose heads are not those of the form is kept unread.
#include <algorithm>

#include "filing/html_form.h"
#include "filing/printed_page.h"
#include "filing/printed_table.h"
#include "value/text.h"

namespace stakebook {
namespace {

using enum PrintedColumn;

constexpr std::size_t grid_width_max = 40;
constexpr int head_rows_max = 4;

struct Head {
  std::string top;
  std::string bottom;  // equal to `top` where the cell spans both rows
};

struct HtmlTable {
  Table table = Table::non_derivative;
  std::size_t element = 0;
  std::size_t head_row = 0;  // the row with "1. Title"
  int line = 0;
};

bool holds(std::string_view text, std::string_view words) {
  return contains_ignoring_case(text, words);
}

std::optional<PrintedColumn> column_of(const Head& head, Table table) {
  const std::string_view top = head.top;
  const std::string_view bottom = head.bottom;
  if (holds(top, "1.") && is_numbered(top) && holds(top, "Title of")) {
    if (!starts_with_ignoring_case(top, "1.") || top != bottom) return std::nullopt;
    return title;
  }
  if (holds(top, "Conversion or Exercise")) return conversion_price;
  if (holds(top, "Deemed")) return deemed_date;
  if (holds(top, "Transaction Date")) return date;
  if (holds(top, "Transaction Code")) return bottom == "V" ? early : code;
  if (holds(top, "Exercisable and Expiration")) {
    return holds(bottom, "Expiration") ? expiration : exercisable;
  }
  if (holds(top, "Title and Amount of")) {
    return holds(bottom, "Amount") ? underlying_amount : underlying_title;
  }
  if (holds(top, "Acquired (A) or Disposed")) {
    if (bottom == "(A)") return acquired;
    if (bottom == "(D)") return disposed;
    if (holds(bottom, "Amount")) return amount;
    if (holds(bottom, "Price")) return price;
    return holds(bottom, "(A) or (D)") ? std::optional(letter) : std::nullopt;
  }
  if (holds(top, "Ownership Form")) return ownership;
  if (holds(top, "Nature of Indirect")) return nature;
  if (holds(top, "Beneficially Owned")) return owned;
  if (table == Table::derivative && holds(top, "Price of Derivative")) return price;
  return std::nullopt;
}

// Lays rows of heads out: the first and the last text of every column.
class HeadGrid {
 public:
  explicit HeadGrid(const HtmlPage& page) : page_(page) {}

  // The number of rows that the heads take.
  int lay(const std::vector<std::size_t>& rows, std::size_t first) {
    int height = 1;
    for (int r = 0; r < height && first + static_cast<std::size_t>(r) < rows.size(); ++r) {
      std::size_t column = 0;
      for (const std::size_t cell : page_.cells_of(rows[first + static_cast<std::size_t>(r)])) {
        while (column < down_to_.size() && down_to_[column] > r) ++column;
        const HtmlNode& node = page_.node(cell);
        if (r == 0) height = std::clamp(node.rowspan, height, head_rows_max);
        put(page_.text_in(cell).text, column, r, node);
        column += static_cast<std::size_t>(node.colspan);
      }
    }
    return height;
  }

  const std::vector<Head>& heads() const { return heads_; }

 private:
  void put(const std::string& text, std::size_t column, int row, const HtmlNode& cell) {
    const std::size_t stop =
        std::min(column + static_cast<std::size_t>(cell.colspan), grid_width_max);
    if (stop > heads_.size()) {
      if (row != 0) return;
      heads_.resize(stop);
      down_to_.resize(stop, 0);
    }
    for (std::size_t c = column; c < stop; ++c) {
      if (row == 0) heads_[c].top = text;
      heads_[c].bottom = text;
      down_to_[c] = row + cell.rowspan;
    }
  }

  const HtmlPage& page_;
  std::vector<Head> heads_;
  std::vector<int> down_to_;  // the row below what is laid in a column
};

// The columns that a table of this form must have, each once. Form 5 has no column V.
bool is_complete(const std::vector<PrintedColumn>& found, Table table, int form) {
  for (const PrintedColumn column : columns_of(table, form)) {
    const auto times = std::count(found.begin(), found.end(), column);
    const bool may_lack = column == early || column == deemed_date;
    if (times != 1 && !(times == 0 && may_lack)) return false;
  }
  for (const PrintedColumn column : found) {
    if (std::count(found.begin(), found.end(), column) != 1) return false;
  }
  return true;
}

class TableReader {
 public:
  TableReader(const HtmlPage& page, const HtmlTable& table, int form, Filing& filing)
      : page_(page), table_(table), form_(form), filing_(filing) {
    rows_ = page.rows_of(table.element);
    const auto found = std::find(rows_.begin(), rows_.end(), table.head_row);
    first_ = static_cast<std::size_t>(found - rows_.begin());
  }

  bool read(std::size_t rows_max) {
    HeadGrid grid(page_);
    const std::size_t body = first_ + static_cast<std::size_t>(grid.lay(rows_, first_));
    for (const Head& head : grid.heads()) {
      const auto column = column_of(head, table_.table);
      if (!column) return keep_table(body);
      columns_.push_back(*column);
    }
    if (!is_complete(columns_, table_.table, form_)) return keep_table(body);
    std::size_t count = 0;
    for (std::size_t i = body; i < rows_.size(); ++i) {
      const auto cells = page_.cells_of(rows_[i]);
      if (is_blank(rows_[i])) continue;
      if (++count > rows_max) return false;
      if (cells.size() == columns_.size()) {
        read_row(cells);
      } else {
        keep_row(rows_[i]);
      }
    }
    return true;
  }

 private:
  bool is_blank(std::size_t row) const {
    const auto [first, last] = page_.lines_in(row);
    return first == last;
  }

  void read_row(const std::vector<std::size_t>& cells) {
    PrintedRow row;
    row.raw.line = page_.lines()[page_.lines_in(page_.around(cells.front(), "tr")).first].number;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      PrintedCell& cell = row[columns_[i]];
      cell = page_.text_in(cells[i]);
      std::string& raw = row.raw[columns_[i]];
      raw = cell.text;
      for (const FootnoteId& id : cell.footnotes) {
        raw += (raw.empty() ? "(" : " (") + id.substr(1) + ")";
      }
    }
    add_row(row, table_.table, form_, filing_);
    default_form_type();
  }

  // The form on which a transaction belongs is printed only where it is another than the page's.
  void default_form_type() {
    OwnershipDocument& document = filing_.document;
    Row& row =
        (table_.table == Table::non_derivative ? document.table_i : document.table_ii).back();
    if (!row.transaction_code.has_value() || row.transaction_form_type.has_value()) return;
    row.transaction_form_type.presence = Presence::given;
    row.transaction_form_type.value = std::to_string(form_);
  }

  std::string place(int line) const {
    return std::string(table_.table == Table::derivative ? "table II" : "table I") + ", line " +
           std::to_string(line);
  }

  void keep_row(std::size_t row) {
    const auto [first, last] = page_.lines_in(row);
    std::string text;
    for (std::size_t i = first; i < last; ++i) {
      text += (text.empty() ? "" : " ") + page_.lines()[i].text;
    }
    const std::string where = place(page_.lines()[first].number);
    filing_.document.unread.push_back({where, text});
    filing_.diagnostics.push_back({"printed-line-unread", Severity::warning,
                                   "the row has not one cell a column: " + text, where});
  }

  bool keep_table(std::size_t body) {
    filing_.diagnostics.push_back({"printed-table-unread", Severity::warning,
                                   "the table's columns are not those of the form; its rows are "
                                   "kept as they are",
                                   place(table_.line)});
    for (std::size_t i = body; i < rows_.size(); ++i) {
      const auto [first, last] = page_.lines_in(rows_[i]);
      for (std::size_t k = first; k < last; ++k) {
        const HtmlLine& line = page_.lines()[k];
        filing_.document.unread.push_back({place(line.number), line.text});
      }
    }
    return true;
  }

  const HtmlPage& page_;
  HtmlTable table_;
  int form_;
  Filing& filing_;
  std::vector<std::size_t> rows_;
  std::size_t first_ = 0;
  std::vector<PrintedColumn> columns_;
};

// "1. Title of Security" and "1. Title of Derivative Security" head the tables.
std::optional<HtmlTable> find_table(const HtmlPage& page, std::string_view words, Table table) {
  for (const HtmlLine& line : page.lines()) {
    if (!line.text.starts_with("1.") || line.cell == 0) continue;
    if (!starts_with_ignoring_case(trimmed(std::string_view(line.text).substr(2)), words)) continue;
    const std::size_t row = page.around(line.cell, "tr");
    const std::size_t element = page.around(row, "table");
    if (element != 0) return HtmlTable{table, element, row, line.number};
  }
  return std::nullopt;
}

}  // namespace

bool read_html_tables(const HtmlPage& page, int form, std::size_t rows_max, Filing& filing) {
  const auto read = [&](std::string_view words, Table table) {
    const auto found = find_table(page, words, table);
    if (found) return TableReader(page, *found, form, filing).read(rows_max);
    filing.diagnostics.push_back(
        {"printed-table-unread", Severity::warning,
         table == Table::derivative ? "Table II was not found" : "Table I was not found", ""});
    return true;
  };
  return read("Title of Security", Table::non_derivative) &&
         read("Title of Derivative", Table::derivative);
}

}  // namespace stakebook
