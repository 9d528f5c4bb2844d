#include "report/page.h"
#include "report/words.h"

namespace stakebook {
namespace {

Node party_node(const Party& party) {
  Node node = node_of(party);
  Node names = Node::list();
  for (const std::string& name : party.other_names) names.add(name);
  node.add("other_names", std::move(names));
  node.add("filings", party.filings);
  return node;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : "; ") + name;
  return text;
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
    for (const Party& party : parties) rows.push_back(party_node(party));
    std::vector<CsvColumn> columns = {{"party", "party"}, {"cik", "cik"}, {"name", "name"}};
    if (issuers) columns.push_back({"trading_symbol", "trading_symbol"});
    columns.push_back({"other_names", "other_names"});
    columns.push_back({"filings", "filings"});
    return csv_text(columns, rows);
  }
  Page page(options.width, options.colour);
  TextTable table({{issuers ? "Issuer" : "Owner", Align::left, true, 16},
                   {"Symbol"},
                   {"CIK"},
                   {"Filings", Align::right},
                   {"Also named", Align::left, true, 16}});
  for (const Party& party : parties) {
    table.row({{party.name, Ink::bold},
               party.trading_symbol,
               party.cik ? party.cik->to_text() : "#" + std::to_string(party.id),
               grouped(party.filings),
               {joined(party.other_names), Ink::faint}});
  }
  page.table(table, 0);
  page.blank();
  page.line(counted(std::ssize(parties), issuers ? "issuer" : "owner"), Ink::faint);
  return page.text();
}

}  // namespace stakebook
