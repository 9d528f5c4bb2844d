#include "report/answers.h"

#include <algorithm>

namespace stakebook {

const Party* IssuerBook::party(PartyId id) const {
  const auto found = std::find_if(parties.begin(), parties.end(),
                                  [id](const Party& candidate) { return candidate.id == id; });
  return found == parties.end() ? nullptr : &*found;
}

const Claim* IssuerBook::claim(std::int64_t entry) const {
  const auto found = std::lower_bound(
      claims.begin(), claims.end(), entry,
      [](const Claim& candidate, std::int64_t number) { return candidate.entry < number; });
  return found == claims.end() || found->entry != entry ? nullptr : &*found;
}

}  // namespace stakebook
