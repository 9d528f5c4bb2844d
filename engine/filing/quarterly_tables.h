// The SEC's quarterly Insider Transactions Data Sets: eight tab-separated tables, as filings.
//
//   QuarterlyTables tables({.bytes = {submission, reporting_owner, ...}});
//   for (std::size_t i = 0; i < tables.filings(); ++i) tables.read(i).filing ...
//
// 1. The tables' bytes are not copied and must stay: an index of their lines, by accession number,
//    is all that is held beside them (32 bytes a line).
// 2. Filings come in the order of SUBMISSION; rows of a filing in the order of their *_SK.
// 3. Every line is of a filing, or set aside with its table, its line and the reason.
// 4. read() may be called by several threads. It never throws for any bytes.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "filing/quarterly_columns.h"
#include "filing/reader.h"

namespace stakebook {

// Absent: there is no such file.
struct QuarterlyBytes {
  std::array<std::optional<std::string_view>, quarterly_tables_count> tables = {};

  std::optional<std::string_view>& operator[](QuarterlyTable table) {
    return tables[static_cast<std::size_t>(table)];
  }
};

// A line that belongs to no filing, or the whole table where `line` is 0.
struct QuarterlySetAside {
  QuarterlyTable table = QuarterlyTable::submission;
  std::size_t line = 0;  // from 1
  Diagnostic reason;
};

// A data line of a table.
struct QuarterlyLine {
  AccessionNumber accession;
  std::uint64_t key = 0;  // the *_SK of a row
  std::size_t offset = 0;
  std::uint32_t number = 0;
};

// One table and where its filings' lines stand in it.
struct QuarterlyIndex {
  std::string_view bytes;
  QuarterlyHeader header;
  bool present = false;              // there, with a column of accession numbers
  std::vector<QuarterlyLine> lines;  // by accession number, then key; of SUBMISSION in file order
  // Lines that name a filing and cannot be read, by accession number.
  std::vector<QuarterlyLine> unreadable;

  // Those of `lines` or `unreadable` that are of one filing.
  static std::span<const QuarterlyLine> of(const std::vector<QuarterlyLine>& lines,
                                           AccessionNumber accession);
  std::string_view text_of(const QuarterlyLine& line) const {
    return bytes.substr(line.offset, bytes.find('\n', line.offset) - line.offset);
  }
};

class QuarterlyTables {
 public:
  // The key of a row whose *_SK is no number: such rows come last, in file order.
  static constexpr std::uint64_t no_key = UINT64_MAX;

  explicit QuarterlyTables(const QuarterlyBytes& bytes, const ReadLimits& limits = {});

  // Why no filing can be read at all: one of the six tables of submissions, owners and rows is not
  // there, or has no column of accession numbers. Then there are no filings.
  const std::optional<Diagnostic>& refusal() const { return refusal_; }
  std::size_t filings() const;
  // Where in SUBMISSION a filing's line stands, from 1.
  std::size_t line_of(std::size_t position) const;
  // Cost: the lines of the filing, and a search in each table.
  ReadResult read(std::size_t position) const;
  const std::vector<QuarterlySetAside>& set_aside() const { return set_aside_; }

 private:
  using Accessions = std::vector<AccessionNumber>;

  void require_tables();
  void index_table(QuarterlyTable table, std::string_view bytes);
  void index_line(QuarterlyTable table, QuarterlyIndex& index, std::string_view line,
                  std::size_t offset, std::uint32_t number);
  void drop_repeated_filings();
  void drop_repeated_rows(QuarterlyTable table);
  void drop_orphans(QuarterlyTable table, const Accessions& filed);
  void put_aside(QuarterlyTable table, std::size_t line, const char* code, std::string message);
  void summarise_set_aside();

  ReadLimits limits_;
  std::array<QuarterlyIndex, quarterly_tables_count> tables_;
  std::optional<Diagnostic> refusal_;
  std::vector<QuarterlySetAside> set_aside_;
  std::array<std::size_t, quarterly_tables_count> put_aside_ = {};  // told, up to findings_max
  std::vector<std::string_view> cells_;
};

}  // namespace stakebook
