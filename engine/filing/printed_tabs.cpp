// Tables whose cells are kept apart by tabs.
//
//   row    = cell *( TAB cell )
//   cell   = *1text ; a converter drops trailing cells, empty columns ("V"), or lost amounts
//
// A cell may hold two columns ("03/31/2006 ⁽³⁾ 02/27/2016"); it is taken apart where each piece
// is a value of its own, so that a title is never cut.
#include <algorithm>
#include <map>

#include "filing/printed_table.h"
#include "value/text.h"

namespace stakebook {
namespace {

constexpr std::size_t cells_max = 4 * printed_columns_count;

struct TabRow {
  int line = 0;
  std::vector<std::string> texts;
  std::vector<PrintedCell> cells;
  std::vector<std::size_t> origins;  // the source's cell that each cell was cut from
  std::size_t width = 0;             // the source's cells
};

std::vector<std::string> split_by_tabs(std::string_view text) {
  std::vector<std::string> cells;
  for (;;) {
    const std::size_t tab = text.find('\t');
    cells.emplace_back(trimmed_text(text.substr(0, tab)));
    if (tab == std::string_view::npos) return cells;
    text.remove_prefix(tab + 1);
  }
}

// The pieces of a cell that holds several values; the cell itself otherwise.
std::vector<std::string> values_in(const std::string& text, MarkStyle style) {
  std::vector<std::string> pieces;
  const std::string plain = collapsed_fast(text);
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t stop = std::min(plain.find(' ', at), plain.size());
    const std::string word = plain.substr(at, stop - at);
    at = stop + 1;
    const bool belongs_to_last =
        !pieces.empty() &&
        (pieces.back() == "$" || kind_of(printed_cell(word, style)) == CellKind::marks);
    if (belongs_to_last) {
      pieces.back().append(" ").append(word);
    } else {
      pieces.push_back(word);
    }
  }
  const auto is_value = [&](const std::string& piece) {
    const CellKind kind = kind_of(printed_cell(piece, style));
    return kind == CellKind::date || kind == CellKind::number || kind == CellKind::money ||
           kind == CellKind::letter || kind == CellKind::marks;
  };
  if (pieces.size() > 1 && std::all_of(pieces.begin(), pieces.end(), is_value)) return pieces;
  return {text};
}

TabRow tab_row(const PrintedLine& line, MarkStyle style) {
  TabRow row;
  row.line = line.number;
  const auto sources = split_by_tabs(line.text);
  row.width = sources.size();
  for (std::size_t source = 0; source < sources.size(); ++source) {
    for (std::string& piece : values_in(sources[source], style)) {
      row.cells.push_back(printed_cell(piece, style));
      row.texts.push_back(std::move(piece));
      row.origins.push_back(source);
    }
  }
  return row;
}

std::optional<PrintedColumn> column_of_head(std::string_view text) {
  using enum PrintedColumn;
  struct Head {
    std::string_view words;
    PrintedColumn column;
    bool whole;
  };
  static constexpr Head heads[] = {
      {"title of security", title, false},
      {"title of derivative", title, false},
      {"conversion or exercise", conversion_price, false},
      {"deemed execution", deemed_date, false},
      {"transaction date", date, false},
      {"transaction code", code, false},
      {"code", code, true},
      {"v", early, true},
      {"(a) or (d)", letter, true},
      {"price", price, true},
      {"price of derivative", price, false},
      {"(a)", acquired, true},
      {"(d)", disposed, true},
      {"amount", amount, true},
      {"ownership form", ownership, false},
      {"nature of", nature, false},
      {"date exercisable", exercisable, true},
      {"expiration date", expiration, true},
      {"title", underlying_title, true},
      {"title and amount of", underlying_title, false},
      {"amount or number of shares", underlying_amount, true},
      {"amount of securities beneficially owned", owned, false},
      {"number of derivative securities beneficially owned", owned, false},
  };
  const std::string plain = collapsed_fast(text);
  for (const Head& head : heads) {
    if (head.whole ? same_ignoring_case(plain, head.words)
                   : contains_ignoring_case(plain, head.words)) {
      return head.column;
    }
  }
  return std::nullopt;
}

bool is_head_row(const std::vector<std::string>& cells) {
  static constexpr std::string_view words[] = {
      "code", "v",           "(a)",        "(d)",    "or", "price",  "amount",
      "date", "exercisable", "expiration", "number", "of", "shares", "title"};
  bool only_words = true;
  for (const std::string& cell : cells) {
    if (contains_ignoring_case(cell, "(instr")) return true;
    const std::string plain = collapsed_fast(cell);
    for (std::size_t at = 0; at < plain.size();) {
      const std::size_t stop = std::min(plain.find(' ', at), plain.size());
      const std::string word = lowered(std::string_view(plain).substr(at, stop - at));
      only_words =
          only_words && std::find(std::begin(words), std::end(words), word) != std::end(words);
      at = stop + 1;
    }
  }
  return only_words;
}

CellColumns columns_of_heads(const std::vector<std::string>& cells) {
  CellColumns columns;
  for (const std::string& cell : cells) columns.push_back(column_of_head(cell));
  return columns;
}

RawRow placed(const TabRow& row, const CellColumns& columns, std::vector<PrintedLine>& unread) {
  RawRow raw;
  raw.line = row.line;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (row.cells[i].empty()) continue;
    if (columns[i]) {
      raw[*columns[i]] = row.texts[i];
    } else {
      unread.push_back({row.line, row.texts[i]});
    }
  }
  return raw;
}

