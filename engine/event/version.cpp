#include "event/version.h"

#include <optional>
#include <tuple>

namespace stakebook {
namespace {

// XML is the filing; a page as HTML shows its cells, text only where they stood.
int fidelity_of(SourceFormat format) {
  switch (format) {
    case SourceFormat::ownership_xml:
    case SourceFormat::submission_text: return 2;
    case SourceFormat::printed_html: return 1;
    case SourceFormat::printed_text: return 0;
  }
  return 0;
}

auto rank_of(const Claim& claim) {
  const Filing& filing = *claim.filing();
  const Submission& submission = filing.submission;
  return std::make_tuple(fidelity_of(filing.format), submission.accession.has_value(),
                         submission.accepted.has_value(), submission.filed.has_value(),
                         claim.entry);
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

const Claim* better_of(const Claim* a, const Claim* b) {
  return a == nullptr || rank_of(*a) < rank_of(*b) ? b : a;
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
