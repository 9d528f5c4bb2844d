#include <algorithm>

#include "book/account_replay.h"
#include "book/book.h"
#include "book/downstream.h"
#include "book/grants.h"
#include "book/readings.h"

namespace stakebook {
namespace {

// The events of each account, in order; splits go to every account from its first event on.
std::vector<std::vector<std::int32_t>> events_by_account(const History& history) {
  std::vector<std::vector<std::int32_t>> result(history.accounts.size());
  std::vector<std::size_t> sizes(history.accounts.size());
  for (const Event& event : history.events) {
    if (event.account != no_account) ++sizes[static_cast<std::size_t>(event.account)];
  }
  for (std::size_t i = 0; i < result.size(); ++i) result[i].reserve(sizes[i]);
  for (std::size_t i = 0; i < history.events.size(); ++i) {
    const Event& event = history.events[i];
    const auto index = static_cast<std::int32_t>(i);
    if (event.account != no_account) {
      result[static_cast<std::size_t>(event.account)].push_back(index);
    } else if (event.kind == EventKind::split) {
      for (auto& events : result) {
        if (!events.empty()) events.push_back(index);
      }
    }
  }
  return result;
}

// Leaves the postings up to the end of `on`, and the balance then.
void cut(Account& account, const History& history, Date on) {
  const auto later = std::find_if(
      account.postings.begin(), account.postings.end(),
      [&](const Posting& posting) { return event_of(history, posting).effective > on; });
  account.balance = later == account.postings.begin() ? account.opening : std::prev(later)->after;
  account.postings.erase(later, account.postings.end());
}

bool has_gap(const Account& account) {
  return std::any_of(account.postings.begin(), account.postings.end(),
                     [](const Posting& posting) { return posting.check == Check::gap; });
}

// The accounts of one reading.
Book accounts_of(const History& history, const AsOf& as_of) {
  Book book;
  book.accounts.reserve(history.accounts.size());
  const auto events = events_by_account(history);
  for (std::size_t i = 0; i < events.size(); ++i) {
    const auto index = static_cast<std::int32_t>(i);
    Account account = replay_account(history, index, events[i]);
    if (has_gap(account)) {
      const CarriedBalances carried = carried_balances(history, index, events[i]);
      if (!carried.empty()) account = replay_account(history, index, events[i], carried);
    }
    book.accounts.push_back(std::move(account));
  }
  if (as_of.on) {
    for (Account& account : book.accounts) {
      if (!account.postings.empty()) cut(account, history, *as_of.on);
    }
  }
  return book;
}

}  // namespace

std::string_view name_of(Check check) {
  switch (check) {
    case Check::nothing_reported: return "nothing reported";
    case Check::opens: return "opens";
    case Check::chains: return "chains";
    case Check::final_total: return "final total";
    case Check::gap: return "gap";
    case Check::not_determined: return "not determined";
  }
  return "";
}

Book replay(const History& history, const AsOf& as_of) {
  Book book = accounts_of(history, as_of);
  for (const History& other : history.other_readings) {
    widen(book, history, accounts_of(other, as_of), other);
  }
  if (as_of.grants) book.grants = grants_of(history, book, as_of.on);
  return book;
}

}  // namespace stakebook
