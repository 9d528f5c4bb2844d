#include "event/amendment_reading.h"

#include <algorithm>

#include "event/amendment_work.h"
#include "event/row_merge.h"

namespace stakebook {
namespace {

using Kind = AmendmentStatement::Kind;

class Reading {
 public:
  Reading(const std::vector<FilingToRead>& filings, Decisions& decisions)
      : filings_(filings), decisions_(decisions) {}

  Amendments run() {
    for (const FilingToRead& filing : filings_) {
      if (!filing.amends()) current_[filing.entry()] = filing.filing.rows;
    }
    for (const FilingToRead& filing : filings_) {
      if (!filing.amends()) continue;
      const LinkedFiling* original = original_of(filing);
      if (original == nullptr) {
        current_[filing.entry()] = filing.filing.rows;
        continue;
      }
      const std::int64_t root = root_of(original->claim->entry);
      result_.original_of[filing.entry()] = root;
      apply(filing, current_[root]);
    }
    return std::move(result_);
  }

 private:
  std::int64_t root_of(std::int64_t entry) const {
    const auto found = result_.original_of.find(entry);
    return found == result_.original_of.end() ? entry : found->second;
  }

  const LinkedFiling* original_of(const FilingToRead& amendment) {
    const Reference place{amendment.entry(), Part::entry, 0, 0};
    if (amendment.originals.empty()) {
      note(result_, "amendment-without-original",
           "no filing held fits as the original of this amendment; its rows stand alone", place);
      return nullptr;
    }
    // An original and an earlier amendment of it lead to the same rows.
    std::vector<const LinkedFiling*> roots;
    for (const LinkedFiling* candidate : amendment.originals) {
      const bool known = std::any_of(roots.begin(), roots.end(), [&](const LinkedFiling* other) {
        return root_of(other->claim->entry) == root_of(candidate->claim->entry);
      });
      if (!known) roots.push_back(candidate);
    }
    if (roots.size() == 1) return roots.front();
    std::string entries;
    for (const LinkedFiling* root : roots) {
      entries += (entries.empty() ? "" : ", ") + std::to_string(root->claim->entry);
    }
    note(result_, "amendment-ambiguous",
         "several filings fit equally as the original of this amendment (entries " + entries +
             "); balances that depend on which are ranges",
         place);
    const std::size_t chosen = decisions_.decide(roots.size() + 1);
    return chosen == 0 ? nullptr : roots[chosen - 1];
  }

  void apply(const FilingToRead& amendment, std::vector<FilingRow>& current) {
    AmendmentWork work(amendment, current);
    align(work);
    merge(work);
    take_back(work, decisions_, result_,
              [&](const Row& row) { return is_reported_elsewhere(amendment.entry(), row); });
    settle(work);
  }

  static bool says(const FilingToRead& amendment, Kind kind) {
    return std::any_of(amendment.statements.begin(), amendment.statements.end(),
                       [&](const AmendmentStatement& one) { return one.kind == kind; });
  }

  static std::vector<AlignedRow> as_aligned(const std::vector<FilingRow>& rows) {
    std::vector<AlignedRow> result;
    for (const FilingRow& row : rows) result.push_back({row.row, row.account});
    return result;
  }

  void align(AmendmentWork& work) {
    const AlignmentHints hints{says(work.amendment, Kind::corrects),
                               says(work.amendment, Kind::adds),
                               says(work.amendment, Kind::restates_filing)};
    Alignments alignments =
        aligned(as_aligned(work.amendment.filing.rows), as_aligned(work.rows), hints);
    const std::size_t chosen =
        alignments.others.empty() ? 0 : decisions_.decide(alignments.others.size() + 1);
    work.alignment =
        chosen == 0 ? std::move(alignments.best) : std::move(alignments.others[chosen - 1]);
    for (std::size_t i = 0; i < work.alignment.size(); ++i) {
      RowPair& pair = work.alignment[i];
      if (pair.likeness != Likeness::doubtful) continue;
      note(result_, "amendment-row-doubtful",
           "this row may replace " + work.rows[*pair.current].place.to_text() +
               " or stand beside it; balances that depend on which are ranges",
           work.amendment.filing.rows[i].place);
      if (decisions_.decide(2) == 0) pair = {};
    }
  }

