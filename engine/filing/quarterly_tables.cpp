#include "filing/quarterly_tables.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "filing/quarterly_filing.h"
#include "value/text.h"

namespace stakebook {
namespace {

constexpr auto lines_max = std::numeric_limits<std::uint32_t>::max();

bool is_before(const QuarterlyLine& a, const QuarterlyLine& b) {
  return a.accession != b.accession ? a.accession < b.accession : a.key < b.key;
}

std::string_view cell_at(const std::vector<std::string_view>& cells, std::size_t position) {
  return position < cells.size() ? trimmed(cells[position]) : std::string_view();
}

std::uint64_t key_from(std::string_view text) {
  constexpr std::size_t digits_max = 18;
  if (text.empty() || text.size() > digits_max) return QuarterlyTables::no_key;
  std::uint64_t key = 0;
  for (const char c : text) {
    if (!is_digit(c)) return QuarterlyTables::no_key;
    key = key * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return key;
}

std::string counted(std::size_t count, const char* what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

}  // namespace

std::span<const QuarterlyLine> QuarterlyIndex::of(const std::vector<QuarterlyLine>& lines,
                                                  AccessionNumber accession) {
  const auto first = std::lower_bound(
      lines.begin(), lines.end(), accession,
      [](const QuarterlyLine& line, AccessionNumber sought) { return line.accession < sought; });
  auto last = first;
  while (last != lines.end() && last->accession == accession) ++last;
  return {first, last};
}

QuarterlyTables::QuarterlyTables(const QuarterlyBytes& bytes, const ReadLimits& limits)
    : limits_(limits) {
  for (std::size_t i = 0; i < quarterly_tables_count; ++i) {
    if (bytes.tables[i]) index_table(static_cast<QuarterlyTable>(i), *bytes.tables[i]);
  }
  require_tables();
  if (refusal_) return;
  drop_repeated_filings();
  Accessions filed;
  for (const QuarterlyLine& line : tables_[0].lines) filed.push_back(line.accession);
  std::sort(filed.begin(), filed.end());
  for (std::size_t i = 1; i < quarterly_tables_count; ++i) {
    const auto table = static_cast<QuarterlyTable>(i);
    std::stable_sort(tables_[i].lines.begin(), tables_[i].lines.end(), is_before);
    drop_orphans(table, filed);
    drop_repeated_rows(table);
  }
  for (QuarterlyIndex& index : tables_) {
    std::stable_sort(index.unreadable.begin(), index.unreadable.end(), is_before);
  }
  summarise_set_aside();
}

std::size_t QuarterlyTables::filings() const { return tables_[0].lines.size(); }

std::size_t QuarterlyTables::line_of(std::size_t position) const {
  return tables_[0].lines[position].number;
}

ReadResult QuarterlyTables::read(std::size_t position) const {
  return read_quarterly_filing(tables_, tables_[0].lines[position], limits_);
}

// Without footnotes or signatures a filing says less; without owners or rows it says another thing.
void QuarterlyTables::require_tables() {
  std::string missing;
  for (std::size_t i = 0; i <= static_cast<std::size_t>(QuarterlyTable::deriv_holding); ++i) {
    if (tables_[i].present) continue;
    missing.append(missing.empty() ? "" : ", ").append(name_of(static_cast<QuarterlyTable>(i)));
  }
  if (missing.empty()) return;
  refusal_ = {"tables-incomplete",
              Severity::error,
              "these tables are not there, or have no column ACCESSION_NUMBER: " + missing +
                  "; without them the filings would lack rows, so none is read; import the SEC's "
                  "zip itself, or all eight tables out of it in one folder",
              {}};
  for (QuarterlyIndex& index : tables_) index.lines.clear();
}

void QuarterlyTables::index_table(QuarterlyTable table, std::string_view bytes) {
  QuarterlyIndex& index = tables_[static_cast<std::size_t>(table)];
  index.bytes = bytes;
  std::size_t at = 0;
  index.header = QuarterlyHeader(table, header_line_of(bytes, at));
  index.present = index.header.accession() != QuarterlyHeader::none;
  if (!index.present) {
    return put_aside(table, 1, "tables-column-missing",
                     "the table has no column ACCESSION_NUMBER, so its lines are of no filing");
  }
  const bool is_cut = at >= bytes.size() && !bytes.ends_with('\n');
  if (is_cut && !index.header.missing().empty()) {
    index.present = false;
    return put_aside(table, 1, "tables-column-missing",
                     "the table ends in the midst of its first line, so its lines are lost");
  }
  std::uint32_t number = 1;
  while (at < bytes.size() && number < lines_max) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    index_line(table, index, bytes.substr(at, end - at), at, ++number);
    at = end + 1;
  }
}

void QuarterlyTables::index_line(QuarterlyTable table, QuarterlyIndex& index, std::string_view line,
                                 std::size_t offset, std::uint32_t number) {
  if (line.empty() || line == "\r") return;
  split_cells(line, cells_);
  const auto accession = AccessionNumber::parse(cell_at(cells_, index.header.accession()));
  const char* code = nullptr;
  std::string message;
  if (cells_.size() != index.header.count()) {
    code = "tables-line-uneven";
    message = "the line has " + counted(cells_.size(), "column") + ", the table's first line " +
              std::to_string(index.header.count());
  } else if (line.find('\0') != nowhere) {
    code = "not-text";
    message = "the line holds a zero byte, so it is no text";
  } else if (!accession) {
    code = "tables-accession-unreadable";
    message = "the line has no accession number of eighteen digits, so it is of no filing";
  }
  if (code != nullptr) {
    if (accession) index.unreadable.push_back({*accession, 0, offset, number});
    return put_aside(table, number, code, std::move(message));
  }
  const std::uint64_t key = index.header.key() == QuarterlyHeader::none
                                ? (holds_rows(table) ? no_key : 0)
                                : key_from(trimmed(cells_[index.header.key()]));
  index.lines.push_back({*accession, key, offset, number});
}

// The first line of an accession number is the filing.
void QuarterlyTables::drop_repeated_filings() {
  QuarterlyIndex& index = tables_[0];
  std::vector<const QuarterlyLine*> order;
  for (const QuarterlyLine& line : index.lines) order.push_back(&line);
  std::stable_sort(order.begin(), order.end(), [](const QuarterlyLine* a, const QuarterlyLine* b) {
    return a->accession < b->accession;
  });
  std::vector<std::uint32_t> repeated;
  const QuarterlyLine* first = nullptr;
  for (const QuarterlyLine* line : order) {
    if (first == nullptr || first->accession != line->accession) {
      first = line;
      continue;
    }
    repeated.push_back(line->number);
    const bool same = index.text_of(*first) == index.text_of(*line);
    put_aside(QuarterlyTable::submission, line->number, "tables-line-repeated",
              std::string(same ? "the same line" : "another line of the same accession number") +
                  " stands on line " + std::to_string(first->number) + ", which counts");
  }
  std::sort(repeated.begin(), repeated.end());
  std::erase_if(index.lines, [&](const QuarterlyLine& line) {
    return std::binary_search(repeated.begin(), repeated.end(), line.number);
  });
}

// The same key and the same bytes: one row that was written twice, as when files are joined.
void QuarterlyTables::drop_repeated_rows(QuarterlyTable table) {
  if (!holds_rows(table)) return;
  QuarterlyIndex& index = tables_[static_cast<std::size_t>(table)];
  const QuarterlyLine* first = nullptr;
  std::vector<QuarterlyLine> kept;
  kept.reserve(index.lines.size());
  for (const QuarterlyLine& line : index.lines) {
    const bool repeats = first != nullptr && line.key != no_key && first->key == line.key &&
                         first->accession == line.accession &&
                         index.text_of(*first) == index.text_of(line);
    if (!repeats) {
      kept.push_back(line);
      first = &line;
      continue;
    }
    put_aside(table, line.number, "tables-line-repeated",
              "the same line stands on line " + std::to_string(first->number) + ", which counts");
  }
  index.lines = std::move(kept);
}

void QuarterlyTables::drop_orphans(QuarterlyTable table, const Accessions& filed) {
  QuarterlyIndex& index = tables_[static_cast<std::size_t>(table)];
  const auto is_filed = [&](const QuarterlyLine& line) {
    return std::binary_search(filed.begin(), filed.end(), line.accession);
  };
  for (std::size_t i = 0; i < index.lines.size();) {
    const QuarterlyLine& first = index.lines[i];
    std::size_t end = i;
    std::uint32_t line = first.number;
    while (end < index.lines.size() && index.lines[end].accession == first.accession) {
      line = std::min(line, index.lines[end++].number);
    }
    if (!is_filed(first)) {
      put_aside(table, line, "tables-rows-orphaned",
                "SUBMISSION has no readable line of " + first.accession.to_text() + ", of which " +
                    counted(end - i, "line") + " of this table speak" + (end - i == 1 ? "s" : ""));
    }
    i = end;
  }
  std::erase_if(index.lines, [&](const QuarterlyLine& line) { return !is_filed(line); });
}

void QuarterlyTables::put_aside(QuarterlyTable table, std::size_t line, const char* code,
                                std::string message) {
  std::size_t& count = put_aside_[static_cast<std::size_t>(table)];
  if (++count > limits_.findings_max) return;
  set_aside_.push_back({table, line, {code, Severity::error, std::move(message), {}}});
}

void QuarterlyTables::summarise_set_aside() {
  std::stable_sort(set_aside_.begin(), set_aside_.end(),
                   [](const QuarterlySetAside& a, const QuarterlySetAside& b) {
                     return std::make_pair(a.table, a.line) < std::make_pair(b.table, b.line);
                   });
  for (std::size_t i = 0; i < quarterly_tables_count; ++i) {
    if (put_aside_[i] <= limits_.findings_max) continue;
    set_aside_.push_back(
        {static_cast<QuarterlyTable>(i),
         0,
         {"tables-lines-set-aside",
          Severity::error,
          "besides those told, " + counted(put_aside_[i] - limits_.findings_max, "finding") +
              " of this table tell of more lines that are of no filing",
          {}}});
  }
}

}  // namespace stakebook
