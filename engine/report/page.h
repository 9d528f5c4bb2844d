// What the pages of several reports share: the head that says who, of what issuer and when.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/node.h"
#include "report/text_table.h"

namespace stakebook {

// "Holdings of Foster Matthew (CIK ...)", the issuer, and the two dates of the question.
void add_head(Page& page, std::string_view subject, const IssuerBook& book);
// Said instead of a page where there is no book.
std::string nothing_known_page(std::string_view subject, const ReportOptions& options);

// A figure's grade where it is inferred: nothing for what a source states.
Cell grade_cell(Grade grade);
Cell reference_cell(const FigureReference& reference);
std::string text_of(const std::optional<Date>& date);
std::string text_of(const std::optional<Price>& price);
// "Form 4 says that the tranche vested" and "nobody has reported it yet" are never alike.
inline constexpr std::string_view forecast_mark = "forecast, not reported";

// What readers noticed in an import, a row a code.
TextTable noticed_codes_table(const std::vector<NoticedCode>& codes);
Node noticed_codes(const std::vector<NoticedCode>& codes);

// {"issuer", "owner", "on", "known"} and `rows`, one node each, for CSV.
std::vector<Node> rows_of(const std::vector<IssuerBook>& books, Node (*rows)(const IssuerBook&));
// The columns that every CSV of books starts with.
std::vector<CsvColumn> book_columns(std::vector<CsvColumn> more);
// {"report": name, "format": 1, "issuers": [...]}: each book's head and its `rows` under `key`.
std::string json_of_books(std::string_view name, const std::vector<IssuerBook>& books,
                          Node::Members (*members)(const IssuerBook&));

}  // namespace stakebook
