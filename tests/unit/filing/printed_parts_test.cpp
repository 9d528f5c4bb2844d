// The small steps of reading a printed form: marks, codes, wrapped text, cells whose columns a
// converter dropped, footnotes whose numbers stand in odd places.
#include <doctest/doctest.h>

#include "filing/printed_cell.h"
#include "filing/printed_page.h"
#include "filing/printed_table.h"
#include "filing/reader.h"

using namespace stakebook;

namespace {

using Texts = std::vector<std::string>;
using Parts = std::vector<std::string_view>;

constexpr MarkStyle standing_out{};

Filing read(const std::string& text) {
  ReadResult result = read_printed_text(text, {});
  REQUIRE(result.filing);
  return std::move(*result.filing);
}

const std::string boxes =
    "FORM 4\n\n1. Name and Address of Reporting Person *\n Ansel Ingrid\n\n(Last) (First)\n\n"
    "2. Issuer Name and Ticker or Trading Symbol\n Marl Creek Tools, Inc. [MCTI]\n\n";

std::vector<Row> table_i(const std::string& rows) {
  return read(boxes + "1. Title of Security (Instr. 3)\t2. Transaction Date\t3. Code\n" + rows +
              "\n\nReporting Owners\n")
      .document.table_i;
}

std::vector<Footnote> footnotes(const std::string& text) {
  return read(boxes + "Explanation of Responses:\n\n" + text + "\n\nNote: File three copies.\n")
      .document.footnotes;
}

template <class T>
std::string text_of(const Field<T>& field) {
  return field.value ? canonical_text(*field.value) : "absent";
}

}  // namespace

TEST_CASE("marks behind a cell's text are taken off, in raised digits or behind a caret") {
  struct Case {
    const char* raw;
    const char* text;
    Texts footnotes;
  };
  for (const Case& c :
       std::initializer_list<Case>{{"S ⁽¹⁾", "S", {"F1"}},
                                   {"230 ⁽¹²⁾", "230", {"F12"}},
                                   {"$ 106.0352 ^(6)", "$ 106.0352", {"F6"}},
                                   {"1,161,485 ^ (3) ^(5)", "1,161,485", {"F3", "F5"}},
                                   {"^(2)^(3)", "", {"F2", "F3"}},
                                   {"By trust (1)", "By trust (1)", {}},
                                   {"Common Stock", "Common Stock", {}}}) {
    CAPTURE(c.raw);
    const PrintedCell cell = printed_cell(c.raw, standing_out);
    CHECK(cell.text == c.text);
    CHECK(cell.footnotes == c.footnotes);
    CHECK_FALSE(cell.unsure);
  }
}

TEST_CASE("a plain number in brackets is a mark only up to the page's last footnote") {
  const MarkStyle plain{true, 2};
  CHECK(printed_cell("By trust (2)", plain).footnotes == Texts{"F2"});
  CHECK_FALSE(printed_cell("By trust (2)", plain).unsure);
  CHECK(printed_cell("By trust (3)", plain).footnotes.empty());
  CHECK(printed_cell("By trust (3)", plain).unsure);
  CHECK(printed_cell("See footnote ^", standing_out).unsure);
}

TEST_CASE("a code's suffixes are the swap, the early report and the other form") {
  const auto code = printed_code("SKV");
  REQUIRE(code);
  CHECK(code->code == 'S');
  CHECK(code->equity_swap);
  CHECK(code->early);
  CHECK(printed_code("P4")->form == '4');
  CHECK(printed_code("J")->form == ' ');
  CHECK_FALSE(printed_code("K")->equity_swap);
  for (const char* text : {"", "s", "SS", "P6", "B", "S x"}) CHECK_FALSE(printed_code(text));
}

TEST_CASE("lines are joined with a blank, except at a sign that has none on its other side") {
  CHECK(joined_wrapped(Parts{"by each and/", "or all"}) == "by each and/or all");
  CHECK(joined_wrapped(Parts{"Johnson &", "Johnson"}) == "Johnson & Johnson");
  CHECK(joined_wrapped(Parts{"under Section 16", "(b) of"}) == "under Section 16(b) of");
  CHECK(joined_wrapped(Parts{"vests in 2012", "(a) a third"}) == "vests in 2012 (a) a third");
  CHECK(joined_wrapped(Parts{"the partner,", "/s/ A. Poe"}) == "the partner, /s/ A. Poe");
  CHECK(joined_wrapped(Parts{"By: /", "s/ A. Poe"}) == "By: /s/ A. Poe");
  CHECK(joined_wrapped(Parts{"BANK CORP", "/DE/"}) == "BANK CORP /DE/");
  CHECK(joined_wrapped(Parts{"(f/k/", "a Old Name)"}) == "(f/k/a Old Name)");
  CHECK(joined_wrapped(Parts{"10b5-", "1 plan"}) == "10b5-1 plan");
  CHECK(joined_wrapped(Parts{"", "  one ", "", "two"}) == "one two");
}

TEST_CASE("a day in words is a date, and nothing else is") {
  CHECK(date_in_words("November 21, 2007") == Date::of(2007, 11, 21));
  CHECK(date_in_words("february 29, 2000") == Date::of(2000, 2, 29));
  for (const char* text : {"February 29, 2007", "Novembre 2, 2007", "November 21", ", 2007", ""}) {
    CHECK_FALSE(date_in_words(text));
  }
}

