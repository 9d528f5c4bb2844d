#include "event/split_link.h"

#include <algorithm>

namespace stakebook {
namespace {

struct Life {
  std::optional<Date> first;
  std::optional<Date> last;
};

std::vector<Life> lives_of(const History& history) {
  std::vector<Life> lives(history.accounts.size());
  for (const Event& event : history.events) {
    if (event.account == no_account) continue;
    Life& life = lives[static_cast<std::size_t>(event.account)];
    if (!life.first || event.effective < *life.first) life.first = event.effective;
    if (!life.last || event.effective > *life.last) life.last = event.effective;
  }
  return lives;
}

bool alike_but_for_strike(const AccountIdentity& a, const AccountIdentity& b) {
  return a.table == Table::derivative && b.table == Table::derivative && a.holders == b.holders &&
         a.direct == b.direct && a.expiration && a.expiration == b.expiration &&
         folded_title(a.security_title) == folded_title(b.security_title) &&
         folded_nature(a.nature) == folded_nature(b.nature);
}

bool is_adjusted(Price before, Price after, Ratio split) {
  const Decimal cent = *Decimal::parse("0.01");
  return absolute(strike_after(before, split).amount() - after.amount()) <= cent;
}

void merge(History& history, std::int32_t from, std::int32_t into) {
  for (Event& event : history.events) {
    if (event.account == from) event.account = into;
  }
  for (TermsClaim& terms : history.terms) {
    if (terms.account == from) terms.account = into;
  }
  for (AmendedRow& row : history.amended) {
    if (row.event.account == from) row.event.account = into;
  }
}

}  // namespace

Price strike_after(Price strike, Ratio split) {
  return Price(split.inverse().of(strike.amount(), 2, Rounding::ceiling));
}

void link_accounts_across_splits(History& history) {
  std::vector<const Event*> splits;
  for (const Event& event : history.events) {
    if (event.kind == EventKind::split) splits.push_back(&event);
  }
  std::sort(splits.begin(), splits.end(),
            [](const Event* a, const Event* b) { return a->effective < b->effective; });
  for (const Event* split : splits) {
    const Date date = split->effective;
    const std::vector<Life> lives = lives_of(history);
    for (std::size_t old = 0; old < lives.size(); ++old) {
      if (!lives[old].last || *lives[old].last >= date || !history.accounts[old].strike) continue;
      for (std::size_t late = 0; late < lives.size(); ++late) {
        if (!lives[late].first || *lives[late].first < date || !history.accounts[late].strike)
          continue;
        if (alike_but_for_strike(history.accounts[old], history.accounts[late]) &&
            is_adjusted(*history.accounts[old].strike, *history.accounts[late].strike,
                        *split->ratio)) {
          merge(history, static_cast<std::int32_t>(late), static_cast<std::int32_t>(old));
          break;
        }
      }
    }
  }
}

}  // namespace stakebook
