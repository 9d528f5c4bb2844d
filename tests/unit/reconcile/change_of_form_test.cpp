#include "reconcile/change_of_form.h"

#include <doctest/doctest.h>

#include "support/gap_story.h"

using namespace stakebook;
using gap_story::explained;

// Musk, Tesla, November 2021: what was left directly went to the trust.
TEST_CASE("opposite gaps of two accounts of the owner are each other's witness: proven") {
  const std::string story = R"(
    1 2021-11-10 4
    I 2021-11-08 S D 3200 = 1220481
    I holding = 166904938 by:By_Trust
    2 2021-11-15 4
    I 2021-11-15 M A 2107672 = 2107672
    I holding = 168125419 by:By_Trust
  )";
  CHECK(explained(story) == R"(
2.I.1 gap -1220481: proven change of form
2.I.2 gap 1220481: proven change of form
)");
  CHECK(gap_story::cause_of(gap_story::reconciled(story), "2.I.1").statement ==
        "1,220,481 shares moved to those held indirectly, By Trust");
}

TEST_CASE("rows that a later Form 5 adds in between do not hide the opposite move") {
  CHECK(explained(R"(
    1 2021-11-10 4
    I 2021-11-08 S D 3200 = 1220481
    I holding = 166904938 by:By_Trust
    2 2021-11-15 4
    I 2021-11-15 M A 2107672 = 2107672
    I holding = 168125419 by:By_Trust
    3 2022-02-14 5
    I 2021-11-12 G D 500 = 166904438 by:By_Trust
  )") == R"(
2.I.1 gap -1220481: proven change of form
2.I.2 gap 1220981: unexplained
)");
}

TEST_CASE("a round number is met by accident: plausible") {
  CHECK(explained(R"(
    1 2021-11-10 4
    I 2021-11-08 S D 3200 = 50000
    I holding = 60000 by:By_Trust
    2 2021-11-15 4
    I 2021-11-15 S D 10 = 39990
    I holding = 70000 by:By_Trust
  )") == R"(
2.I.1 gap -10000: plausible change of form
2.I.2 gap 10000: plausible change of form
)");
}

TEST_CASE("a row of the same amount nearby may be the one that is out of place: plausible") {
  CHECK(explained(R"(
    1 2021-11-10 4
    I 2021-11-08 G D 12345 = 50000
    I 2021-11-08 G A 12345 = 60000 by:By_Trust
    2 2021-11-15 4
    I 2021-11-15 S D 10 = 37645
    I holding = 72345 by:By_Trust
  )") == R"(
2.I.1 gap -12345: plausible change of form
2.I.2 gap 12345: plausible change of form
)");
}

TEST_CASE("an opposite gap of another owner is none of this one's") {
  CHECK(explained(R"(
    1 2021-11-10 4
    I 2021-11-08 S D 3200 = 1220481
    2 2021-11-10 4 for:3
    I holding = 166904938
    3 2021-11-15 4
    I 2021-11-15 S D 81 = 20000
    4 2021-11-15 4 for:3
    I holding = 168105338
  )") == R"(
3.I.1 gap -1200400: unexplained
4.I.1 gap 1200400: unexplained
)");
}

TEST_CASE("a footnote that states the number proves the move") {
  const std::string story = R"(
    1 2021-11-10 4
    I 2021-11-10 S D 399 = 166904938 by:By_Trust
    2 2021-11-12 4
    I 2021-11-11 S D 2000 = 168123419 by:By_Trust note:F1
  )";
  CHECK(explained(story + "F1 Includes 1,220,481 shares previously held directly by the reporting "
                          "person which was transferred to the Trust on November 10, 2021.") == R"(
2.I.1 gap 1220481: proven change of form
)");
  CHECK(explained(story + "F1 Reflects changes in form of beneficial ownership (Rule 16a-13).") ==
        R"(
2.I.1 gap 1220481: plausible change of form
)");
  CHECK(explained(story + "F1 Held by the Trust.") == R"(
2.I.1 gap 1220481: unexplained
)");
}

// Thiel, Palantir 2023: 20,849,832 and 2,565,601 became 23,415,433 in one more account.
TEST_CASE(
    "gaps of the owner's accounts in one filing that sum to nothing: proven by words beside") {
  const std::string story = R"(
    1 2021-08-16 4
    I holding = 20849832
    I holding = 2750050 by:Entity_One
    I holding = 2565601 by:Entity_Two
    I holding = 1000000 by:Entity_Three
    2 2021-11-16 4
    I holding = 0
    I holding = 26165483 by:Entity_One
    I holding = 0 by:Entity_Two
  )";
  // Figures that cancel out may be lines that changed places.
  CHECK(explained(story) == R"(
2.I.1 gap -20849832: plausible change of form
2.I.2 gap 23415433: plausible change of form
2.I.3 gap -2565601: plausible change of form
)");
  // One more that has nothing to do with them, and its words.
  CHECK(explained(story + "I holding = 1000321 by:Entity_Three\n" +
                  "I holding = 7 by:Entity_Four note:F1\n" +
                  "F1 Moved in changes in the form of beneficial ownership (Rule 16a-13).") == R"(
2.I.1 gap -20849832: proven change of form
2.I.2 gap 23415433: proven change of form
2.I.3 gap -2565601: proven change of form
2.I.4 gap 321: unexplained
)");
}

TEST_CASE("two lines that exchange their balances are confused with one another: plausible") {
  CHECK(explained(R"(
    1 2021-11-10 4
    I holding = 51234 by:Trust_One
    I holding = 60777 by:Trust_Two
    2 2021-11-15 4
    I holding = 60777 by:Trust_One
    I holding = 51234 by:Trust_Two
  )") == R"(
2.I.1 gap 9543: plausible change of form
2.I.2 gap -9543: plausible change of form
)");
}