// Rows of one shape share their columns; where no assignment fits them all, each stands alone. A
// row that fits none by itself says nothing about the others.
void place_rows(const std::vector<TabRow>& rows, const std::vector<std::size_t>& members,
                const std::vector<PrintedColumn>& columns, const std::vector<CellColumns>& heads,
                RawTable& table) {
  std::vector<CellRow> fitting;
  std::vector<std::optional<CellColumns>> own;
  for (const std::size_t member : members) {
    own.push_back(columns_of_cells({rows[member].cells}, columns, heads));
    if (own.back()) fitting.push_back(rows[member].cells);
  }
  const auto shared = fitting.empty() ? std::nullopt : columns_of_cells(fitting, columns, heads);
  for (std::size_t i = 0; i < members.size(); ++i) {
    const TabRow& row = rows[members[i]];
    const CellColumns known = !own[i]  ? columns_of_spoilt(row.cells, columns, heads)
                              : shared ? *shared
                                       : *own[i];
    table.rows[members[i]] = placed(row, known, table.unread);
  }
}

}  // namespace

bool is_tab_table(const PrintedPage& page, const TableArea& area) {
  return area.begin < area.end && page.lines[area.begin].text.find('\t') != std::string::npos;
}

RawTable read_tab_table(const PrintedPage& page, const TableArea& area, MarkStyle style,
                        std::size_t rows_max) {
  RawTable table;
  std::vector<TabRow> rows;
  std::vector<CellColumns> heads;
  for (std::size_t i = area.begin; i < area.end; ++i) {
    const PrintedLine& line = page.lines[i];
    if (line.text.find('\t') == std::string::npos) {
      if (!rows.empty() && !is_blank_print(line.text)) table.unread.push_back(line);
      continue;
    }
    const auto tabs = std::count(line.text.begin(), line.text.end(), '\t');
    if (tabs >= static_cast<std::ptrdiff_t>(cells_max)) {
      table.unread.push_back(line);
      continue;
    }
    const auto cells = split_by_tabs(line.text);
    if (is_head_row(cells)) {
      heads.push_back(columns_of_heads(cells));
    } else if (rows.size() == rows_max) {
      table.too_many = true;
      break;
    } else {
      rows.push_back(tab_row(line, style));
    }
  }
  // Rows with equally many cells, cut apart alike, share their columns.
  std::map<std::vector<std::size_t>, std::vector<std::size_t>> shapes;
  for (std::size_t i = 0; i < rows.size(); ++i) shapes[rows[i].origins].push_back(i);
  table.rows.resize(rows.size());
  for (const auto& [origins, members] : shapes) {
    std::vector<CellColumns> fitting;
    for (const CellColumns& line : heads) {
      if (line.size() != rows[members.front()].width) continue;
      fitting.emplace_back();
      for (const std::size_t origin : origins) fitting.back().push_back(line[origin]);
    }
    place_rows(rows, members, columns_of(area.table, area.form), fitting, table);
  }
  std::erase_if(table.rows, [](const RawRow& row) { return row.empty(); });
  rejoin_rows(table.rows);
  return table;
}

}  // namespace stakebook
