#include "event/account_words.h"

#include <doctest/doctest.h>

using namespace stakebook;

TEST_CASE("titles of one security fold to one text") {
  CHECK(folded_title("Common Stock, par value $0.01 per share") == "common");
  CHECK(folded_title("COMMON SHARES") == "common");
  CHECK(folded_title("Common Stock, $1 2/3 par value") == "common");
  CHECK(folded_title("Common") == "common");
  CHECK(folded_title("Class A Common Stock, $0.01 par value") == "class a common");
  CHECK(folded_title("Common Stock, Class A") == "class a common");
  CHECK(folded_title("Class B Common Stock (2)") == "class b common");
  CHECK(folded_title("Restricted Stock Units") == folded_title("Restricted stock unit"));
  CHECK(folded_title("Stock Option (Right to Buy)") == folded_title("Stock Options (rt to buy)"));
}

TEST_CASE("titles of different securities stay apart") {
  CHECK(folded_title("Class A Common Stock") != folded_title("Class B Common Stock"));
  CHECK(folded_title("Common Stock") != folded_title("Common Units"));
  CHECK(folded_title("Call Option (Right to Buy)") !=
        folded_title("Put Option (Obligation to Buy)"));
  CHECK(folded_title("Series C-1 Preferred Stock") != folded_title("Series C-2 Preferred Stock"));
  CHECK(folded_title("Option (3)") == "option");
  CHECK(folded_title("(3)") == "3");  // a title is never empty for its mark
}

TEST_CASE("natures of one holder fold to one text") {
  CHECK(folded_nature("By Spouse.") == "spouse");
  CHECK(folded_nature("by wife") == "spouse");
  CHECK(folded_nature("Held by the Smith Trust") == "smith trust");
  CHECK(folded_nature("By 401(k) Plan") == folded_nature("401(k)"));
  CHECK(folded_nature("See Footnotes (2) and (3)") == folded_nature("see footnote"));
  CHECK(folded_nature("By Son") != folded_nature("By Daughter"));
  CHECK(folded_nature("By") == "by");
}
