// Made-up histories in which everything is true: seeded, every balance right, nothing left out.
//
// Two owners of one issuer; common stock held directly and for two relatives, and two options.
// Purchases, sales, awards, gifts, exercises with a sale of some of the shares, grants; holdings
// beside them; several filings a day, rows in any order, running balances and final totals mixed,
// fractions, recorded splits, amendments that correct a price alone (but for final totals: an
// amended row is not counted with the others yet).
#pragma once

#include <random>

#include "support/true_history.h"

namespace truth {

class MadeHistory {
 public:
  explicit MadeHistory(unsigned seed) : random_(seed) {
    for (const int owner : {2, 3}) {
      add_line(owner, "", {});
      add_line(owner, "By Spouse", {});
      add_line(owner, "By Daughter", {});
      add_line(owner, "", "12");
      add_line(owner, "", "24.60");
    }
    has_fractions_ = one_in(4);
  }

  History run() {
    const int splits = one_in(3) ? 1 : 0;
    open(2);
    if (one_in(2)) open(3);
    const int filings = between(6, 14);
    for (int i = 0; i < filings; ++i) {
      if (splits > 0 && i == filings / 2) split();
      const int owner = one_in(4) ? 3 : 2;
      if (!one_in(4)) day_ = day_.plus_days(between(3, 40));
      file(owner);
    }
    return std::move(history_);
  }

 private:
  struct Line {
    int owner;
    std::string nature;
    std::string strike;  // of an option; empty: common stock
    Shares balance;
    bool is_option() const { return !strike.empty(); }
  };

  struct Made {
    Row row;
    int line;
  };

  int between(int low, int high) {
    return low + static_cast<int>(random_() % static_cast<unsigned>(high - low + 1));
  }
  bool one_in(int times) { return between(1, times) == 1; }

  void add_line(int owner, const std::string& nature, const std::string& strike) {
    Line line{owner, nature, strike, Shares(between(5'000, 90'000))};
    if (has_fractions_ && strike.empty()) line.balance += *Shares::parse("0.375");
    lines_.push_back(line);
  }

  int first_line_of(int owner) const { return owner == 2 ? 0 : 5; }

  Row dressed(Row row, const Line& line) const {
    if (line.is_option()) {
      row = stakebook::claims::as_option(row, line.strike, "2034-05-01");
    } else if (!line.nature.empty()) {
      row.direct_or_indirect_ownership = stakebook::claims::text("I");
      row.nature_of_ownership = stakebook::claims::text(line.nature);
    }
    return row;
  }

  Made holding(int index) const {
    const Line& line = lines_[static_cast<std::size_t>(index)];
    return {dressed(stakebook::claims::holding(line.balance.to_text()), line), index};
  }

  // Posts the change and writes the row.
  Made transaction(int index, char code, Shares change, const std::string& price = "10") {
    Line& line = lines_[static_cast<std::size_t>(index)];
    line.balance += change;
    const bool acquired = !change.is_negative();
    Row row = stakebook::claims::transaction(traded_.to_text(), code, acquired ? 'A' : 'D',
                                             (acquired ? change : -change).to_text(),
                                             line.balance.to_text(), price);
    return {dressed(std::move(row), line), index};
  }

  Shares amount(const Line& line, bool disposed) {
    const int size = one_in(4) ? 40 : 4'000;
    Shares shares(between(1, size));
    if (has_fractions_ && !line.is_option() && one_in(2)) shares += *Shares::parse("0.125");
    if (disposed && (line.balance - shares).is_negative()) shares = line.balance;
    return shares;
  }

  Made trade(int index) {
    const Line& line = lines_[static_cast<std::size_t>(index)];
    const bool disposed = one_in(2) && line.balance > Shares(500);
    const Shares shares = amount(line, disposed);
    const char code = disposed ? "SFG"[between(0, 2)] : "PA"[between(0, 1)];
    return transaction(index, code, disposed ? -shares : shares);
  }

  // Rows that all report what was held after the last of them.
  void final_totals(int index, std::vector<Made>& rows) {
    const std::size_t first = rows.size();
    for (int i = between(2, 3); i > 0; --i) {
      rows.push_back(transaction(index, 'P', Shares(between(1, 900))));
    }
    for (std::size_t i = first; i < rows.size(); ++i) {
      rows[i].row.shares_owned_following_transaction =
          rows.back().row.shares_owned_following_transaction;
    }
  }

  void exercise(int first, std::vector<Made>& rows) {
    const int option = first + between(3, 4);
    const Line& line = lines_[static_cast<std::size_t>(option)];
    const Shares units(between(1, 400));
    if (line.balance < units) return;
    rows.push_back(transaction(option, 'M', -units));
    rows.back().row.underlying_security_shares = stakebook::claims::given(std::optional(units));
    rows.push_back(transaction(first, 'M', units, line.strike));
    if (one_in(2)) rows.push_back(transaction(first, 'S', -Shares(between(1, 300)), "40"));
  }

