// Two accounts are candidates for the same shares if and only if
// 1. they are of one table and security, of different holders, and not both direct: two persons do
//    not own the same shares directly, however alike their awards are;
// 2. a row of each says the same: date, amount, price where there is one, balance afterwards;
// 3. and there is a reason beside: the one filing's nature of ownership, footnotes or remarks name
//    a holder of the other; or one is direct and the other's nature is only a footnote, the rows
//    have a price, are no award, and leave a balance that is neither nothing nor what was acquired;
// 4. and nothing contradicts it: on every day on which both moved they moved alike, and between the
//    first and the last day that both report neither moved alone;
// 5. and it is the only reading: of accounts that are taken for one line at most one is direct, and
//    no two have the same holders; without a name in the words, no third account fits either.
#include "book/same_shares.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "event/account.h"
#include "event/cited_footnotes.h"
#include "event/claim_place.h"
#include "value/text.h"

namespace stakebook {
namespace {

using Words = std::set<std::string, std::less<>>;

// Legal forms and initials tell nobody from another.
bool is_telling(const std::string& word) {
  static const Words forms = {"and", "co",          "company", "corp", "corporation", "inc",
                              "jr",  "limited",     "llc",     "llp",  "lp",          "ltd",
                              "of",  "partnership", "the",     "trust"};
  return word.size() > 1 && !forms.contains(word);
}

Words words_in(std::string_view text) {
  Words words;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) words.insert(std::move(word));
    word.clear();
  };
  for (const char c : text) {
    if (c == '.' || c == '\'') continue;
    if (is_letter(c) || is_digit(c) || (c & 0x80) != 0) {
      word += lower(c);
    } else {
      finish();
    }
  }
  finish();
  return words;
}

bool names(const Words& text, std::string_view name) {
  Words telling = words_in(name);
  std::erase_if(telling, [](const std::string& word) { return !is_telling(word); });
  return telling.size() >= 2 &&
         std::includes(text.begin(), text.end(), telling.begin(), telling.end());
}

// A row that moves an exact amount to a reported balance.
struct Move {
  std::int32_t event = no_event;
  std::int32_t account = no_account;
};

class Search {
 public:
  Search(const std::vector<Claim>& claims, const History& history, const Book& book)
      : claims_(claims), history_(history) {
    for (const Account& account : book.accounts) {
      for (const Posting& posting : account.postings) {
        if (posting.event != no_event && event(posting.event).has_change()) {
          moves_[account.identity].push_back(posting.event);
        }
      }
    }
  }

  std::vector<SameShares> run() {
    std::vector<SameShares> found;
    std::map<std::int32_t, int> pairs_of;
    for (const auto& [pair, rows] : pairs_that_say_the_same()) {
      if (contradicts(pair.first, pair.second)) continue;
      SameShares same = judged(pair, rows);
      if (same.accounts.empty()) continue;
      ++pairs_of[pair.first];
      ++pairs_of[pair.second];
      found.push_back(std::move(same));
    }
    std::erase_if(found, [&](const SameShares& same) {
      return same.named_in.empty() &&
             (pairs_of[same.accounts.front()] > 1 || pairs_of[same.accounts.back()] > 1);
    });
    return compatible(std::move(found));
  }

 private:
  using Pair = std::pair<std::int32_t, std::int32_t>;
  using Rows = std::vector<std::pair<std::int32_t, std::int32_t>>;

  const Event& event(std::int32_t index) const {
    return history_.events[static_cast<std::size_t>(index)];
  }
  const AccountIdentity& identity(std::int32_t account) const {
    return history_.accounts[static_cast<std::size_t>(account)];
  }

