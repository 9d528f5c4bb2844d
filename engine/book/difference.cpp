#include "book/difference.h"

#include <algorithm>
#include <map>
#include <set>

#include "book/grant_difference.h"

namespace stakebook {
namespace {

struct PlacedRow {
  RowState state;
  std::string key;  // of its account
};

using Rows = std::map<Reference, PlacedRow>;

Rows rows_of(const BookAsKnown& known) {
  Rows rows;
  for (const Account& account : known.book.accounts) {
    const std::string& key = known.history.accounts[static_cast<std::size_t>(account.identity)].key;
    for (const Posting& posting : account.postings) {
      const Event& event = event_of(known.history, posting);
      if (event.kind == EventKind::split) continue;  // in every account; the balances tell
      rows[event.source] = {
          {event, posting.change, posting.after, posting.check, posting.gap, posting.downstream_of},
          key};
    }
  }
  return rows;
}

bool says_the_same(const RowState& a, const RowState& b) {
  return a.change == b.change && a.after == b.after && a.check == b.check && a.gap == b.gap &&
         a.event.effective == b.event.effective && a.event.kind == b.event.kind &&
         a.event.price == b.event.price;
}

class Comparison {
 public:
  Comparison(const BookAsKnown& earlier, const BookAsKnown& later,
             const std::vector<std::int64_t>& new_claims)
      : earlier_(earlier),
        later_(later),
        new_claims_(new_claims.begin(), new_claims.end()),
        rows_before_(rows_of(earlier)),
        rows_after_(rows_of(later)) {
    for (const AccountIdentity& account : earlier.history.accounts) {
      identities_[account.key] = &account;
    }
    for (const AccountIdentity& account : later.history.accounts) {
      identities_[account.key] = &account;
    }
  }

  BookDifference run() {
    compare_rows();
    name_claims_of_recomputed();
    compare_balances();
    sort_rows();
    result_.grants = grant_differences(earlier_, later_, claims_by_account_);
    return std::move(result_);
  }

 private:
  const AmendedRow* amended(const Reference& row) const {
    const AmendedRow* found = nullptr;
    for (const AmendedRow& candidate : later_.history.amended) {
      if (candidate.event.source == row) found = &candidate;
    }
    return found;
  }

  // `claims`: those that say so themselves. Where they were all known before, what became known
  // since made them say something else, as an original does for an amendment that waited for it.
  RowDifference& add(RowChange change, const PlacedRow& row, std::vector<std::int64_t> claims) {
    std::erase_if(claims, [&](std::int64_t claim) { return !new_claims_.contains(claim); });
    if (claims.empty() && change != RowChange::recomputed) claims = newest_claims(row.key);
    RowDifference& difference = result_.rows.emplace_back();
    difference.change = change;
    difference.account = *identities_.at(row.key);
    for (const std::int64_t claim : claims) claims_by_account_[row.key].insert(claim);
    difference.claims = std::move(claims);
    return difference;
  }

  void compare_rows() {
    std::set<Reference> told;  // later rows that stand beside what they replaced
    for (const auto& [place, before] : rows_before_) {
      if (rows_after_.contains(place)) continue;
      tell_gone(place, before, told);
    }
    for (const auto& [place, after] : rows_after_) {
      const auto before = rows_before_.find(place);
      if (before == rows_before_.end()) {
        if (told.contains(place)) continue;
        add(RowChange::added, after, {place.entry}).later = after.state;
      } else if (!says_the_same(before->second.state, after.state)) {
        RowDifference& difference = add(RowChange::recomputed, after, {});
        difference.earlier = before->second.state;
        difference.later = after.state;
      }
    }
  }

  void tell_gone(const Reference& place, const PlacedRow& before, std::set<Reference>& told) {
    const AmendedRow* row = amended(place);
    if (row == nullptr) {
      add(RowChange::superseded, before, newest_claims(before.key)).earlier = before.state;
      return;
    }
    const RowEffect& effect = row->effect;
    const bool replaced = effect.effect == AmendmentEffect::replaced;
    RowDifference& difference =
        add(replaced ? RowChange::replaced : RowChange::retracted, before, {effect.amendment});
    difference.earlier = before.state;
    const Reference last = last_in_place_of(effect.by);
    const auto after = rows_after_.find(last);
    if (!replaced || after == rows_after_.end()) return;
    difference.later = after->second.state;
    difference.account = *identities_.at(after->second.key);
    for (const std::int64_t claim : difference.claims) {
      claims_by_account_[after->second.key].insert(claim);
    }
    told.insert(last);
  }

