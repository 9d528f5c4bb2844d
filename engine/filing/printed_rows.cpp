#include <algorithm>

#include "filing/printed_form.h"
#include "filing/printed_table.h"
#include "value/text.h"

namespace stakebook {
namespace {

using enum PrintedColumn;

std::string_view table_name(Table table) {
  return table == Table::non_derivative ? "table I" : "table II";
}

// Takes the cells of one printed row into a row, and says what did not come through.
class RowReader {
 public:
  RowReader(const PrintedRow& printed, Table table, int form, Filing& filing, std::size_t number)
      : printed_(printed), raw_(printed.raw), table_(table), form_(form), filing_(filing) {
    place_ = std::string(table_name(table)) + " row " + std::to_string(number) + ", line " +
             std::to_string(raw_.line);
  }

  Row read() {
    row_.table = table_;
    const bool is_late_holding = form_ == 5 && !filled(date) && printed_[code].text == "3";
    const bool acts = form_ != 3 && !is_late_holding && (filled(date) || filled(code));
    row_.kind = acts ? RowKind::transaction : RowKind::holding;
    take(title, row_.security_title, read_text);
    if (acts) read_transaction();
    if (is_late_holding) set(row_.transaction_form_type, '3');
    if (table_ == Table::derivative) read_derivative();
    read_owned();
    take(ownership, row_.direct_or_indirect_ownership, read_letter<'D', 'I'>);
    take(nature, row_.nature_of_ownership, read_text);
    say_what_was_lost();
    if (raw_.rejoined_line != 0) {
      say("printed-row-rejoined", Severity::note,
          "the row was cut in two; its other part is on line " +
              std::to_string(raw_.rejoined_line));
    }
    return std::move(row_);
  }

 private:
  bool filled(PrintedColumn column) const { return !raw_[column].empty(); }

  void say(std::string what, Severity severity, std::string message) {
    filing_.diagnostics.push_back({std::move(what), severity, std::move(message), place_});
  }

  void keep(std::string text) { filing_.document.unread.push_back({place_, std::move(text)}); }

  // The cell, where its column and its marks are certain.
  std::optional<PrintedCell> cell(PrintedColumn column) {
    if (!filled(column)) return PrintedCell{};
    const PrintedCell& result = printed_[column];
    if (!raw_.is_doubtful(column) && !result.unsure) return result;
    keep_ambiguous(column);
    return std::nullopt;
  }

  void keep_ambiguous(PrintedColumn column) {
    say("printed-cell-ambiguous", Severity::warning,
        "it is not certain where this text belongs: " + raw_[column]);
    keep(raw_[column]);
  }

  template <class T>
  void take(PrintedColumn column, Field<T>& field, bool (*reads)(const PrintedCell&, Field<T>&)) {
    const auto found = cell(column);
    if (found && !reads(*found, field)) refuse(column);
  }

  void refuse(PrintedColumn column) {
    say("printed-cell-unread", Severity::warning,
        "this text is not what its column holds: " + raw_[column]);
    keep(raw_[column]);
  }

  template <char First, char Second>
  static bool read_letter(const PrintedCell& found, Field<std::string>& field) {
    if (!found.text.empty() && found.text != std::string(1, First) &&
        found.text != std::string(1, Second)) {
      return false;
    }
    return read_text(found, field);
  }

  void read_transaction() {
    take(date, row_.transaction_date, read_date);
    take(deemed_date, row_.deemed_execution_date, read_date);
    read_code();
    if (table_ == Table::non_derivative) {
      take(amount, row_.transaction_shares, read_shares);
      take(letter, row_.transaction_acquired_disposed_code, read_letter<'A', 'D'>);
    } else {
      read_side();
    }
    take(price, row_.transaction_price_per_share, read_price);
  }

  static void set(Field<std::string>& field, char value) {
    field.presence = Presence::given;
    field.value = std::string(1, value);
  }

  void read_code() {
    const auto found = cell(code);
    if (!found) return;
    row_.transaction_coding_footnotes = found->footnotes;
    const auto parts = printed_code(found->text);
    if (!parts && !found->text.empty()) return refuse(code);
    const auto flag = cell(early);
    const bool flagged = flag && flag->text == "V";
    if (flag && !flag->text.empty() && !flagged) refuse(early);
    if (flag) row_.transaction_timeliness.footnotes = flag->footnotes;
    if (!parts) return;
    set(row_.transaction_code, parts->code);
    if (found->text.size() > 1) row_.transaction_code.as_filed = found->text;
    if (parts->equity_swap) {
      tick(row_.equity_swap_involved);
    }
    if (parts->form != ' ') set(row_.transaction_form_type, parts->form);
    // V: a transaction for Form 5, which is early on Form 4 by definition (specification 4.3.8).
    if (parts->early || flagged) {
      set(row_.transaction_form_type, '5');
      set(row_.transaction_timeliness, 'E');
    }
  }

  // Box 5 of Table II: a number, or dollars, under (A) or (D). Where the filer gave no letter, the
  // form's style sheets print the number under both.
  void read_side() {
    const bool twice = filled(acquired) && filled(disposed);
    if (twice && raw_[acquired] != raw_[disposed]) {
      for (const PrintedColumn side : {acquired, disposed}) keep_ambiguous(side);
      return;
    }
    for (const PrintedColumn side : {acquired, disposed, amount}) {
      if (!filled(side)) continue;
      if (raw_[side].front() == '$') {
        take(side, row_.transaction_total_value, read_money);
      } else {
        take(side, row_.transaction_shares, read_shares);
      }
      if (twice || side == amount || raw_.is_doubtful(side)) return;
      return set(row_.transaction_acquired_disposed_code, side == acquired ? 'A' : 'D');
    }
  }

