#include "report/page.h"
#include "report/words.h"

namespace stakebook {
namespace {

const GrantPosition& grant_of(const IssuerBook& book, std::int32_t index) {
  return book.book.grants[static_cast<std::size_t>(index)];
}

Node grant_node(const IssuerBook& book, const GrantPosition& grant) {
  return Node::object({{"ref", row_reference(grant.anchor).to_text()},
                       {"security", grant.security},
                       {"holders", node_of_holders(book, grant.holders)},
                       {"conversion_or_exercise_price", node_or_null(grant.strike)},
                       {"expires", node_or_null(grant.expires)}});
}

Node items_node(const IssuerBook& book, Date from, Date to) {
  Node list = Node::list();
  for (const ForecastItem& item : forecast(book.book, from, to)) {
    list.add(Node::object({{"date", item.date.to_text()},
                           {"kind", name_of(item.kind)},
                           {"grant", grant_node(book, grant_of(book, item.grant))},
                           {"quantity", node_of(item.quantity)},
                           {"grade", name_of(item.grade)},
                           {"assumes", item.assumes},
                           {"ref", item.ref.to_text()}}));
  }
  return list;
}

Node rights_node(const IssuerBook& book, const RightsToAcquire& rights) {
  Node lines = Node::list();
  for (const RightsToAcquire::Line& line : rights.lines) {
    lines.add(Node::object({{"grant", grant_node(book, grant_of(book, line.grant))},
                            {"quantity", node_of(line.quantity)},
                            {"counted", line.counted},
                            {"reason", line.reason},
                            {"ref", line.ref.to_text()}}));
  }
  return Node::object({{"on", rights.on.to_text()},
                       {"until", rights.until.to_text()},
                       {"total", node_of(rights.total)},
                       {"lines", std::move(lines)}});
}

std::string security_of(const GrantPosition& grant) {
  std::string text = grant.security;
  if (grant.strike) text += " at " + grouped(grant.strike->amount());
  if (grant.expires) text += ", expires " + grant.expires->to_text();
  return text;
}

void add_items(Page& page, const IssuerBook& book, Date from, Date to) {
  const bool with_holders = !book.owner;
  page.heading("From " + from.to_text() + " to " + to.to_text() + ": " +
               std::string(forecast_mark));
  TextTable table({{"Date"},
                   {"What"},
                   {"Units", Align::right},
                   {"Security", Align::left, true, 18},
                   {"Held by", Align::left, true, 14},
                   {"Assumes", Align::left, true, 12},
                   {"Grade"},
                   {"Says who"}});
  for (const ForecastItem& item : forecast(book.book, from, to)) {
    const GrantPosition& grant = grant_of(book, item.grant);
    table.row({item.date.to_text(),
               {described(item.kind), Ink::ahead},
               grouped(item.quantity),
               security_of(grant),
               with_holders ? names_of(book, grant.holders) : "",
               item.assumes,
               grade_cell(item.grade),
               reference_cell(item.ref)});
  }
  if (table.empty()) page.line("Nothing that these claims tell of.", Ink::plain, 2);
  page.table(table);
}

void add_rights(Page& page, const IssuerBook& book, const RightsToAcquire& rights) {
  page.heading("Rights to acquire within 60 days of " + rights.on.to_text() + ", by " +
               rights.until.to_text());
  TextTable table({{"Units", Align::right},
                   {"Security", Align::left, true, 18},
                   {"Held by", Align::left, true, 14},
                   {"Why", Align::left, true, 18},
                   {"Counted"},
                   {"Says who"}});
  for (const RightsToAcquire::Line& line : rights.lines) {
    const GrantPosition& grant = grant_of(book, line.grant);
    table.row({grouped(line.quantity), security_of(grant),
               book.owner ? "" : names_of(book, grant.holders), line.reason,
               line.counted ? Cell("counted") : Cell("apart", Ink::doubtful),
               reference_cell(line.ref)});
  }
  page.table(table);
  page.line("Total counted: " + grouped(rights.total), Ink::bold, 2);
  page.line(
      "17 CFR 240.13d-3(d)(1)(i) counts these as beneficially owned. Lines listed apart are "
      "not in the total: what can be acquired of them is not known.",
      Ink::faint, 2);
}

// A right to acquire as a row beside the forecast's: by which day, and why it counts or not.
Node right_row(const IssuerBook& book, const RightsToAcquire& rights,
               const RightsToAcquire::Line& line) {
  return Node::object({{"date", rights.until.to_text()},
                       {"kind", line.counted ? "right_to_acquire" : "right_to_acquire_not_counted"},
                       {"grant", grant_node(book, grant_of(book, line.grant))},
                       {"quantity", node_of(line.quantity)},
                       {"grade", nullptr},
                       {"assumes", line.reason},
                       {"ref", line.ref.to_text()}});
}

std::string forecast_csv(const std::vector<IssuerBook>& books, Date from, Date to) {
  std::vector<Node> rows;
  for (const IssuerBook& book : books) {
    const Node items = items_node(book, from, to);
    for (const Node& item : std::get<Node::Items>(items.value())) {
      rows.push_back(book_node(book, {{"row", item}}));
    }
    const RightsToAcquire rights = rights_to_acquire(book.history, book.book, from);
    for (const RightsToAcquire::Line& line : rights.lines) {
      rows.push_back(book_node(book, {{"row", right_row(book, rights, line)}}));
    }
  }
  return csv_text(
      book_columns({{"date", "date"},
                    {"kind", "kind"},
                    {"holders", "grant.holders"},
                    {"security", "grant.security"},
                    {"conversion_or_exercise_price", "grant.conversion_or_exercise_price"},
                    {"expires", "grant.expires"},
                    {"quantity", "quantity"},
                    {"grade", "grade"},
                    {"assumes", "assumes"},
                    {"ref", "ref"}}),
      rows);
}

}  // namespace

std::string report_forecast(const std::vector<IssuerBook>& books, Date from, Date to,
                            const ReportOptions& options) {
  if (options.format == Format::csv) return forecast_csv(books, from, to);
  if (options.format == Format::json) {
    Node list = Node::list();
    for (const IssuerBook& book : books) {
      const RightsToAcquire rights = rights_to_acquire(book.history, book.book, from);
      list.add(book_node(book, {{"forecast", items_node(book, from, to)},
                                {"rights_to_acquire", rights_node(book, rights)}}));
    }
    return json_text(report_node(
        "forecast",
        {{"from", from.to_text()}, {"to", to.to_text()}, {"issuers", std::move(list)}}));
  }
  if (books.empty()) return nothing_known_page("Forecast", options);
  Page page(options.width, options.colour);
  for (const IssuerBook& book : books) {
    add_head(page, "Forecast", book);
    add_items(page, book, from, to);
    add_rights(page, book, rights_to_acquire(book.history, book.book, from));
  }
  return page.text();
}

}  // namespace stakebook
