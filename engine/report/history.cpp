#include "report/amended.h"
#include "report/page.h"
#include "report/words.h"

namespace stakebook {
namespace {

const Event* event_of(const IssuerBook& book, const Posting& posting) {
  if (posting.event == no_event) return nullptr;
  return &book.history.events[static_cast<std::size_t>(posting.event)];
}

// Sure where the row states amount and balance; else as sure as what they were inferred from.
Grade grade_of_posting(const Event& event, const Posting& posting) {
  Grade worst = Grade::reported;
  for (const auto* inferences : {&posting.inferences, &event.inferences}) {
    for (const Inference& inference : *inferences) worst = std::max(worst, inference.grade);
  }
  return worst;
}

// Of what the known date is; a record states its own.
Node known_basis_node(const IssuerBook& book, const Event& event) {
  const Claim* claim = book.claim(event.source.entry);
  const Filing* filing = claim != nullptr ? claim->filing() : nullptr;
  return code_node(filing != nullptr ? name_of(filing->known_basis()) : "record");
}

Node posting_node(const IssuerBook& book, const Account& account, const Posting& posting) {
  const Event& event = *event_of(book, posting);
  Node inferences = node_of(event.inferences);
  const Node more = node_of(posting.inferences);
  for (const Node& inference : std::get<Node::Items>(more.value())) inferences.add(inference);
  return Node::object(
      {{"account",
        node_of(book, book.history.accounts[static_cast<std::size_t>(account.identity)])},
       {"date", event.effective.to_text()},
       {"known", event.known.to_text()},
       {"known_basis", known_basis_node(book, event)},
       {"event", code_node(name_of(event.kind))},
       {"code", event.code == 0 ? Node() : Node(std::string(1, event.code))},
       {"before", node_of(posting.before)},
       {"change", node_of(posting.change)},
       {"after", node_of(posting.after)},
       {"price", node_or_null(event.price)},
       {"ratio", node_or_null(event.ratio)},
       {"check", code_node(name_of(posting.check))},
       {"gap", posting.check == Check::gap ? Node(posting.gap.to_text()) : Node()},
       {"downstream_of", node_or_null(posting.downstream_of)},
       {"grade", name_of(grade_of_posting(event, posting))},
       {"ref", row_reference(event.source).to_text()},
       {"inferences", std::move(inferences)}});
}

Node history_node(const IssuerBook& book) {
  Node list = Node::list();
  for (const Account& account : book.book.accounts) {
    for (const Posting& posting : account.postings) {
      if (posting.event != no_event) list.add(posting_node(book, account, posting));
    }
  }
  return list;
}

Node::Members history_members(const IssuerBook& book) {
  Node diagnostics = Node::list();
  for (const Diagnostic& diagnostic : book.history.diagnostics)
    diagnostics.add(node_of(diagnostic));
  return {{"postings", history_node(book)},
          {"amended", node_of_amended(book)},
          {"diagnostics", std::move(diagnostics)}};
}

Cell check_cell(const Posting& posting) {
  switch (posting.check) {
    case Check::gap: {
      const std::string gap = "gap " + grouped_change(ShareRange::exactly(posting.gap));
      if (!posting.downstream_of) return {gap, Ink::bad};
      return {gap + " downstream of " + posting.downstream_of->to_text(), Ink::doubtful};
    }
    case Check::not_determined: return {described(posting.check), Ink::doubtful};
    case Check::chains:
    case Check::final_total: return {described(posting.check), Ink::good};
    default: return {described(posting.check), Ink::faint};
  }
}

// A row that no longer posts, as it was filed.
void add_amended_row(TextTable& table, const AmendedRow& row) {
  const Event& event = row.event;
  table.row(
      {{event.effective.to_text(), Ink::faint},
       {described(event), Ink::faint},
       {event.has_change() ? grouped_change(event.change) : "", Ink::faint},
       {text_of(event.price), Ink::faint},
       {event.reported_following ? grouped(event.reported_following->amount()) : "", Ink::faint},
       {described(row.effect), Ink::faint},
       "",
       reference_cell(row_reference(event.source))});
}

void add_posting(TextTable& table, const Event& event, const Posting& posting) {
  table.row(
      {event.effective.to_text(),
       described(event),
       event.has_change() || event.kind == EventKind::split ? grouped_change(posting.change) : "",
       text_of(event.price),
       {grouped(posting.after), Ink::bold},
       check_cell(posting),
       grade_cell(grade_of_posting(event, posting)),
       reference_cell(row_reference(event.source))});
}

void add_account(Page& page, const IssuerBook& book, const Account& account) {
  const AccountIdentity& identity =
      book.history.accounts[static_cast<std::size_t>(account.identity)];
  page.heading(described(identity));
  if (!book.owner || identity.holders.size() > 1) {
    page.line("Held by " + names_of(book, identity.holders), Ink::plain, 2);
  }
  TextTable table({{"Date"},
                   {"Event", Align::left, true, 12},
                   {"Change", Align::right},
                   {"Price", Align::right},
                   {"Owned after", Align::right},
                   {"Balance"},
                   {"Grade"},
                   {"Says who"}});
  const auto opening = account.opening.exact();
  if (!opening || !opening->is_zero()) {
    table.row({"before", {"opening", Ink::faint}, "", "", grouped(account.opening)});
  }
  std::vector<const AmendedRow*> amended = amended_rows_of(book, account.identity);
  for (const Posting& posting : account.postings) {
    const Event* event = event_of(book, posting);
    if (event == nullptr) continue;
    // Right before what took its place, or where its date puts it.
    std::erase_if(amended, [&](const AmendedRow* row) {
      const bool is_here =
          row->effect.by == event->source || row->event.effective < event->effective;
      if (is_here) add_amended_row(table, *row);
      return is_here;
    });
    add_posting(table, *event, posting);
  }
  for (const AmendedRow* row : amended) add_amended_row(table, *row);
  page.table(table);
}

void add_page(Page& page, const IssuerBook& book) {
  add_head(page, "History", book);
  for (const Account& account : book.book.accounts) {
    const bool any = !account.postings.empty() || !amended_rows_of(book, account.identity).empty();
    if (any) add_account(page, book, account);
  }
  if (book.history.diagnostics.empty()) return;
  page.heading("Noticed");
  for (const Diagnostic& diagnostic : book.history.diagnostics) {
    page.line(diagnostic.code + ": " + diagnostic.message +
                  (diagnostic.place.empty() ? "" : " (" + diagnostic.place + ')'),
              Ink::doubtful, 2);
  }
}

}  // namespace

std::string report_history(const std::vector<IssuerBook>& books, const ReportOptions& options) {
  if (options.format == Format::json) return json_of_books("history", books, history_members);
  if (options.format == Format::csv) {
    return csv_text(
        book_columns({{"holders", "account.holders"},
                      {"table", "account.table"},
                      {"security_title", "account.security_title"},
                      {"ownership", "account.ownership"},
                      {"nature_of_ownership", "account.nature_of_ownership"},
                      {"conversion_or_exercise_price", "account.conversion_or_exercise_price"},
                      {"expiration_date", "account.expiration_date"},
                      {"date", "date"},
                      {"event", "event"},
                      {"code", "code"},
                      {"before", "before"},
                      {"change", "change"},
                      {"after", "after"},
                      {"price", "price"},
                      {"check", "check"},
                      {"gap", "gap"},
                      {"grade", "grade"},
                      {"ref", "ref"}}),
        rows_of(books, history_node));
  }
  if (books.empty()) return nothing_known_page("History", options);
  Page page(options.width, options.colour);
  for (const IssuerBook& book : books) add_page(page, book);
  return page.text();
}

}  // namespace stakebook
