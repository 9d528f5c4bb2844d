// The eight tables of the SEC's quarterly data sets: their names, and what their columns become.
//
//   SUBMISSION  REPORTINGOWNER  NONDERIV_TRANS  NONDERIV_HOLDING  DERIV_TRANS  DERIV_HOLDING
//   FOOTNOTES   OWNER_SIGNATURE
//
// Columns are found by the names in a table's first line, in any order. A column X_FN holds the
// footnotes of column X. docs/reference/quarterly-tables.md lists every column.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "filing/document.h"
#include "filing/element.h"

namespace stakebook {

enum class QuarterlyTable : std::uint8_t {
  submission,
  reporting_owner,
  nonderiv_trans,
  nonderiv_holding,
  deriv_trans,
  deriv_holding,
  footnotes,
  owner_signature,
};
inline constexpr std::size_t quarterly_tables_count = 8;

// "SUBMISSION".
std::string_view name_of(QuarterlyTable table);
// The table that a file holds: its first line has the column that no other table has
// ("FOOTNOTE_ID"), or, where it has none of these, the file has the table's name ("submission.TSV"
// too). nullopt where it is no such table.
std::optional<QuarterlyTable> quarterly_table_of(std::string_view file_name,
                                                 std::string_view bytes);

constexpr bool holds_rows(QuarterlyTable table) {
  return table >= QuarterlyTable::nonderiv_trans && table <= QuarterlyTable::deriv_holding;
}
constexpr Table form_table_of(QuarterlyTable table) {
  return table >= QuarterlyTable::deriv_trans ? Table::derivative : Table::non_derivative;
}
constexpr RowKind row_kind_of(QuarterlyTable table) {
  return table == QuarterlyTable::nonderiv_trans || table == QuarterlyTable::deriv_trans
             ? RowKind::transaction
             : RowKind::holding;
}

// The columns of one table, from its first line. A position counts from 0; `none` where there is
// no such column.
class QuarterlyHeader {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  struct Unknown {
    std::size_t position;
    std::string name;
  };

  QuarterlyHeader() = default;
  QuarterlyHeader(QuarterlyTable table, std::string_view line);

  std::size_t count() const { return count_; }
  std::size_t accession() const { return accession_; }
  std::size_t key() const { return key_; }  // the *_SK of a row
  std::size_t filing_date() const { return filing_date_; }
  std::size_t file_number() const { return file_number_; }
  std::size_t footnote_id() const { return footnote_id_; }
  // The column of an element's value, and of its footnotes.
  std::size_t value(Element element) const { return values_[index(element)]; }
  std::size_t footnotes(Element element) const { return footnotes_[index(element)]; }
  // Columns whose footnotes are transactionCoding's own.
  const std::vector<std::size_t>& coding_footnotes() const { return coding_footnotes_; }
  // Columns that every such table has and this one has not; AFF10B5ONE came later, and its absence
  // says nothing.
  const std::vector<std::string>& missing() const { return missing_; }
  // Columns that no field takes, with their names as typed.
  const std::vector<Unknown>& unknown() const { return unknown_; }

 private:
  static constexpr std::size_t index(Element element) { return static_cast<std::size_t>(element); }
  bool take(QuarterlyTable table, std::string_view name, std::size_t position);
  bool take_footnotes(QuarterlyTable table, std::string_view base, std::size_t position);
  void list_missing(QuarterlyTable table);

  std::size_t count_ = 0;
  std::size_t accession_ = none;
  std::size_t key_ = none;
  std::size_t filing_date_ = none;
  std::size_t file_number_ = none;
  std::size_t footnote_id_ = none;
  std::array<std::size_t, element_count> values_ = filled();
  std::array<std::size_t, element_count> footnotes_ = filled();
  std::vector<std::size_t> coding_footnotes_;
  std::vector<std::string> missing_;
  std::vector<Unknown> unknown_;

  static constexpr std::array<std::size_t, element_count> filled() {
    std::array<std::size_t, element_count> result{};
    for (std::size_t& position : result) position = none;
    return result;
  }
};

// The first line, without a byte order mark. `end` gets the place of the next line.
std::string_view header_line_of(std::string_view bytes, std::size_t& end);
// A line's cells into `cells`, in their order; a carriage return at its end is not of the line.
void split_cells(std::string_view line, std::vector<std::string_view>& cells);

}  // namespace stakebook
