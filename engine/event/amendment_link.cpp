#include "event/amendment_link.h"

#include <algorithm>

#include "event/row_event.h"

namespace stakebook {
namespace {

constexpr int points_least = 5;
constexpr int days_off_max = 4;

bool is_of_one_family(const Filing& a, const Filing& b) {
  const std::string left = a.document.document_type.filed_text();
  const std::string right = b.document.document_type.filed_text();
  return !left.empty() && !right.empty() && left.front() == right.front();
}

bool share_an_owner(const Claim& a, const Claim& b) {
  return std::any_of(a.owners.begin(), a.owners.end(), [&](PartyId owner) {
    return std::find(b.owners.begin(), b.owners.end(), owner) != b.owners.end();
  });
}

int points_for_date(const Filing& amendment, const Claim& candidate) {
  const auto& typed = amendment.document.date_of_original_submission.value;
  if (!typed) return 0;
  const Submission& submission = candidate.filing()->submission;
  if (submission.accepted && submission.accepted->date == *typed) return 5;
  const Date day = submission.filed.value_or(candidate.known.date);
  const int days = day - *typed;
  if (days == 0) return 5;
  if (days > 0 && days <= days_off_max) return 3;
  const bool signed_before = days < 0 && -days <= days_off_max;  // it was filed
  return signed_before && !is_official(candidate.filing()->known_basis()) ? 3 : 0;
}

bool is_in_common(const FilingRow& a, const FilingRow& b) {
  const Row& left = *a.row;
  const Row& right = *b.row;
  const Likeness likeness = likeness_of({a.row, a.account}, {b.row, b.account}, {});
  if (likeness < Likeness::sure) return false;
  // Every filing may show the same line as a holding; only the same balance says something.
  return left.kind == RowKind::transaction ||
         left.shares_owned_following_transaction.filed_text() ==
             right.shares_owned_following_transaction.filed_text();
}

int rows_in_common(const LinkedFiling& amendment, const LinkedFiling& candidate) {
  int common = 0;
  for (const FilingRow& row : amendment.rows) {
    common += std::any_of(candidate.rows.begin(), candidate.rows.end(),
                          [&](const FilingRow& other) { return is_in_common(row, other); })
                  ? 1
                  : 0;
  }
  return common;
}

int points_of(const LinkedFiling& amendment, const LinkedFiling& candidate) {
  const Filing& filing = *amendment.claim->filing();
  int points = points_for_date(filing, *candidate.claim);
  const auto& period = filing.document.period_of_report.value;
  if (period && period == candidate.claim->filing()->document.period_of_report.value) points += 4;
  return points + rows_in_common(amendment, candidate);
}

}  // namespace

std::vector<FilingRow> rows_of(const Claim& claim, const SharedKeys& shared) {
  std::vector<FilingRow> rows;
  const OwnershipDocument& document = claim.filing()->document;
  for (const auto* table : {&document.table_i, &document.table_ii}) {
    const Part part = table == &document.table_i ? Part::table_i : Part::table_ii;
    std::int32_t number = 0;
    for (const Row& row : *table) {
      rows.push_back({{claim.entry, part, ++number, 0},
                      &row,
                      account_of(row, document, claim.issuer, claim.owners, shared).key});
    }
  }
  return rows;
}

bool may_be_original(const Claim& amendment, const Claim& candidate) {
  if (!is_of_one_family(*amendment.filing(), *candidate.filing()) ||
      !share_an_owner(amendment, candidate)) {
    return false;
  }
  const KnownBasis basis = amendment.filing()->known_basis();
  const KnownBasis other_basis = candidate.filing()->known_basis();
  if (basis == KnownBasis::none || other_basis == KnownBasis::none) return true;
  const bool exact = is_official(basis) && is_official(other_basis);
  if (!exact) return candidate.known.date <= amendment.known.date.plus_days(days_off_max);
  const bool both_timed = amendment.known.seconds != Instant::time_unknown &&
                          candidate.known.seconds != Instant::time_unknown;
  return both_timed ? candidate.known <= amendment.known
                    : candidate.known.date <= amendment.known.date;
}

std::vector<const LinkedFiling*> best_originals(
    const LinkedFiling& amendment, const std::vector<const LinkedFiling*>& candidates) {
  std::vector<const LinkedFiling*> best;
  int most = points_least;
  for (const LinkedFiling* candidate : candidates) {
    if (!may_be_original(*amendment.claim, *candidate->claim)) continue;
    const int points = points_of(amendment, *candidate);
    if (points < most) continue;
    if (points > most) best.clear();
    most = points;
    best.push_back(candidate);
  }
  return best;
}

}  // namespace stakebook
