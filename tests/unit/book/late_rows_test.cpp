#include "book/late_rows.h"

#include <doctest/doctest.h>

#include "support/story.h"

using namespace stakebook;

namespace {

// Entries became known in the order of their numbers.
History known_in_order(const std::string& text) {
  History history = story::history_of(text);
  for (Event& event : history.events) {
    event.rank = static_cast<std::int32_t>(event.source.entry);
  }
  std::stable_sort(history.events.begin(), history.events.end(), happens_before);
  return history;
}

std::string checks_of(const History& history) {
  std::string result = "\n";
  const Book book = replay(history);
  for (const Posting& posting : book.accounts.at(0).postings) {
    const Event& event = event_of(history, posting);
    result += event.source.to_text() + " " + event.effective.to_text() + " checked from " +
              posting.checked_from().to_text() + ", after " + posting.after.to_text() + " " +
              std::string(name_of(posting.check)) +
              (posting.gap.is_zero() ? "" : " " + posting.gap.to_text()) + "\n";
  }
  return result;
}

}  // namespace

TEST_CASE("gifts reported late go on from what was held when they were reported") {
  // The gift of 10 March was filed after the sales of 1 and 20 April, whose balances leave it out.
  const History history = known_in_order(R"(
    1.1 2024-03-01 S -100 = 900
    2.1 2024-04-01 S -100 = 800
    3.1 2024-04-20 S -100 = 700
    4.1 2024-03-10 G -50 = 650
    5.1 2024-06-01 S -100 = 550
  )");
  CHECK(checks_of(history) == R"(
1.I.1 2024-03-01 checked from 1000, after 900 opens
4.I.1 2024-03-10 checked from 700, after 850 chains
2.I.1 2024-04-01 checked from 900, after 750 chains
3.I.1 2024-04-20 checked from 800, after 650 chains
5.I.1 2024-06-01 checked from 650, after 550 chains
)");
}

TEST_CASE("what was held on a date follows the dates, also between a late row and its report") {
  const History history = known_in_order(R"(
    1.1 2024-03-01 S -100 = 900
    2.1 2024-04-01 S -100 = 800
    3.1 2024-03-10 G -50 = 750
  )");
  const auto held_on = [&](int month, int day) {
    return replay(history, {Date::of(2024, month, day)}).accounts.at(0).balance.to_text();
  };
  CHECK(held_on(3, 5) == "900");
  CHECK(held_on(3, 10) == "850");
  CHECK(held_on(4, 1) == "750");
}

TEST_CASE("rows that a filing lists against their dates are taken together") {
  const History history = known_in_order(R"(
    1.1 2012-03-01 C -100 = 900
    2.1 2012-04-02 C -100 = 800
    2.2 2012-03-27 C -150 = 650
    3.1 2012-05-01 C -100 = 550
  )");
  const Book book = replay(history);
  for (const Posting& posting : book.accounts.at(0).postings) CHECK(posting.gap.is_zero());
  CHECK(book.accounts[0].balance == ShareRange::exactly(*Shares::parse("550")));
}

TEST_CASE("a late row that chains at its own date stays there") {
  const History history = known_in_order(R"(
    1.1 2010-02-01 P +100 = 1100
    2.1 2010-06-01 P +100 = 1250
    3.1 2010-04-01 P +50 = 1150
  )");
  CHECK(checks_of(history) == R"(
1.I.1 2010-02-01 checked from 1000, after 1100 opens
3.I.1 2010-04-01 checked from 1100, after 1150 chains
2.I.1 2010-06-01 checked from 1150, after 1250 chains
)");
}

TEST_CASE("a gap keeps its size in whatever order it is found") {
  // Filing 4 leaves out 25 that nobody reported: the gap is -25, and stands at its balance.
  const History history = known_in_order(R"(
    1.1 2024-03-01 S -100 = 900
    2.1 2024-04-01 S -100 = 800
    3.1 2024-03-10 G -50 = 750
    4.1 2024-05-01 S -100 = 625
  )");
  CHECK(checks_of(history) == R"(
1.I.1 2024-03-01 checked from 1000, after 900 opens
3.I.1 2024-03-10 checked from 800, after 850 chains
2.I.1 2024-04-01 checked from 900, after 750 chains
4.I.1 2024-05-01 checked from 750, after 625 gap -25
)");
}
