// A filing out of the tables, exactly as it was appended.
//
// What is stored is not trusted: a text that is not canonical, a position that is missing, a place
// or a name that does not exist is Error(damaged) with the entry and the column, so that no change
// of a cell reads as the filing that was appended.
#pragma once

#include <cstdint>
#include <string_view>

#include "filing/filing.h"
#include "journal/sqlite.h"

namespace stakebook {

class FilingReader {
 public:
  explicit FilingReader(Database& database);

  Filing read(std::int64_t entry);

 private:
  // Reads the fields of the current row of a statement, one column after the other.
  class FieldColumns;

  void read_head(Filing& filing);
  void read_edgar_owners(Submission& submission);
  void read_owners(OwnershipDocument& document);
  void read_rows(OwnershipDocument& document);
  void read_footnotes(OwnershipDocument& document);
  void read_signatures(OwnershipDocument& document);
  void read_unread(OwnershipDocument& document);
  void read_diagnostics(Diagnostics& diagnostics);
  void apply_as_filed(OwnershipDocument& document);
  void apply_citations(OwnershipDocument& document);

  // Column 0 of the current row: the next position, counted from 1.
  void require_position(const Statement& statement, std::size_t held_before,
                        std::string_view table);
  [[noreturn]] void damaged(std::string_view what) const;

  const Database& database_;
  std::int64_t entry_ = 0;
  Statement select_filing_;
  Statement select_edgar_owners_;
  Statement select_owners_;
  Statement select_rows_;
  Statement select_footnotes_;
  Statement select_citations_;
  Statement select_as_filed_;
  Statement select_signatures_;
  Statement select_unread_;
  Statement select_diagnostics_;
};

// "entry 12: <what>", Error(damaged).
[[noreturn]] void fail_damaged(const Database& database, std::int64_t entry, std::string_view what);

// The exact reverse of to_text(): nullopt where to_text() of the value is not `text`.
template <class T>
std::optional<T> parse_canonical(std::string_view text) {
  std::optional<T> value = T::parse(text);
  if (value && value->to_text() != text) value.reset();
  return value;
}

}  // namespace stakebook
