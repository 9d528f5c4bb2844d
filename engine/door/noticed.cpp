#include "door/noticed.h"

#include <iterator>
#include <optional>
#include <set>

#include "door/filings.h"
#include "door/issuers_ahead.h"
#include "event/claim_place.h"
#include "value/reference.h"

namespace stakebook::door {
namespace {

// The entry that a derived diagnostic is of: its place is a reference.
std::optional<std::int64_t> entry_of(const Diagnostic& diagnostic) {
  const auto place = Reference::parse(diagnostic.place);
  return place ? std::optional(place->entry) : std::nullopt;
}

using Entries = std::set<std::int64_t>;

// Of the issuer's claims that were known, what comes of putting them together; `entries`: of these
// alone, where there are any.
std::vector<Noticed> derived(const std::vector<Claim>& claims, const Entries& entries,
                             const std::string& code) {
  std::vector<Noticed> result;
  for (Diagnostic& one : derive(claims, Derived::balances_alone).diagnostics) {
    if (!code.empty() && one.code != code) continue;
    const auto entry = entry_of(one);
    if (!entries.empty() && (!entry || !entries.contains(*entry))) continue;
    const Claim* claim = entry ? claim_at(claims, *entry) : nullptr;
    if (claim == nullptr) continue;
    const auto accession = claim->accession();
    result.push_back({claim->entry, accession ? accession->to_text() : std::string(), claim->source,
                      std::move(one)});
  }
  return result;
}

}  // namespace

std::vector<Noticed> noticed(const Journal& journal, const std::string& path,
                             NoticedFilter filter) {
  filter.filing = filing_named(filter.filing);
  std::vector<Noticed> result = journal.noticed(filter);
  // A code is either a reader's or the derivation's.
  if (!filter.code.empty() && !result.empty()) return result;
  Entries entries;
  std::vector<Party> issuers;
  if (filter.filing.empty()) {
    issuers = journal.issuers();
  } else {
    std::set<PartyId> ids;
    journal.for_each_filing({.filing = filter.filing}, [&](Claim&& claim) {
      entries.insert(claim.entry);
      if (ids.insert(claim.issuer).second) issuers.push_back(*journal.party(claim.issuer));
      return true;
    });
  }
  IssuersAhead<std::vector<Noticed>> ahead(
      journal, path, std::move(issuers), [&](const Journal& own, const Party& issuer) {
        return derived(own.claims_of_issuer(issuer.id, filter.known), entries, filter.code);
      });
  while (auto of_issuer = ahead.next()) {
    std::move(of_issuer->begin(), of_issuer->end(), std::back_inserter(result));
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const Noticed& a, const Noticed& b) { return a.entry < b.entry; });
  return result;
}

}  // namespace stakebook::door
