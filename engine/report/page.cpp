#include "report/page.h"

#include <algorithm>

#include "report/words.h"

namespace stakebook {
namespace {

// A question of what was known by a date rests on when each filing became public.
void add_known_basis(Page& page, const IssuerBook& book) {
  const std::int64_t filings =
      std::count_if(book.claims.begin(), book.claims.end(), [](const Claim& claim) {
        return claim.filing() != nullptr && claim.filing()->known_basis() > KnownBasis::filing_date;
      });
  if (filings == 0) return;
  page.line("No source tells when " + counted(filings, "filing") +
                " became public: the latest signature or the period stands in for the date.",
            Ink::doubtful);
}

}  // namespace

void add_head(Page& page, std::string_view subject, const IssuerBook& book) {
  std::string title(subject);
  title += book.owner ? " of " + described(*book.owner) : " of every reporting owner";
  page.title(title);
  page.line("Issuer: " + described_issuer(book.issuer));
  const std::optional<Date>& on = book.question.on;
  const std::optional<Instant>& known = book.question.known;
  std::string dates = on ? "As of the end of " + on->to_text() : "As of the latest claim";
  dates += known ? ", as known at " + described(*known) : ", with everything known";
  page.line(dates);
  if (known) add_known_basis(page, book);
}

std::string nothing_known_page(std::string_view subject, const ReportOptions& options) {
  Page page(options.width, options.colour);
  page.line(std::string(subject) + ": nothing was known of whom you ask for by that date.");
  return page.text();
}

Cell grade_cell(Grade grade) {
  switch (grade) {
    case Grade::reported: return "";
    case Grade::proven: return {name_of(grade), Ink::good};
    case Grade::plausible: return {name_of(grade), Ink::doubtful};
    case Grade::unexplained: return {name_of(grade), Ink::bad};
  }
  return "";
}

Cell reference_cell(const FigureReference& reference) {
  if (reference.place.entry == 0) return "";
  return {reference.to_text(), Ink::faint};
}

std::string text_of(const std::optional<Date>& date) { return date ? date->to_text() : ""; }

std::string text_of(const std::optional<Price>& price) {
  return price ? grouped(price->amount()) : "";
}

std::vector<Node> rows_of(const std::vector<IssuerBook>& books, Node (*rows)(const IssuerBook&)) {
  std::vector<Node> result;
  for (const IssuerBook& book : books) {
    const Node list = rows(book);
    for (const Node& row : std::get<Node::Items>(list.value())) {
      result.push_back(book_node(book, {{"row", row}}));
    }
  }
  return result;
}

std::vector<CsvColumn> book_columns(std::vector<CsvColumn> more) {
  std::vector<CsvColumn> columns = {{"issuer_cik", "issuer.cik"},
                                    {"issuer_name", "issuer.name"},
                                    {"on", "on"},
                                    {"known", "known"}};
  for (CsvColumn& column : more) {
    column.path.insert(0, "row.");
    columns.push_back(std::move(column));
  }
  return columns;
}

std::string json_of_books(std::string_view name, const std::vector<IssuerBook>& books,
                          Node::Members (*members)(const IssuerBook&)) {
  Node list = Node::list();
  for (const IssuerBook& book : books) list.add(book_node(book, members(book)));
  return json_text(report_node(name, {{"issuers", std::move(list)}}));
}

}  // namespace stakebook
