#include "book/readings.h"

#include <algorithm>
#include <map>
#include <string>

namespace stakebook {
namespace {

const Posting* posting_of(const Account& account, const History& history, const Reference& row) {
  for (const Posting& posting : account.postings) {
    if (event_of(history, posting).source == row) return &posting;
  }
  return nullptr;
}

ShareRange balance_on(const Account& account, const History& history, Date day) {
  ShareRange balance = account.opening;
  for (const Posting& posting : account.postings) {
    if (event_of(history, posting).effective > day) break;
    balance = posting.after;
  }
  return balance;
}

void leave_open(Posting& posting) {
  const bool decided = posting.check == Check::chains || posting.check == Check::final_total ||
                       posting.check == Check::gap;
  if (!decided) return;
  posting.check = Check::not_determined;
  posting.gap = Shares();
  posting.downstream_of.reset();
}

void note_range(Posting& posting) {
  constexpr const char* rule = "amendment-in-doubt";
  const bool noted = std::any_of(posting.inferences.begin(), posting.inferences.end(),
                                 [&](const Inference& one) { return one.rule == rule; });
  if (posting.after.is_exact() || noted) return;
  posting.inferences.push_back(
      {rule,
       "an amendment can be read in several ways; the balance lies between them",
       Grade::unexplained,
       {}});
}

void widen(Posting& posting, const Event& event, const Account& other, const History& history) {
  const Posting* same = posting_of(other, history, event.source);
  if (same == nullptr) {
    posting.after = posting.after.hull(balance_on(other, history, event.effective));
    note_range(posting);
    return leave_open(posting);
  }
  posting.before = posting.before.hull(same->before);
  posting.after = posting.after.hull(same->after);
  note_range(posting);
  if (same->check != posting.check || same->gap != posting.gap) leave_open(posting);
}

}  // namespace

void widen(Book& book, const History& history, const Book& other, const History& other_history) {
  std::map<std::string, const Account*> by_key;
  for (const Account& account : other.accounts) {
    by_key.emplace(other_history.accounts[static_cast<std::size_t>(account.identity)].key,
                   &account);
  }
  for (Account& account : book.accounts) {
    if (account.anchor.entry == 0) continue;
    const auto found =
        by_key.find(history.accounts[static_cast<std::size_t>(account.identity)].key);
    const Account nothing;
    const Account& same = found == by_key.end() ? nothing : *found->second;
    for (Posting& posting : account.postings) {
      widen(posting, event_of(history, posting), same, other_history);
    }
    if (found == by_key.end()) continue;
    account.opening = account.opening.hull(same.opening);
    account.balance = account.balance.hull(same.balance);
  }
}

}  // namespace stakebook
