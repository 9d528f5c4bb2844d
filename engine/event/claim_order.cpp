#include "event/claim_order.h"

#include <algorithm>

#include "journal/journal.h"

namespace stakebook {
namespace {

std::string content_of(const Claim& claim) {
  const Filing* filing = claim.filing();
  return filing != nullptr ? canonical_bytes(*filing) : canonical_bytes(*claim.record());
}

int kind_of(const Claim& claim) {
  const Filing* filing = claim.filing();
  if (filing == nullptr) return 2;
  return is_amendment(*filing) ? 1 : 0;
}

bool precedes(const Claim& a, const Claim& b) {
  if (a.known != b.known) return a.known < b.known;
  if (kind_of(a) != kind_of(b)) return kind_of(a) < kind_of(b);
  if (a.accession() != b.accession()) return a.accession() < b.accession();
  return content_of(a) < content_of(b);
}

}  // namespace

std::vector<const Claim*> in_order_of_knowledge(const std::vector<Claim>& claims) {
  std::vector<const Claim*> ordered;
  ordered.reserve(claims.size());
  for (const Claim& claim : claims) ordered.push_back(&claim);
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const Claim* a, const Claim* b) { return precedes(*a, *b); });
  return ordered;
}

std::map<std::int64_t, std::int32_t> ranks_of(const std::vector<const Claim*>& ordered) {
  std::map<std::int64_t, std::int32_t> ranks;
  for (const Claim* claim : ordered) {
    ranks.emplace(claim->entry, static_cast<std::int32_t>(ranks.size()));
  }
  return ranks;
}

bool is_amendment(const Filing& filing) {
  const std::string form = filing.document.document_type.filed_text();
  return form.size() == 3 && form[1] == '/' && (form[2] == 'A' || form[2] == 'a');
}

}  // namespace stakebook
