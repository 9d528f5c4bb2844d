#include "journal/merged_parties.h"

#include <algorithm>
#include <set>
#include <utility>

namespace stakebook {
namespace {

PartyId meant(const std::map<PartyId, OwnerMerge>& merges, PartyId party) {
  const auto merge = merges.find(party);
  return merge == merges.end() ? party : merge->second.into;
}

// Each once, in their order.
void keep_once(std::vector<PartyId>& parties) {
  std::set<PartyId> seen;
  std::erase_if(parties, [&](PartyId party) { return !seen.insert(party).second; });
}

std::vector<PartyId> sorted_once(std::vector<PartyId> parties) {
  std::sort(parties.begin(), parties.end());
  parties.erase(std::unique(parties.begin(), parties.end()), parties.end());
  return parties;
}

// The parties of these numbers, taken from those at hand where they are among them.
class Listed {
 public:
  Listed(std::vector<Party> held, PartyList& parties) : parties_(parties) {
    for (Party& party : held) held_.emplace(party.id, std::move(party));
  }
  std::optional<Party> take(PartyId id) {
    const auto held = held_.find(id);
    return held != held_.end() ? std::optional(std::move(held->second)) : parties_.party(id);
  }

 private:
  std::map<PartyId, Party> held_;
  PartyList& parties_;
};

void add_merged(Party& party, PartyId other, MergedBy by, std::int64_t record, PartyList& parties) {
  const auto merged = parties.party(other);
  if (!merged) return;
  party.merged.push_back({other, merged->name, by, record});
  party.filings += merged->filings;
}

}  // namespace

void MergedParties::apply(std::vector<Claim>& claims) {
  if (claims.empty()) return;
  const PartyId issuer = issuers_.issuer_of(claims.front().issuer);
  for (Claim& claim : claims) claim.issuer = issuer;
  if (owners_.none()) return;
  const Merges merges = merges_of(issuer);
  if (merges.empty()) return;
  for (Claim& claim : claims) {
    for (PartyId& owner : claim.owners) owner = meant(merges, owner);
    keep_once(claim.owners);
  }
}

PartyId MergedParties::owner_of(PartyId party) {
  const auto issuer = owners_.issuer_of(party);
  return issuer ? meant(merges_of(*issuer), party) : party;
}

std::vector<PartyId> MergedParties::all_of_owner(PartyId issuer, PartyId owner) {
  std::vector<PartyId> all = {owner_of(owner)};
  if (owners_.none()) return all;
  for (const auto& [party, merge] : merges_of(issuer)) {
    if (merge.into == all.front()) all.push_back(party);
  }
  return all;
}

std::optional<PartyId> MergedParties::issuer_without_cik(PartyId owner) {
  const auto issuer = owners_.issuer_of(owner);
  return issuer ? std::optional(issuers_.issuer_of(*issuer)) : std::nullopt;
}

std::vector<PartyId> MergedParties::issuers_of(PartyId owner, PartyList& parties) {
  std::vector<PartyId> issuers = parties.issuers_of(owner_of(owner));
  for (PartyId& issuer : issuers) issuer = issuers_.issuer_of(issuer);
  return sorted_once(std::move(issuers));
}

std::vector<PartyId> MergedParties::owners_of(PartyId issuer, PartyList& parties) {
  std::vector<PartyId> owners;
  for (const PartyId one : issuers_.all_of(issuer)) {
    const std::vector<PartyId> more = parties.owners_of(one);
    owners.insert(owners.end(), more.begin(), more.end());
  }
  if (!owners_.none()) {
    const Merges merges = merges_of(issuer);
    for (PartyId& owner : owners) owner = meant(merges, owner);
  }
  return sorted_once(std::move(owners));
}

std::vector<Party> MergedParties::listed_issuers(std::vector<Party> issuers, PartyList& parties) {
  std::vector<PartyId> ids;
  for (const Party& issuer : issuers) ids.push_back(issuers_.issuer_of(issuer.id));
  Listed listed(std::move(issuers), parties);
  std::vector<Party> result;
  for (const PartyId id : sorted_once(std::move(ids))) {
    auto issuer = listed.take(id);
    if (!issuer) continue;
    for (const PartyId other : issuers_.all_of(id)) {
      const auto merge = issuers_.merge_of(other);
      if (merge) add_merged(*issuer, other, merge->by, 0, parties);
    }
    result.push_back(std::move(*issuer));
  }
  return result;
}

std::vector<Party> MergedParties::listed_owners(std::vector<Party> owners, PartyList& parties) {
  if (owners_.none()) return owners;
  std::map<PartyId, Merges> known;
  const auto known_merges_of = [&](PartyId issuer) -> const Merges& {
    const auto found = known.find(issuer);
    return found != known.end() ? found->second
                                : known.emplace(issuer, merges_of(issuer)).first->second;
  };
  std::vector<PartyId> ids;
  for (const Party& owner : owners) {
    const auto issuer = issuer_without_cik(owner.id);
    ids.push_back(issuer ? meant(known_merges_of(*issuer), owner.id) : owner.id);
  }
  Listed listed(std::move(owners), parties);
  std::vector<Party> result;
  for (const PartyId id : sorted_once(std::move(ids))) {
    auto owner = listed.take(id);
    if (!owner) continue;
    for (const PartyId issuer : issuers_of(id, parties)) {
      for (const auto& [other, merge] : known_merges_of(issuer)) {
        if (merge.into != id) continue;
        add_merged(*owner, other, merge.record == 0 ? MergedBy::name : MergedBy::record,
                   merge.record, parties);
      }
    }
    result.push_back(std::move(*owner));
  }
  return result;
}

}  // namespace stakebook
