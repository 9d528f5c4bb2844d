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
  return {{"postings", history_node(book)}, {"diagnostics", std::move(diagnostics)}};
}

Cell check_cell(const Posting& posting) {
  switch (posting.check) {
    case Check::gap: return {"gap " + grouped_change(ShareRange::exactly(posting.gap)), Ink::bad};
    case Check::not_determined: return {described(posting.check), Ink::doubtful};
    case Check::chains:
    case Check::final_total: return {described(posting.check), Ink::good};
    default: return {described(posting.check), Ink::faint};
  }
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
  for (const Posting& posting : account.postings) {
    const Event* event = event_of(book, posting);
    if (event == nullptr) continue;
    table.row({event->effective.to_text(),
               described(*event),
               event->has_change() || event->kind == EventKind::split
                   ? grouped_change(posting.change)
                   : "",
               text_of(event->price),
               {grouped(posting.after), Ink::bold},
               check_cell(posting),
               grade_cell(grade_of_posting(*event, posting)),
               reference_cell(row_reference(event->source))});
  }
  page.table(table);
}

void add_page(Page& page, const IssuerBook& book) {
  add_head(page, "History", book);
  for (const Account& account : book.book.accounts) {
    if (!account.postings.empty()) add_account(page, book, account);
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