TEST_CASE("what a cell holds tells its column where cells were dropped") {
  const auto rows = table_i("Common Stock\t01/02/2020\tS\t500\tD\t$ 9\t1,500\tD");
  REQUIRE(rows.size() == 1);
  CHECK(text_of(rows[0].transaction_code) == "S");
  CHECK(text_of(rows[0].transaction_shares) == "500");
  CHECK(text_of(rows[0].transaction_acquired_disposed_code) == "D");
  CHECK(text_of(rows[0].transaction_price_per_share) == "9");
  CHECK(text_of(rows[0].shares_owned_following_transaction) == "1500");
  CHECK(text_of(rows[0].direct_or_indirect_ownership) == "D");
}

TEST_CASE("a letter or a number that may stand in two columns is absent, and kept") {
  const Filing filing = read(boxes +
                             "1. Title of Security (Instr. 3)\t2. Date\t3. Code\n"
                             "Common Stock\t01/02/2020\tS\t500\tD\n\nReporting Owners\n");
  REQUIRE(filing.document.table_i.size() == 1);
  const Row& row = filing.document.table_i[0];
  CHECK(text_of(row.transaction_code) == "S");
  CHECK_FALSE(row.transaction_shares.has_value());
  CHECK_FALSE(row.shares_owned_following_transaction.has_value());
  CHECK_FALSE(row.transaction_acquired_disposed_code.has_value());
  CHECK_FALSE(row.direct_or_indirect_ownership.has_value());
  REQUIRE(filing.document.unread.size() == 2);
  CHECK(filing.document.unread[0].text == "500");
  CHECK(filing.document.unread[1].text == "D");
}

TEST_CASE("rows with equally many cells tell each other's columns") {
  const auto rows = table_i(
      "Common Stock\t01/02/2020\tM\t\t$ 4\t\tD\n"
      "Common Stock\t01/02/2020\tS\t\t\t\tD");
  REQUIRE(rows.size() == 2);
  CHECK(text_of(rows[1].direct_or_indirect_ownership) == "D");
  const auto alone = table_i("Common Stock\t01/02/2020\tS\t\t\t\tD");
  CHECK(text_of(alone.at(0).direct_or_indirect_ownership) == "absent");
}

TEST_CASE("a spoilt row is read as far as it is certain and does not spoil the others") {
  const auto rows = table_i(
      "Common Stock\t01/02/2020\tS\t500\tD\t$ 9\t1,500\tD\n"
      "Common Stock\t01/02/2020\t?!\t500\tD\t$ 9\t1,000\tD");
  REQUIRE(rows.size() == 2);
  CHECK(text_of(rows[0].shares_owned_following_transaction) == "1500");
  CHECK(text_of(rows[1].shares_owned_following_transaction) == "1000");
  CHECK_FALSE(rows[1].transaction_code.has_value());
}

TEST_CASE("a Markdown table's pipes keep cells apart as tabs do") {
  const auto rows = read(boxes +
                         "| 1. Title of Security (Instr. 3) | 2. Date | 3. Code | 4. |\n"
                         "|---|---|---|---|\n"
                         "| Common Stock | 01/02/2020 | | P | 20 | A | \\$ 3 | 20 | I | By son |\n"
                         "\nReporting Owners\n")
                        .document.table_i;
  REQUIRE(rows.size() == 1);
  CHECK(text_of(rows[0].transaction_code) == "P");
  CHECK(text_of(rows[0].transaction_price_per_share) == "3");
  CHECK(text_of(rows[0].shares_owned_following_transaction) == "20");
  CHECK(text_of(rows[0].nature_of_ownership) == "By son");
}

TEST_CASE("a whole holding is not taken for the rest of the row above it") {
  const auto rows = table_i(
      "\t01/02/2020\t\tS\t500\tD\t$ 9\t\t\t\n"
      "Common Stock\t\t\t\t\t\t\t230\tI\tBy Spouse");
  REQUIRE(rows.size() == 2);
  CHECK_FALSE(rows[0].security_title.has_value());
  CHECK(rows[1].kind == RowKind::holding);
}

TEST_CASE("a footnote's number stands before, within or behind its text") {
  CHECK(footnotes("(1) One.\n(2) Two.") == std::vector<Footnote>{{"F1", "One."}, {"F2", "Two."}});
  CHECK(footnotes("     A first line,\n(1)  a second,\n     a third.\n\n(2)  Two.") ==
        std::vector<Footnote>{{"F1", "A first line, a second, a third."}, {"F2", "Two."}});
  CHECK(footnotes("- (1) One.\n\nText of two.\n - (2)") ==
        std::vector<Footnote>{{"F1", "One."}, {"F2", "Text of two."}});
  CHECK(footnotes("(1) One.\n\nText of two.\n\n(2)") ==
        std::vector<Footnote>{{"F1", "One."}, {"F2", "Text of two."}});
  CHECK(footnotes("⁽¹⁾ One.\n\nIt goes on.\n\n⁽²⁾ Two.") ==
        std::vector<Footnote>{{"F1", "One. It goes on."}, {"F2", "Two."}});
}

TEST_CASE("a line of text that begins with another number stays text") {
  CHECK(footnotes("(1) Vests in\n(3) equal parts.\n\n(2) Two.") ==
        std::vector<Footnote>{{"F1", "Vests in (3) equal parts."}, {"F2", "Two."}});
}

TEST_CASE("lines that may belong to either of two footnotes belong to neither") {
  const Filing filing = read(boxes +
                             "Explanation of Responses:\n\n"
                             "    A line of one,\n(1) or so.\n    Whose is this?\n(2) Two.\n"
                             "(3) Three.\n\nNote: File three copies.\n");
  REQUIRE(filing.document.footnotes.size() == 1);
  CHECK(filing.document.footnotes[0] == Footnote{"F3", "Three."});
  CHECK(filing.document.unread.size() == 4);
}
