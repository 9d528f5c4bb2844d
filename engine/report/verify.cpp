#include "report/page.h"
#include "report/words.h"

namespace stakebook {

std::string report_verify(const VerifyReport& report, const ReportOptions& options) {
  Node problems = Node::list();
  for (const std::string& problem : report.problems) {
    problems.add(Node::object({{"problem", problem}}));
  }
  if (options.format == Format::csv) {
    return csv_text({{"problem", "problem"}}, std::get<Node::Items>(problems.value()));
  }
  if (options.format == Format::json) {
    return json_text(report_node("verify", {{"holds", report.problems.empty()},
                                            {"entries", report.entries},
                                            {"rows", report.rows},
                                            {"listings", report.listings},
                                            {"head_hash", report.head_hash},
                                            {"problems", std::move(problems)}}));
  }
  Page page(options.width, options.colour);
  const std::string size = counted(report.entries, "entry") + " with " +
                           counted(report.rows, "row") +
                           (report.listings > 0 ? ", " + counted(report.listings, "listing") : "");
  if (report.problems.empty()) {
    page.line("The ledger holds: " + size + ", every hash follows from the one before.", Ink::good);
  } else {
    page.line("The ledger does not hold: " + counted(std::ssize(report.problems), "problem") +
                  " in " + size + '.',
              Ink::bad);
    for (const std::string& problem : report.problems) page.line("- " + problem, Ink::plain, 2);
  }
  page.line("Last hash: " + report.head_hash, Ink::faint);
  return page.text();
}

namespace {

std::string_view words_of(AppendOutcome outcome) {
  switch (outcome) {
    case AppendOutcome::appended: return "appended";
    case AppendOutcome::held_already: return "held already";
    case AppendOutcome::second_version: return "second version";
  }
  return "";
}

}  // namespace

std::string report_record(const Record& record, const Appended& appended,
                          const ReportOptions& options) {
  const Node node = report_node("record", {{"entry", appended.entry},
                                           {"outcome", code_node(words_of(appended.outcome))},
                                           {"kind", kind_of(record)},
                                           {"effective", record.effective.to_text()},
                                           {"known", record.known.to_text()},
                                           {"author", record.author},
                                           {"reason", record.reason}});
  if (options.format == Format::json) return json_text(node);
  if (options.format == Format::csv) {
    return csv_text({{"entry", "entry"},
                     {"outcome", "outcome"},
                     {"kind", "kind"},
                     {"effective", "effective"},
                     {"known", "known"},
                     {"author", "author"},
                     {"reason", "reason"}},
                    {node});
  }
  Page page(options.width, options.colour);
  page.line("Entry " + std::to_string(appended.entry) + ", " +
            std::string(words_of(appended.outcome)) + ": " + described(record) + ", effective " +
            record.effective.to_text() + ", known from " + record.known.to_text() + '.');
  if (!record.reason.empty()) page.line("Reason: " + record.reason, Ink::faint);
  return page.text();
}

}  // namespace stakebook
