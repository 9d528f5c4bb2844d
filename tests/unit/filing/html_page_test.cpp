// An HTML page as lines and cells: what stands where, whatever the markup looks like.
#include "filing/html_page.h"

#include <doctest/doctest.h>

using namespace stakebook;

namespace {

HtmlPage page_of(std::string_view text) {
  auto tree = html_tree(text, {});
  REQUIRE(tree);
  return HtmlPage(*std::move(tree));
}

std::vector<std::string> lines_of(const HtmlPage& page) {
  std::vector<std::string> texts;
  for (const HtmlLine& line : page.lines()) texts.push_back(line.text);
  return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a line ends where a browser ends it, and inline elements do not end it") {
  CHECK(lines_of(page_of("<p>Common <b>St</b>ock<br>By  Trust</p><div>A</div>B")) ==
        Texts{"Common Stock", "By Trust", "A", "B"});
  CHECK(lines_of(page_of("<table><tr><td>A<td>B<tr><td>C</table>")) == Texts{"A", "B", "C"});
}

TEST_CASE("no-break spaces and references are read as what they stand for") {
  CHECK(lines_of(page_of("<td>&nbsp;A&nbsp;&amp; B &#233;</td>")) == Texts{"A & B \xC3\xA9"});
}

TEST_CASE("scripts, styles and comments are no text") {
  CHECK(lines_of(page_of("<style>td{}</style><script>var a = '<b>';</script><!-- no -->A")) ==
        Texts{"A"});
}

TEST_CASE("raised numbers in brackets are footnotes; what else is raised is text") {
  const HtmlPage page =
      page_of("<td>500<sup>(1)</sup><sup>(12)</sup></td><td>Person<sup>*</sup></td>");
  REQUIRE(page.lines().size() == 2);
  CHECK(page.lines()[0].text == "500");
  CHECK(page.lines()[0].footnotes == std::vector<FootnoteId>{"F1", "F12"});
  CHECK(page.lines()[1].text == "Person*");
  CHECK(page.lines()[1].footnotes.empty());
}

TEST_CASE("a link to EDGAR's list of filings names a CIK; other links do not") {
  const auto cik = [](const std::string& link) {
    return page_of("<a href=\"" + link + "\">A</a>").lines()[0].cik;
  };
  CHECK(cik("/cgi-bin/browse-edgar?action=getcompany&amp;CIK=0009200001") == "0009200001");
  CHECK(cik("https://www.sec.gov/cgi-bin/browse-edgar?CIK=9200001&amp;type=4") == "9200001");
  CHECK(cik("/x?OTHERCIK=1") == "");
  CHECK(cik("/x?CIK=HRBY") == "");
  CHECK(cik("/x?CIK=12345678901") == "");
}

TEST_CASE("rows and cells of a table are its own, not those of tables inside it") {
  const HtmlPage page =
      page_of("<table><tr><td>A<table><tr><td>B</td></tr></table></td><td>C</td></tr></table>");
  std::size_t table = 1;
  while (page.node(table).name != "table") ++table;
  const auto rows = page.rows_of(table);
  REQUIRE(rows.size() == 1);
  const auto cells = page.cells_of(rows[0]);
  REQUIRE(cells.size() == 2);
  CHECK(page.text_in(cells[0]).text == "A B");
  CHECK(page.text_in(cells[1]).text == "C");
  CHECK(page.cell_before(cells[1]) == cells[0]);
  CHECK(page.cell_before(cells[0]) == 0);
}

TEST_CASE("a tick is a checked box, or a cell with nothing but an X") {
  const auto ticked = [](const std::string& cell) {
    const HtmlPage page = page_of("<table><tr><td>" + cell + "</td></tr></table>");
    std::size_t at = 1;
    while (page.node(at).name != "td") ++at;
    return page.has_tick(at);
  };
  CHECK(ticked("<input type=checkbox checked disabled>"));
  CHECK(ticked("<span>X</span>"));
  CHECK(!ticked("<input type=checkbox disabled>"));
  CHECK(!ticked("X1"));
  CHECK(!ticked(""));
}

TEST_CASE("pages beyond the limits have no tree") {
  std::string deep;
  for (int i = 0; i < 40; ++i) deep += "<div>";
  CHECK(html_tree(deep, {64, 1000}));
  CHECK(!html_tree(deep, {20, 1000}));
  CHECK(!html_tree("<p>1<p>2<p>3<p>4", {64, 6}));
}
