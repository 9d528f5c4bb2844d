#include "event/claim_place.h"

#include <algorithm>

namespace stakebook {

const Claim* claim_at(const std::vector<Claim>& claims, std::int64_t entry) {
  const auto found = std::lower_bound(
      claims.begin(), claims.end(), entry,
      [](const Claim& claim, std::int64_t wanted) { return claim.entry < wanted; });
  return found != claims.end() && found->entry == entry ? &*found : nullptr;
}

const Row* row_at(const Claim& claim, const Reference& place) {
  const Filing* filing = claim.filing();
  if (filing == nullptr) return nullptr;
  if (place.part != Part::table_i && place.part != Part::table_ii) return nullptr;
  const auto& table =
      place.part == Part::table_i ? filing->document.table_i : filing->document.table_ii;
  if (place.number < 1 || place.number > std::ssize(table)) return nullptr;
  return &table[static_cast<std::size_t>(place.number - 1)];
}

}  // namespace stakebook
