// Which column a cell stands in, where the converter dropped cells and the count no longer tells.
//
//   Common Stock | 11/20/2007 |   | M |   | $ 4.25 |   | D        eight cells of ten columns
//
// Cells keep the order of the columns, and what a cell holds excludes most columns: "$ 4.25" can
// only be the price, so the "D" behind it is the ownership form and not the letter (A) or (D).
// Rows with equally many cells were cut alike, so they share one assignment. For each cell the set
// of columns that some order-keeping assignment allows is found greedily from both ends; a set of
// one is certain. What is left is narrowed by columns that every transaction has, then by a line of
// heads that agrees with all that is certain (a converter that dropped cells shifts the heads,
// too); what is still open stays open.
#include <algorithm>
#include <utility>

#include "filing/printed_table.h"

namespace stakebook {
namespace {

using Columns = std::vector<PrintedColumn>;

bool can_stand(const PrintedCell& cell, CellKind kind, PrintedColumn column) {
  switch (column) {
    case PrintedColumn::title:
    case PrintedColumn::underlying_title:
    case PrintedColumn::nature: return kind == CellKind::text;
    case PrintedColumn::date:
    case PrintedColumn::deemed_date: return kind == CellKind::date;
    case PrintedColumn::exercisable:
    case PrintedColumn::expiration: return kind == CellKind::date || kind == CellKind::marks;
    case PrintedColumn::code: return kind == CellKind::code || kind == CellKind::letter;
    case PrintedColumn::early: return cell.text == "V";
    case PrintedColumn::amount:
    case PrintedColumn::acquired:
    case PrintedColumn::disposed:
    case PrintedColumn::underlying_amount:
    case PrintedColumn::owned: return kind == CellKind::number;
    case PrintedColumn::letter: return cell.text == "A" || cell.text == "D";
    case PrintedColumn::ownership: return cell.text == "D" || cell.text == "I";
    case PrintedColumn::conversion_price:
    case PrintedColumn::price: return kind == CellKind::money || kind == CellKind::marks;
  }
  return false;
}

// Columns that holdings leave empty.
bool is_for_transactions(PrintedColumn column) {
  switch (column) {
    case PrintedColumn::date:
    case PrintedColumn::deemed_date:
    case PrintedColumn::code:
    case PrintedColumn::early:
    case PrintedColumn::amount:
    case PrintedColumn::acquired:
    case PrintedColumn::disposed:
    case PrintedColumn::letter:
    case PrintedColumn::price: return true;
    default: return false;
  }
}

bool shows_transaction(const PrintedCell& cell, bool has_exercise_dates) {
  const CellKind kind = kind_of(cell);
  return kind == CellKind::code || cell.text == "A" ||
         (kind == CellKind::date && !has_exercise_dates);
}

// Table II's holdings leave six columns empty before their dates; a row whose first date follows
// its title and price at once may have lost its code instead.
bool may_be_holding(const CellRow& row) {
  std::size_t empty = 0;
  for (const PrintedCell& cell : row) {
    if (kind_of(cell) == CellKind::date) return empty >= 2;
    if (cell.empty()) ++empty;
  }
  return true;
}

// The cells that are filled in some row, each with the columns it may stand in.
class Assignment {
 public:
  Assignment(const std::vector<std::vector<PrintedCell>>& rows, const Columns& columns)
      : columns_(columns), allowed_(rows.front().size(), std::vector<bool>(columns.size())) {
    for (std::size_t cell = 0; cell < allowed_.size(); ++cell) {
      bool filled = false;
      std::vector<bool> fits(columns.size(), true);
      for (const auto& row : rows) {
        if (row[cell].empty()) continue;
        filled = true;
        const CellKind kind = kind_of(row[cell]);
        for (std::size_t column = 0; column < columns.size(); ++column) {
          if (!can_stand(row[cell], kind, columns[column])) fits[column] = false;
        }
      }
      if (!filled) continue;
      filled_.push_back(cell);
      allowed_[cell] = std::move(fits);
    }
  }

  // Drops the columns that no order-keeping assignment uses; false where there is no assignment.
  bool narrow() {
    std::size_t next = 0;
    for (const std::size_t cell : filled_) {
      std::fill_n(allowed_[cell].begin(), std::min(next, columns_.size()), false);
      const std::size_t first = first_allowed(cell);
      if (first == columns_.size()) return false;
      next = first + 1;
    }
    std::size_t limit = columns_.size();
    for (auto cell = filled_.rbegin(); cell != filled_.rend(); ++cell) {
      std::fill(allowed_[*cell].begin() + static_cast<std::ptrdiff_t>(limit), allowed_[*cell].end(),
                false);
      const std::size_t last = last_allowed(*cell);
      if (last == columns_.size()) return false;
      limit = last;
    }
    return true;
  }

  bool is_certain(PrintedColumn column) const {
    return std::any_of(filled_.begin(), filled_.end(),
                       [&](std::size_t cell) { return left_for(cell) == Columns{column}; });
  }

  // A column that every transaction has goes to the only cell that can be it.
  bool fix_needed(PrintedColumn needed) {
    const auto column = static_cast<std::size_t>(
        std::find(columns_.begin(), columns_.end(), needed) - columns_.begin());
    if (column == columns_.size()) return true;
    std::vector<std::size_t> cells;
    for (const std::size_t cell : filled_) {
      if (allowed_[cell][column]) cells.push_back(cell);
    }
    return cells.size() != 1 || fix(cells.front(), column);
  }

