#include "door/noticed.h"

#include <map>
#include <optional>
#include <set>

#include "event/claim_place.h"
#include "value/reference.h"

namespace stakebook::door {
namespace {

// The entry that a derived diagnostic is of: its place is a reference.
std::optional<std::int64_t> entry_of(const Diagnostic& diagnostic) {
  const auto place = Reference::parse(diagnostic.place);
  return place ? std::optional(place->entry) : std::nullopt;
}

void add_derived(const std::vector<Claim>& claims, const std::set<std::int64_t>& entries,
                 const std::string& code, std::vector<Noticed>& result) {
  for (Diagnostic& one : derive(claims).diagnostics) {
    if (!code.empty() && one.code != code) continue;
    const auto entry = entry_of(one);
    if (!entries.empty() && (!entry || !entries.contains(*entry))) continue;
    const Claim* claim = entry ? claim_at(claims, *entry) : nullptr;
    if (claim == nullptr) continue;
    const auto accession = accession_of(*claim);
    result.push_back({claim->entry, accession ? accession->to_text() : std::string(), claim->source,
                      std::move(one)});
  }
}

}  // namespace

std::vector<Noticed> noticed(const Journal& journal, const NoticedFilter& filter) {
  std::vector<Noticed> result = journal.noticed(filter);
  // A code is either a reader's or the derivation's.
  if (!filter.code.empty() && !result.empty()) return result;
  std::map<PartyId, std::set<std::int64_t>> meant;  // entries of an issuer; none: all of them
  if (filter.filing.empty()) {
    for (const Party& issuer : journal.issuers()) meant[issuer.id];
  } else {
    journal.for_each_filing({.filing = filter.filing}, [&](Claim&& claim) {
      meant[claim.issuer].insert(claim.entry);
      return true;
    });
  }
  for (const auto& [issuer, entries] : meant) {
    add_derived(journal.claims_of_issuer(issuer), entries, filter.code, result);
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const Noticed& a, const Noticed& b) { return a.entry < b.entry; });
  return result;
}

}  // namespace stakebook::door
