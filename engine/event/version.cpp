#include "event/version.h"

#include <optional>
#include <tuple>

#include "journal/journal.h"

namespace stakebook {
namespace {

auto rank_of(const Claim& claim) {
  const Filing& filing = *claim.filing();
  const Submission& submission = filing.submission;
  return std::make_tuple(filing.format != SourceFormat::printed_text,
                         submission.accession.has_value(), submission.accepted.has_value(),
                         submission.filed.has_value());
}

template <class Value>
bool may_be_equal(const std::optional<Value>& a, const std::optional<Value>& b) {
  return !a || !b || a == b;
}

// At least one of the two has no accession number.
bool are_versions(const Filing& a, const Filing& b) {
  return may_be_equal(a.submission.filed, b.submission.filed) &&
         may_be_equal(a.submission.accepted, b.submission.accepted) && a.document == b.document;
}

// Of equals the one that tells more: which was imported first must not matter.
bool tells_more(const Claim& a, const Claim& b) {
  const std::string left = canonical_bytes(*a.filing());
  const std::string right = canonical_bytes(*b.filing());
  if (left.size() != right.size()) return left.size() > right.size();
  return left == right ? a.entry > b.entry : left > right;
}

const Claim* better_of(const Claim* a, const Claim* b) {
  if (a == nullptr || a == b) return b;
  const auto left = rank_of(*a);
  const auto right = rank_of(*b);
  if (left != right) return left < right ? b : a;
  return tells_more(*b, *a) ? b : a;
}

}  // namespace

std::map<std::int64_t, std::int64_t> superseded_versions(const std::vector<Claim>& claims) {
  std::map<AccessionNumber, const Claim*> best_of_accession;
  std::multimap<std::optional<Date>, const Claim*> by_period;
  for (const Claim& claim : claims) {
    if (claim.filing() == nullptr) continue;
    if (const auto& accession = claim.filing()->submission.accession) {
      const Claim*& best = best_of_accession[*accession];
      best = better_of(best, &claim);
    }
    by_period.emplace(claim.filing()->document.period_of_report.value, &claim);
  }
  std::map<std::int64_t, std::int64_t> superseded;
  for (const auto& [period, claim] : by_period) {
    const Claim* best = claim;
    if (const auto& accession = claim->filing()->submission.accession) {
      best = best_of_accession.at(*accession);
    } else {
      const auto [first, last] = by_period.equal_range(period);
      for (auto other = first; other != last; ++other) {
        if (are_versions(*claim->filing(), *other->second->filing())) {
          best = better_of(best, other->second);
        }
      }
    }
    if (best != claim) superseded.emplace(claim->entry, best->entry);
  }
  return superseded;
}

}  // namespace stakebook
