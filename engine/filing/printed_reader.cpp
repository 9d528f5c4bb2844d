#include "filing/printed_reader.h"

#include <algorithm>
#include <set>

#include "filing/printed_form.h"
#include "filing/printed_table.h"
#include "filing/readers.h"
#include "value/text.h"

namespace stakebook {
namespace {

constexpr std::size_t head_bytes_max = 64U << 10;
constexpr std::size_t lines_a_row_max = 20;

// False where a table has more rows than the limits allow.
bool read_tables(const PrintedPage& page, const PrintedSections& sections, int last_footnote,
                 const ReadLimits& limits, Filing& filing) {
  const MarkStyle style{!page.marks_stand_out, last_footnote};
  for (const Table table : {Table::non_derivative, Table::derivative}) {
    const PrintedArea lines = table == Table::non_derivative ? sections.table_i : sections.table_ii;
    if (lines.empty()) continue;
    const TableArea area{table, sections.form == 0 ? 4 : sections.form, lines.begin, lines.end};
    const RawTable raw = is_tab_table(page, area)
                             ? read_tab_table(page, area, style, limits.rows_max)
                             : read_column_table(page, area, limits.rows_max);
    if (raw.too_many) return false;
    add_rows(raw, area, style, filing);
  }
  return true;
}

bool is_markup(std::string_view head) {
  for (const std::string_view tag :
       {"<ownershipDocument", "<SEC-HEADER", "<SEC-DOCUMENT", "<html", "<td"}) {
    if (contains_ignoring_case(head, tag)) return true;
  }
  return false;
}

}  // namespace

bool has_text_over(std::size_t text_max, const OwnershipDocument& document) {
  for (const Footnote& footnote : document.footnotes) {
    if (footnote.text.size() > text_max) return true;
  }
  for (const Unread& unread : document.unread) {
    if (unread.text.size() > text_max) return true;
  }
  return document.remarks.value && document.remarks.value->size() > text_max;
}

bool keeps_columns(const Filing& filing) {
  return std::none_of(filing.diagnostics.begin(), filing.diagnostics.end(),
                      [](const Diagnostic& said) { return said.code == "printed-table-unread"; });
}

// EDGAR suspends a filing with a footnote that nothing cites (specification 3.3), so on a printed
// page its mark was lost.
void find_uncited(Filing& filing) {
  std::set<FootnoteId> cited;
  const auto collect = [&](const auto&, const auto& field) {
    cited.insert(field.footnotes.begin(), field.footnotes.end());
  };
  for (const auto* rows : {&filing.document.table_i, &filing.document.table_ii}) {
    for (const Row& row : *rows) {
      for_each_field(row, collect);
      cited.insert(row.transaction_coding_footnotes.begin(),
                   row.transaction_coding_footnotes.end());
    }
  }
  for (const Footnote& footnote : filing.document.footnotes) {
    if (cited.count(footnote.id) != 0) continue;
    filing.diagnostics.push_back({"printed-footnote-uncited", Severity::warning,
                                  "no field that survived cites this footnote", footnote.id});
  }
  for (const FootnoteId& id : cited) {
    if (filing.document.footnote(id) != nullptr) continue;
    filing.diagnostics.push_back({"printed-footnote-missing", Severity::warning,
                                  "a field cites this footnote, which the page does not have", id});
  }
}

bool looks_like_printed_form(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, head_bytes_max);
  return !is_markup(head) && contains_ignoring_case(head, "Name and Address of") &&
         contains_ignoring_case(head, "Issuer Name") &&
         contains_ignoring_case(head, "Reporting Person") &&
         contains_ignoring_case(head, "BENEFICIAL");
}

ReadResult read_printed_text(std::string_view bytes, const ReadLimits& limits) {
  if (bytes.size() > limits.bytes_max) return refused_size("bytes", limits.bytes_max);
  if (is_markup(bytes.substr(0, head_bytes_max))) {
    return refused("printed-form-unrecognised", "this is markup, not the text of a printed form");
  }
  const auto lines = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n')) +
                     static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\r'));
  const std::size_t lines_max = limits.rows_max * lines_a_row_max;
  if (lines > lines_max) return refused_size("lines", lines_max);

  Filing filing;
  filing.format = SourceFormat::printed_text;
  std::string text = utf8_print(bytes, filing.diagnostics);
  const PrintedPage page = printed_page(text);
  const PrintedSections sections = printed_sections(page);
  if (sections.head.end == page.lines.size()) {
    return refused("printed-form-unrecognised",
                   "no box \"1. Name and Address of Reporting Person\": not a Form 3, 4 or 5");
  }
  if (is_old_form(page, sections)) {
    read_old_form(page, sections, std::move(text), filing);
    if (has_text_over(limits.text_max, filing.document)) {
      return refused_size("bytes in one text", limits.text_max);
    }
    return {std::move(filing), std::nullopt};
  }
  read_head(page, sections, filing);
  const int last_footnote = read_footnotes(page, sections, filing);
  if (!read_tables(page, sections, last_footnote, limits, filing)) {
    return refused_size("rows in a table", limits.rows_max);
  }
  read_remarks(page, sections, keeps_columns(filing), filing);
  read_owners(page, sections, filing);
  read_signatures(page, sections, filing);
  find_uncited(filing);
  if (has_text_over(limits.text_max, filing.document)) {
    return refused_size("bytes in one text", limits.text_max);
  }
  return {std::move(filing), std::nullopt};
}

}  // namespace stakebook
