#include "report/answers.h"

#include <algorithm>

#include "event/claim_place.h"

namespace stakebook {

const Party* IssuerBook::party(PartyId id) const {
  const auto found = std::find_if(parties.begin(), parties.end(),
                                  [id](const Party& candidate) { return candidate.id == id; });
  return found == parties.end() ? nullptr : &*found;
}

const Claim* IssuerBook::claim(std::int64_t entry) const { return claim_at(claims, entry); }

}  // namespace stakebook