  // A pair that would make one line of two direct accounts, or of two of the same holders, goes.
  std::vector<SameShares> compatible(std::vector<SameShares> found) const {
    std::map<std::int32_t, std::vector<std::int32_t>> lines;  // the first account -> all
    std::map<std::int32_t, std::int32_t> line_of;
    const auto first_of = [&](std::int32_t account) {
      const auto [place, is_new] = line_of.try_emplace(account, account);
      if (is_new) lines[account] = {account};
      return place->second;
    };
    std::erase_if(found, [&](const SameShares& same) {
      const std::int32_t left = first_of(same.accounts.front());
      const std::int32_t right = first_of(same.accounts.back());
      if (left == right) return false;
      for (const std::int32_t a : lines[left]) {
        for (const std::int32_t b : lines[right]) {
          const bool both_direct = identity(a).direct && identity(b).direct;
          if (both_direct || identity(a).holders == identity(b).holders) return true;
        }
      }
      for (const std::int32_t account : lines[right]) {
        line_of[account] = left;
        lines[left].push_back(account);
      }
      lines.erase(right);
      return false;
    });
    return found;
  }

  std::map<Pair, Rows> pairs_that_say_the_same() const {
    std::map<std::tuple<Date, Shares, Shares>, std::vector<Move>> alike;
    for (const auto& [account, events] : moves_) {
      for (const std::int32_t index : events) {
        const Event& one = event(index);
        const auto change = one.change.exact();
        if (!change || change->is_zero() || !one.reported_following) continue;
        alike[{one.effective, *change, *one.reported_following}].push_back({index, account});
      }
    }
    std::map<Pair, Rows> pairs;
    for (const auto& [what, moves] : alike) {
      for (std::size_t i = 0; i < moves.size(); ++i) {
        for (std::size_t k = i + 1; k < moves.size(); ++k) {
          if (could_be(moves[i], moves[k])) {
            pairs[{moves[i].account, moves[k].account}].emplace_back(moves[i].event,
                                                                     moves[k].event);
          }
        }
      }
    }
    return pairs;
  }

  bool could_be(const Move& a, const Move& b) const {
    const AccountIdentity& left = identity(a.account);
    const AccountIdentity& right = identity(b.account);
    return a.account != b.account && left.table == right.table && !(left.direct && right.direct) &&
           left.holders != right.holders && left.strike == right.strike &&
           left.expiration == right.expiration &&
           event(a.event).source.entry != event(b.event).source.entry &&
           event(a.event).code == event(b.event).code &&
           event(a.event).price == event(b.event).price &&
           folded_title(left.security_title) == folded_title(right.security_title);
  }

  // Each day's changes, sorted.
  std::map<Date, std::vector<Shares>> days_of(std::int32_t account) const {
    std::map<Date, std::vector<Shares>> days;
    for (const std::int32_t index : moves_.at(account)) {
      days[event(index).effective].push_back(event(index).change.exact().value_or(Shares()));
    }
    for (auto& [day, changes] : days) std::sort(changes.begin(), changes.end());
    return days;
  }

  bool contradicts(std::int32_t a, std::int32_t b) const {
    const auto left = days_of(a);
    const auto right = days_of(b);
    const Date first = std::max(left.begin()->first, right.begin()->first);
    const Date last = std::min(left.rbegin()->first, right.rbegin()->first);
    const auto within = [&](const auto& days) {
      auto result = days;
      std::erase_if(result, [&](const auto& day) { return day.first < first || day.first > last; });
      return result;
    };
    return within(left) != within(right);
  }

  SameShares judged(const Pair& pair, const Rows& rows) const {
    SameShares found;
    bool is_told_by_price = false;
    for (const auto& [left, right] : rows) {
      found.rows.emplace_back(event(left).source, event(right).source);
      for (const auto& [mine, other] : {std::pair(left, right), {right, left}}) {
        if (names_holder_of(event(mine).source, event(other).source)) {
          FigureReference place;
          place.place = event(mine).source;
          found.named_in.push_back(place);
        }
      }
      is_told_by_price = is_told_by_price || tells_by_price(event(left));
    }
    is_told_by_price = is_told_by_price && is_flipped(identity(pair.first), identity(pair.second));
    if (!found.named_in.empty() || is_told_by_price) found.accounts = {pair.first, pair.second};
    return found;
  }

  // One is direct, and of the other only a footnote tells how it is held.
  static bool is_flipped(const AccountIdentity& left, const AccountIdentity& right) {
    return left.direct != right.direct &&
           points_to_footnote(left.direct ? right.nature : left.nature);
  }

  static bool tells_by_price(const Event& one) {
    const Shares after = *one.reported_following;
    return one.kind != EventKind::grant && one.price && one.price->is_positive() &&
           !after.is_zero() && after != *one.change.exact();
  }

