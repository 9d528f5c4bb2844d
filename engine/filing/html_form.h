// The parts of a printed form as HTML, each read off its own labels: the numbered boxes, the two
// tables by their column heads, the owners, the signatures, the notes.
//
//   SEC Form 4 / 1. Name and Address of ...     EDGAR's view of a filing (xslF345X01 and later)
//   Ownership Submission / Reporting Owners     EDGAR's page for printing, with a list of owners
//
// Both are style sheets over ownership XML; a label's words tell a field, its place the value.
#pragma once

#include "filing/filing.h"
#include "filing/html_page.h"

namespace stakebook {

// The index of the first line from `from` on that holds the words; lines().size() where none does.
std::size_t find_line(const HtmlPage& page, std::string_view words, std::size_t from = 0);
// The first line that is nothing but these words, or has asterisks before or a colon behind them.
std::size_t find_heading(const HtmlPage& page, std::string_view words);
// The first line that is a box's label, "2. Issuer Name and ...", with one of the words.
std::size_t find_label(const HtmlPage& page, std::initializer_list<std::string_view> words,
                       std::size_t from = 0);
bool is_numbered(std::string_view text);

// What could not be read is kept, with one diagnostic.
void keep_unread(const HtmlLine& line, std::string code, std::string message, Filing& filing);

// 3, 4 or 5; 0 where the page does not say.
int read_html_head(const HtmlPage& page, Filing& filing);
void read_html_owners(const HtmlPage& page, Filing& filing);
// False where a table has more rows than the limits allow.
bool read_html_tables(const HtmlPage& page, int form, std::size_t rows_max, Filing& filing);
void read_html_notes(const HtmlPage& page, Filing& filing);
void read_html_signatures(const HtmlPage& page, Filing& filing);

}  // namespace stakebook
