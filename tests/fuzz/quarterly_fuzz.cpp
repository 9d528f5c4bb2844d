// The eight tables, one after the other, a form feed between them; a table that is empty is absent.
#include "filing/quarterly_tables.h"
#include "reader_fuzz.h"

namespace {

using namespace stakebook;

QuarterlyBytes tables_in(std::string_view bytes) {
  QuarterlyBytes tables;
  for (std::size_t i = 0; i < quarterly_tables_count; ++i) {
    const std::size_t end = bytes.find('\f');
    const std::string_view table = bytes.substr(0, end);
    if (!table.empty()) tables.tables[i] = table;
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
  }
  return tables;
}

void check_tables(std::string_view bytes, const ReadLimits& limits) {
  const QuarterlyTables tables(tables_in(bytes), limits);
  require(!tables.refusal() || tables.filings() == 0);
  for (const QuarterlySetAside& one : tables.set_aside()) {
    require(!one.reason.code.empty() && !one.reason.message.empty());
  }
  for (std::size_t i = 0; i < tables.filings(); ++i) {
    require(tables.line_of(i) > 1 && (i == 0 || tables.line_of(i) > tables.line_of(i - 1)));
    const ReadResult result = tables.read(i);
    check_answer(result);
    require(!result.filing || result.filing->submission.accession.has_value());
    require(!result.filing || result.filing->diagnostics.size() <= limits.findings_max);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check_tables(bytes, {});
  check_tables(bytes, fuzz_limits());
  return 0;
}