  std::vector<Made> rows_of_filing(int owner) {
    const int first = first_line_of(owner);
    std::vector<Made> rows;
    if (one_in(6)) exercise(first, rows);
    if (one_in(6)) {
      rows.push_back(transaction(first + between(3, 4), 'A', Shares(between(50, 900))));
    }
    for (int i = rows.empty() ? between(1, 4) : between(0, 1); i > 0; --i) {
      rows.push_back(trade(first + (one_in(3) ? between(1, 2) : 0)));
    }
    return rows;
  }

  void file(int owner) {
    traded_ = day_;
    std::vector<Made> rows;
    const bool has_final_totals = one_in(6);
    if (has_final_totals) {
      final_totals(first_line_of(owner), rows);
    } else {
      rows = rows_of_filing(owner);
    }
    if (!has_final_totals && one_in(4)) {
      day_ = traded_ = day_.plus_days(1);
      for (Made& row : rows_of_filing(owner)) rows.push_back(std::move(row));
    }
    for (int line = first_line_of(owner); line < first_line_of(owner) + 5; ++line) {
      const bool is_there =
          std::any_of(rows.begin(), rows.end(), [&](const Made& row) { return row.line == line; });
      if (!is_there && one_in(3)) rows.push_back(holding(line));
    }
    if (one_in(2)) std::shuffle(rows.begin(), rows.end(), random_);
    append(owner, "4", rows);
    if (!has_final_totals && one_in(8)) amend_price();
  }

  void open(int owner) {
    std::vector<Made> rows;
    for (int line = first_line_of(owner); line < first_line_of(owner) + 5; ++line) {
      // Column 3 of Form 3 counts underlying securities of an option: as many.
      if (!lines_[static_cast<std::size_t>(line)].is_option()) rows.push_back(holding(line));
    }
    append(owner, "3", rows);
  }

  void append(int owner, const std::string& form, const std::vector<Made>& rows) {
    const std::int64_t entry = ++entries_;
    std::vector<Row> only_rows;
    for (const Made& made : rows) {
      const Part part =
          made.row.table == stakebook::Table::derivative ? Part::table_ii : Part::table_i;
      const auto number =
          1 + std::count_if(only_rows.begin(), only_rows.end(),
                            [&](const Row& row) { return row.table == made.row.table; });
      history_.line_of[{entry, part, static_cast<std::int32_t>(number), 0}] = made.line;
      only_rows.push_back(made.row);
    }
    const Date filed = day_.plus_days(2);
    Claim claim = stakebook::claims::claim_of(entry, filed.to_text(), form, only_rows);
    claim.owners = {owner};
    auto& filing = std::get<Filing>(claim.body);
    const std::string number = std::to_string(100'000 + entry);
    filing.submission.accession = stakebook::AccessionNumber::parse("000123456720" + number);
    if (form == "3")
      filing.document.period_of_report = stakebook::claims::given(std::optional(day_));
    history_.claims.push_back(std::move(claim));
  }

  // A 4/A that repeats the last filing, but for the price of one row.
  void amend_price() {
    const Claim original = history_.claims.back();
    Claim amendment = original;
    amendment.entry = ++entries_;
    auto& filing = std::get<Filing>(amendment.body);
    const std::string number = std::to_string(100'000 + amendment.entry);
    filing.submission.accession = stakebook::AccessionNumber::parse("000123456720" + number);
    filing.submission.filed = original.filing()->submission.filed->plus_days(1);
    filing.document.document_type = stakebook::claims::text("4/A");
    filing.document.date_of_original_submission =
        stakebook::claims::given(original.filing()->submission.filed);
    amendment.known = filing.known();
    if (filing.document.table_i.empty()) return;
    Row& row = filing.document.table_i.front();
    if (row.kind != stakebook::RowKind::transaction) return;
    row.transaction_price_per_share = stakebook::claims::given(stakebook::Price::parse("11.25"));
    std::map<Reference, int> lines;
    for (const auto& [place, line] : history_.line_of) {
      Reference now = place;
      if (now.entry == original.entry) {
        now.entry = amendment.entry;
        history_.repeated_as[place] = now;
      }
      lines[now] = line;
    }
    history_.line_of = std::move(lines);
    history_.amended.insert(history_.amended.end(), {original.entry, amendment.entry});
    history_.claims.push_back(std::move(amendment));
    day_ = day_.plus_days(3);
  }

  // Two for one, on a day between the filings; strikes are divided.
  void split() {
    day_ = day_.plus_days(10);
    stakebook::RecordedSplit split{"0000000001", stakebook::Ratio(2)};
    history_.claims.push_back(
        stakebook::claims::record_of(++entries_, day_.to_text(), std::move(split)));
    day_ = day_.plus_days(10);
    for (Line& line : lines_) {
      line.balance += line.balance;
      if (line.strike == "12") line.strike = "6";
      if (line.strike == "24.60") line.strike = "12.30";
    }
  }

  std::mt19937 random_;
  History history_;
  std::vector<Line> lines_;
  bool has_fractions_ = false;
  Date day_ = *Date::of(2018, 3, 5);
  Date traded_ = day_;
  std::int64_t entries_ = 0;
};

}  // namespace truth
