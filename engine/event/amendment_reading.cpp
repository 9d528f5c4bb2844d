#include "event/amendment_reading.h"

#include <algorithm>

#include "event/claim_order.h"

namespace stakebook {
namespace {

using Kind = AmendmentStatement::Kind;

class Reading {
 public:
  Reading(const std::vector<FilingToRead>& filings, Decisions& decisions)
      : filings_(filings), decisions_(decisions) {}

  Amendments run() {
    for (const FilingToRead& filing : filings_) {
      const Claim& claim = *filing.filing.claim;
      if (!is_amendment(*claim.filing())) begin_with(filing);
    }
    for (const FilingToRead& filing : filings_) {
      if (!is_amendment(*filing.filing.claim->filing())) continue;
      const LinkedFiling* original = original_of(filing);
      if (original == nullptr) {
        begin_with(filing);
        continue;
      }
      const std::int64_t root = root_of(original->claim->entry);
      result_.original_of[filing.filing.claim->entry] = root;
      apply(filing, current_[root]);
      candidates_.push_back(&filing.filing);
    }
    return std::move(result_);
  }

 private:
  void begin_with(const FilingToRead& filing) {
    current_[filing.filing.claim->entry] = filing.filing.rows;
    candidates_.push_back(&filing.filing);
  }

  std::int64_t root_of(std::int64_t entry) const {
    const auto found = result_.original_of.find(entry);
    return found == result_.original_of.end() ? entry : found->second;
  }

  void note(std::string code, std::string message, const Reference& place) {
    result_.diagnostics.push_back(
        {std::move(code), Severity::warning, std::move(message), place.to_text()});
  }

