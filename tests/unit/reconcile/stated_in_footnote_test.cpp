#include "reconcile/stated_in_footnote.h"

#include <doctest/doctest.h>

#include "reconcile/stated_amount.h"
#include "support/gap_story.h"

using namespace stakebook;
using gap_story::explained;

namespace {

std::string amounts_in(std::string_view text) {
  std::string result;
  for (const StatedAmount& stated : stated_amounts(text)) {
    result += stated.amount.to_text() + (stated.acquired ? " acquired" : "") +
              (stated.disposed ? " disposed" : "") + "; ";
  }
  return result;
}

// A sale, another, and a gap of 312 between them.
std::string story_with(const std::string& note, const std::string& following) {
  return R"(
    1 2024-01-05 4
    I 2024-01-04 S D 100 = 5000
    2 2024-08-05 4
    I 2024-08-04 S D 200 = )" +
         following + " note:F1\nF1 " + note + "\n";
}

}  // namespace

TEST_CASE("numbers of shares are read from words, prices and dates are not") {
  CHECK(amounts_in("Includes 312 shares acquired under the ESPP on June 30, 2024.") ==
        "312 acquired; ");
  CHECK(amounts_in("Includes 1,492.667 shares of common stock purchased at $12.50 per share.") ==
        "1492.667 acquired; ");
  CHECK(amounts_in("Includes twelve shares received as a dividend.") == "12 acquired; ");
  CHECK(amounts_in("Reflects the forfeiture of 1,000 unvested restricted stock units.") ==
        "1000 disposed; ");
  CHECK(amounts_in("Sold under a Rule 10b5-1 plan at prices from $20.10 to $20.90.").empty());
}

TEST_CASE("a footnote that says so many were acquired, exactly the gap: proven") {
  const std::string story =
      story_with("Includes 312 shares acquired under the ESPP on June 30, 2024.", "5112");
  CHECK(explained(story) == R"(
2.I.1 gap 312: proven stated in footnote
)");
  const GapCause cause = gap_story::cause_of(gap_story::reconciled(story), "2.I.1");
  REQUIRE(cause.quotes.size() == 1);
  CHECK(cause.quotes.front() == "Includes 312 shares acquired under the ESPP on June 30, 2024");
  REQUIRE(cause.evidence.size() == 2);
  CHECK(cause.evidence.back().to_text() == "2.F1");
}

TEST_CASE("several numbers of one row may make up the gap together") {
  CHECK(explained(story_with("Includes 300 shares purchased under the ESPP and 12 shares acquired "
                             "under the dividend reinvestment plan.",
                             "5112")) == R"(
2.I.1 gap 312: proven stated in footnote
)");
}

TEST_CASE("the words' direction must be the gap's") {
  CHECK(explained(story_with("Reflects the forfeiture of 312 restricted shares.", "4488")) == R"(
2.I.1 gap -312: proven stated in footnote
)");
  CHECK(explained(story_with("Sales reported; 312 shares were forfeited.", "5112")) == R"(
2.I.1 gap 312: unexplained
)");
}

TEST_CASE("words that only say what a balance consists of prove nothing") {
  CHECK(explained(story_with("Includes 312 unvested restricted stock units.", "5112")) == R"(
2.I.1 gap 312: plausible stated in footnote
)");
}

TEST_CASE("words that an earlier report said already are no news") {
  CHECK(explained(R"(
    1 2024-01-05 4
    I 2024-01-04 S D 100 = 5000 note:F1
    F1 Includes 312 shares acquired under the ESPP.
    2 2024-08-05 4
    I 2024-08-04 S D 200 = 5112 note:F1
    F1 Includes 312 shares acquired under the ESPP.
  )") == R"(
2.I.1 gap 312: plausible stated in footnote
)");
}

TEST_CASE("a number that is not the gap explains nothing") {
  CHECK(explained(story_with("Includes 313 shares acquired under the ESPP.", "5112"))
            .find("proven") == std::string::npos);
}

TEST_CASE("what one unit is worth is no number of shares that came in") {
  CHECK(explained(story_with("Each share of Class B stock was issued for one share.", "5001"))
            .find("proven") == std::string::npos);
}
