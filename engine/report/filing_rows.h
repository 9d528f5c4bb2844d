// The rows of filings as they were filed, for analysts: one line a row of Table I or II.
//
//   FilingRows rows(Format::csv);
//   out << rows.head();
//   ledger.for_each_filing({.owner = "Lindqvist"}, "", [&](Claim&& claim) {
//     out << rows.of(claim);
//     return true;
//   });
//   out << rows.foot();
//
// 1. What was filed and nothing else: no record corrects it, no amendment replaces it.
// 2. Amounts are exact decimals in their shortest form; what was typed stands in as_filed where it
//    is another text. docs/reference/json.md tells every field.
// 3. JSON is one document with a row a line. Only the filing at hand is held in memory.
#pragma once

#include <cstdint>
#include <string>

#include "journal/claim.h"
#include "report/report.h"

namespace stakebook {

class FilingRows {
 public:
  // csv or json.
  explicit FilingRows(Format format) : json_(format == Format::json) {}

  std::string head() const;
  // The rows of a claim that is a filing.
  std::string of(const Claim& claim);
  std::string foot() const;

  std::int64_t rows() const { return rows_; }
  std::int64_t filings() const { return filings_; }
  // Filings that have no row in either table, and so no line.
  std::int64_t filings_without_rows() const { return filings_without_rows_; }

 private:
  bool json_;
  std::int64_t rows_ = 0;
  std::int64_t filings_ = 0;
  std::int64_t filings_without_rows_ = 0;
};

}  // namespace stakebook
