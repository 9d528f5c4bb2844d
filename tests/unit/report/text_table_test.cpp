#include "report/text_table.h"

#include <doctest/doctest.h>

#include "report/words.h"

using namespace stakebook;

TEST_CASE("numbers stand right-aligned and a line never ends in blanks") {
  TextTable table({{"Security"}, {"Owned", Align::right}, {"Says who"}});
  table.row({"Common Stock", "105,000", "1.I.8"});
  table.row({"Option", "230", ""});
  CHECK(table.laid_out(80, false, 2) ==
        "  Security        Owned  Says who\n"
        "  ------------  -------  --------\n"
        "  Common Stock  105,000  1.I.8\n"
        "  Option            230\n");
}

TEST_CASE("a column whose cells are all empty is left out") {
  TextTable table({{"Date"}, {"Grade"}, {"Owned", Align::right}});
  table.row({"2025-03-03", "", "7"});
  CHECK(table.laid_out(80, false, 0) ==
        "Date        Owned\n"
        "----------  -----\n"
        "2025-03-03      7\n");
}

TEST_CASE("a dispensable column is left out where a page is too narrow for it") {
  TextTable table({{"Gap", Align::right}, {"Cause", Align::left, true, 5, true}, {"Grade"}});
  table.row({"+100", "split", "proven"});
  CHECK(table.laid_out(19, false, 0) ==
        " Gap  Cause  Grade\n"
        "----  -----  ------\n"
        "+100  split  proven\n");
  CHECK(table.laid_out(18, false, 0) ==
        " Gap  Grade\n"
        "----  ------\n"
        "+100  proven\n");
}

TEST_CASE("notes stand below their row, across all columns, and wrap with the page") {
  TextTable table({{"Gap", Align::right}, {"Grade"}});
  table.row({"+100", "proven"});
  table.note("split, proven: three for one", 2);
  table.row({"+7", "plausible"});
  CHECK(table.laid_out(26, false, 1) ==
        "  Gap  Grade\n"
        " ----  ---------\n"
        " +100  proven\n"
        "   split, proven: three\n"
        "   for one\n"
        "   +7  plausible\n");
}

TEST_CASE("on a narrow page texts wrap and numbers stay whole") {
  TextTable table({{"Nature of ownership", Align::left, true, 10}, {"Owned", Align::right}});
  table.row({"By the family trust of the spouse", "1,234,567"});
  CHECK(table.laid_out(26, false, 0) ==
        "Nature of            Owned\n"
        "ownership\n"
        "---------------  ---------\n"
        "By the family    1,234,567\n"
        "trust of the\n"
        "spouse\n");
}

TEST_CASE("a page that is too narrow for the numbers gets long lines, not cut numbers") {
  TextTable table({{"Owned", Align::right}, {"Reported", Align::right}});
  table.row({"1,234,567,890", "1,234,567,891"});
  CHECK(table.laid_out(10, false, 0).find("1,234,567,890  1,234,567,891\n") != std::string::npos);
}

TEST_CASE("colour adds nothing but escape sequences around the cells") {
  TextTable table({{"Owned", Align::right}});
  table.row({{"7", Ink::bad}});
  CHECK(table.laid_out(80, true, 0).find("    \x1b[31m7\x1b[0m\n") != std::string::npos);
  CHECK(table.laid_out(80, false, 0).find('\x1b') == std::string::npos);
}

TEST_CASE("width counts terminal columns, not bytes") {
  CHECK(display_width("Caf\u00e9") == 4);
  CHECK(display_width("e\u0301") == 1);       // a combining accent takes no column
  CHECK(display_width("\u682a\u5f0f") == 4);  // two wide characters
  CHECK(display_width("\xff\xfe") == 2);      // not UTF-8: a column a byte
  CHECK(display_width("") == 0);
}

TEST_CASE("words are broken only where one is longer than the line") {
  CHECK(wrapped("one two three", 7) == std::vector<std::string>{"one two", "three"});
  CHECK(wrapped("abcdefgh ij", 3) == std::vector<std::string>{"abc", "def", "gh", "ij"});
  CHECK(wrapped("\u682a\u682a\u682a", 4) == std::vector<std::string>{"\u682a\u682a", "\u682a"});
  CHECK(wrapped("", 5) == std::vector<std::string>{""});
}

TEST_CASE("the text of a filing cannot steer the terminal") {
  TextTable table({{"Security"}});
  table.row({"Common\x1b[2J Stock\u009b1m"});
  CHECK(table.laid_out(80, false, 0).find("Common?[2J Stock?1m\n") != std::string::npos);
}