  // An amended row may itself have been amended.
  Reference last_in_place_of(Reference row) const {
    for (std::size_t i = 0; i < later_.history.amended.size(); ++i) {
      const auto next = later_.history.replaced_by.find(row);
      if (next == later_.history.replaced_by.end()) break;
      row = next->second;
    }
    return row;
  }

  std::vector<std::int64_t> newest_claims(const std::string& key) const {
    std::vector<std::int64_t> claims;
    for (const auto& [place, row] : rows_after_) {
      if (row.key == key && new_claims_.contains(place.entry)) claims.push_back(place.entry);
    }
    claims.erase(std::unique(claims.begin(), claims.end()), claims.end());
    if (claims.empty()) claims.assign(new_claims_.begin(), new_claims_.end());
    return claims;
  }

  // Those that changed a row of the account; where none did, a claim about the issuer as a whole
  // changed it (a split), or one that shares its events.
  std::vector<std::int64_t> claims_about(const AccountIdentity& account) const {
    const auto found = claims_by_account_.find(account.key);
    const std::set<std::int64_t>& claims =
        found != claims_by_account_.end() ? found->second : new_claims_;
    return {claims.begin(), claims.end()};
  }

  void name_claims_of_recomputed() {
    for (RowDifference& difference : result_.rows) {
      if (difference.change != RowChange::recomputed) continue;
      const auto& downstream = difference.later->downstream_of;
      if (downstream && new_claims_.contains(downstream->entry)) {
        difference.claims = {downstream->entry};
        continue;
      }
      difference.claims = claims_about(difference.account);
    }
  }

  using Balances = std::map<std::string, std::pair<ShareRange, Reference>>;

  static Balances balances_of(const BookAsKnown& known) {
    Balances balances;
    for (const Account& account : known.book.accounts) {
      if (account.postings.empty()) continue;
      balances[known.history.accounts[static_cast<std::size_t>(account.identity)].key] = {
          account.balance, account.anchor};
    }
    return balances;
  }

  void compare_balances() {
    const Balances before = balances_of(earlier_);
    const Balances after = balances_of(later_);
    // In the order of the accounts as they are known later; those that are gone come last.
    std::vector<const AccountIdentity*> accounts;
    for (const AccountIdentity& account : later_.history.accounts) accounts.push_back(&account);
    for (const AccountIdentity& account : earlier_.history.accounts) {
      if (identities_.at(account.key) == &account) accounts.push_back(&account);
    }
    for (const AccountIdentity* account : accounts) {
      const auto old_one = before.find(account->key);
      const auto new_one = after.find(account->key);
      const bool was = old_one != before.end();
      const bool is = new_one != after.end();
      if (was == is && (!was || old_one->second.first == new_one->second.first)) continue;
      BalanceDifference& difference = result_.balances.emplace_back();
      difference.account = *account;
      if (was) difference.earlier = old_one->second.first;
      if (is) difference.later = new_one->second.first;
      difference.anchor = is ? new_one->second.second : old_one->second.second;
      difference.claims = claims_about(*account);
    }
  }

  void sort_rows() {
    std::map<std::string, std::size_t> order;
    for (const AccountIdentity& account : later_.history.accounts) {
      order.emplace(account.key, order.size());
    }
    for (const AccountIdentity& account : earlier_.history.accounts) {
      order.emplace(account.key, order.size());
    }
    const auto state = [](const RowDifference& row) -> const RowState& {
      return row.later ? *row.later : *row.earlier;
    };
    std::stable_sort(result_.rows.begin(), result_.rows.end(),
                     [&](const RowDifference& a, const RowDifference& b) {
                       const std::size_t left = order.at(a.account.key);
                       const std::size_t right = order.at(b.account.key);
                       if (left != right) return left < right;
                       return state(a).event.effective < state(b).event.effective;
                     });
  }

  const BookAsKnown& earlier_;
  const BookAsKnown& later_;
  std::set<std::int64_t> new_claims_;
  Rows rows_before_;
  Rows rows_after_;
  std::map<std::string, const AccountIdentity*> identities_;
  ClaimsByAccount claims_by_account_;
  BookDifference result_;
};

}  // namespace

std::string_view name_of(RowChange change) {
  switch (change) {
    case RowChange::added: return "added";
    case RowChange::replaced: return "replaced";
    case RowChange::retracted: return "retracted";
    case RowChange::superseded: return "superseded";
    case RowChange::recomputed: return "recomputed";
  }
  return "";
}

BookDifference difference_of(const BookAsKnown& earlier, const BookAsKnown& later,
                             const std::vector<std::int64_t>& new_claims) {
  return Comparison(earlier, later, new_claims).run();
}

}  // namespace stakebook
