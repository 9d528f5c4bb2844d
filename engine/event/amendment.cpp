#include "event/amendment.h"

#include <algorithm>

#include "event/account.h"
#include "value/text.h"

namespace stakebook {
namespace {

struct PlacedRow {
  Reference place;
  const Row* row;
};

std::vector<PlacedRow> rows_of(const Claim& claim) {
  std::vector<PlacedRow> rows;
  const OwnershipDocument& document = claim.filing()->document;
  std::int32_t number = 0;
  for (const Row& row : document.table_i)
    rows.push_back({{claim.entry, Part::table_i, ++number, 0}, &row});
  number = 0;
  for (const Row& row : document.table_ii)
    rows.push_back({{claim.entry, Part::table_ii, ++number, 0}, &row});
  return rows;
}

bool is_amendment(const Filing& filing) {
  const std::string form = filing.document.document_type.filed_text();
  return form.size() == 3 && form[1] == '/' && (form[2] == 'A' || form[2] == 'a');
}

bool is_of_one_family(const Filing& a, const Filing& b) {
  const std::string left = a.document.document_type.filed_text();
  const std::string right = b.document.document_type.filed_text();
  return !left.empty() && !right.empty() && left.front() == right.front();
}

template <class T>
bool equal_values(const Field<T>& a, const Field<T>& b) {
  return a.filed_text() == b.filed_text();
}
bool equal_values(const Field<std::string>& a, const Field<std::string>& b) {
  return same_ignoring_case(a.filed_text(), b.filed_text());
}

// The same line of the form: what a correction leaves alone.
bool is_same_line(const Row& a, const Row& b) {
  return a.table == b.table && a.kind == b.kind &&
         folded_title(a.security_title.filed_text()) ==
             folded_title(b.security_title.filed_text()) &&
         equal_values(a.direct_or_indirect_ownership, b.direct_or_indirect_ownership) &&
         equal_values(a.transaction_date, b.transaction_date) &&
         equal_values(a.transaction_code, b.transaction_code);
}

// How many of the figures agree; rows of one line with none in common are two transactions.
int figures_in_common(const Row& a, const Row& b) {
  int common = 0;
  common += equal_values(a.transaction_shares, b.transaction_shares);
  common += equal_values(a.transaction_price_per_share, b.transaction_price_per_share);
  common +=
      equal_values(a.shares_owned_following_transaction, b.shares_owned_following_transaction);
  common += equal_values(a.nature_of_ownership, b.nature_of_ownership);
  common += equal_values(a.conversion_or_exercise_price, b.conversion_or_exercise_price);
  common += equal_values(a.expiration_date, b.expiration_date);
  common +=
      equal_values(a.transaction_acquired_disposed_code, b.transaction_acquired_disposed_code);
  return common;
}

bool replaces(const Row& amended, const Row& current) {
  if (!is_same_line(amended, current)) return false;
  if (amended.kind == RowKind::holding) {
    return equal_values(amended.nature_of_ownership, current.nature_of_ownership) &&
           equal_values(amended.conversion_or_exercise_price,
                        current.conversion_or_exercise_price) &&
           equal_values(amended.expiration_date, current.expiration_date);
  }
  return equal_values(amended.transaction_shares, current.transaction_shares) ||
         (amended.transaction_price_per_share.value &&
          equal_values(amended.transaction_price_per_share, current.transaction_price_per_share)) ||
         equal_values(amended.shares_owned_following_transaction,
                      current.shares_owned_following_transaction);
}

bool repeats(const Row& amended, const Row& current) {
  return is_same_line(amended, current) && figures_in_common(amended, current) == 7;
}

int rows_in_common(const Claim& a, const Claim& b) {
  int common = 0;
  for (const PlacedRow& left : rows_of(a)) {
    for (const PlacedRow& right : rows_of(b)) {
      if (replaces(*left.row, *right.row)) {
        ++common;
        break;
      }
    }
  }
  return common;
}

bool share_an_owner(const Claim& a, const Claim& b) {
  return std::any_of(a.owners.begin(), a.owners.end(), [&](PartyId owner) {
    return std::find(b.owners.begin(), b.owners.end(), owner) != b.owners.end();
  });
}

// Domain rule 8.1: the typed date against the filing date (or up to four days before it), the
// period, and the rows.
int score(const Claim& amendment, const Claim& candidate) {
  const OwnershipDocument& document = amendment.filing()->document;
  const Date filed = candidate.filing()->submission.filed.value_or(candidate.known.date);
  int points = 0;
  if (const auto& typed = document.date_of_original_submission.value) {
    const int days = filed - *typed;
    if (days == 0) points += 5;
    if (days > 0 && days <= 4) points += 3;
  }
  const auto& period = document.period_of_report.value;
  if (period && period == candidate.filing()->document.period_of_report.value) points += 4;
  return points + rows_in_common(amendment, candidate);
}

class Linking {
 public:
  Linking(const std::vector<Claim>& claims,
          const std::map<std::int64_t, std::int64_t>& superseded) {
    for (const Claim& claim : claims) {
      const bool counts = claim.filing() != nullptr && !superseded.contains(claim.entry);
      if (counts) filings_.push_back(&claim);
    }
    std::stable_sort(filings_.begin(), filings_.end(),
                     [](const Claim* a, const Claim* b) { return a->known < b->known; });
  }

