#include "event/version.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "event/printed_likeness.h"
#include "event/tables_difference.h"
#include "journal/journal.h"

namespace stakebook {
namespace {

// What text shows of a page, the quarterly tables with two decimals of each amount, a page with its
// cells, what was filed: XML, bare or in its submission.
int rank_of(SourceFormat format) {
  switch (format) {
    case SourceFormat::printed_text: return 0;
    case SourceFormat::quarterly_tables: return 1;
    case SourceFormat::printed_html: return 2;
    case SourceFormat::ownership_xml:
    case SourceFormat::submission_text: return 3;
  }
  return 0;
}

// Tables of which a part was missing say less than whole ones.
bool is_whole(const Filing& filing) {
  return std::none_of(filing.diagnostics.begin(), filing.diagnostics.end(),
                      [](const Diagnostic& one) {
                        return one.code == "tables-table-missing" || one.code == "tables-line-lost";
                      });
}

auto rank_of(const Claim& claim) {
  const Filing& filing = *claim.filing();
  const Submission& submission = filing.submission;
  return std::make_tuple(rank_of(filing.format), is_whole(filing), submission.accession.has_value(),
                         submission.accepted.has_value(), submission.filed.has_value());
}

template <class Value>
bool may_be_equal(const std::optional<Value>& a, const std::optional<Value>& b) {
  return !a || !b || a == b;
}

bool is_printed(const Claim& claim) {
  const SourceFormat format = claim.filing()->format;
  return format == SourceFormat::printed_text || format == SourceFormat::printed_html;
}

// A page shows a part of the document; tables hold less of it, and two decimals of its amounts.
bool tell_the_same(const Claim& a, const Claim& b) {
  const int rank = rank_of(a.filing()->format);
  const int other = rank_of(b.filing()->format);
  if (rank > other) return tell_the_same(b, a);
  const OwnershipDocument& less = a.filing()->document;
  const OwnershipDocument& more = b.filing()->document;
  if (rank == other) return less == more;
  if (is_printed(a) || is_printed(b)) return shows_the_same(less, more);
  const Diagnostics differences = tables_differences(a, b);
  return std::none_of(differences.begin(), differences.end(),
                      [](const Diagnostic& one) { return one.severity != Severity::note; });
}

// At least one of the two has no accession number.
bool are_versions(const Claim& a, const Claim& b) {
  const Submission& left = a.filing()->submission;
  const Submission& right = b.filing()->submission;
  return may_be_equal(left.filed, right.filed) && may_be_equal(left.accepted, right.accepted) &&
         tell_the_same(a, b);
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
    if (const auto accession = claim.accession()) {
      const Claim*& best = best_of_accession[*accession];
      best = better_of(best, &claim);
    }
    by_period.emplace(claim.filing()->document.period_of_report.value, &claim);
  }
  std::map<std::int64_t, std::int64_t> superseded;
  for (const auto& [period, claim] : by_period) {
    const Claim* best = claim;
    if (const auto accession = claim->accession()) best = best_of_accession.at(*accession);
    // Bare XML can stand for tables; a document with its number stands for itself.
    const bool has_number = best->accession().has_value();
    if (!has_number || is_of_tables(*best)) {
      const Claim* const sought = best;
      const auto [first, last] = by_period.equal_range(period);
      for (auto other = first; other != last; ++other) {
        if (other->second == sought || (has_number && other->second->accession())) continue;
        if (are_versions(*sought, *other->second)) best = better_of(best, other->second);
      }
    }
    if (best != claim) superseded.emplace(claim->entry, best->entry);
  }
  return superseded;
}

}  // namespace stakebook
