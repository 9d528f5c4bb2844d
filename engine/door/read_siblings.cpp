// Tables of the SEC's quarterly data sets, from a folder or an archive, as filings.
#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "door/files.h"
#include "door/read_document.h"
#include "door/sibling_group.h"
#include "door/unpack_budget.h"
#include "filing/quarterly_tables.h"
#include "value/path.h"

namespace stakebook::door {
namespace {

std::string at_line(const std::string& source, std::size_t line) {
  return line == 0 ? source : source + ":" + std::to_string(line);
}

// The tables of one quarter, and how far they have been told.
class Quarter {
 public:
  void take(FoundDocument&& sibling, ReadDocument& result) {
    if (!load(sibling, result)) return;
    const std::string_view name = file_name_of(sibling.source);
    const auto table = quarterly_table_of(name, sibling.bytes);
    if (!table) {
      return set_aside(sibling, result, "not-a-filing",
                       "is none of the eight tables of the SEC's Insider Transactions Data Sets");
    }
    const auto i = static_cast<std::size_t>(*table);
    if (!sources_[i].empty()) {
      return set_aside(sibling, result, "tables-table-repeated",
                       "holds the table " + std::string(stakebook::name_of(*table)) +
                           ", and so does " + sources_[i] +
                           "; put the tables of each quarter into a folder of their own");
    }
    sources_[i] = std::move(sibling.source);
    texts_[i] = std::move(sibling.bytes);
  }

  bool is_empty() const {
    return std::all_of(sources_.begin(), sources_.end(),
                       [](const std::string& source) { return source.empty(); });
  }
  // Whether a table was there and could not be read.
  bool has_obstacle() const { return has_obstacle_; }

  const std::optional<Diagnostic>& read() {
    QuarterlyBytes bytes;
    for (std::size_t i = 0; i < quarterly_tables_count; ++i) {
      if (!sources_[i].empty()) bytes.tables[i] = texts_[i];
    }
    tables_.emplace(bytes);
    return tables_->refusal();
  }

  // Lines that are of no filing.
  std::optional<ReadClaim> next_set_aside() {
    if (next_aside_ == tables_->set_aside().size()) return std::nullopt;
    const QuarterlySetAside& one = tables_->set_aside()[next_aside_++];
    return ReadClaim{at_line(sources_[static_cast<std::size_t>(one.table)], one.line), std::nullopt,
                     one.reason};
  }
  // Those, then the filings, one at a time.
  std::optional<ReadClaim> next() {
    if (auto claim = next_set_aside()) return claim;
    if (next_filing_ == tables_->filings()) return std::nullopt;
    ReadResult result = tables_->read(next_filing_);
    return ReadClaim{at_line(sources_[0], tables_->line_of(next_filing_++)),
                     std::move(result.filing), std::move(result.refusal)};
  }

 private:
  bool load(FoundDocument& sibling, ReadDocument& result) {
    if (sibling.file) {
      FileBytes whole = sibling.file->read(UnpackLimits().sibling_bytes_max);
      sibling.file.reset();
      sibling.bytes = std::move(whole.bytes);
      sibling.obstacle = std::move(whole.obstacle);
    }
    if (!sibling.obstacle) return true;
    has_obstacle_ = true;
    result.claims.push_back(
        {std::move(sibling.source), std::nullopt, *std::move(sibling.obstacle)});
    return false;
  }

  static void set_aside(FoundDocument& sibling, ReadDocument& result, const char* code,
                        std::string message) {
    result.claims.push_back({std::move(sibling.source), std::nullopt,
                             Diagnostic{code, Severity::error, std::move(message), {}}});
  }

  std::array<std::string, quarterly_tables_count> sources_;
  std::array<std::string, quarterly_tables_count> texts_;
  std::optional<QuarterlyTables> tables_;
  std::size_t next_aside_ = 0;
  std::size_t next_filing_ = 0;
  bool has_obstacle_ = false;
};

bool is_description(const FoundDocument& sibling) {
  return describes_tables(file_name_of(sibling.source));
}

}  // namespace

ReadDocument read_siblings(FoundDocument&& group) {
  ReadDocument result;
  const auto quarter = std::make_shared<Quarter>();
  bool any = false;
  for (FoundDocument& sibling : group.siblings) {
    if (is_description(sibling)) continue;
    any = true;
    quarter->take(std::move(sibling), result);
  }
  if (!any) {
    // The tables' description without the tables: documents like any other.
    for (FoundDocument& sibling : group.siblings) {
      ReadDocument one = read_document(std::move(sibling));
      for (ReadClaim& claim : one.claims) result.claims.push_back(std::move(claim));
    }
    return result;
  }
  // Other people's tables with accession numbers: each has its reason, and no set was begun.
  if (quarter->is_empty()) return result;
  std::optional<Diagnostic> refusal = quarter->read();
  if (!refusal && quarter->has_obstacle()) {
    refusal = {"tables-incomplete",
               Severity::error,
               "one of the tables cannot be read, and without it the filings would lack rows; "
               "download the data set again",
               {}};
  }
  if (refusal) {
    while (auto claim = quarter->next_set_aside()) result.claims.push_back(*std::move(claim));
    result.claims.push_back({std::move(group.source), std::nullopt, std::move(refusal)});
    return result;
  }
  result.more = [quarter] { return quarter->next(); };
  return result;
}

}  // namespace stakebook::door
