#include "report/page.h"
#include "report/words.h"

namespace stakebook {
namespace {

Node step_node(const ExplanationStep& step) {
  Node fields = Node::list();
  for (const auto& [name, text] : step.fields) {
    fields.add(Node::object({{"name", name}, {"text", text}}));
  }
  Node footnotes = Node::list();
  for (const Footnote& footnote : step.footnotes) {
    footnotes.add(Node::object({{"id", footnote.id}, {"text", footnote.text}}));
  }
  Node quotes = Node::list();
  for (const std::string& quote : step.quotes) quotes.add(quote);
  return Node::object({{"depth", step.depth},
                       {"statement", step.statement},
                       {"rule", text_or_null(step.rule)},
                       {"grade", name_of(step.grade)},
                       {"ref", step.ref.place.entry == 0 ? Node() : Node(step.ref.to_text())},
                       {"source", text_or_null(step.source)},
                       {"fields", std::move(fields)},
                       {"footnotes", std::move(footnotes)},
                       {"quotes", std::move(quotes)}});
}

Node steps_node(const Explanation& explanation) {
  Node list = Node::list();
  for (const ExplanationStep& step : explanation.steps) list.add(step_node(step));
  return list;
}

// `source` is what the page named last: a chain within one filing names it once.
void add_step(Page& page, const ExplanationStep& step, bool is_first, std::string& source) {
  const auto indent = static_cast<std::size_t>(2 * step.depth);
  std::string line = step.statement;
  if (step.grade != Grade::reported) {
    line += " [" + std::string(name_of(step.grade)) +
            (step.rule.empty() ? "" : ", rule " + step.rule) + ']';
  } else if (!step.rule.empty()) {
    line += " [rule " + step.rule + ']';
  }
  if (!is_first && step.ref.place.entry != 0) line += "  " + step.ref.to_text();
  page.line(line, is_first ? Ink::bold : Ink::plain, indent);
  if (!step.source.empty() && step.source != source) {
    page.line(step.source, Ink::faint, indent + 2);
    source = step.source;
  }
  if (!step.fields.empty()) {
    TextTable table({{"Field"}, {"As filed", Align::left, true, 20}});
    for (const auto& [name, text] : step.fields) table.row({name, text});
    page.table(table, indent + 2);
  }
  for (const Footnote& footnote : step.footnotes) {
    page.line("Footnote " + footnote.id + ": " + footnote.text, Ink::plain, indent + 2);
  }
  for (const std::string& quote : step.quotes) {
    page.line("\u201C" + quote + "\u201D", Ink::good, indent + 2);
  }
}

}  // namespace

std::string report_explanation(const Explanation& explanation, const ReportOptions& options) {
  if (options.format == Format::json) {
    return json_text(report_node(
        "explain", {{"ref", explanation.ref.to_text()}, {"steps", steps_node(explanation)}}));
  }
  if (options.format == Format::csv) {
    const Node steps = steps_node(explanation);
    return csv_text({{"depth", "depth"},
                     {"statement", "statement"},
                     {"rule", "rule"},
                     {"grade", "grade"},
                     {"ref", "ref"},
                     {"source", "source"}},
                    std::get<Node::Items>(steps.value()));
  }
  Page page(options.width, options.colour);
  page.line(explanation.ref.to_text(), Ink::faint);
  std::string source;
  for (const ExplanationStep& step : explanation.steps) {
    add_step(page, step, &step == &explanation.steps.front(), source);
  }
  return page.text();
}

}  // namespace stakebook
