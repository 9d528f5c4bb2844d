#include <algorithm>

#include "report/page.h"
#include "report/reconciled_balance.h"
#include "report/words.h"

namespace stakebook {
namespace {

constexpr std::size_t cause_indent = 4;

// "Only balances that are unexplained are shown".
std::string_view words_of(BalancesShown shown) {
  switch (shown) {
    case BalancesShown::all: return "";
    case BalancesShown::gaps: return "gaps";
    case BalancesShown::unexplained: return "unexplained";
    case BalancesShown::plausible: return "gaps with a plausible cause";
    case BalancesShown::proven: return "gaps with a proven cause";
    case BalancesShown::exact: return "exact or final totals";
    case BalancesShown::open: return "opening statements or not determined";
  }
  return "";
}

Node::Members reconciliation_members(const ReconciledBook& reconciled, BalancesShown shown) {
  Node balances = Node::list();
  for (const ReconciledBalance& balance : reconciled.result.balances) {
    if (is_among(balance, shown)) balances.add(node_of(reconciled.book, balance));
  }
  return {{"balances", std::move(balances)},
          {"table1", node_of(reconciled.result.table_i)},
          {"table2", node_of(reconciled.result.table_ii)}};
}

std::string reconciliation_json(const std::vector<ReconciledBook>& books, BalancesShown shown) {
  Node list = Node::list();
  for (const ReconciledBook& reconciled : books) {
    if (!has_any(reconciled, shown)) continue;
    list.add(book_node(reconciled.book, reconciliation_members(reconciled, shown)));
  }
  return json_text(report_node("reconcile", {{"issuers", std::move(list)}}));
}

// A line of CSV has room for one cause: those that fit best are named together.
Node row_node(const IssuerBook& book, const ReconciledBalance& balance) {
  Node causes = Node::list();
  Node statements = Node::list();
  Node evidence = Node::list();
  Node corrections = Node::list();
  for (const GapCause& cause : balance.causes) {
    if (cause.grade != balance.grade) continue;
    causes.add(code_node(name_of(cause.cause)));
    statements.add(cause.statement);
    for (const FigureReference& reference : cause.evidence) evidence.add(reference.to_text());
    if (!cause.correction) continue;
    corrections.add(reference_of(*cause.correction).to_text() + '=' + cause.correction->value);
  }
  Node row = node_of(book, balance);
  row.add("cause", std::move(causes));
  row.add("statement", std::move(statements));
  row.add("evidence", std::move(evidence));
  row.add("correction", std::move(corrections));
  return book_node(book, {{"row", std::move(row)}});
}

std::string reconciliation_csv(const std::vector<ReconciledBook>& books, BalancesShown shown) {
  std::vector<Node> rows;
  for (const ReconciledBook& reconciled : books) {
    for (const ReconciledBalance& balance : reconciled.result.balances) {
      if (is_among(balance, shown)) rows.push_back(row_node(reconciled.book, balance));
    }
  }
  return csv_text(book_columns({{"holders", "account.holders"},
                                {"table", "account.table"},
                                {"security_title", "account.security_title"},
                                {"ownership", "account.ownership"},
                                {"nature_of_ownership", "account.nature_of_ownership"},
                                {"date", "date"},
                                {"code", "code"},
                                {"before", "before"},
                                {"change", "change"},
                                {"computed", "computed"},
                                {"reported", "reported"},
                                {"gap", "gap"},
                                {"check", "check"},
                                {"cause", "cause"},
                                {"statement", "statement"},
                                {"evidence", "evidence"},
                                {"correction", "correction"},
                                {"grade", "grade"},
                                {"mark", "mark"},
                                {"ref", "ref"}}),
                  rows);
}

// "Table I: 4 of 6 balances checked: 3 exact, 1 unexplained; 2 open an account".
void add_counts(Page& page, std::string_view table, const ReconciliationSummary& counts) {
  if (counts.balances == 0) return;
  std::string line = std::string(table) + ": " + grouped(counts.checked) + " of " +
                     counted(counts.balances, "balance") + " checked";
  std::string_view mark = ": ";
  const std::int64_t chain = counts.exact - counts.final_totals;
  for (const auto& [number, words] : {std::pair(chain, " exact"),
                                      {counts.final_totals, " final totals"},
                                      {counts.proven, " proven"},
                                      {counts.plausible, " plausible"},
                                      {counts.unexplained, " unexplained"}}) {
    if (number == 0) continue;
    line.append(mark).append(grouped(number)).append(words);
    mark = ", ";
  }
  if (counts.first > 0) {
    line += "; " + grouped(counts.first) + (counts.first == 1 ? " opens" : " open") + " an account";
  }
  if (counts.not_determined > 0) line += "; " + grouped(counts.not_determined) + " not determined";
  page.line(line);
}

TextTable new_ledger() {
  return TextTable({{"Date"},
                    {"Code"},
                    {"Change", Align::right},
                    {"Reported", Align::right},
                    {"Computed", Align::right},
                    {"Gap", Align::right},
                    {"Cause", Align::left, true, 14, true},
                    {"Grade"},
                    {"Mark"},
                    {"Says who"}});
}

void add_balance(TextTable& ledger, const IssuerBook& book, const ReconciledBalance& balance) {
  const Event& event = event_of(book, balance);
  const Ink ink = ink_of(balance);
  const bool is_compared = balance.computed && balance.check != Check::opens;
  ledger.row({balance.effective.to_text(),
              event.code == 0 ? std::string(name_of(event.kind)) : std::string(1, event.code),
              event.has_change() ? grouped_change(balance.change) : "",
              {balance.reported ? grouped(balance.reported->amount()) : "", Ink::bold},
              is_compared ? grouped(balance.computed->amount()) : "",
              {balance.is_gap() ? grouped_change(ShareRange::exactly(balance.gap)) : "", ink},
              {balance.causes.empty() ? "" : described(balance.causes), ink},
              {standing_of(balance), ink},
              {mark_of(balance), ink},
              reference_cell(row_reference(balance.source))});
}

std::string listed(const std::vector<FigureReference>& references) {
  std::string text;
  for (const FigureReference& reference : references) {
    text += (text.empty() ? "" : ", ") + reference.to_text();
  }
  return text;
}

void add_cause(TextTable& ledger, const ReconciledBalance& balance, const GapCause& cause) {
  const bool is_first = &cause == &balance.causes.front();
  std::string_view lead = is_first ? "" : "or ";
  if (cause.grade != balance.grade) lead = "less likely: ";
  ledger.note({std::string(lead) + std::string(name_of(cause.cause)) + ", " +
                   std::string(name_of(cause.grade)) + ": " + cause.statement,
               ink_of(balance)},
              cause_indent);
  for (const std::string& quote : cause.quotes) {
    ledger.note({"\u201C" + quote + "\u201D"}, cause_indent + 2);
  }
  if (cause.correction) {
    ledger.note({"Correction: " + reference_of(*cause.correction).to_text() + " to " +
                 cause.correction->value + "; --suggest prints the command"},
                cause_indent + 2);
  }
  if (!cause.evidence.empty()) {
    ledger.note({"Evidence: " + listed(cause.evidence), Ink::faint}, cause_indent + 2);
  }
}

std::string neighbour(std::string_view which, const ReconciledBalance& balance) {
  return std::string(which) + ' ' +
         (balance.reported ? grouped(balance.reported->amount()) : "not stated") + " on " +
         balance.effective.to_text() + ", " + balance.source.to_text();
}

// What stands before and after a balance that is shown without its neighbours.
void add_neighbours(TextTable& ledger, const std::vector<ReconciledBalance>& balances,
                    std::size_t index) {
  const ReconciledBalance& balance = balances[index];
  std::string text;
  if (index > 0 && balances[index - 1].account == balance.account) {
    text = neighbour("Before it:", balances[index - 1]);
  }
  if (index + 1 < balances.size() && balances[index + 1].account == balance.account) {
    text += (text.empty() ? "" : "; ") +
            neighbour(text.empty() ? "After it:" : "after it:", balances[index + 1]);
  }
  if (!text.empty()) ledger.note({text, Ink::faint}, cause_indent);
}

void add_account(Page& page, const IssuerBook& book, const ReconciledBalance& first) {
  const AccountIdentity& identity = account_of(book, first);
  page.heading(described(identity));
  if (!book.owner || identity.holders.size() > 1) {
    page.line("Held by " + names_of(book, identity.holders), Ink::plain, 2);
  }
}

void add_book(Page& page, const ReconciledBook& reconciled, BalancesShown shown) {
  const auto& [book, result] = reconciled;
  add_head(page, "Reconciliation", book);
  if (shown != BalancesShown::all) {
    page.line("Only balances that are " + std::string(words_of(shown)) +
              " are shown; all are counted");
  }
  for (std::size_t i = 0; i < result.balances.size();) {
    const ReconciledBalance& first = result.balances[i];
    TextTable ledger = new_ledger();
    for (; i < result.balances.size() && result.balances[i].account == first.account; ++i) {
      const ReconciledBalance& balance = result.balances[i];
      if (!is_among(balance, shown)) continue;
      add_balance(ledger, book, balance);
      if (balance.in_order_of_filing) {
        ledger.note({"counts on from " + grouped(balance.before) + ", in the order of the filings",
                     Ink::faint},
                    cause_indent);
      } else if (shown != BalancesShown::all) {
        add_neighbours(ledger, result.balances, i);
      }
      for (const GapCause& cause : balance.causes) add_cause(ledger, balance, cause);
    }
    if (ledger.empty()) continue;
    add_account(page, book, first);
    page.table(ledger);
  }
  page.blank();
  add_counts(page, "Table I", result.table_i);
  add_counts(page, "Table II", result.table_ii);
}

}  // namespace

std::string report_reconciliation(const std::vector<ReconciledBook>& books, BalancesShown shown,
                                  const ReportOptions& options) {
  if (options.format == Format::json) return reconciliation_json(books, shown);
  if (options.format == Format::csv) return reconciliation_csv(books, shown);
  if (books.empty()) return nothing_known_page("Reconciliation", options);
  Page page(options.width, options.colour);
  for (const ReconciledBook& reconciled : books) {
    if (has_any(reconciled, shown)) add_book(page, reconciled, shown);
  }
  if (page.text().empty()) {
    page.line("No reported balances are " + std::string(words_of(shown)) + '.');
  } else {
    page.blank();
    page.line(
        "Green: exact, a final total, or a gap with a proven cause. Yellow: plausible cause. Red: "
        "unexplained. Grey: not checked.",
        Ink::faint);
  }
  return page.text();
}

}  // namespace stakebook
