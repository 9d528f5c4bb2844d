#include "value/text.h"

#include <doctest/doctest.h>

#include "value/diagnostic.h"

using namespace stakebook;

TEST_CASE("white space carries no meaning") {
  CHECK(collapsed("  Common \n\t Stock\r\n") == "Common Stock");
  CHECK(collapsed(" \n ").empty());
  CHECK(collapsed("").empty());
  CHECK(trimmed("\v a b \f") == "a b");
  CHECK(trimmed("   ").empty());
}

TEST_CASE("only ASCII letters have a case; other bytes pass untouched") {
  CHECK(lowered("By TRUST \xC3\x89") == "by trust \xC3\x89");
  CHECK(same_ignoring_case("See Footnote", "SEE FOOTNOTE"));
  CHECK_FALSE(same_ignoring_case("See Footnote", "See Footnotes"));
  CHECK_FALSE(same_ignoring_case("[", "{"));
}

TEST_CASE("a part is found whatever its case, and nothing is part of everything") {
  CHECK(contains_ignoring_case("Foster Karen M", "karen"));
  CHECK_FALSE(contains_ignoring_case("Foster", "fosters"));
  CHECK(contains_ignoring_case("Foster", ""));
  CHECK(contains_ignoring_case("", ""));
  CHECK_FALSE(contains_ignoring_case("", "a"));
}

TEST_CASE("the words of a name are letters and digits; points and apostrophes vanish") {
  using Words = std::vector<std::string>;
  CHECK(words_of_name("Foster, Matthew J.") == Words{"foster", "matthew", "j"});
  CHECK(words_of_name("O'Neil & Tarn L.P.") == Words{"oneil", "tarn", "lp"});
  CHECK(words_of_name("3M Co/De") == Words{"3m", "co", "de"});
  CHECK(words_of_name("Se\xC3\xA1n") == Words{"se\xC3\xA1n"});
  CHECK(words_of_name(" .,").empty());
}

TEST_CASE("digits are one to nine of them and nothing else") {
  CHECK(parse_digits("0") == 0);
  CHECK(parse_digits("007") == 7);
  CHECK(parse_digits("999999999") == 999'999'999);
  for (const char* text : {"", "1000000000", "-1", "+1", " 1", "1.0", "1a"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_digits(text));
  }
}

TEST_CASE("every severity has a name") {
  CHECK(name_of(Severity::note) == "note");
  CHECK(name_of(Severity::warning) == "warning");
  CHECK(name_of(Severity::error) == "error");
}
