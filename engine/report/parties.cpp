#include "report/page.h"
#include "report/words.h"

namespace stakebook {
namespace {

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : "; ") + name;
  return text;
}

const char* name_of(MergedBy by) {
  switch (by) {
    case MergedBy::name: return "name";
    case MergedBy::number: return "number";
    case MergedBy::record: return "record";
  }
  return "";
}

Node merged_node(const MergedParty& merged) {
  const bool by_record = merged.by == MergedBy::record;
  return Node::object({{"party", merged.id},
                       {"name", merged.name},
                       {"by", code_node(name_of(merged.by))},
                       {"ref", by_record ? Node(std::to_string(merged.record)) : Node()}});
}

Node party_node(const Party& party) {
  Node node = node_of(party);
  Node names = Node::list();
  for (const std::string& name : party.other_names) names.add(name);
  node.add("other_names", std::move(names));
  node.add("filings", party.filings);
  Node list = Node::list();
  for (const MergedParty& merged : party.merged) list.add(merged_node(merged));
  node.add("merged", std::move(list));
  return node;
}

// "FOSTER MATTHEW (no CIK), merged by name": a record's reference where one says so.
std::string merge_text(const MergedParty& merged) {
  std::string text = printable(merged.name) + " (no CIK), merged by ";
  if (merged.by == MergedBy::number) return text + "name and accession number";
  text += name_of(merged.by);
  return merged.by == MergedBy::record ? text + ' ' + std::to_string(merged.record) : text;
}

std::string merged_names(const Party& party) {
  std::vector<std::string> texts;
  for (const MergedParty& merged : party.merged) texts.push_back(merge_text(merged));
  return joined(texts);
}

std::string also_named(const Party& party) {
  std::vector<std::string> names = party.other_names;
  for (const MergedParty& merged : party.merged) names.push_back("also " + merge_text(merged));
  return joined(names);
}

}  // namespace

std::string report_parties(const std::vector<Party>& parties, bool issuers,
                           const ReportOptions& options) {
  const char* name = issuers ? "issuers" : "owners";
  if (options.format == Format::json) {
    Node list = Node::list();
    for (const Party& party : parties) list.add(party_node(party));
    return json_text(report_node(name, {{name, std::move(list)}}));
  }
  if (options.format == Format::csv) {
    std::vector<Node> rows;
    for (const Party& party : parties) {
      rows.push_back(party_node(party));
      rows.back().add("merged_names", merged_names(party));
    }
    std::vector<CsvColumn> columns = {{"party", "party"}, {"cik", "cik"}, {"name", "name"}};
    if (issuers) columns.push_back({"trading_symbol", "trading_symbol"});
    columns.push_back({"other_names", "other_names"});
    columns.push_back({"filings", "filings"});
    columns.push_back({"merged", "merged_names"});
    return csv_text(columns, rows);
  }
  Page page(options.width, options.colour);
  TextTable table({{issuers ? "Issuer" : "Owner", Align::left, true, 16},
                   {"Symbol"},
                   {"CIK"},
                   {"Filings", Align::right},
                   {"Also named", Align::left, true, 16}});
  for (const Party& party : parties) {
    table.row({party.name.empty() ? Cell("not named", Ink::faint) : Cell(party.name, Ink::bold),
               party.trading_symbol,
               party.cik ? party.cik->to_text() : "#" + std::to_string(party.id),
               grouped(party.filings),
               {also_named(party), Ink::faint}});
  }
  page.table(table, 0);
  page.blank();
  page.line(counted(std::ssize(parties), issuers ? "issuer" : "owner"), Ink::faint);
  return page.text();
}

}  // namespace stakebook