  bool names_holder_of(const Reference& mine, const Reference& other) const {
    const Claim* here = claim_at(claims_, mine.entry);
    const Claim* there = claim_at(claims_, other.entry);
    const Row* row = here != nullptr ? row_at(*here, mine) : nullptr;
    if (row == nullptr || there == nullptr || there->filing() == nullptr) return false;
    const Words text = words_of(here->filing()->document, *row);
    const auto& owners = there->filing()->document.reporting_owners;
    return std::any_of(owners.begin(), owners.end(), [&](const ReportingOwner& owner) {
      return names(text, owner.rpt_owner_name.filed_text());
    });
  }

  // What the filing says of a row in words.
  static Words words_of(const OwnershipDocument& document, const Row& row) {
    std::string text = row.nature_of_ownership.filed_text() + ' ' + document.remarks.filed_text();
    for (const Footnote* footnote : resolved(cited_footnotes(row), document)) {
      text += ' ' + footnote->text;
    }
    return words_in(text);
  }

  const std::vector<Claim>& claims_;
  const History& history_;
  std::map<std::int32_t, std::vector<std::int32_t>> moves_;  // account -> events
};

// The lists of accounts that hang together.
std::vector<std::vector<std::size_t>> groups_of(std::size_t accounts,
                                                const std::vector<SameShares>& same) {
  std::vector<std::size_t> root(accounts);
  std::iota(root.begin(), root.end(), std::size_t{0});
  const auto root_of = [&](std::size_t account) {
    while (root[account] != account) account = root[account];
    return account;
  };
  for (const SameShares& one : same) {
    for (const std::int32_t account : one.accounts) {
      const std::size_t a = root_of(static_cast<std::size_t>(one.accounts.front()));
      const std::size_t b = root_of(static_cast<std::size_t>(account));
      root[std::max(a, b)] = std::min(a, b);
    }
  }
  std::vector<std::vector<std::size_t>> groups(accounts);
  for (std::size_t account = 0; account < accounts; ++account) {
    groups[root_of(account)].push_back(account);
  }
  std::erase_if(groups, [](const auto& group) { return group.empty(); });
  return groups;
}

}  // namespace

std::vector<SameShares> same_shares(const std::vector<Claim>& claims, const History& history,
                                    const Book& book) {
  return Search(claims, history, book).run();
}

std::vector<SecurityTotal> totals_of(const History& history, const Book& book,
                                     const std::vector<SameShares>& same) {
  std::vector<SecurityTotal> totals;
  std::map<std::string, std::size_t> places;
  for (const std::vector<std::size_t>& group : groups_of(book.accounts.size(), same)) {
    std::vector<const Account*> held;
    for (const std::size_t index : group) {
      const Account& account = book.accounts[index];
      const AccountIdentity& identity =
          history.accounts[static_cast<std::size_t>(account.identity)];
      const bool counts = identity.table == Table::non_derivative && !account.postings.empty() &&
                          account.balance != ShareRange::exactly(Shares());
      if (counts) held.push_back(&account);
    }
    if (held.empty()) continue;
    const AccountIdentity& first =
        history.accounts[static_cast<std::size_t>(held.front()->identity)];
    const auto [place, is_new] =
        places.try_emplace(folded_title(first.security_title), totals.size());
    if (is_new) {
      totals.push_back({first.security_title, ShareRange::exactly(Shares()), 0, 0, {}});
    }
    SecurityTotal& total = totals[place->second];
    const Account* largest = held.front();
    bool is_comparable = largest->balance.is_exact();
    for (const Account* account : held) {
      is_comparable = is_comparable && account->balance.is_exact();
      if (is_comparable && *account->balance.exact() > *largest->balance.exact()) {
        largest = account;
      }
    }
    // Of amounts that are not known the largest is not known either.
    total.balance = total.balance +
                    (is_comparable || held.size() == 1 ? largest->balance : ShareRange::unknown());
    total.accounts += std::ssize(held);
    total.left_out += std::ssize(held) - 1;
    if (held.size() > 1) total.grade = Grade::plausible;
  }
  return totals;
}

}  // namespace stakebook
