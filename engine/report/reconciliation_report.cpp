#include "report/page.h"
#include "report/words.h"

namespace stakebook {
namespace {

const Event& event_of(const IssuerBook& book, const ReconciledBalance& balance) {
  const Account& account = book.book.accounts[static_cast<std::size_t>(balance.account)];
  const Posting& posting = account.postings[static_cast<std::size_t>(balance.posting)];
  return book.history.events[static_cast<std::size_t>(posting.event)];
}

FigureReference reported_reference(const ReconciledBalance& balance) {
  FigureReference reference = row_reference(balance.source);
  if (balance.source.part == Part::table_i || balance.source.part == Part::table_ii) {
    reference.field = "shares_owned_following_transaction";
  }
  return reference;
}

Node causes_node(const ReconciledBalance& balance) {
  Node list = Node::list();
  for (const GapCause& cause : balance.causes) {
    list.add(Node::object({{"cause", code_node(name_of(cause.cause))},
                           {"grade", name_of(cause.grade)},
                           {"statement", cause.statement}}));
  }
  return list;
}

Node balance_node(const IssuerBook& book, const ReconciledBalance& balance) {
  const Event& event = event_of(book, balance);
  return Node::object(
      {{"account", node_of(book, book.history.accounts[static_cast<std::size_t>(balance.account)])},
       {"date", balance.effective.to_text()},
       {"event", code_node(name_of(event.kind))},
       {"code", event.code == 0 ? Node() : Node(std::string(1, event.code))},
       {"before", node_of(balance.before)},
       {"change", node_of(balance.change)},
       {"reported", node_or_null(balance.reported)},
       {"computed", node_or_null(balance.computed)},
       {"gap", balance.check == Check::gap ? Node(balance.gap.to_text()) : Node()},
       {"check", code_node(name_of(balance.check))},
       {"causes", causes_node(balance)},
       {"grade", name_of(balance.grade)},
       {"ref", reported_reference(balance).to_text()}});
}

Node balances_node(const IssuerBook& book) {
  Node list = Node::list();
  for (const ReconciledBalance& balance : reconcile(book.history, book.book, book.claims).balances) {
    list.add(balance_node(book, balance));
  }
  return list;
}

Node summary_node(const ReconciliationSummary& summary) {
  Node by_cause = Node::object({});
  for (const auto& [cause, number] : summary.by_cause) {
    by_cause.add(std::string(name_of(cause)), number);
  }
  return Node::object({{"balances", summary.balances},
                       {"first", summary.first},
                       {"checked", summary.checked},
                       {"exact", summary.exact},
                       {"final_totals", summary.final_totals},
                       {"proven", summary.proven},
                       {"plausible", summary.plausible},
                       {"unexplained", summary.unexplained},
                       {"by_cause", std::move(by_cause)},
                       {"not_determined", summary.not_determined}});
}

Node::Members reconciliation_members(const IssuerBook& book) {
  const ReconciledIssuer counts = reconciled(book);
  return {{"balances", balances_node(book)},
          {"table_i", summary_node(counts.table_i)},
          {"table_ii", summary_node(counts.table_ii)}};
}

std::string summary_line(std::string_view table, const ReconciliationSummary& summary) {
  return std::string(table) + ": " + counted(summary.balances, "balance") + "; " +
         grouped(summary.checked) + " checked: " + grouped(summary.exact) + " exact, " +
         grouped(summary.final_totals) + " final totals, " + counted(summary.gaps(), "gap") +
         "; " + grouped(summary.first) + " open an account, " + grouped(summary.not_determined) +
         " not determined";
}

Ink ink_of(Check check) {
  switch (check) {
    case Check::gap: return Ink::bad;
    case Check::not_determined: return Ink::doubtful;
    case Check::chains:
    case Check::final_total: return Ink::good;
    default: return Ink::faint;
  }
}

TextTable new_balance_table() {
  return TextTable({{"Date"},
                    {"Code"},
                    {"Before", Align::right},
                    {"Change", Align::right},
                    {"Computed", Align::right},
                    {"Reported", Align::right},
                    {"Gap", Align::right},
                    {"Result", Align::left, true, 8},
                    {"Says who"}});
}

void add_balance(TextTable& table, const IssuerBook& book, const ReconciledBalance& balance) {
  const Event& event = event_of(book, balance);
  const bool is_gap = balance.check == Check::gap;
  table.row({balance.effective.to_text(),
             event.code == 0 ? std::string(name_of(event.kind)) : std::string(1, event.code),
             balance.check == Check::opens && !event.has_change() ? "" : grouped(balance.before),
             event.has_change() ? grouped_change(balance.change) : "",
             balance.computed ? grouped(balance.computed->amount()) : "",
             {balance.reported ? grouped(balance.reported->amount()) : "", Ink::bold},
             is_gap ? Cell(grouped_change(ShareRange::exactly(balance.gap)), Ink::bad) : Cell(""),
             {std::string(name_of(balance.check)), ink_of(balance.check)},
             reference_cell(row_reference(balance.source))});
}

void add_page(Page& page, const IssuerBook& book) {
  add_head(page, "Reconciliation", book);
  const Reconciliation result = reconcile(book.history, book.book, book.claims);
  for (std::size_t begin = 0; begin < result.balances.size();) {
    const std::int32_t account = result.balances[begin].account;
    const AccountIdentity& identity = book.history.accounts[static_cast<std::size_t>(account)];
    page.heading(described(identity));
    if (!book.owner || identity.holders.size() > 1) {
      page.line("Held by " + names_of(book, identity.holders), Ink::plain, 2);
    }
    TextTable table = new_balance_table();
    std::size_t end = begin;
    for (; end < result.balances.size() && result.balances[end].account == account; ++end) {
      add_balance(table, book, result.balances[end]);
    }
    page.table(table);
    begin = end;
  }
  page.blank();
  page.line(summary_line("Table I", result.table_i));
  page.line(summary_line("Table II", result.table_ii));
}

struct Totals {
  ReconciliationSummary table_i;
  ReconciliationSummary table_ii;
};

Totals totals_of(const std::vector<ReconciledIssuer>& issuers) {
  Totals totals;
  for (const ReconciledIssuer& issuer : issuers) {
    totals.table_i += issuer.table_i;
    totals.table_ii += issuer.table_ii;
  }
  return totals;
}

void add_summary_rows(TextTable& table, std::string_view name, const ReconciliationSummary& table_i,
                      const ReconciliationSummary& table_ii) {
  for (const auto& [roman, summary] : {std::pair("I", &table_i), {"II", &table_ii}}) {
    if (summary->balances == 0) continue;
    table.row({name,
               roman,
               grouped(summary->balances),
               grouped(summary->first),
               grouped(summary->checked),
               grouped(summary->exact),
               grouped(summary->final_totals),
               {grouped(summary->gaps()), summary->gaps() == 0 ? Ink::plain : Ink::bad},
               grouped(summary->not_determined)});
  }
}

std::string summary_json(const std::vector<ReconciledIssuer>& issuers, const Totals& totals) {
  Node list = Node::list();
  for (const ReconciledIssuer& issuer : issuers) {
    list.add(Node::object({{"issuer", node_of(issuer.issuer)},
                           {"table_i", summary_node(issuer.table_i)},
                           {"table_ii", summary_node(issuer.table_ii)}}));
  }
  return json_text(report_node("reconcile-summary", {{"issuers", std::move(list)},
                                                     {"table_i", summary_node(totals.table_i)},
                                                     {"table_ii", summary_node(totals.table_ii)}}));
}

std::string summary_csv(const std::vector<ReconciledIssuer>& issuers) {
  std::vector<Node> rows;
  for (const ReconciledIssuer& issuer : issuers) {
    for (const auto& [roman, summary] :
         {std::pair("I", &issuer.table_i), {"II", &issuer.table_ii}}) {
      rows.push_back(Node::object({{"issuer", node_of(issuer.issuer)},
                                   {"table", roman},
                                   {"counts", summary_node(*summary)}}));
    }
  }
  return csv_text({{"issuer_cik", "issuer.cik"},
                   {"issuer_name", "issuer.name"},
                   {"table", "table"},
                   {"balances", "counts.balances"},
                   {"first", "counts.first"},
                   {"checked", "counts.checked"},
                   {"exact", "counts.exact"},
                   {"final_totals", "counts.final_totals"},
                   {"unexplained", "counts.unexplained"},
                   {"not_determined", "counts.not_determined"}},
                  rows);
}

}  // namespace

ReconciledIssuer reconciled(const IssuerBook& book) {
  Reconciliation result = reconcile(book.history, book.book, book.claims);
  return {book.issuer, result.table_i, result.table_ii};
}

std::string report_reconciliation_summary(const std::vector<ReconciledIssuer>& issuers,
                                          const ReportOptions& options) {
  const Totals totals = totals_of(issuers);
  if (options.format == Format::json) return summary_json(issuers, totals);
  if (options.format == Format::csv) return summary_csv(issuers);
  Page page(options.width, options.colour);
  page.title("Reported balances against the replay");
  page.blank();
  TextTable table({{"Issuer", Align::left, true, 12},
                   {"Table"},
                   {"Balances", Align::right},
                   {"Open", Align::right},
                   {"Checked", Align::right},
                   {"Chain", Align::right},
                   {"Final", Align::right},
                   {"Gaps", Align::right},
                   {"Not determined", Align::right}});
  for (const ReconciledIssuer& issuer : issuers) {
    add_summary_rows(table, printable(issuer.issuer.name), issuer.table_i, issuer.table_ii);
  }
  if (issuers.size() > 1) {
    add_summary_rows(table, "All " + counted(std::ssize(issuers), "issuer"), totals.table_i,
                     totals.table_ii);
  }
  if (table.empty()) page.line("No balance was reported that is known.");
  page.table(table);
  page.blank();
  page.line(
      "A balance is checked where a balance before it in its account is known: it chains with "
      "that, or is the total after all rows of its filing and day, or leaves a gap.",
      Ink::faint);
  return page.text();
}

std::string report_reconciliation(const std::vector<IssuerBook>& books, bool summary_only,
                                  const ReportOptions& options) {
  if (summary_only) {
    std::vector<ReconciledIssuer> issuers;
    for (const IssuerBook& book : books) issuers.push_back(reconciled(book));
    return report_reconciliation_summary(issuers, options);
  }
  if (options.format == Format::json) {
    return json_of_books("reconcile", books, reconciliation_members);
  }
  if (options.format == Format::csv) {
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
                                  {"cause_ref", "cause_ref"},
                                  {"grade", "grade"},
                                  {"ref", "ref"}}),
                    rows_of(books, balances_node));
  }
  if (books.empty()) return nothing_known_page("Reconciliation", options);
  Page page(options.width, options.colour);
  for (const IssuerBook& book : books) add_page(page, book);
  return page.text();
}

}  // namespace stakebook
