// What the parts of the reader of quarterly tables share: the filing, its diagnostics, the line
// being read and its cells.
//
//   context.enter(QuarterlyTable::nonderiv_trans, line);
//   context.read(Element::transaction_shares, row.transaction_shares);
//     TRANS_SHARES 1500, TRANS_SHARES_FN "F1, F2": value 1500, footnotes F1 and F2
//
// 1. An empty cell is an absent field, which may have footnotes all the same.
// 2. A place is the table's file and the line in it: "NONDERIV_TRANS.tsv, line 77".
// 3. A limit that is passed is remembered as the refusal; what follows is read, but not kept.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "filing/field_text.h"
#include "filing/footnote_index.h"
#include "filing/quarterly_date.h"
#include "filing/quarterly_filing.h"

namespace stakebook {

class QuarterlyContext {
 public:
  QuarterlyContext(const QuarterlyIndexes& tables, const ReadLimits& limits, Filing& filing)
      : tables_(tables), limits_(limits), filing_(filing) {}

  OwnershipDocument& document() { return filing_.document; }
  Submission& submission() { return filing_.submission; }
  FootnoteIndex& footnotes() { return footnotes_; }
  const ReadLimits& limits() const { return limits_; }
  const QuarterlyIndex& index(QuarterlyTable table) const {
    return tables_[static_cast<std::size_t>(table)];
  }
  const std::optional<Diagnostic>& refusal() const { return refusal_; }
  // Dates are judged by these from now on.
  void set_witnesses(const YearWitnesses& witnesses) { witnesses_ = witnesses; }

  // Reads the cells of a line, which the next fields are taken from.
  void enter(QuarterlyTable table, const QuarterlyLine& line);
  const QuarterlyHeader& header() const { return index(table_).header; }
  // What the next diagnostics are about.
  void set_row(Table table, std::size_t number) { subject_ = {table, number, Element::unknown}; }
  void set_element(Element element) { subject_.element = element; }
  void leave_row() { subject_ = {}; }

  void say(const char* code, Severity severity, const std::string& message);
  void say_at(std::size_t offset, const char* code, Severity severity, const std::string& message);
  // Where the line being read stands, for say_at().
  std::size_t offset() const { return offset_; }
  void refuse(const std::string& message);

  // The cell of a column, trimmed and as UTF-8; empty where there is no such column.
  std::string_view cell(std::size_t position);
  template <class T>
  void read(Element element, Field<T>& field);
  void read(Element element, Field<std::string>& field, const KnownCodes& known);
  void read_footnote_ids(std::size_t position, std::vector<FootnoteId>& footnotes);
  // The text of a cell that no field takes, under "SUBMISSION/NAME" or "REPORTINGOWNER[2]/NAME".
  void keep_unread(const std::string& column, std::string_view text, std::size_t number);
  // The columns that are not known; `number` is that of the line among the filing's, or 0.
  void keep_unknown_columns(std::size_t number);

 private:
  void interpret_cell(std::string_view text, Field<Date>& field);
  template <class T>
  void interpret_cell(std::string_view text, Field<T>& field);
  std::string place_of(std::size_t offset) const;
  std::string_view as_utf8(std::string_view text);

  const QuarterlyIndexes& tables_;
  const ReadLimits& limits_;
  Filing& filing_;
  std::optional<Diagnostic> refusal_;
  FootnoteIndex footnotes_;
  YearWitnesses witnesses_;
  Subject subject_;
  QuarterlyTable table_ = QuarterlyTable::submission;
  std::size_t offset_ = 0;
  std::vector<std::string_view> cells_;
  std::deque<std::string> converted_;  // cells that were not UTF-8
  std::vector<std::pair<QuarterlyTable, std::size_t>> columns_told_;
};

}  // namespace stakebook
