#include <array>

#include "report/page.h"
#include "report/reconciled_balance.h"
#include "report/words.h"

namespace stakebook {
namespace {

using TableCounts = std::array<std::pair<const char*, const ReconciliationSummary*>, 2>;

TableCounts tables_of(const ReconciledIssuer& counts) {
  return {{{"I", &counts.table_i}, {"II", &counts.table_ii}}};
}

ReconciledIssuer total_of(const std::vector<ReconciledIssuer>& issuers) {
  ReconciledIssuer total;
  for (const ReconciledIssuer& issuer : issuers) {
    total.table_i += issuer.table_i;
    total.table_ii += issuer.table_ii;
  }
  return total;
}

std::int64_t number_of(const ReconciliationSummary& counts, Cause cause) {
  const auto found = counts.by_cause.find(cause);
  return found == counts.by_cause.end() ? 0 : found->second;
}

Cell number_cell(std::int64_t number, Ink ink = Ink::plain) {
  return {grouped(number), number == 0 ? Ink::plain : ink};
}

TextTable new_grades() {
  return TextTable({{"Issuer", Align::left, true, 12},
                    {"Table"},
                    {"Checked", Align::right},
                    {"Exact", Align::right},
                    {"Proven", Align::right},
                    {"Plausible", Align::right},
                    {"Unexplained", Align::right},
                    {"First", Align::right},
                    {"Not determined", Align::right}});
}

void add_grades(TextTable& grades, const std::string& name, const ReconciledIssuer& issuer) {
  for (const auto& [roman, counts] : tables_of(issuer)) {
    if (counts->balances == 0) continue;
    grades.row({name, roman, number_cell(counts->checked), number_cell(counts->exact, Ink::good),
                number_cell(counts->proven, Ink::good),
                number_cell(counts->plausible, Ink::doubtful),
                number_cell(counts->unexplained, Ink::bad), number_cell(counts->first),
                number_cell(counts->not_determined)});
  }
}

void add_causes(TextTable& causes, const std::string& name, const ReconciledIssuer& issuer) {
  const auto add = [&](std::string_view cause, std::int64_t table_i, std::int64_t table_ii) {
    if (table_i + table_ii == 0) return;
    causes.row({name, cause, number_cell(table_i), number_cell(table_ii)});
  };
  for (const Cause cause : all_causes()) {
    add(name_of(cause), number_of(issuer.table_i, cause), number_of(issuer.table_ii, cause));
  }
  add("unexplained", issuer.table_i.unexplained, issuer.table_ii.unexplained);
}

// In tenths of a percent, rounded down: all is 100.0% only where it is all.
std::string share_of(std::int64_t part, std::int64_t whole) {
  const std::int64_t tenths = part * 1000 / whole;
  return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10) + '%';
}

void add_shares(Page& page, const ReconciledIssuer& total) {
  for (const auto& [roman, counts] : tables_of(total)) {
    if (counts->checked == 0) continue;
    page.line("Table " + std::string(roman) + ": " +
              share_of(counts->exact + counts->proven, counts->checked) + " exact or proven, " +
              share_of(counts->unexplained, counts->checked) + " unexplained of " +
              grouped(counts->checked) + " checked");
  }
}

std::string summary_json(const std::vector<ReconciledIssuer>& issuers) {
  Node list = Node::list();
  for (const ReconciledIssuer& issuer : issuers) {
    list.add(Node::object({{"issuer", node_of(issuer.issuer)},
                           {"table1", node_of(issuer.table_i)},
                           {"table2", node_of(issuer.table_ii)}}));
  }
  const ReconciledIssuer total = total_of(issuers);
  return json_text(report_node("reconcile-summary", {{"issuers", std::move(list)},
                                                     {"table1", node_of(total.table_i)},
                                                     {"table2", node_of(total.table_ii)}}));
}

std::string summary_csv(const std::vector<ReconciledIssuer>& issuers) {
  std::vector<Node> rows;
  for (const ReconciledIssuer& issuer : issuers) {
    for (const auto& [roman, counts] : tables_of(issuer)) {
      rows.push_back(Node::object(
          {{"issuer", node_of(issuer.issuer)}, {"table", roman}, {"counts", node_of(*counts)}}));
    }
  }
  std::vector<CsvColumn> columns = {
      {"issuer_cik", "issuer.cik"}, {"issuer_name", "issuer.name"}, {"table", "table"}};
  for (const char* count : {"balances", "first", "checked", "exact", "final_totals", "proven",
                            "plausible", "unexplained", "not_determined"}) {
    columns.push_back({count, std::string("counts.") + count});
  }
  for (const Cause cause : all_causes()) {
    const std::string code = code_of(name_of(cause));
    columns.push_back({"by_" + code, "counts.by_cause." + code});
  }
  return csv_text(columns, rows);
}

}  // namespace

std::string report_reconciliation_summary(const std::vector<ReconciledIssuer>& issuers,
                                          const ReportOptions& options) {
  if (options.format == Format::json) return summary_json(issuers);
  if (options.format == Format::csv) return summary_csv(issuers);
  Page page(options.width, options.colour);
  page.title("Reported balances against the replay");
  page.blank();
  TextTable grades = new_grades();
  TextTable causes({{"Issuer", Align::left, true, 12},
                    {"Cause"},
                    {"Table I", Align::right},
                    {"Table II", Align::right}});
  for (const ReconciledIssuer& issuer : issuers) {
    add_grades(grades, printable(issuer.issuer.name), issuer);
    add_causes(causes, printable(issuer.issuer.name), issuer);
  }
  const ReconciledIssuer total = total_of(issuers);
  if (issuers.size() > 1) {
    const std::string name = "All " + counted(std::ssize(issuers), "issuer");
    add_grades(grades, name, total);
    add_causes(causes, name, total);
  }
  if (grades.empty()) page.line("No balance was reported that is known.");
  page.table(grades);
  if (!causes.empty()) page.heading("Gaps by cause");
  page.table(causes);
  page.blank();
  add_shares(page, total);
  page.line(
      "A balance is checked where a balance before it in its account is known: it is exact where "
      "it chains with that, or is the total after all rows of its filing and day; else there is a "
      "gap, proven, plausible or unexplained by the grade of its cause.",
      Ink::faint);
  return page.text();
}

}  // namespace stakebook
