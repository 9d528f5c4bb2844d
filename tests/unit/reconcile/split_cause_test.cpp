#include "reconcile/split_cause.h"

#include <doctest/doctest.h>

#include "reconcile/split_ratio.h"
#include "support/gap_story.h"

using namespace stakebook;
using gap_story::explained;

namespace {

Shares shares(const char* text) { return *Shares::parse(text); }

std::string ratios_in(std::string_view text) {
  std::string result;
  for (const StatedRatio& stated : stated_ratios(text)) result += stated.ratio.to_text() + " ";
  return result;
}

}  // namespace

TEST_CASE("a ratio is one that splits have, to the share") {
  CHECK(ratio_between(shares("12345"), shares("37035")) == Ratio(3));
  CHECK(ratio_between(shares("1001"), shares("1501")) == Ratio(3, 2));  // 1501.5, cut
  CHECK(ratio_between(shares("1003"), shares("125")) == Ratio(1, 8));   // 125.375, cut
  CHECK(ratio_between(shares("1003"), shares("126")) == Ratio(1, 8));   // or rounded up
  CHECK(ratio_between(shares("34098597"), shares("170492985")) == Ratio(5));
  CHECK(!ratio_between(shares("1133283"), shares("4159576")));
  CHECK(!ratio_between(shares("12345"), shares("37034")));  // whole: nothing to round
  CHECK(!ratio_between(shares("12345"), shares("12345")));
  CHECK(!ratio_between(shares("0"), shares("12345")));
}

TEST_CASE("ratios are read from words about splits, and from no others") {
  CHECK(ratios_in("Reflects the 3-for-1 stock split effected on August 31, 2020.") == "3 ");
  CHECK(ratios_in("adjusted for a three-for-one forward split") == "3 ");
  CHECK(ratios_in("a 1-for-20 reverse stock split") == "1/20 ");
  CHECK(ratios_in("a reverse stock split of 20:1") == "1/20 ");
  CHECK(ratios_in("a 5% stock dividend") == "21/20 ");
  CHECK(ratios_in("Class B converts into Class A on a 2-for-1 basis.").empty());
  CHECK(ratios_in("a one-for-one stock split").empty());
}

// Domain test 10-A, with the strike of an option as its witness.
TEST_CASE("a ratio with a strike that moved by the inverse is a split: proven") {
  const std::string story = R"(
    1 2020-05-05 4
    I 2020-05-04 P A 345 = 12345
    II holding = 1000 strike:317.01 expires:2028-01-20
    2 2020-11-05 4
    I 2020-11-04 S D 1000 = 36035
  )";
  CHECK(explained(story) == R"(
2.I.1 gap 24690: plausible split
)");
  const std::string moved = "II holding = 3000 strike:105.67 expires:2028-01-20\n";
  CHECK(explained(story + moved) == R"(
2.I.1 gap 24690: proven split
)");
  CHECK(gap_story::cause_of(gap_story::reconciled(story + moved), "2.I.1").statement ==
        "3-for-1: 12,345 became 37,035; the strike of an option went from 317.01 to 105.67");
  CHECK(explained(story + "II holding = 3000 strike:105.60 expires:2028-01-20") == R"(
2.I.1 gap 24690: plausible split
)");
}

TEST_CASE("a ratio that another owner's account shows too is a split: proven") {
  const std::string story = R"(
    1 2020-05-05 4
    I 2020-05-04 P A 345 = 12345
    2 2020-05-05 4 for:3
    I 2020-05-04 P A 50 = 770
    3 2020-11-05 4
    I 2020-11-04 S D 100 = 24590
  )";
  CHECK(explained(story) == R"(
3.I.1 gap 12345: unexplained
)");
  CHECK(explained(story + R"(
    4 2020-11-05 4 for:3
    I 2020-11-04 S D 40 = 1500
  )") == R"(
4.I.1 gap 770: proven split
3.I.1 gap 12345: proven split
)");
}

TEST_CASE("a ratio that a footnote states is a split: proven") {
  const std::string story = R"(
    1 2020-05-05 4
    I 2020-05-04 P A 345 = 1003
    2 2020-11-05 4
    I 2020-11-04 S D 25 = 100 note:F1
  )";
  CHECK(explained(story + "F1 Reflects a 1-for-8 reverse stock split.") == R"(
2.I.1 gap -878: proven split
)");
  CHECK(explained(story + "F1 Reflects a 1-for-10 reverse stock split.") == R"(
2.I.1 gap -878: unexplained
)");
}

// Domain test 10-D.
TEST_CASE("a ratio of two without a witness is no split: a row may be missing") {
  CHECK(explained(R"(
    1 2020-05-05 4
    I 2020-05-04 P A 345 = 10000
    2 2020-11-05 4
    I 2020-11-04 S D 100 = 19900
  )") == R"(
2.I.1 gap 10000: unexplained
)");
}

TEST_CASE("the same balance of two owners is one witness, not two: it may be one holding") {
  CHECK(explained(R"(
    1 2020-05-05 4
    I 2020-05-04 P A 345 = 10000
    2 2020-05-06 4 for:3
    I 2020-05-05 P A 340 = 10000
    3 2020-11-05 4
    I 2020-11-04 S D 100 = 19900
    4 2020-11-06 4 for:3
    I 2020-11-05 S D 110 = 19890
  )") == R"(
3.I.1 gap 10000: unexplained
4.I.1 gap 10000: unexplained
)");
}

TEST_CASE("a filing that is there twice doubles what it granted: no split") {
  CHECK(explained(R"(
    1 2020-05-05 4
    I 2020-05-04 A A 6343 = 6343
    2 2020-05-05 4 for:3
    I 2020-05-04 A A 3524 = 3524
    3 2020-11-05 4
    I 2020-11-04 S D 100 = 12586
    4 2020-11-06 4 for:3
    I 2020-11-05 S D 110 = 6938
  )") == R"(
4.I.1 gap 3524: unexplained
3.I.1 gap 6343: unexplained
)");
}
