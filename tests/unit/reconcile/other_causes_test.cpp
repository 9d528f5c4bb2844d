// Plan accrual, settlement, class conversion, filing missing, exit; and several causes of one gap.
#include <doctest/doctest.h>

#include "support/gap_story.h"

using namespace stakebook;
using gap_story::explained;

// Moynihan, Bank of America 2025.
TEST_CASE("a small gap of an account that names a plan is plausible") {
  CHECK(explained(R"(
    1 2025-09-16 4
    I holding = 3553.255 by:401(k)_Plan
    2 2025-10-16 4
    I holding = 3568.159 by:401(k)_Plan
  )") == R"(
2.I.1 gap 14.904: plausible plan accrual
)");
  CHECK(explained(R"(
    1 2025-09-16 4
    I holding = 3553.255 by:401(k)_Plan
    2 2025-10-16 4
    I holding = 4568.159 by:401(k)_Plan
    3 2025-10-17 4
    I holding = 4528.159 by:401(k)_Plan
  )") == R"(
2.I.1 gap 1014.904: unexplained
3.I.1 gap -40: unexplained
)");
}

TEST_CASE("a footnote that names a plan without a number is plausible") {
  CHECK(explained(R"(
    1 2025-09-10 4
    I 2025-09-09 F D 250.42 = 143781.433
    2 2025-10-09 4
    I 2025-10-07 F D 250.419 = 143534.935 note:F1
    F1 Balance adjusted to reflect current shares held in the Associate Stock Purchase Plan.
  )") == R"(
2.I.1 gap 3.921: plausible plan accrual
)");
}

TEST_CASE("an exercise that only Table II shows settles the gap: proven") {
  const std::string before = R"(
    1 2024-01-05 4
    I 2024-01-04 P A 100 = 5000
    II holding = 4000 strike:10 expires:2030-01-20
    2 2024-03-05 4
  )";
  const std::string after = R"(
    3 2024-04-05 4
    I 2024-04-04 S D 200 = 6050
  )";
  CHECK(explained(before + "II 2024-03-01 M D 1250 = 2750 strike:10 expires:2030-01-20" + after) ==
        R"(
3.I.1 gap 1250: proven settlement
)");
  CHECK(explained(before + "II 2024-03-01 M D 1251 = 2749 strike:10 expires:2030-01-20" + after) ==
        R"(
3.I.1 gap 1250: unexplained
)");
  // Two that fit: neither is proven.
  CHECK(explained(before + R"(
    II 2024-03-01 M D 1250 = 2750 strike:10 expires:2030-01-20
    II 2024-03-02 M D 1250 = 1500 strike:10 expires:2030-01-20)" +
                  after) == R"(
3.I.1 gap 1250: plausible settlement
)");
}

TEST_CASE("one class for another is plausible, with words about it proven") {
  const std::string story = R"(
    1 2024-01-05 4
    I holding = 12534 title:Class_B_Common_Stock
    I holding = 1000 title:Class_A_Common_Stock
    2 2024-06-05 4
    I holding = 0 title:Class_B_Common_Stock note:F1
    I holding = 13534 title:Class_A_Common_Stock
  )";
  CHECK(explained(story) == R"(
2.I.1 gap -12534: plausible class conversion
2.I.2 gap 12534: plausible class conversion
)");
  CHECK(explained(story + "F1 All Class B shares were converted when the founder retired.") == R"(
2.I.1 gap -12534: proven class conversion
2.I.2 gap 12534: proven class conversion
)");
}

// Cook, Apple: what the ledger holds of 2019 and of 2025.
TEST_CASE("a year of silence, and no other cause: a filing may be missing") {
  CHECK(explained(R"(
    1 2019-08-27 4
    I 2019-08-26 S D 3492 = 854849
    2 2025-10-03 4
    I 2025-10-01 M A 277206 = 3557501
  )") == R"(
2.I.1 gap 2425446: plausible filing missing
)");
  CHECK(explained(R"(
    1 2024-08-27 4
    I 2024-08-26 S D 3492 = 854849
    2 2025-07-03 4
    I 2025-07-01 M A 277206 = 3557501
  )") == R"(
2.I.1 gap 2425446: unexplained
)");
}

TEST_CASE("half a year of silence counts where reports used to be frequent") {
  const std::string monthly = R"(
    1 2024-01-05 4
    I 2024-01-04 A A 100 = 5100
    2 2024-02-05 4
    I 2024-02-04 A A 100 = 5200
    3 2024-03-05 4
    I 2024-03-04 A A 100 = 5300
    4 2024-04-05 4
    I 2024-04-04 A A 100 = 5400
    5 2024-05-05 4
    I 2024-05-04 A A 100 = 5500
    6 2024-06-05 4
    I 2024-06-04 A A 100 = 5600
  )";
  CHECK(explained(monthly + R"(
    7 2025-01-05 4
    I 2025-01-04 A A 100 = 6587
  )") == R"(
7.I.1 gap 887: plausible filing missing
)");
  CHECK(explained(monthly + R"(
    7 2024-09-05 4
    I 2024-09-04 A A 100 = 6587
  )") == R"(
7.I.1 gap 887: unexplained
)");
}

TEST_CASE("a new Form 3 after an older report: the owner was not subject in between") {
  CHECK(explained(R"(
    1 2024-01-05 4
    I 2024-01-04 S D 100 = 5000
    2 2024-09-05 3
    I holding = 5643
  )") == R"(
2.I.1 gap 643: plausible exit from section 16
)");
}

TEST_CASE("two causes that are both proven contradict each other: neither is") {
  // A footnote states 12,345 shares, and the trust's gap is the opposite.
  CHECK(explained(R"(
    1 2024-01-05 4
    I 2024-01-04 S D 100 = 50000
    I holding = 60000 by:By_Trust
    2 2024-02-05 4
    I 2024-02-04 S D 200 = 62145 note:F1
    I holding = 47655 by:By_Trust
    F1 Includes 12,345 shares purchased under the employee stock purchase plan.
  )") == R"(
2.I.1 gap 12345: plausible change of form plausible stated in footnote
2.I.2 gap -12345: plausible change of form
)");
}
