#include "filing/schema_value.h"

#include <doctest/doctest.h>

#include <string>

using namespace stakebook;

namespace {

bool takes(const SchemaValue& value, std::string_view text) { return !objection_to(text, value); }

}  // namespace

TEST_CASE("An amount has no sign, no comma, at most 12 digits and 4 that count after the point") {
  for (const char* text : {"0", "0.0000", "66.9030", ".5", "5.", "+5", "-0.0", "007",
                           "999999999999.9999", "1.123400"}) {
    CAPTURE(text);
    CHECK(takes(schema::amount, text));
  }
  for (const char* text :
       {"", ".", "-1", "1,000", "$5", "1e3", "1000000000000", "0.00001", "1.2.3", "-0.5", "12 "}) {
    CAPTURE(text);
    CHECK_FALSE(takes(schema::amount, text));
  }
}

TEST_CASE("A date may have a time zone") {
  for (const char* text :
       {"2024-02-29", "0022-03-01", "2007-11-20-05:00", "2024-03-05Z", "2024-03-05+14:00"}) {
    CAPTURE(text);
    CHECK(takes(schema::date, text));
  }
  for (const char* text : {"", "2023-02-29", "2/3/2024", "2024-03-05T00:00:00", "2024-03-05+14:01",
                           "2024-03-05-5:00", "24-03-05"}) {
    CAPTURE(text);
    CHECK_FALSE(takes(schema::date, text));
  }
}

TEST_CASE("Booleans are written in four ways") {
  for (const char* text : {"0", "1", "true", "false"}) CHECK(takes(schema::boolean, text));
  for (const char* text : {"", "True", "Y", "x"}) CHECK_FALSE(takes(schema::boolean, text));
}

TEST_CASE("Letters, states and countries are those of the schema's lists") {
  CHECK(takes(schema::letter("AD"), "D"));
  CHECK_FALSE(takes(schema::letter("AD"), "d"));
  CHECK_FALSE(takes(schema::letter("AD"), ""));
  CHECK_FALSE(takes(schema::letter("AD"), "AD"));
  CHECK(takes(schema::letter_or_none("E|L"), ""));
  CHECK(takes(schema::us_state, "CA"));
  CHECK(takes(schema::us_state, ""));
  // Ontario was a state's code until the schema of 2026 gave countries an element of their own.
  CHECK_FALSE(takes(schema::us_state, "A6"));
  CHECK(takes(schema::country, "A6"));
  CHECK_FALSE(takes(schema::country, "CA"));
  CHECK_FALSE(takes(schema::us_state, "CA CO"));
}

TEST_CASE("Texts have their lengths in characters") {
  CHECK(takes(schema::text_to(3), ""));
  CHECK(takes(schema::text_to(3), "M\xC3\xBC\xC3\xBC"));
  CHECK_FALSE(takes(schema::text_to(3), "abcd"));
  CHECK_FALSE(takes(schema::name_to(3), ""));
  CHECK(takes(schema::exactly(5), "X0508"));
  CHECK_FALSE(takes(schema::exactly(5), "X050"));
  CHECK(takes(schema::cik, "0009100077"));
  CHECK_FALSE(takes(schema::cik, "12a"));
  CHECK_FALSE(takes(schema::cik, "01234567890"));
  CHECK(takes(schema::zip, "94105-1234"));
  CHECK_FALSE(takes(schema::zip, "94105/12"));
}

TEST_CASE("Footnotes are called F1 to F99") {
  for (const char* id : {"F1", "F9", "F10", "F99"}) CHECK(is_schema_footnote_id(id));
  for (const char* id : {"", "F", "F0", "F01", "F100", "f1", "1", "F1a"}) {
    CHECK_FALSE(is_schema_footnote_id(id));
  }
}
