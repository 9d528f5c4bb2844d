#include "reconcile/hidden_fractions.h"

#include <doctest/doctest.h>

#include "support/gap_story.h"

using namespace stakebook;
using gap_story::explained;

// Lowenthal, Oppenheimer Holdings 2019: 3673 + 15.56 = 3688.56, + 16.5 = 3705.06, + 15.93 =
// 3720.99.
TEST_CASE("a balance carried without rounding rounds to every reported one: proven") {
  const std::string story = R"(
    1 2020-02-07 5
    I 2019-02-28 P A 14.19 = 3673
    I 2019-05-24 P A 15.56 = 3689
    I 2019-08-26 P A 16.50 = 3705
    I 2019-11-22 P A 15.93 = 3721
  )";
  CHECK(explained(story) == R"(
1.I.2 gap 0.44: proven hidden fractions
1.I.3 gap -0.5: proven hidden fractions
1.I.4 gap 0.07: proven hidden fractions
)");
  const GapCause cause = gap_story::cause_of(gap_story::reconciled(story), "1.I.3");
  CHECK(cause.statement ==
        "reported balances are rounded: carried without rounding this one is 3,705.06, reported "
        "as 3,705");
}

TEST_CASE("a balance that no carried fraction rounds to is not explained by fractions") {
  // 3688.56 + 16.5 = 3705.06, at most 3705.56: never 3706.4 and more, as 3707 would need.
  CHECK(explained(R"(
    1 2020-02-07 5
    I 2019-02-28 P A 14.19 = 3673
    I 2019-05-24 P A 15.56 = 3689
    I 2019-08-26 P A 16.50 = 3707
  )") == R"(
1.I.2 gap 0.44: proven hidden fractions
1.I.3 gap 1.5: unexplained
)");
}

// Johnston, Microsoft 2025: 1410.53 + 2.336 = 1412.866.
TEST_CASE("a balance reported to fewer decimals than the change is rounded: proven") {
  CHECK(explained(R"(
    1 2025-09-12 4
    I 2025-09-10 A A 209.845 = 1410.53
    I 2025-09-11 A A 2.336 = 1412.87
  )") == R"(
1.I.2 gap 0.004: proven hidden fractions
)");
}

TEST_CASE("one fractional change among whole balances is plausible: it may be a typing error") {
  CHECK(explained(R"(
    1 2024-01-05 4
    I 2024-01-04 P A 100 = 500
    2 2024-02-05 4
    I 2024-02-04 P A 100.37 = 600
  )") == R"(
2.I.1 gap -0.37: plausible hidden fractions
)");
}

TEST_CASE("one share between whole numbers is plausible without a witness") {
  const std::string story = R"(
    1 2024-01-05 4
    I 2024-01-04 P A 957 = 2824
    2 2024-02-05 4
    I 2024-02-04 A A 15 = 2840 note:F1
  )";
  CHECK(explained(story + "F1 Granted under the plan.") == R"(
2.I.1 gap 1: plausible hidden fractions
)");
  CHECK(explained(story + "F1 Includes one share as a result of accumulated fractional shares.") ==
        R"(
2.I.1 gap 1: proven hidden fractions
)");
  CHECK(explained(story + "F1 Includes 2 shares as a result of accumulated fractional shares.") ==
        R"(
2.I.1 gap 1: plausible hidden fractions
)");
}

// Mann, QNB 2019, and the directors of Microsoft 2025.
TEST_CASE("one unit of the last place is proven where the row's footnote tells of fractions") {
  const std::string story = R"(
    1 2020-01-05 5
    I 2019-06-28 P A 161.5660 = 2145.8292
    I 2019-09-27 P A 163.6972 = 2309.5263 note:F1
  )";
  CHECK(explained(story) == R"(
1.I.2 gap -0.0001: plausible hidden fractions
)");
  CHECK(explained(story + "F1 Acquired by reinvestment of dividends.") == R"(
1.I.2 gap -0.0001: proven hidden fractions
)");
}

TEST_CASE("gaps of one share are a habit where later rows of the account show its fractions") {
  const std::string story = R"(
    1 2021-01-05 4
    I 2021-01-04 A A 100 = 1000
    2 2021-04-05 4
    I 2021-04-04 A A 100 = 1101
    3 2021-07-05 4
    I 2021-07-04 A A 100 = 1202
    4 2021-10-05 4
    I 2021-10-04 A A 100 = 1303
  )";
  CHECK(explained(story) == R"(
2.I.1 gap 1: plausible hidden fractions
3.I.1 gap 1: plausible hidden fractions
4.I.1 gap 1: plausible hidden fractions
)");
  CHECK(explained(story + R"(
    5 2022-01-05 4
    I 2022-01-04 A A 100.408 = 1403.682
  )") == R"(
2.I.1 gap 1: proven hidden fractions
3.I.1 gap 1: proven hidden fractions
4.I.1 gap 1: proven hidden fractions
5.I.1 gap 0.274: proven hidden fractions
)");
}

TEST_CASE("two whole shares are no fraction") {
  CHECK(explained(R"(
    1 2024-01-05 4
    I 2024-01-04 P A 957 = 2824
    2 2024-02-05 4
    I 2024-02-04 A A 15 = 2841 note:F1
    F1 Includes fractional shares.
  )") == R"(
2.I.1 gap 2: unexplained
)");
}

TEST_CASE(
    "a balance that could be met by another fraction, but not by the carried one: plausible") {
  // 3688.56 + 16.5 = 3705.06, which rounds to 3705; 3706 needs a first balance of 3673.44 at least.
  CHECK(explained(R"(
    1 2020-02-07 5
    I 2019-02-28 P A 14.19 = 3673
    I 2019-05-24 P A 15.56 = 3689
    I 2019-08-26 P A 16.50 = 3706
  )") == R"(
1.I.2 gap 0.44: proven hidden fractions
1.I.3 gap 0.5: plausible hidden fractions
)");
}

TEST_CASE("where an account's footnotes tell of each share, a gap without words is plausible") {
  const std::string note = "F1 Includes one share as a result of accumulated fractional shares.\n";
  CHECK(explained(R"(
    1 2021-01-05 4
    I 2021-01-04 A A 100 = 1000
    2 2021-04-05 4
    I 2021-04-04 A A 100 = 1101 note:F1
    )" + note + R"(
    3 2021-07-05 4
    I 2021-07-04 A A 100 = 1202
    4 2021-10-05 4
    I 2021-10-04 A A 100 = 1303 note:F1
    )" + note + R"(
    5 2022-01-05 4
    I 2022-01-04 A A 100.408 = 1403.408
  )") == R"(
2.I.1 gap 1: proven hidden fractions
3.I.1 gap 1: plausible hidden fractions
4.I.1 gap 1: proven hidden fractions
)");
}