  // Follows a line of heads, unless a cell whose column is certain contradicts it.
  bool follow(const CellColumns& heads) {
    for (const std::size_t cell : filled_) {
      const Columns left = left_for(cell);
      if (heads[cell] && left.size() == 1 && left.front() != *heads[cell]) return true;
    }
    for (const std::size_t cell : filled_) {
      for (std::size_t column = 0; column < columns_.size(); ++column) {
        if (heads[cell] == columns_[column] && allowed_[cell][column] && !fix(cell, column)) {
          return false;
        }
      }
    }
    return true;
  }

  std::optional<PrintedColumn> column_of(std::size_t cell) const {
    const Columns left = left_for(cell);
    if (left.size() == 1) return left.front();
    // The number is certain; whether it was acquired or disposed of is not.
    const Columns either = {PrintedColumn::acquired, PrintedColumn::disposed};
    return left == either ? std::optional(PrintedColumn::amount) : std::nullopt;
  }

 private:
  Columns left_for(std::size_t cell) const {
    Columns left;
    for (std::size_t column = 0; column < columns_.size(); ++column) {
      if (allowed_[cell][column]) left.push_back(columns_[column]);
    }
    return left;
  }

  bool fix(std::size_t cell, std::size_t column) {
    std::fill(allowed_[cell].begin(), allowed_[cell].end(), false);
    allowed_[cell][column] = true;
    return narrow();
  }
  std::size_t first_allowed(std::size_t cell) const {
    return static_cast<std::size_t>(std::find(allowed_[cell].begin(), allowed_[cell].end(), true) -
                                    allowed_[cell].begin());
  }
  std::size_t last_allowed(std::size_t cell) const {
    for (std::size_t column = columns_.size(); column-- > 0;) {
      if (allowed_[cell][column]) return column;
    }
    return columns_.size();
  }

  Columns columns_;
  std::vector<std::vector<bool>> allowed_;
  std::vector<std::size_t> filled_;
};

}  // namespace

std::optional<CellColumns> columns_of_cells(const std::vector<CellRow>& rows,
                                            const std::vector<PrintedColumn>& columns,
                                            const std::vector<CellColumns>& heads) {
  const bool has_exercise_dates =
      std::find(columns.begin(), columns.end(), PrintedColumn::exercisable) != columns.end();
  const bool transactions = std::any_of(rows.begin(), rows.end(), [&](const CellRow& row) {
    return std::any_of(row.begin(), row.end(), [&](const PrintedCell& cell) {
      return shows_transaction(cell, has_exercise_dates);
    });
  });
  Columns usable = columns;
  if (!transactions && std::all_of(rows.begin(), rows.end(), may_be_holding)) {
    std::erase_if(usable, is_for_transactions);
  }
  Assignment assignment(rows, usable);
  bool possible = assignment.narrow();
  if (!possible && !transactions) {  // a part of a transaction, cut off by a page break
    assignment = Assignment(rows, columns);
    possible = assignment.narrow();
  }
  // A lone date of a transaction is its date, and no deemed one; Table II has others behind the
  // code.
  const bool dates_are_told = !has_exercise_dates || assignment.is_certain(PrintedColumn::code);
  if (possible && transactions && dates_are_told) {
    possible = assignment.fix_needed(PrintedColumn::date);
  }
  for (const CellColumns& line : heads) possible = possible && assignment.follow(line);
  if (!possible) return std::nullopt;
  CellColumns result(rows.front().size());
  for (std::size_t cell = 0; cell < result.size(); ++cell) {
    result[cell] = assignment.column_of(cell);
  }
  return result;
}

CellColumns columns_of_spoilt(const CellRow& row, const std::vector<PrintedColumn>& columns,
                              const std::vector<CellColumns>& heads) {
  static constexpr std::size_t cells_max = 24;
  const CellColumns unknown(row.size());
  std::optional<CellColumns> certain;
  if (row.size() > cells_max) return unknown;
  for (std::size_t left_out = 0; left_out < row.size(); ++left_out) {
    if (row[left_out].empty()) continue;
    CellRow rest = row;
    rest[left_out] = {};
    const auto found = columns_of_cells({rest}, columns, heads);
    if (!found) continue;
    if (!certain) certain = found;
    for (std::size_t cell = 0; cell < row.size(); ++cell) {
      if ((*certain)[cell] != (*found)[cell]) (*certain)[cell] = std::nullopt;
    }
  }
  return certain.value_or(unknown);
}

std::vector<PrintedColumn> columns_of(Table table, int form) {
  using enum PrintedColumn;
  if (form == 3) {
    if (table == Table::non_derivative) return {title, owned, ownership, nature};
    return {
        title,     exercisable, expiration, underlying_title, underlying_amount, conversion_price,
        ownership, nature};
  }
  if (table == Table::non_derivative) {
    return {title, date, deemed_date, code, early, amount, letter, price, owned, ownership, nature};
  }
  return {title,
          conversion_price,
          date,
          deemed_date,
          code,
          early,
          acquired,
          disposed,
          exercisable,
          expiration,
          underlying_title,
          underlying_amount,
          price,
          owned,
          ownership,
          nature};
}

}  // namespace stakebook