  // In another filing, as it stands now.
  bool is_reported_elsewhere(std::int64_t amendment, const Row& row) const {
    const std::int64_t own = root_of(amendment);
    for (const auto& [root, rows] : current_) {
      if (root == own) continue;
      for (const FilingRow& other : rows) {
        if (is_same_fact(row, *other.row)) return true;
      }
    }
    return false;
  }

  // Amended rows that are the sum of several: all of these are replaced.
  static void merge(AmendmentWork& work) {
    std::vector<const Row*> current;
    for (const FilingRow& row : work.rows) current.push_back(row.row);
    for (std::size_t i = 0; i < work.alignment.size(); ++i) {
      const RowPair& pair = work.alignment[i];
      if (pair.likeness != Likeness::sure) continue;
      std::vector<bool> free;
      for (std::size_t row = 0; row < current.size(); ++row) free.push_back(!work.is_paired(row));
      const Row& amended = *work.amendment.filing.rows[i].row;
      for (const std::size_t row : merged_with(amended, *pair.current, current, free)) {
        work.merged_into[row] = i;
      }
    }
  }

  // Repeat, replace, add; and the rows that hold from now on.
  void settle(AmendmentWork& work) {
    const std::int64_t entry = work.entry();
    std::vector<FilingRow> now = work.rows;
    std::vector<FilingRow> added;
    for (std::size_t i = 0; i < work.alignment.size(); ++i) {
      const FilingRow& amended = work.amendment.filing.rows[i];
      const RowPair& pair = work.alignment[i];
      if (work.amended_dropped[i]) {
        add_effect(result_, amended.place, AmendmentEffect::repeats, work.rows[*pair.current].place,
                   entry);
      } else if (!pair.current) {
        add_effect(result_, amended.place, AmendmentEffect::added, {entry, Part::entry, 0, 0},
                   entry);
        added.push_back(amended);
      } else if (pair.likeness == Likeness::equal) {
        result_.without_effect.insert(amended.place);
        add_effect(result_, amended.place, AmendmentEffect::repeats, work.rows[*pair.current].place,
                   entry);
      } else {
        replace(work, *pair.current, amended);
        now[*pair.current] = amended;
      }
    }
    work.current.clear();
    for (std::size_t i = 0; i < now.size(); ++i) {
      if (work.merged_into[i]) {
        replace(work, i, work.amendment.filing.rows[*work.merged_into[i]]);
      } else if (!work.retracted[i]) {
        work.current.push_back(now[i]);
      }
    }
    work.current.insert(work.current.end(), added.begin(), added.end());
  }

  void replace(const AmendmentWork& work, std::size_t current, const FilingRow& amended) {
    const std::int64_t entry = work.entry();
    const Reference& row = work.rows[current].place;
    add_effect(result_, row, AmendmentEffect::replaced, amended.place, entry);
    result_.replaced_by[row] = amended.place;
    const auto& before = work.rows[current].row->transaction_shares.value;
    const auto& after = amended.row->transaction_shares.value;
    if (before && after && after->is_zero() && !before->is_zero()) {
      note_retraction(result_, row, entry, "it puts zero shares in its place");
    }
  }

  const std::vector<FilingToRead>& filings_;
  Decisions& decisions_;
  std::map<std::int64_t, std::vector<FilingRow>> current_;
  Amendments result_;
};

}  // namespace

std::size_t Decisions::decide(std::size_t options) {
  if (next_ == made_.size()) made_.push_back({options, 0});
  return made_[next_++].chosen;
}

bool Decisions::advance() {
  next_ = 0;
  while (!made_.empty() && made_.back().chosen + 1 == made_.back().options) made_.pop_back();
  if (made_.empty()) return false;
  ++made_.back().chosen;
  return true;
}

Amendments read_amendments(const std::vector<FilingToRead>& filings, Decisions& decisions) {
  return Reading(filings, decisions).run();
}

}  // namespace stakebook
