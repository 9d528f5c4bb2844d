#include "journal/merged_parties.h"

#include <algorithm>
#include <set>

namespace stakebook {
namespace {

PartyId meant(const std::map<PartyId, Merge>& merges, PartyId party) {
  const auto merge = merges.find(party);
  return merge == merges.end() ? party : merge->second.into;
}

// Each once, in their order.
void keep_once(std::vector<PartyId>& parties) {
  std::set<PartyId> seen;
  std::erase_if(parties, [&](PartyId party) { return !seen.insert(party).second; });
}

}  // namespace

void MergedParties::apply(std::vector<Claim>& claims) {
  if (claims.empty() || merges_.none()) return;
  const auto merges = merges_.of_issuer(claims.front().issuer);
  if (merges.empty()) return;
  for (Claim& claim : claims) {
    for (PartyId& owner : claim.owners) owner = meant(merges, owner);
    keep_once(claim.owners);
  }
}

PartyId MergedParties::owner_of(PartyId party) {
  const auto issuer = merges_.issuer_of(party);
  return issuer ? meant(merges_.of_issuer(*issuer), party) : party;
}

std::vector<PartyId> MergedParties::all_of(PartyId issuer, PartyId owner) {
  std::vector<PartyId> all = {owner_of(owner)};
  if (merges_.none()) return all;
  for (const auto& [party, merge] : merges_.of_issuer(issuer)) {
    if (merge.into == all.front()) all.push_back(party);
  }
  return all;
}

std::vector<PartyId> MergedParties::owners_of(PartyId issuer, std::vector<PartyId> owners) {
  if (merges_.none()) return owners;
  const auto merges = merges_.of_issuer(issuer);
  for (PartyId& owner : owners) owner = meant(merges, owner);
  std::sort(owners.begin(), owners.end());
  keep_once(owners);
  return owners;
}

std::vector<Party> MergedParties::listed(std::vector<Party> owners, PartyList& parties) {
  if (merges_.none()) return owners;
  std::map<PartyId, std::map<PartyId, Merge>> known;
  const auto merges_of = [&](PartyId issuer) -> const std::map<PartyId, Merge>& {
    const auto found = known.find(issuer);
    return found != known.end() ? found->second
                                : known.emplace(issuer, merges_.of_issuer(issuer)).first->second;
  };
  std::vector<PartyId> ids;
  for (const Party& owner : owners) {
    const auto issuer = merges_.issuer_of(owner.id);
    ids.push_back(issuer ? meant(merges_of(*issuer), owner.id) : owner.id);
  }
  keep_once(ids);
  std::sort(ids.begin(), ids.end());
  std::vector<Party> result;
  for (const PartyId id : ids) {
    const auto held = std::find_if(owners.begin(), owners.end(),
                                   [&](const Party& owner) { return owner.id == id; });
    auto owner = held != owners.end() ? std::optional(std::move(*held)) : parties.party(id);
    if (!owner) continue;
    for (const PartyId issuer : parties.issuers_of(id)) {
      for (const auto& [other, merge] : merges_of(issuer)) {
        if (merge.into != id) continue;
        const auto party = parties.party(other);
        if (!party) continue;
        owner->merged.push_back({other, party->name, merge.record});
        owner->filings += party->filings;
      }
    }
    result.push_back(std::move(*owner));
  }
  return result;
}

}  // namespace stakebook
