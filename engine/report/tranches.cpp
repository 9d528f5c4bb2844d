#include <algorithm>

#include "report/page.h"
#include "report/words.h"

namespace stakebook {
namespace {

std::string_view terms_code(TermsReading::Outcome outcome) {
  switch (outcome) {
    case TermsReading::Outcome::no_vesting_language: return "not_stated";
    case TermsReading::Outcome::understood: return "understood";
    case TermsReading::Outcome::vested: return "vested";
    case TermsReading::Outcome::inconsistent: return "inconsistent";
    case TermsReading::Outcome::not_understood: return "not_understood";
  }
  return "";
}

Node tranche_node(const Tranche& tranche) {
  return Node::object({{"number", tranche.number},
                       {"vests", node_or_null(tranche.vests)},
                       {"quantity", tranche.quantity.to_text()},
                       {"state", code_node(described(tranche.state))},
                       {"is_forecast", tranche.is_forecast},
                       {"grade", name_of(tranche.grade)},
                       {"ref", tranche.ref.to_text()}});
}

std::string_view ownership_of(const IssuerBook& book, const GrantPosition& grant) {
  if (grant.held_by_spouse) return "by spouse";
  if (grant.account < 0) return "";
  return book.history.accounts[static_cast<std::size_t>(grant.account)].direct ? "direct"
                                                                               : "indirect";
}

Node grant_node(const IssuerBook& book, const GrantPosition& grant) {
  Node tranches = Node::list();
  for (const Tranche& tranche : grant.tranches) tranches.add(tranche_node(tranche));
  Node notes = Node::list();
  for (const std::string& note : grant.notes) notes.add(note);
  return Node::object({{"ref", row_reference(grant.anchor).to_text()},
                       {"security", grant.security},
                       {"holders", node_of_holders(book, grant.holders)},
                       {"ownership", text_or_null(std::string(ownership_of(book, grant)))},
                       {"conversion_or_exercise_price", node_or_null(grant.strike)},
                       {"granted_on", node_or_null(grant.granted_on)},
                       {"exercisable_from", node_or_null(grant.exercisable_from)},
                       {"expires", node_or_null(grant.expires)},
                       {"expired", grant.expired},
                       {"granted", node_of(grant.granted)},
                       {"vested", node_of(grant.vested)},
                       {"unvested", node_of(grant.unvested)},
                       {"exercised", node_of(grant.exercised)},
                       {"remaining", node_of(grant.remaining)},
                       {"terms", terms_code(grant.terms)},
                       {"terms_not_stated", grant.terms_not_stated},
                       {"tranches", std::move(tranches)},
                       {"notes", std::move(notes)}});
}

Node grants_node(const IssuerBook& book) {
  Node list = Node::list();
  for (const GrantPosition& grant : book.book.grants) list.add(grant_node(book, grant));
  return list;
}

Node::Members grants_members(const IssuerBook& book) { return {{"grants", grants_node(book)}}; }

// For CSV: one row a tranche, or one for a grant without any.
Node tranche_rows(const IssuerBook& book) {
  Node list = Node::list();
  for (const GrantPosition& grant : book.book.grants) {
    const Node node = grant_node(book, grant);
    if (grant.tranches.empty()) list.add(Node::object({{"grant", node}}));
    for (const Tranche& tranche : grant.tranches) {
      list.add(Node::object({{"grant", node}, {"tranche", tranche_node(tranche)}}));
    }
  }
  return list;
}

std::string heading_of(const GrantPosition& grant) {
  std::string text = grant.security.empty() ? "Grant" : grant.security;
  if (grant.strike) text += " at " + grouped(grant.strike->amount());
  if (grant.granted_on) text += ", granted " + grant.granted_on->to_text();
  if (grant.expires) {
    text += (grant.expired ? ", expired " : ", expires ") + grant.expires->to_text();
  }
  return text;
}

void add_figures(Page& page, const GrantPosition& grant) {
  TextTable table({{""}, {"Units", Align::right}, {"Grade"}, {"Says who"}});
  for (const auto& [words, figure] : {std::pair("granted", &grant.granted),
                                      {"exercised", &grant.exercised},
                                      {"remaining", &grant.remaining},
                                      {"vested", &grant.vested},
                                      {"unvested", &grant.unvested}}) {
    const bool is_unknown = !figure->amount.lower() && !figure->amount.upper();
    table.row({words,
               {grouped(figure->amount), is_unknown ? Ink::faint : Ink::bold},
               is_unknown ? Cell("") : grade_cell(figure->grade),
               reference_cell(figure->ref)});
  }
  page.table(table);
}

void add_tranches(Page& page, const GrantPosition& grant) {
  if (grant.tranches.empty()) return;
  TextTable table({{"#", Align::right},
                   {"Vests"},
                   {"Units", Align::right},
                   {"State", Align::left, true, 10},
                   {"Mark", Align::left, true, 10},
                   {"Grade"},
                   {"Says who"}});
  for (const Tranche& tranche : grant.tranches) {
    table.row({std::to_string(tranche.number),
               tranche.vests ? tranche.vests->to_text() : "date not stated",
               grouped(tranche.quantity.amount()), described(tranche.state),
               tranche.is_forecast ? Cell(forecast_mark, Ink::ahead) : Cell(""),
               grade_cell(tranche.grade), reference_cell(tranche.ref)});
  }
  page.blank();
  page.table(table);
}

void add_grant(Page& page, const IssuerBook& book, const GrantPosition& grant) {
  page.heading(heading_of(grant));
  std::string held = names_of(book, grant.holders);
  if (const auto ownership = ownership_of(book, grant); !ownership.empty()) {
    held += (held.empty() ? "" : ", ") + std::string(ownership);
  }
  if (!held.empty()) page.line("Held by " + held, Ink::plain, 2);
  if (grant.terms_not_stated) {
    page.line("Terms not stated: neither exercise date nor expiration nor schedule is known.",
              Ink::doubtful, 2);
  } else {
    page.line("Terms: " + std::string(described(grant.terms)) +
                  (grant.exercisable_from
                       ? "; exercisable from " + grant.exercisable_from->to_text() + " by the form"
                       : ""),
              Ink::plain, 2);
  }
  add_figures(page, grant);
  add_tranches(page, grant);
  for (const std::string& note : grant.notes) page.line("- " + note, Ink::faint, 2);
}

bool is_gone(const GrantPosition& grant) {
  const auto remaining = grant.remaining.amount.exact();
  return (remaining && remaining->is_zero()) || grant.expired;
}

void add_page(Page& page, const IssuerBook& book) {
  add_head(page, "Grants and tranches", book);
  const auto& grants = book.book.grants;
  const auto gone = std::count_if(grants.begin(), grants.end(), is_gone);
  for (const GrantPosition& grant : grants) {
    if (!is_gone(grant)) add_grant(page, book, grant);
  }
  page.blank();
  if (std::ssize(grants) == gone) page.line("No grant is left that these claims tell of.");
  if (gone > 0) {
    page.line(counted(gone, "grant") + " of which nothing is left, or expired, " +
                  (gone == 1 ? "is" : "are") + " left out.",
              Ink::faint);
  }
}

}  // namespace

std::string report_tranches(const std::vector<IssuerBook>& books, const ReportOptions& options) {
  if (options.format == Format::json) return json_of_books("tranches", books, grants_members);
  if (options.format == Format::csv) {
    return csv_text(
        book_columns({{"holders", "grant.holders"},
                      {"security", "grant.security"},
                      {"conversion_or_exercise_price", "grant.conversion_or_exercise_price"},
                      {"granted_on", "grant.granted_on"},
                      {"expires", "grant.expires"},
                      {"granted", "grant.granted.amount"},
                      {"vested", "grant.vested.amount"},
                      {"unvested", "grant.unvested.amount"},
                      {"exercised", "grant.exercised.amount"},
                      {"remaining", "grant.remaining.amount"},
                      {"grant_ref", "grant.ref"},
                      {"tranche", "tranche.number"},
                      {"vests", "tranche.vests"},
                      {"quantity", "tranche.quantity"},
                      {"state", "tranche.state"},
                      {"is_forecast", "tranche.is_forecast"},
                      {"grade", "tranche.grade"},
                      {"ref", "tranche.ref"}}),
        rows_of(books, tranche_rows));
  }
  if (books.empty()) return nothing_known_page("Grants and tranches", options);
  Page page(options.width, options.colour);
  for (const IssuerBook& book : books) add_page(page, book);
  return page.text();
}

}  // namespace stakebook
