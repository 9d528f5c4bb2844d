#include "value/identifier.h"

#include <doctest/doctest.h>

#include <unordered_set>

using namespace stakebook;

TEST_CASE("a CIK is one to ten digits, and leading zeros do not matter") {
  CHECK(Cik::parse("1318605")->to_text() == "0001318605");
  CHECK(Cik::parse("0001318605") == Cik::parse("1318605"));
  CHECK(Cik::parse("9999999999")->number() == 9'999'999'999U);
  for (const char* text :
       {"", "0", "0000000000", "12345678901", "13 18605", "-1318605", "CIK1318605", "1318605 "}) {
    CAPTURE(text);
    CHECK_FALSE(Cik::parse(text));
  }
}

TEST_CASE("an accession number is the same with and without its hyphens") {
  CHECK(AccessionNumber::parse("000110465921012345")->to_text() == "0001104659-21-012345");
  CHECK(AccessionNumber::parse("0001104659-21-012345") ==
        AccessionNumber::parse("000110465921012345"));
  CHECK(AccessionNumber::parse("9999999999-99-999999")->to_text() == "9999999999-99-999999");
  for (const char* text :
       {"", "0001104659-21-01234", "0001104659-21-0123456", "0001104659-210-12345",
        "0001104659_21_012345", "00011046592101234x", "0001104659-2-1012345"}) {
    CAPTURE(text);
    CHECK_FALSE(AccessionNumber::parse(text));
  }
}

TEST_CASE("identifiers order by number and are keys") {
  CHECK(*Cik::parse("789019") < *Cik::parse("1318605"));
  const std::unordered_set<Cik> parties{*Cik::parse("789019"), *Cik::parse("0000789019")};
  CHECK(parties.size() == 1);
}
