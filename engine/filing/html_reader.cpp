#include "filing/html_reader.h"

#include "filing/html_form.h"
#include "filing/printed_form.h"
#include "filing/printed_page.h"
#include "filing/readers.h"
#include "value/text.h"

namespace stakebook {
namespace {

constexpr std::size_t head_bytes_max = 64U << 10;
constexpr std::size_t nodes_a_row = 30;
constexpr int levels_an_element = 4;  // tables within tables, each with rows, cells and fonts

bool is_form(const HtmlPage& page) {
  const std::size_t all = page.lines().size();
  return find_label(page, {"Name and Address of Reporting"}) != all &&
         find_label(page, {"Issuer Name"}) != all && find_line(page, "Title of Security") != all;
}

// What no page shows; one diagnostic for all of it.
void say_what_is_absent(Filing& filing) {
  const OwnershipDocument& document = filing.document;
  std::string names = "schema_version";
  if (!document.issuer.issuer_cik.has_value()) names += ", issuer_cik";
  for (std::size_t i = 0; i < document.reporting_owners.size(); ++i) {
    if (document.reporting_owners[i].rpt_owner_cik.has_value()) continue;
    names += ", rpt_owner_cik of owner " + std::to_string(i + 1);
  }
  filing.diagnostics.push_back(
      {"printed-field-absent", Severity::note, "the page does not hold: " + names, ""});
}

}  // namespace

bool looks_like_html_form(std::string_view text) {
  const std::string_view head = text.substr(0, head_bytes_max);
  const std::string_view start = trimmed(without_byte_order_mark(head));
  return start.starts_with('<') &&
         (contains_ignoring_case(head, "<html") || contains_ignoring_case(head, "<table")) &&
         contains_ignoring_case(head, "Reporting") && contains_ignoring_case(head, "Issuer") &&
         contains_ignoring_case(head, "BENEFICIAL");
}

ReadResult read_printed_html(std::string_view bytes, const ReadLimits& limits) {
  if (bytes.size() > limits.bytes_max) return refused_size("bytes", limits.bytes_max);
  Filing filing;
  filing.format = SourceFormat::printed_html;
  const std::string text = utf8_print(bytes, filing.diagnostics);
  const HtmlLimits tree_limits{limits.depth_max * levels_an_element, limits.rows_max * nodes_a_row};
  auto tree = html_tree(text, tree_limits);
  if (!tree) {
    return refused_size("elements, or more levels of them", tree_limits.nodes_max);
  }
  const HtmlPage page(*std::move(tree));
  if (!is_form(page)) return refused_as("a web page, not a filing");
  const int form = read_html_head(page, filing);
  read_html_owners(page, filing);
  if (!read_html_tables(page, form == 0 ? 4 : form, limits.rows_max, filing)) {
    return refused_size("rows in a table", limits.rows_max);
  }
  read_html_notes(page, filing);
  read_html_signatures(page, filing);
  find_uncited(filing);
  say_what_is_absent(filing);
  if (has_text_over(limits.text_max, filing.document)) {
    return refused_size("bytes in one text", limits.text_max);
  }
  return {std::move(filing), std::nullopt};
}

}  // namespace stakebook
