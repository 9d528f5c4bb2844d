// An account is simulated, reported with losses, and replayed. Whatever is lost, the truth must lie
// in every range, and whatever is exact must be the truth. Seeded: a failure prints its round.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "book/book.h"

using namespace stakebook;

namespace {

struct Simulated {
  History history;              // as reported, in document order
  std::vector<Shares> changes;  // the truth, by row number
  Shares opening;
  Shares closing;
};

struct Losses {
  int amount_percent = 0;
  int balance_percent = 0;
};

Simulated simulate(std::mt19937& random, Losses losses) {
  Simulated result;
  result.history.accounts.emplace_back();
  int balance = 10'000 + static_cast<int>(random() % 1'000);
  result.opening = Shares(balance);
  Date day = *Date::of(2020, 1, 1);
  const int rows = 2 + static_cast<int>(random() % 20);
  for (int row = 1; row <= rows; ++row) {
    day = day.plus_days(static_cast<int>(random() % 3));
    const int size = 1 + static_cast<int>(random() % 97);
    const bool acquired = random() % 2 == 0;
    const Shares change(acquired ? size : -size);
    balance += acquired ? size : -size;
    Event event;
    event.kind = acquired ? EventKind::acquisition : EventKind::disposition;
    event.code = acquired ? 'P' : 'S';
    event.account = 0;
    event.effective = day;
    event.known = {day.plus_days(2)};
    event.source = {1, Part::table_i, row, 0};
    event.change = ShareRange::exactly(change);
    if (static_cast<int>(random() % 100) < losses.amount_percent) {
      event.change = acquired ? ShareRange::more_than(Shares()) : ShareRange::less_than(Shares());
    }
    if (static_cast<int>(random() % 100) >= losses.balance_percent) {
      event.reported_following = Shares(balance);
    }
    result.history.events.push_back(event);
    result.changes.push_back(change);
  }
  result.closing = Shares(balance);
  return result;
}

// Shuffles the rows within each day: the order of a document says nothing.
void shuffle_days(std::vector<Event>& events, std::mt19937& random) {
  for (auto begin = events.begin(); begin != events.end();) {
    const auto end = std::find_if(begin, events.end(), [&](const Event& event) {
      return event.effective != begin->effective;
    });
    std::shuffle(begin, end, random);
    begin = end;
  }
}

const Shares& truth_of(const Simulated& simulated, const Event& event) {
  return simulated.changes[static_cast<std::size_t>(event.source.number - 1)];
}

}  // namespace

TEST_CASE("with every figure reported, each balance chains in document order") {
  std::mt19937 random(1);
  for (int round = 0; round < 500; ++round) {
    const Simulated simulated = simulate(random, {});
    const Account account = replay(simulated.history).accounts[0];
    CAPTURE(round);
    CHECK(account.opening == ShareRange::exactly(simulated.opening));
    CHECK(account.balance == ShareRange::exactly(simulated.closing));
    CHECK(std::none_of(account.postings.begin(), account.postings.end(),
                       [](const Posting& posting) { return posting.check == Check::gap; }));
  }
}

TEST_CASE("the order of rows within a day does not matter") {
  std::mt19937 random(2);
  for (int round = 0; round < 500; ++round) {
    Simulated simulated = simulate(random, {});
    shuffle_days(simulated.history.events, random);
    const Account account = replay(simulated.history).accounts[0];
    CAPTURE(round);
    CHECK(std::none_of(account.postings.begin(), account.postings.end(),
                       [](const Posting& posting) { return posting.check == Check::gap; }));
    CHECK(account.balance.contains(simulated.closing));
  }
}

TEST_CASE("whatever is lost, every exact figure is the truth and every range holds it") {
  std::mt19937 random(3);
  int solved = 0;
  for (int round = 0; round < 2'000; ++round) {
    const Simulated simulated = simulate(random, {30, 40});
    const Account account = replay(simulated.history).accounts[0];
    CAPTURE(round);
    CHECK(account.opening.contains(simulated.opening));
    CHECK(account.balance.contains(simulated.closing));
    for (const Posting& posting : account.postings) {
      const Event& event = simulated.history.events[static_cast<std::size_t>(posting.event)];
      CHECK(posting.change.contains(truth_of(simulated, event)));
      CHECK(posting.check != Check::gap);
      if (!event.change.is_exact() && posting.change.is_exact()) ++solved;
    }
  }
  CHECK(solved > 500);  // the test would say nothing if nothing were ever solved
}

TEST_CASE("opening, changes and gaps add up to the balance, whatever is reported") {
  std::mt19937 random(4);
  for (int round = 0; round < 500; ++round) {
    Simulated simulated = simulate(random, {});
    // One balance in three is typed wrong.
    for (Event& event : simulated.history.events) {
      if (random() % 3 == 0) *event.reported_following += Shares(static_cast<int>(random() % 50));
    }
    const Account account = replay(simulated.history).accounts[0];
    Shares sum = *account.opening.exact();
    for (const Posting& posting : account.postings) sum += *posting.change.exact() + posting.gap;
    CAPTURE(round);
    CHECK(account.balance == ShareRange::exactly(sum));
  }
}
