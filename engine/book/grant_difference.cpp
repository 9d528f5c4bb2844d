#include "book/grant_difference.h"

#include <algorithm>

namespace stakebook {
namespace {

// What tells that two positions are one grant: the account, or for one that only footnotes state
// its security, holders and expiration.
std::string key_of(const BookAsKnown& known, const GrantPosition& grant) {
  if (grant.account != no_account) {
    return known.history.accounts[static_cast<std::size_t>(grant.account)].key;
  }
  std::string key = "stated|" + grant.security;
  for (const PartyId holder : grant.holders) key += '|' + std::to_string(holder);
  if (grant.held_by_spouse) key += "|spouse";
  if (grant.expires) key += '|' + grant.expires->to_text();
  return key;
}

using Grants = std::map<std::string, const GrantPosition*>;

Grants grants_by_key(const BookAsKnown& known) {
  Grants grants;
  for (const GrantPosition& grant : known.book.grants) grants.emplace(key_of(known, grant), &grant);
  return grants;
}

// The state of a tranche is told apart by date: how many units vest then.
struct TrancheTotal {
  Shares quantity;
  TrancheState state = TrancheState::not_stated;
  FigureReference ref;
};
using Tranches = std::map<std::optional<Date>, TrancheTotal>;

Tranches tranches_of(const GrantPosition* grant) {
  Tranches tranches;
  if (grant == nullptr) return tranches;
  for (const Tranche& tranche : grant->tranches) {
    TrancheTotal& total = tranches[tranche.vests];
    if (total.ref.place.entry == 0) total.ref = tranche.ref;
    total.quantity += tranche.quantity;
    total.state = tranche.state;
  }
  return tranches;
}

class GrantComparison {
 public:
  GrantComparison(const GrantPosition* earlier, const GrantPosition* later,
                  const std::set<std::int64_t>& claims)
      : earlier_(earlier), later_(later), claims_(claims) {}

  std::vector<GrantDifference> run() {
    compare("granted", &GrantPosition::granted);
    compare("exercised", &GrantPosition::exercised);
    compare("remaining", &GrantPosition::remaining);
    compare("vested", &GrantPosition::vested);
    compare("unvested", &GrantPosition::unvested);
    compare_tranches();
    return std::move(result_);
  }

 private:
  GrantDifference& add(const char* figure, const FigureReference& ref) {
    const GrantPosition& grant = later_ != nullptr ? *later_ : *earlier_;
    GrantDifference& difference = result_.emplace_back();
    difference.security = grant.security;
    difference.holders = grant.holders;
    difference.strike = grant.strike;
    difference.expires = grant.expires;
    difference.figure = figure;
    difference.ref = ref;
    std::set<std::int64_t> claims = claims_;
    if (claims.empty()) claims.insert(ref.place.entry);
    difference.claims.assign(claims.begin(), claims.end());
    return difference;
  }

  void compare(const char* name, Figure GrantPosition::*figure) {
    const Figure* before = earlier_ != nullptr ? &(earlier_->*figure) : nullptr;
    const Figure* after = later_ != nullptr ? &(later_->*figure) : nullptr;
    const ShareRange unknown = ShareRange::unknown();
    const ShareRange& was = before != nullptr ? before->amount : unknown;
    const ShareRange& is = after != nullptr ? after->amount : unknown;
    if (was == is) return;
    GrantDifference& difference = add(name, after != nullptr ? after->ref : before->ref);
    if (before != nullptr) difference.earlier = was;
    if (after != nullptr) difference.later = is;
  }

  void compare_tranches() {
    const Tranches before = tranches_of(earlier_);
    const Tranches after = tranches_of(later_);
    std::set<std::optional<Date>> dates;
    for (const auto& [date, total] : before) dates.insert(date);
    for (const auto& [date, total] : after) dates.insert(date);
    for (const auto& date : dates) {
      const auto was = before.find(date);
      const auto is = after.find(date);
      const bool in_both = was != before.end() && is != after.end();
      if (in_both && was->second.quantity == is->second.quantity &&
          was->second.state == is->second.state) {
        continue;
      }
      GrantDifference& difference =
          add("tranche", is != after.end() ? is->second.ref : was->second.ref);
      difference.vests = date;
      if (was != before.end()) {
        difference.earlier = ShareRange::exactly(was->second.quantity);
        difference.earlier_state = was->second.state;
      }
      if (is != after.end()) {
        difference.later = ShareRange::exactly(is->second.quantity);
        difference.later_state = is->second.state;
      }
    }
  }

  const GrantPosition* earlier_;
  const GrantPosition* later_;
  const std::set<std::int64_t>& claims_;
  std::vector<GrantDifference> result_;
};

}  // namespace

std::vector<GrantDifference> grant_differences(const BookAsKnown& earlier, const BookAsKnown& later,
                                               const ClaimsByAccount& claims) {
  const Grants before = grants_by_key(earlier);
  const Grants after = grants_by_key(later);
  std::vector<std::string> keys;
  for (const GrantPosition& grant : later.book.grants) keys.push_back(key_of(later, grant));
  for (const GrantPosition& grant : earlier.book.grants) {
    const std::string key = key_of(earlier, grant);
    if (!after.contains(key)) keys.push_back(key);
  }
  std::vector<GrantDifference> differences;
  std::set<std::string> told;
  for (const std::string& key : keys) {
    if (!told.insert(key).second) continue;
    const auto was = before.find(key);
    const auto is = after.find(key);
    const auto named = claims.find(key);
    static const std::set<std::int64_t> none;
    const auto more = GrantComparison(was == before.end() ? nullptr : was->second,
                                      is == after.end() ? nullptr : is->second,
                                      named == claims.end() ? none : named->second)
                          .run();
    differences.insert(differences.end(), more.begin(), more.end());
  }
  return differences;
}

}  // namespace stakebook
