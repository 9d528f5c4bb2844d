#include "report/page.h"
#include "report/words.h"

namespace stakebook {
namespace {

Node noticed_node(const Noticed& noticed) {
  return Node::object({{"entry", noticed.entry},
                       {"accession_number", text_or_null(noticed.accession)},
                       {"source", noticed.source},
                       {"diagnostic", node_of(noticed.diagnostic)}});
}

Ink ink_of(Severity severity) {
  switch (severity) {
    case Severity::note: return Ink::faint;
    case Severity::warning: return Ink::doubtful;
    case Severity::error: return Ink::bad;
  }
  return Ink::plain;
}

void add_counts(Page& page, const std::vector<Noticed>& noticed) {
  std::int64_t counts[] = {0, 0, 0};
  for (const Noticed& one : noticed) ++counts[static_cast<std::size_t>(one.diagnostic.severity)];
  page.line(counted(std::ssize(noticed), "thing") + " noticed: " + counted(counts[2], "error") +
                ", " + counted(counts[1], "warning") + ", " + counted(counts[0], "note") + '.',
            Ink::faint);
}

Node noticed_list(const std::vector<Noticed>& noticed) {
  Node list = Node::list();
  for (const Noticed& one : noticed) list.add(noticed_node(one));
  return list;
}

// "form4.xml (0001200001-24-000007)"; the path alone where it tells the number.
std::string file_of(const Noticed& noticed) {
  std::string digits = noticed.accession;
  std::erase(digits, '-');
  for (const std::string& number : {noticed.accession, digits}) {
    if (noticed.source.find(number) != std::string::npos) return noticed.source;
  }
  return noticed.source + " (" + noticed.accession + ')';
}

TextTable noticed_table(const std::vector<Noticed>& noticed) {
  TextTable table({{"Entry", Align::right},
                   {"File", Align::left, true, 24},
                   {"Code"},
                   {"Noticed", Align::left, true, 24}});
  for (const Noticed& one : noticed) {
    const Diagnostic& diagnostic = one.diagnostic;
    table.row({std::to_string(one.entry),
               file_of(one),
               {diagnostic.code, ink_of(diagnostic.severity)},
               described(diagnostic)});
  }
  return table;
}

}  // namespace

Node noticed_codes(const std::vector<NoticedCode>& codes) {
  Node list = Node::list();
  for (const NoticedCode& one : codes) {
    list.add(Node::object({{"times", one.times}, {"first", noticed_node(one.first)}}));
  }
  return list;
}

TextTable noticed_codes_table(const std::vector<NoticedCode>& codes) {
  TextTable table({{"Code"}, {"Times", Align::right}, {"The first", Align::left, true, 24}});
  for (const NoticedCode& one : codes) {
    const Diagnostic& diagnostic = one.first.diagnostic;
    table.row({{diagnostic.code, ink_of(diagnostic.severity)},
               grouped(one.times),
               described(diagnostic) + " in " + one.first.source});
  }
  return table;
}

std::string report_noticed(const std::vector<Noticed>& noticed, const ReportOptions& options) {
  if (options.format == Format::json) {
    return json_text(report_node("diagnostics", {{"diagnostics", noticed_list(noticed)}}));
  }
  if (options.format == Format::csv) {
    const Node list = noticed_list(noticed);
    return csv_text({{"entry", "entry"},
                     {"accession_number", "accession_number"},
                     {"source", "source"},
                     {"code", "diagnostic.code"},
                     {"severity", "diagnostic.severity"},
                     {"message", "diagnostic.message"},
                     {"place", "diagnostic.place"}},
                    std::get<Node::Items>(list.value()));
  }
  Page page(options.width, options.colour);
  const TextTable table = noticed_table(noticed);
  if (!table.empty()) {
    page.table(table, 0);
    page.blank();
  }
  add_counts(page, noticed);
  return page.text();
}

}  // namespace stakebook
