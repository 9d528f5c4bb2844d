// A filing into the tables. The reverse is filing_reader.h; together they lose nothing.
//
//   <transactionShares><value>1,500</value><footnoteId id="F1"/></transactionShares>
//     row.transaction_shares NULL (it is not a decimal), as_filed given '1,500', citation 1 'F1'
//
// 1. A column holds the canonical text of a field's value; NULL where it is absent, '' where it is
//    empty, NULL where it was given but has no value.
// 2. as_filed holds a row for every field that its column alone does not say whole.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "filing/filing.h"
#include "journal/sqlite.h"

namespace stakebook {

class FilingWriter {
 public:
  explicit FilingWriter(Database& database);

  void write(std::int64_t entry, const Filing& filing);

 private:
  // Binds a record's fields, one parameter after the other.
  class FieldBinder;

  // Keeps a text alive until its row is written.
  std::string_view held(std::string text);
  std::string_view column_text(const std::string& value) { return value; }
  std::string_view column_text(bool value) { return value ? "1" : "0"; }
  template <class T>
  std::string_view column_text(const T& value) {
    return held(value.to_text());
  }
  template <class T>
  void bind_optional(Statement& statement, int parameter, const std::optional<T>& value);

  void write_head(const Filing& filing);
  void write_owners(const OwnershipDocument& document);
  void write_rows(const std::vector<Row>& rows, std::string_view part);
  void write_texts(const OwnershipDocument& document);
  void write_diagnostics(const Diagnostics& diagnostics);
  void write_citations(std::string_view place, std::string_view field,
                       const std::vector<FootnoteId>& footnotes);
  void write_as_filed(std::string_view place, std::string_view field, Presence presence,
                      const std::string& text);

  std::int64_t entry_ = 0;
  std::array<std::string, 32> held_;
  std::size_t held_count_ = 0;

  Statement insert_filing_;
  Statement insert_edgar_owner_;
  Statement insert_owner_;
  Statement insert_row_;
  Statement insert_footnote_;
  Statement insert_citation_;
  Statement insert_as_filed_;
  Statement insert_signature_;
  Statement insert_unread_;
  Statement insert_diagnostic_;
};

}  // namespace stakebook
