#include "value/reference.h"

#include <doctest/doctest.h>

using namespace stakebook;

TEST_CASE("every kind of reference is written as it is read") {
  for (const char* text :
       {"12", "12.I.3", "12.II.1.exercise_date", "12.F4", "12.F4.2", "12.II.1#3", "12.F4.2#1",
        "12#2", "12.I.3@2007-11-20", "12.I.3@2007-11-20~2007-11-21", "12.I.3~2007-11-21",
        "12.I.3.shares_owned_following_transaction@2007-11-20",
        "9223372036854775807.II.2147483647"}) {
    CAPTURE(text);
    const auto reference = FigureReference::parse(text);
    REQUIRE(reference);
    CHECK(reference->to_text() == text);
  }
}

TEST_CASE("a figure's parts are what its reference says") {
  const auto figure = *FigureReference::parse("12.II.1.exercise_date#3@2007-11-20~2007-11-21");
  CHECK(figure.place == Reference{12, Part::table_ii, 1, 0});
  CHECK(figure.field == "exercise_date");
  CHECK(figure.tranche == 3);
  CHECK(figure.on == Date::of(2007, 11, 20));
  CHECK(figure.known == Instant::parse("2007-11-21"));
  const auto timed = *FigureReference::parse("12.I.1@2007-11-20~2007-11-21T16:30:00");
  CHECK(timed.known == Instant::parse("2007-11-21 16:30:00"));
  CHECK_FALSE(FigureReference::parse("12.I.1@2007-11-20~2007-11-21T16:30"));
  CHECK_FALSE(FigureReference::parse("12.I.1@2007-11-20~2007-11-21 16:30:00"));
  CHECK(Reference::parse("12.F4.2") == Reference{12, Part::footnote, 4, 2});
}

TEST_CASE("what is no reference, or is spelt another way, is refused") {
  for (const char* text : {"",
                           "0",
                           "-1",
                           "+12",
                           "012",
                           "12.",
                           ".I.3",
                           "12.III.1",
                           "12.i.3",
                           "12.I",
                           "12.I.",
                           "12.I.0",
                           "12.I.03",
                           "12.I.3.",
                           "12.I.3.Price",
                           "12.I.3.a b",
                           "12.F",
                           "12.F0",
                           "12.F4.",
                           "12.F4.0",
                           "12.F04",
                           "12#0",
                           "12#",
                           "12#x",
                           "12@",
                           "12@2007-02-29",
                           "12~20071120",
                           "12.I.3~2007-11-21@2007-11-20",
                           "12@2007-11-20#3",
                           "9223372036854775808",
                           "12.I.2147483648",
                           " 12",
                           "12 "}) {
    CAPTURE(text);
    CHECK_FALSE(FigureReference::parse(text));
  }
}

TEST_CASE("a place is a reference without a field, tranche or date") {
  CHECK(Reference::parse("12.I.3"));
  for (const char* text : {"12.I.3.price", "12#1", "12@2007-11-20", "12~2007-11-20"}) {
    CAPTURE(text);
    CHECK_FALSE(Reference::parse(text));
  }
}

TEST_CASE("references order as their places do in the ledger") {
  CHECK(*Reference::parse("2.II.9") < *Reference::parse("10"));
  CHECK(*Reference::parse("10") < *Reference::parse("10.I.1"));
  CHECK(*Reference::parse("10.I.9") < *Reference::parse("10.I.10"));
  CHECK(*Reference::parse("10.I.10") < *Reference::parse("10.II.1"));
  CHECK(*Reference::parse("10.II.1") < *Reference::parse("10.F1"));
}

TEST_CASE("every grade has a name") {
  CHECK(name_of(Grade::reported) == "reported");
  CHECK(name_of(Grade::proven) == "proven");
  CHECK(name_of(Grade::plausible) == "plausible");
  CHECK(name_of(Grade::unexplained) == "unexplained");
}
