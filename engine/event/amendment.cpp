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
    const Claim& claim = *filing.filing.claim;
    if (is_amendment(*claim.filing())) last = claim.entry;
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
  // Only filings of somebody who filed an amendment can be amended.
  std::set<PartyId> amending;
  for (const Claim& claim : claims) {
    if (claim.filing() == nullptr || !is_amendment(*claim.filing())) continue;
    amending.insert(claim.owners.begin(), claim.owners.end());
  }
  if (amending.empty()) return {};
  std::vector<FilingToRead> filings;
  for (const Claim* claim : in_order_of_knowledge(claims)) {
    const bool counts = claim->filing() != nullptr && !superseded.contains(claim->entry) &&
                        (is_amendment(*claim->filing()) ||
                         std::any_of(claim->owners.begin(), claim->owners.end(),
                                     [&](PartyId owner) { return amending.contains(owner); }));
    if (!counts) continue;
    FilingToRead& filing = filings.emplace_back();
    filing.filing = {claim, rows_of(*claim, shared)};
    if (is_amendment(*claim->filing())) {
      filing.statements = amendment_statements_in(claim->filing()->document);
    }
  }
  Decisions decisions;
  Amendments first = read_amendments(filings, decisions);
  add_others(filings, decisions, first);
  return first;
}

}  // namespace stakebook