  const LinkedFiling* original_of(const FilingToRead& amendment) {
    std::vector<const LinkedFiling*> best = best_originals(amendment.filing, candidates_);
    const Reference place{amendment.filing.claim->entry, Part::entry, 0, 0};
    if (best.empty()) {
      note("amendment-without-original",
           "no filing held fits as the original of this amendment; its rows stand alone", place);
      return nullptr;
    }
    // An original and an earlier amendment of it lead to the same rows.
    std::vector<const LinkedFiling*> roots;
    for (const LinkedFiling* candidate : best) {
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
    note("amendment-ambiguous",
         "several filings fit equally as the original of this amendment (entries " + entries +
             "); balances that depend on which are ranges",
         place);
    const std::size_t chosen = decisions_.decide(roots.size() + 1);
    return chosen == 0 ? nullptr : roots[chosen - 1];
  }

  // The state of one amendment while it is applied to the rows that hold now.
  struct Work {
    const FilingToRead& amendment;
    std::vector<FilingRow>& current;
    std::vector<FilingRow> rows;  // current, as they were before
    Alignment alignment;
    std::vector<bool> retracted;        // of `rows`
    std::vector<bool> amended_dropped;  // of the amended rows
  };

  void apply(const FilingToRead& amendment, std::vector<FilingRow>& current) {
    Work work{amendment, current, current, {}, {}, {}};
    work.retracted.assign(work.rows.size(), false);
    work.amended_dropped.assign(amendment.filing.rows.size(), false);
    align(work);
    apply_statements(work);
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

  void align(Work& work) {
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
      note("amendment-row-doubtful",
           "this row may replace " + work.rows[*pair.current].place.to_text() +
               " or stand beside it; balances that depend on which are ranges",
           work.amendment.filing.rows[i].place);
      if (decisions_.decide(2) == 0) pair = {};
    }
  }

  bool is_paired(const Work& work, std::size_t current) const {
    return std::any_of(work.alignment.begin(), work.alignment.end(),
                       [&](const RowPair& pair) { return pair.current == current; });
  }

  static bool cites(const Row& row, const FootnoteId& id) {
    if (id.empty()) return false;
    const auto has = [&](const std::vector<FootnoteId>& ids) {
      return std::find(ids.begin(), ids.end(), id) != ids.end();
    };
    bool found = has(row.transaction_coding_footnotes);
    for_each_field(row, [&](std::string_view, const auto& field) {
      if (has(field.footnotes)) found = true;
    });
    return found;
  }

  void retract(Work& work, std::size_t current, const AmendmentStatement& statement) {
    if (work.retracted[current]) return;
    work.retracted[current] = true;
    const std::int64_t entry = work.amendment.filing.claim->entry;
    Reference by{entry, Part::entry, 0, 0};
    for (std::size_t i = 0; i < work.alignment.size(); ++i) {
      if (work.alignment[i].current != current) continue;
      by = work.amendment.filing.rows[i].place;
      work.amended_dropped[i] = true;
      result_.without_effect.insert(by);
    }
    add_effect(work.rows[current].place, AmendmentEffect::retracted, by, entry, statement.quote);
    note_retraction(work.rows[current].place, entry, '"' + statement.quote + '"');
  }

  void note_retraction(const Reference& row, std::int64_t amendment, const std::string& why) {
    note("amendment-retracts",
         "the amendment of entry " + std::to_string(amendment) + " takes this row back: " + why +
             "; please review",
         row);
  }

  void add_effect(const Reference& row, AmendmentEffect effect, const Reference& by,
                  std::int64_t amendment, std::string quote = {}) {
    result_.effects.push_back({row, effect, by, amendment, std::move(quote)});
    if (effect == AmendmentEffect::replaced || effect == AmendmentEffect::retracted) {
      result_.without_effect.insert(row);
    }
  }

  void apply_statements(Work& work) {
    for (const AmendmentStatement& statement : work.amendment.statements) {
      switch (statement.kind) {
        case Kind::withdraws_filing: withdraw(work, statement); break;
        case Kind::retracts_rows: retract_rows(work, statement); break;
        case Kind::reports_duplicate: retract_duplicate(work, statement); break;
        case Kind::restates_filing: restate(work, statement); break;
        case Kind::corrects:
        case Kind::adds: break;
      }
    }
  }

  // Everything that the amendment does not state again is withdrawn. A transaction that it repeats
  // word for word may only stand there because EDGAR wants a row: then both is possible.
  void withdraw(Work& work, const AmendmentStatement& statement) {
    for (std::size_t i = 0; i < work.rows.size(); ++i) {
      if (!is_paired(work, i)) retract(work, i, statement);
    }
    std::vector<std::size_t> repeated;
    for (std::size_t i = 0; i < work.alignment.size(); ++i) {
      const RowPair& pair = work.alignment[i];
      const Row& row = *work.amendment.filing.rows[i].row;
      if (pair.likeness == Likeness::equal && row.kind == RowKind::transaction) {
        repeated.push_back(*pair.current);
      }
    }
    if (repeated.empty()) return;
    note("amendment-row-doubtful",
         "the amendment withdraws the filing and repeats transactions of it: \"" + statement.quote +
             "\"; balances that depend on them are ranges",
         {work.amendment.filing.claim->entry, Part::entry, 0, 0});
    if (decisions_.decide(2) == 0) return;
    for (const std::size_t current : repeated) retract(work, current, statement);
  }

  void retract_rows(Work& work, const AmendmentStatement& statement) {
    bool cited = false;
    for (std::size_t i = 0; i < work.alignment.size(); ++i) {
      const FilingRow& amended = work.amendment.filing.rows[i];
      if (!cites(*amended.row, statement.footnote) || !work.alignment[i].current) continue;
      cited = true;
      retract_cited(work, i, statement);
    }
    if (cited) return;
    if (const auto named = row_named_by(work, statement)) {
      retract(work, *named, statement);
    } else {
      note_unplaced(work, statement);
    }
  }

  // The row that the footnote stands at says the same as the original's, or zero: it is meant. One
  // that says something else corrects it as well as taking it back.
  void retract_cited(Work& work, std::size_t amended, const AmendmentStatement& statement) {
    const RowPair pair = work.alignment[amended];
    const Row& row = *work.amendment.filing.rows[amended].row;
    const auto& amount = row.transaction_shares.value;
    const bool plain = pair.likeness == Likeness::equal || (amount && amount->is_zero()) ||
                       is_same_fact(row, *work.rows[*pair.current].row);
    if (plain) return retract(work, *pair.current, statement);
    note("amendment-row-doubtful",
         "the words at this row take back the row that it changes: \"" + statement.quote +
             "\"; balances that depend on it are ranges",
         work.amendment.filing.rows[amended].place);
    if (decisions_.decide(2) == 1) retract(work, *pair.current, statement);
  }

  // A row that the amendment leaves out, told by its amount in the sentence, or as the only one.
  static std::optional<std::size_t> row_named_by_amount(const Work& work,
                                                        const std::vector<std::size_t>& left_out,
                                                        const AmendmentStatement& statement) {
    std::optional<std::size_t> named;
    for (const std::size_t i : left_out) {
      const auto& amount = work.rows[i].row->transaction_shares.value;
      const bool named_here =
          amount && std::find(statement.amounts.begin(), statement.amounts.end(), *amount) !=
                        statement.amounts.end();
      if (!named_here) continue;
      if (named) return std::nullopt;
      named = i;
    }
    return named;
  }

  std::optional<std::size_t> row_named_by(const Work& work,
                                          const AmendmentStatement& statement) const {
    std::vector<std::size_t> left_out;
    for (std::size_t i = 0; i < work.rows.size(); ++i) {
      const bool counts = work.rows[i].row->kind == RowKind::transaction && !is_paired(work, i) &&
                          !work.retracted[i];
      if (counts) left_out.push_back(i);
    }
    if (!statement.amounts.empty()) return row_named_by_amount(work, left_out, statement);
    const bool restates_none =
        std::none_of(work.amendment.filing.rows.begin(), work.amendment.filing.rows.end(),
                     [](const FilingRow& row) { return row.row->kind == RowKind::transaction; });
    if (left_out.size() == 1 && restates_none) return left_out.front();
    return std::nullopt;
  }

  void note_unplaced(const Work& work, const AmendmentStatement& statement) {
    note("amendment-retraction-unplaced",
         "the amendment takes back a row, but not which: \"" + statement.quote +
             "\"; nothing was taken back, please review",
         {work.amendment.filing.claim->entry, Part::entry, 0, 0});
  }

  // Of two rows that say the same one is taken back: in the filing itself, or in another one.
  void retract_duplicate(Work& work, const AmendmentStatement& statement) {
    for (std::size_t i = 0; i < work.rows.size(); ++i) {
      const bool is_meant = is_cited_current(work, i, statement);
      if (work.retracted[i] || work.rows[i].row->kind != RowKind::transaction) continue;
      for (std::size_t j = i + 1; j < work.rows.size(); ++j) {
        if (work.retracted[j] || !is_same_fact(*work.rows[i].row, *work.rows[j].row)) continue;
        return retract(work, is_paired(work, j) && !is_paired(work, i) ? i : j, statement);
      }
      if (is_meant && is_reported_elsewhere(work, *work.rows[i].row)) {
        return retract(work, i, statement);
      }
    }
    note_unplaced(work, statement);
  }

  // Named by a footnote at its amended row, or left out of the amendment.
  bool is_cited_current(const Work& work, std::size_t current,
                        const AmendmentStatement& statement) const {
    for (std::size_t i = 0; i < work.alignment.size(); ++i) {
      if (work.alignment[i].current != current) continue;
      return cites(*work.amendment.filing.rows[i].row, statement.footnote);
    }
    return true;
  }

  bool is_reported_elsewhere(const Work& work, const Row& row) const {
    const std::int64_t own = root_of(work.amendment.filing.claim->entry);
    for (const auto& [root, rows] : current_) {
      if (root == own) continue;
      for (const FilingRow& other : rows) {
        if (is_same_fact(row, *other.row)) return true;
      }
    }
    return false;
  }

  // "Restated in its entirety", but a row of the original is not in it.
  void restate(Work& work, const AmendmentStatement& statement) {
    std::vector<std::size_t> left_out;
    for (std::size_t i = 0; i < work.rows.size(); ++i) {
      if (!is_paired(work, i) && !work.retracted[i]) left_out.push_back(i);
    }
    if (left_out.empty()) return;
    for (const std::size_t i : left_out) {
      note("amendment-row-doubtful",
           "the amendment of entry " + std::to_string(work.amendment.filing.claim->entry) +
               " restates the filing in its entirety, without this row; balances that depend on "
               "it are ranges",
           work.rows[i].place);
    }
    if (decisions_.decide(2) == 0) return;
    for (const std::size_t i : left_out) retract(work, i, statement);
  }

  // Repeat, replace, add; and the rows that hold from now on.
  void settle(Work& work) {
    const std::int64_t entry = work.amendment.filing.claim->entry;
    std::vector<FilingRow> now = work.rows;
    std::vector<FilingRow> added;
    for (std::size_t i = 0; i < work.alignment.size(); ++i) {
      const FilingRow& amended = work.amendment.filing.rows[i];
      const RowPair& pair = work.alignment[i];
      if (work.amended_dropped[i]) {
        add_effect(amended.place, AmendmentEffect::repeats, work.rows[*pair.current].place, entry);
      } else if (!pair.current) {
        add_effect(amended.place, AmendmentEffect::added, {entry, Part::entry, 0, 0}, entry);
        added.push_back(amended);
      } else if (pair.likeness == Likeness::equal) {
        result_.without_effect.insert(amended.place);
        add_effect(amended.place, AmendmentEffect::repeats, work.rows[*pair.current].place, entry);
      } else {
        replace(work, *pair.current, amended);
        now[*pair.current] = amended;
      }
    }
    work.current.clear();
    for (std::size_t i = 0; i < now.size(); ++i) {
      if (!work.retracted[i]) work.current.push_back(now[i]);
    }
    work.current.insert(work.current.end(), added.begin(), added.end());
  }

  void replace(const Work& work, std::size_t current, const FilingRow& amended) {
    const std::int64_t entry = work.amendment.filing.claim->entry;
    const Reference& row = work.rows[current].place;
    add_effect(row, AmendmentEffect::replaced, amended.place, entry);
    result_.replaced_by[row] = amended.place;
    const auto& before = work.rows[current].row->transaction_shares.value;
    const auto& after = amended.row->transaction_shares.value;
    if (before && after && after->is_zero() && !before->is_zero()) {
      note_retraction(row, entry, "it puts zero shares in its place");
    }
  }

  const std::vector<FilingToRead>& filings_;
  Decisions& decisions_;
  std::map<std::int64_t, std::vector<FilingRow>> current_;
  std::vector<const LinkedFiling*> candidates_;
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
