// Replay of events that are in memory already, and derivation of events from claims.
//
//   replay_events        one account, two rows a day, balances that chain in document order
//   replay_shuffled      the same, the rows of each day in the wrong order: the path must be found
//   replay_many_accounts 1,000 accounts of 100 events
// The counter `events/s` is for one core; `hash` guards against work that is not done.
#include <benchmark/benchmark.h>

#include "book/book.h"

namespace {

using namespace stakebook;

History history_of(std::int32_t accounts, std::int32_t days, bool shuffled) {
  History history;
  history.accounts.resize(static_cast<std::size_t>(accounts));
  std::vector<int> balances(static_cast<std::size_t>(accounts), 100'000);
  const Date start = *Date::of(2010, 1, 1);
  std::int64_t entry = 0;
  for (std::int32_t day = 0; day < days; ++day) {
    for (std::int32_t account = 0; account < accounts; ++account) {
      int& balance = balances[static_cast<std::size_t>(account)];
      ++entry;
      Event rows[2];
      for (int row = 0; row < 2; ++row) {
        const int change = row == 0 ? 5000 + day % 7 : -5000;
        balance += change;
        Event& event = rows[row];
        event.kind = change > 0 ? EventKind::exercise : EventKind::disposition;
        event.code = change > 0 ? 'M' : 'S';
        event.account = account;
        event.effective = start.plus_days(day);
        event.known = {event.effective.plus_days(2)};
        event.source = {entry, Part::table_i, row + 1, 0};
        event.change = ShareRange::exactly(Shares(change));
        event.reported_following = Shares(balance);
      }
      if (shuffled) std::swap(rows[0], rows[1]);
      history.events.push_back(rows[0]);
      history.events.push_back(rows[1]);
    }
  }
  return history;
}

void replay_history(benchmark::State& state, const History& history) {
  std::size_t hash = 0;
  for (auto _ : state) {
    const Book book = replay(history);
    hash = 0;
    for (const Account& account : book.accounts) {
      hash = hash * 31 + std::hash<Decimal>()(account.balance.exact().value_or(Shares()).amount());
      for (const Posting& posting : account.postings)
        hash += static_cast<std::size_t>(posting.check);
    }
    benchmark::DoNotOptimize(hash);
  }
  const auto events = static_cast<std::int64_t>(history.events.size());
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * events);
  state.counters["events"] = benchmark::Counter(static_cast<double>(events));
  state.SetLabel("hash " + std::to_string(hash % 1'000'000'007U));
}

void replay_events(benchmark::State& state) { replay_history(state, history_of(1, 5'000, false)); }
void replay_shuffled(benchmark::State& state) { replay_history(state, history_of(1, 5'000, true)); }
void replay_many_accounts(benchmark::State& state) {
  replay_history(state, history_of(1'000, 50, false));
}

BENCHMARK(replay_events);
BENCHMARK(replay_shuffled);
BENCHMARK(replay_many_accounts);

}  // namespace

BENCHMARK_MAIN();