  void read_derivative() {
    take(conversion_price, row_.conversion_or_exercise_price, read_price);
    take(exercisable, row_.exercise_date, read_date);
    take(expiration, row_.expiration_date, read_date);
    take(underlying_title, row_.underlying_security_title, read_text);
    if (filled(underlying_amount) && raw_[underlying_amount].front() == '$') {
      take(underlying_amount, row_.underlying_security_value, read_money);
    } else {
      take(underlying_amount, row_.underlying_security_shares, read_shares);
    }
  }

  void read_owned() {
    if (filled(owned) && raw_[owned].front() == '$') {
      take(owned, row_.value_owned_following_transaction, read_money);
    } else {
      take(owned, row_.shares_owned_following_transaction, read_shares);
    }
  }

  template <class T>
  static bool is_missing(const Field<T>& field) {
    return field.presence == Presence::absent && field.footnotes.empty();
  }

  // Only what every such row has (specification 3.5: "cm", "m").
  void say_what_was_lost() {
    std::string amounts;
    std::string letters;
    const auto add = [](std::string& list, std::string_view name) {
      if (!list.empty()) list += ", ";
      list += name;
    };
    const bool acts = row_.kind == RowKind::transaction;
    if (acts && is_missing(row_.transaction_shares) && is_missing(row_.transaction_total_value)) {
      add(amounts, "transaction_shares");
    }
    const bool has_owned = table_ == Table::non_derivative || form_ != 3;
    if (has_owned && is_missing(row_.shares_owned_following_transaction) &&
        is_missing(row_.value_owned_following_transaction)) {
      add(amounts, "shares_owned_following_transaction");
    }
    if (is_missing(row_.security_title)) add(letters, "security_title");
    if (acts && is_missing(row_.transaction_date)) add(letters, "transaction_date");
    if (acts && is_missing(row_.transaction_code)) add(letters, "transaction_code");
    if (acts && is_missing(row_.transaction_acquired_disposed_code)) {
      add(letters, "transaction_acquired_disposed_code");
    }
    if (is_missing(row_.direct_or_indirect_ownership)) {
      add(letters, "direct_or_indirect_ownership");
    }
    if (!amounts.empty()) {
      say("printed-amount-lost", Severity::warning, "not on the page any more: " + amounts);
    }
    if (!letters.empty()) {
      say("printed-cell-lost", Severity::warning, "not on the page any more: " + letters);
    }
  }

  const PrintedRow& printed_;
  const RawRow& raw_;
  Table table_;
  int form_;
  Filing& filing_;
  std::string place_;
  Row row_;
};

bool has_action(const RawRow& row) { return !row[date].empty() || !row[code].empty(); }

// A row of its own: it states an amount owned, and nothing that only a transaction states.
bool is_whole_holding(const RawRow& row) {
  return !row[owned].empty() && row[amount].empty() && row[letter].empty() && row[price].empty();
}

// One part has the title and no more than a row's rest, the other what a transaction starts with.
bool complement(const RawRow& left, const RawRow& right) {
  const RawRow& titled = left[title].empty() ? right : left;
  const RawRow& untitled = left[title].empty() ? left : right;
  if (titled[title].empty() || !untitled[title].empty()) return false;
  if (has_action(titled) || !has_action(untitled) || is_whole_holding(titled)) return false;
  for (std::size_t column = 0; column < printed_columns_count; ++column) {
    if (!left.cells[column].empty() && !right.cells[column].empty()) return false;
  }
  return true;
}

void keep_unread(const RawTable& raw, Table table, Filing& filing) {
  const auto place_of = [&](const PrintedLine& line) {
    return std::string(table_name(table)) + ", line " + std::to_string(line.number);
  };
  if (raw.rows.empty() && raw.unread.size() > 1) {
    filing.diagnostics.push_back({"printed-table-unread", Severity::warning,
                                  "the table's columns cannot be told apart; its " +
                                      std::to_string(raw.unread.size()) +
                                      " lines are kept as they are",
                                  place_of(raw.unread.front())});
  }
  for (const PrintedLine& line : raw.unread) {
    const std::string text = collapsed_fast(line.text);
    filing.document.unread.push_back({place_of(line), text});
    if (raw.rows.empty() && raw.unread.size() > 1) continue;
    filing.diagnostics.push_back({"printed-line-unread", Severity::warning,
                                  "it is not certain where this text belongs: " + text,
                                  place_of(line)});
  }
}

}  // namespace

void rejoin_rows(std::vector<RawRow>& rows) {
  std::vector<RawRow> whole;
  for (RawRow& row : rows) {
    if (whole.empty() || whole.back().rejoined_line != 0 || !complement(whole.back(), row)) {
      whole.push_back(std::move(row));
      continue;
    }
    RawRow& first = whole.back();
    first.rejoined_line = row.line;
    for (std::size_t column = 0; column < printed_columns_count; ++column) {
      if (!row.cells[column].empty()) first.cells[column] = std::move(row.cells[column]);
    }
  }
  rows = std::move(whole);
}

void add_row(const PrintedRow& row, Table table, int form, Filing& filing) {
  OwnershipDocument& document = filing.document;
  auto& rows = table == Table::non_derivative ? document.table_i : document.table_ii;
  rows.push_back(RowReader(row, table, form, filing, rows.size() + 1).read());
}

void add_rows(const RawTable& raw, const TableArea& area, MarkStyle style, Filing& filing) {
  for (const RawRow& row : raw.rows) {
    PrintedRow printed{row, {}};
    for (std::size_t i = 0; i < printed_columns_count; ++i) {
      printed.cells[i] = printed_cell(row.cells[i], style);
    }
    add_row(printed, area.table, area.form, filing);
  }
  keep_unread(raw, area.table, filing);
}

}  // namespace stakebook
