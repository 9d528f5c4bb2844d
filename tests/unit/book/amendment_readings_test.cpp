// Amendments that can be read in several ways: balances are what lies between the readings.
#include <doctest/doctest.h>

#include "support/filing_story.h"

using namespace stakebook;
using namespace stakebook::filing_story;

TEST_CASE("an amendment of either of two filings makes the balance a range, until a later one") {
  const std::string story = R"(
  1 2024-05-02 4
  I 2024-05-01 P A 100 @10 = 1100
  2 2024-05-02 4
  I 2024-05-01 P A 100 @10 = 1200
  3 2024-05-20 4/A of 2024-05-02
  I 2024-05-01 P A 150 @10
)";
  // Of entry 1: 1,200 as entry 2 reports, and 150. Of entry 2: 1,100 as entry 1 reports, and 150.
  const History history = derive(filings_of(story));
  const Book book = replay(history);
  CHECK(book.accounts[0].balance.to_text() == "at least 1250 and at most 1350");
  REQUIRE(history.diagnostics.size() == 1);
  CHECK(history.diagnostics[0].code == "amendment-ambiguous");
  CHECK(history.events.size() == 3);  // nothing is taken away
  // Reported again in every reading, so certain again.
  const std::string later = story + R"(
  4 2024-07-02 4
  I 2024-07-01 S D 50 @12 = 900
)";
  const History settled = derive(filings_of(later));
  CHECK(replay(settled).accounts[0].balance.to_text() == "900");
}

TEST_CASE("an original that several amendments lead to is no tie") {
  const History history = derive(filings_of(R"(
  1 2024-05-02 4
  I 2024-05-01 P A 100 @10 = 1100
  2 2024-05-20 4/A of 2024-05-02
  I 2024-05-01 P A 150 @10 = 1150
  3 2024-05-20 4/A of 2024-05-02
  I 2024-05-01 P A 160 @10 = 1160
)"));
  CHECK(history.other_readings.empty());
  CHECK(history.events.size() == 1);
}

TEST_CASE("a row that may correct another or stand beside it is read both ways") {
  const std::string story = R"(
  1 2024-05-02 4
  I 2024-05-01 S D 1000 @10 = 9000
  2 2024-05-20 4/A of 2024-05-02
  I 2024-05-01 S D 700 @12 = 7100
)";
  const History history = derive(filings_of(story));
  REQUIRE(history.other_readings.size() == 1);
  CHECK(history.diagnostics[0].code == "amendment-row-doubtful");
  REQUIRE(history.events.size() == 2);
  CHECK(history.events[0].source.to_text() == "1.I.1");
  CHECK(history.events[0].inferences.front().rule == "amendment-in-doubt");
  // 7,100 is reported by the row that stands in both readings.
  CHECK(replay(history).accounts[0].balance.to_text() == "7100");
}

TEST_CASE("a repeated transaction of a withdrawn filing may stand or not") {
  const std::string story = R"(
  1 2024-04-02 4
  I 2024-04-01 P A 100 @9 = 1000
  2 2024-05-02 4
  I 2024-05-01 P A 100 @10 = 1100
  3 2024-05-20 4/A of 2024-05-02 : The reporting person withdraws the Form 4.
  I 2024-05-01 P A 100 @10 = 1100
)";
  const History history = derive(filings_of(story));
  CHECK(replay(history).accounts[0].balance.to_text() == "at least 1000 and at most 1100");
}

TEST_CASE("restated in its entirety without a row: it is read both ways") {
  const std::string story = R"(
  1 2024-05-02 4
  I 2024-05-01 S D 100 @10 = 900
  I 2024-05-02 S D 50 @10 = 850
  2 2024-05-20 4/A of 2024-05-02 : This amendment restates the Form 4 in its entirety.
  I 2024-05-01 S D 100 @10.5 = 900
)";
  const History history = derive(filings_of(story));
  CHECK(replay(history).accounts[0].balance.to_text() == "at least 850 and at most 900");
}

TEST_CASE("restated in its entirety, every row with a partner: a full replacement, no doubt") {
  const History history = derive(filings_of(R"(
  1 2024-05-02 4
  I 2024-05-01 P A 100 @10 = 1100
  2 2024-05-20 4/A of 2024-05-02 : This amendment restates the Form 4 in its entirety.
  I 2024-05-03 P A 250 @9 = 1300
)"));
  CHECK(history.other_readings.empty());
  REQUIRE(history.events.size() == 1);
  CHECK(history.events[0].source.to_text() == "2.I.1");
}

namespace {

// `count` sales, each with an amendment of one row that may correct it or stand beside it.
std::string sales_in_doubt(int count) {
  std::string story;
  for (int i = 0; i < count; ++i) {
    const std::string day = "2024-0" + std::to_string(i + 1);
    story += std::to_string(2 * i + 1) + " " + day + "-02 4\n";
    story += "I " + day + "-01 S D 1000 @10 = 9000 by:Trust_" + std::to_string(i) + "\n";
    story += std::to_string(2 * i + 2) + " " + day + "-20 4/A of " + day + "-02\n";
    story += "I " + day + "-01 S D 700 @12 = 7100 by:Trust_" + std::to_string(i) + "\n";
  }
  return story;
}

bool says_cut(const History& history) {
  return std::any_of(history.diagnostics.begin(), history.diagnostics.end(),
                     [](const Diagnostic& one) { return one.code == "amendment-readings-cut"; });
}

}  // namespace

TEST_CASE("many amendments in doubt end in a bounded number of readings, and it is said") {
  const History history = derive(filings_of(sales_in_doubt(8)));
  CHECK(history.other_readings.size() == 15);
  CHECK(says_cut(history));
  // Sixteen readings are all that four of them have.
  const History whole = derive(filings_of(sales_in_doubt(4)));
  CHECK(whole.other_readings.size() == 15);
  CHECK_FALSE(says_cut(whole));
}

TEST_CASE("an amendment that leaves the same doubt forty times over is read a bounded number") {
  // Two to the power of forty ways to answer, and two readings.
  std::string story = R"(
  1 2024-04-02 4
  I 2024-04-01 P A 100 @9 = 1000
  2 2024-05-02 4
  I 2024-05-01 P A 100 @10 = 1100
  3 2024-05-20 4/A of 2024-05-02 :)";
  for (int i = 0; i < 40; ++i) story += " The reporting person withdraws the Form 4.";
  story += "\n  I 2024-05-01 P A 100 @10 = 1100\n";
  const History history = derive(filings_of(story));
  CHECK(history.other_readings.size() == 1);
  CHECK(says_cut(history));
  CHECK(replay(history).accounts[0].balance.to_text() == "at least 1000 and at most 1100");
}
