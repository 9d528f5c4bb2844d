#include "event/amendment.h"

#include <algorithm>

#include "event/amendment_reading.h"
#include "event/claim_order.h"

namespace stakebook {
namespace {

constexpr std::size_t readings_max = 16;
constexpr std::size_t ways_max = 256;

// Readings differ where they leave other rows in effect, or speak of another original.
bool is_same_reading(const Amendments& a, const Amendments& b) {
  return a.without_effect == b.without_effect && a.original_of == b.original_of;
}

std::string last_amendment(const std::vector<FilingToRead>& filings) {
  std::int64_t last = 0;
  for (const FilingToRead& filing : filings) {
    if (filing.amends()) last = filing.entry();
  }
  return std::to_string(last);
}

bool is_known(const Amendments& first, const Amendments& reading) {
  return is_same_reading(first, reading) ||
         std::any_of(first.others.begin(), first.others.end(),
                     [&](const Amendments& other) { return is_same_reading(other, reading); });
}

// Different answers may lead to one reading, so that the ways tried are bounded as well.
void add_others(const std::vector<FilingToRead>& filings, Decisions& decisions, Amendments& first) {
  for (std::size_t ways = 1; decisions.advance(); ++ways) {
    const std::size_t readings = first.others.size() + 1;
    if (ways == ways_max || readings == readings_max) {
      first.diagnostics.push_back({"amendment-readings-cut", Severity::warning,
                                   "the amendments can be read in so many ways that not all were "
                                   "tried; balances take " +
                                       std::to_string(readings) + " readings into account",
                                   last_amendment(filings)});
      return;
    }
    Amendments other = read_amendments(filings, decisions);
    other.diagnostics.clear();
    if (!is_known(first, other)) first.others.push_back(std::move(other));
  }
}

std::set<PartyId> owners_who_amend(const std::vector<Claim>& claims) {
  std::set<PartyId> owners;
  for (const Claim& claim : claims) {
    if (claim.filing() == nullptr || !is_amendment(*claim.filing())) continue;
    owners.insert(claim.owners.begin(), claim.owners.end());
  }
  return owners;
}

// Only filings of somebody who filed an amendment can be amended.
std::vector<FilingToRead> filings_to_read(const std::vector<Claim>& claims,
                                          const std::map<std::int64_t, std::int64_t>& superseded,
                                          const SharedKeys& shared) {
  std::vector<FilingToRead> filings;
  const std::set<PartyId> amending = owners_who_amend(claims);
  if (amending.empty()) return filings;
  for (const Claim* claim : in_order_of_knowledge(claims)) {
    const Filing* filing = claim->filing();
    if (filing == nullptr || superseded.contains(claim->entry)) continue;
    const bool amends = is_amendment(*filing);
    const bool counts =
        amends || std::any_of(claim->owners.begin(), claim->owners.end(),
                              [&](PartyId owner) { return amending.contains(owner); });
    if (!counts) continue;
    FilingToRead& to_read = filings.emplace_back();
    to_read.filing = {claim, rows_of(*claim, shared)};
    if (amends) to_read.statements = amendment_statements_in(filing->document);
  }
  return filings;
}

// What an amendment may amend: every original, and the amendments that were known before it.
void find_originals(std::vector<FilingToRead>& filings) {
  std::vector<const LinkedFiling*> candidates;
  for (const FilingToRead& one : filings) {
    if (!one.amends()) candidates.push_back(&one.filing);
  }
  for (FilingToRead& one : filings) {
    if (!one.amends()) continue;
    one.originals = best_originals(one.filing, candidates);
    candidates.push_back(&one.filing);
  }
}

}  // namespace

std::string_view name_of(AmendmentEffect effect) {
  switch (effect) {
    case AmendmentEffect::repeats: return "repeats";
    case AmendmentEffect::replaced: return "replaced";
    case AmendmentEffect::retracted: return "retracted";
    case AmendmentEffect::added: return "added";
  }
  return "";
}

Amendments amendments_in(const std::vector<Claim>& claims,
                         const std::map<std::int64_t, std::int64_t>& superseded,
                         const SharedKeys& shared) {
  std::vector<FilingToRead> filings = filings_to_read(claims, superseded, shared);
  find_originals(filings);
  Decisions decisions;
  Amendments first = read_amendments(filings, decisions);
  add_others(filings, decisions, first);
  return first;
}

}  // namespace stakebook
