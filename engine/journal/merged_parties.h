// Merges (issuer_merge.h, owner_merge.h) applied to claims, lists and questions.
#pragma once

#include <map>
#include <vector>

#include "journal/issuer_merge.h"
#include "journal/journal.h"
#include "journal/owner_merge.h"
#include "journal/party_list.h"

namespace stakebook {

class MergedParties {
 public:
  MergedParties(Database& database, IssuerMerges& issuers) : issuers_(issuers), owners_(database) {}

  // Claims of one issuer: their issuer and holders are those whom the names mean.
  void apply(std::vector<Claim>& claims);
  // The issuer itself, and whoever is merged into it.
  std::vector<PartyId> all_of_issuer(PartyId issuer) { return issuers_.all_of(issuer); }
  // The owner and those who are merged into him, with one issuer.
  std::vector<PartyId> all_of_owner(PartyId issuer, PartyId owner);
  // The issuer that the party came to without a CIK.
  std::optional<PartyId> issuer_without_cik(PartyId owner);
  std::vector<PartyId> issuers_of(PartyId owner, PartyList& parties);
  std::vector<PartyId> owners_of(PartyId issuer, PartyList& parties);
  // Each once, with who is merged into it.
  std::vector<Party> listed_issuers(std::vector<Party> issuers, PartyList& parties);
  std::vector<Party> listed_owners(std::vector<Party> owners, PartyList& parties);

 private:
  using Merges = std::map<PartyId, OwnerMerge>;

  Merges merges_of(PartyId issuer) { return owners_.of_issuer(issuers_.all_of(issuer)); }
  // Who the party is: itself, or the owner it is merged into.
  PartyId owner_of(PartyId party);

  IssuerMerges& issuers_;
  OwnerMerges owners_;
};

}  // namespace stakebook