  Amendments run() {
    for (std::size_t i = 0; i < filings_.size(); ++i) {
      const Claim& claim = *filings_[i];
      const Claim* original = is_amendment(*claim.filing()) ? original_of(i) : nullptr;
      const std::int64_t root = original != nullptr ? root_of(original->entry) : claim.entry;
      if (original != nullptr) {
        result_.original_of[claim.entry] = root;
        align(claim, current_[root]);
      } else {
        current_[root] = rows_of(claim);
      }
    }
    return std::move(result_);
  }

 private:
  std::int64_t root_of(std::int64_t entry) const {
    const auto found = result_.original_of.find(entry);
    return found == result_.original_of.end() ? entry : found->second;
  }

  const Claim* original_of(std::size_t index) {
    const Claim& amendment = *filings_[index];
    constexpr int least = 5;
    int best = least - 1;
    const Claim* found = nullptr;
    bool is_tie = false;
    for (std::size_t i = 0; i < index; ++i) {
      const Claim& candidate = *filings_[i];
      if (!is_of_one_family(*amendment.filing(), *candidate.filing()) ||
          !share_an_owner(amendment, candidate)) {
        continue;
      }
      const int points = score(amendment, candidate);
      if (points < best || points < least) continue;
      // An original and its earlier amendment tie only in form: both lead to the same rows.
      const bool is_same_root =
          found != nullptr && root_of(found->entry) == root_of(candidate.entry);
      is_tie = points == best && found != nullptr && !is_same_root;
      best = points;
      found = &candidate;
    }
    if (found != nullptr && !is_tie) return found;
    result_.diagnostics.push_back(
        {is_tie ? "amendment-ambiguous" : "amendment-without-original", Severity::warning,
         is_tie ? "several filings fit as the original of this amendment; its rows are kept beside "
                  "theirs"
                : "no filing held fits as the original of this amendment; its rows stand alone",
         std::to_string(amendment.entry)});
    return nullptr;
  }

  // One to one: rows that repeat first, then each amended row with the most alike of the rest.
  void align(const Claim& amendment, std::vector<PlacedRow>& current) {
    std::vector<PlacedRow> waiting;
    std::vector<PlacedRow> open = current;
    for (const PlacedRow& amended : rows_of(amendment)) {
      const auto same = std::find_if(open.begin(), open.end(), [&](const PlacedRow& candidate) {
        return repeats(*amended.row, *candidate.row);
      });
      if (same == open.end()) {
        waiting.push_back(amended);
        continue;
      }
      result_.without_effect.insert(amended.place);
      open.erase(same);
    }
    for (const PlacedRow& amended : waiting) {
      auto best = open.end();
      for (auto candidate = open.begin(); candidate != open.end(); ++candidate) {
        if (!replaces(*amended.row, *candidate->row)) continue;
        if (best == open.end() || figures_in_common(*amended.row, *candidate->row) >
                                      figures_in_common(*amended.row, *best->row)) {
          best = candidate;
        }
      }
      if (best == open.end()) {
        current.push_back(amended);
        continue;
      }
      result_.without_effect.insert(best->place);
      result_.replaced_by[best->place] = amended.place;
      for (PlacedRow& row : current) {
        if (row.place == best->place) row = amended;
      }
      open.erase(best);
    }
  }

  std::vector<const Claim*> filings_;
  std::map<std::int64_t, std::vector<PlacedRow>> current_;
  Amendments result_;
};

}  // namespace

Amendments amendments_in(const std::vector<Claim>& claims,
                         const std::map<std::int64_t, std::int64_t>& superseded) {
  const bool any = std::any_of(claims.begin(), claims.end(), [](const Claim& claim) {
    return claim.filing() != nullptr && is_amendment(*claim.filing());
  });
  return any ? Linking(claims, superseded).run() : Amendments();
}

}  // namespace stakebook
