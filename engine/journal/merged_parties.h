// Merges (party_merge.h) applied to claims, lists and questions.
#pragma once

#include <map>
#include <vector>

#include "journal/journal.h"
#include "journal/party_list.h"
#include "journal/party_merge.h"

namespace stakebook {

class MergedParties {
 public:
  explicit MergedParties(Database& database) : merges_(database) {}

  // Claims of one issuer: their holders are those whom the names mean.
  void apply(std::vector<Claim>& claims);
  std::optional<PartyId> issuer_of(PartyId party) { return merges_.issuer_of(party); }
  // Who the party is: itself, or the owner it is merged into.
  PartyId owner_of(PartyId party);
  // The owner and those who are merged into him, with one issuer.
  std::vector<PartyId> all_of(PartyId issuer, PartyId owner);
  std::vector<PartyId> owners_of(PartyId issuer, std::vector<PartyId> owners);
  // Each owner once, with whom is merged into him.
  std::vector<Party> listed(std::vector<Party> owners, PartyList& parties);

 private:
  PartyMerges merges_;
};

}  // namespace stakebook
