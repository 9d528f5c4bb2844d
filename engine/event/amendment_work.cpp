#include "event/amendment_work.h"

#include <algorithm>
#include <optional>

#include "event/cited_footnotes.h"

namespace stakebook {
namespace {

using Kind = AmendmentStatement::Kind;

class TakingBack {
 public:
  TakingBack(AmendmentWork& work, Decisions& decisions, Amendments& result,
             const std::function<bool(const Row&)>& is_reported_elsewhere)
      : work_(work),
        decisions_(decisions),
        result_(result),
        is_reported_elsewhere_(is_reported_elsewhere) {}

  void run() {
    for (const AmendmentStatement& statement : work_.amendment.statements) {
      switch (statement.kind) {
        case Kind::withdraws_filing: withdraw(statement); break;
        case Kind::retracts_rows: retract_rows(statement); break;
        case Kind::reports_duplicate: retract_duplicate(statement); break;
        case Kind::restates_filing: restate(statement); break;
        case Kind::corrects:
        case Kind::adds: break;
      }
    }
  }

 private:
  static bool cites(const Row& row, const FootnoteId& id) {
    const std::vector<FootnoteId> ids = cited_footnotes(row);
    return !id.empty() && std::find(ids.begin(), ids.end(), id) != ids.end();
  }

  void retract(std::size_t current, const AmendmentStatement& statement) {
    if (work_.retracted[current]) return;
    work_.retracted[current] = true;
    const std::int64_t entry = work_.entry();
    Reference by{entry, Part::entry, 0, 0};
    for (std::size_t i = 0; i < work_.alignment.size(); ++i) {
      if (work_.alignment[i].current != current) continue;
      by = work_.amendment.filing.rows[i].place;
      work_.amended_dropped[i] = true;
      result_.without_effect.insert(by);
    }
    add_effect(result_, work_.rows[current].place, AmendmentEffect::retracted, by, entry,
               statement.quote);
    note_retraction(result_, work_.rows[current].place, entry, '"' + statement.quote + '"');
  }

  // Everything that the amendment does not state again is withdrawn. A transaction that it repeats
  // word for word may only stand there because EDGAR wants a row: then both is possible.
  void withdraw(const AmendmentStatement& statement) {
    for (std::size_t i = 0; i < work_.rows.size(); ++i) {
      if (!work_.is_paired(i)) retract(i, statement);
    }
    std::vector<std::size_t> repeated;
    for (std::size_t i = 0; i < work_.alignment.size(); ++i) {
      const RowPair& pair = work_.alignment[i];
      const Row& row = *work_.amendment.filing.rows[i].row;
      if (pair.likeness == Likeness::equal && row.kind == RowKind::transaction) {
        repeated.push_back(*pair.current);
      }
    }
    if (repeated.empty()) return;
    note(result_, "amendment-row-doubtful",
         "the amendment withdraws the filing and repeats transactions of it: \"" + statement.quote +
             "\"; balances that depend on them are ranges",
         {work_.entry(), Part::entry, 0, 0});
    if (decisions_.decide(2) == 0) return;
    for (const std::size_t current : repeated) retract(current, statement);
  }

  void retract_rows(const AmendmentStatement& statement) {
    bool cited = false;
    for (std::size_t i = 0; i < work_.alignment.size(); ++i) {
      const FilingRow& amended = work_.amendment.filing.rows[i];
      if (!cites(*amended.row, statement.footnote) || !work_.alignment[i].current) continue;
      cited = true;
      retract_cited(i, statement);
    }
    if (cited) return;
    if (const auto named = row_named_by(statement)) {
      retract(*named, statement);
    } else {
      note_unplaced(statement);
    }
  }

  // The row that the footnote stands at says the same as the original's, or zero: it is meant. One
  // that says something else corrects it as well as taking it back.
  void retract_cited(std::size_t amended, const AmendmentStatement& statement) {
    const RowPair pair = work_.alignment[amended];
    const Row& row = *work_.amendment.filing.rows[amended].row;
    const auto& amount = row.transaction_shares.value;
    const bool plain = pair.likeness == Likeness::equal || (amount && amount->is_zero()) ||
                       is_same_fact(row, *work_.rows[*pair.current].row);
    if (plain) return retract(*pair.current, statement);
    note(result_, "amendment-row-doubtful",
         "the words at this row take back the row that it changes: \"" + statement.quote +
             "\"; balances that depend on it are ranges",
         work_.amendment.filing.rows[amended].place);
    if (decisions_.decide(2) == 1) retract(*pair.current, statement);
  }

  // A row that the amendment leaves out, told by its amount in the sentence, or as the only one.
  std::optional<std::size_t> row_named_by_amount(const std::vector<std::size_t>& left_out,
                                                 const AmendmentStatement& statement) const {
    std::optional<std::size_t> named;
    for (const std::size_t i : left_out) {
      const auto& amount = work_.rows[i].row->transaction_shares.value;
      const bool named_here =
          amount && std::find(statement.amounts.begin(), statement.amounts.end(), *amount) !=
                        statement.amounts.end();
      if (!named_here) continue;
      if (named) return std::nullopt;
      named = i;
    }
    return named;
  }

  std::optional<std::size_t> row_named_by(const AmendmentStatement& statement) const {
    std::vector<std::size_t> left_out;
    for (std::size_t i = 0; i < work_.rows.size(); ++i) {
      const bool counts = work_.rows[i].row->kind == RowKind::transaction && !work_.is_paired(i) &&
                          !work_.retracted[i];
      if (counts) left_out.push_back(i);
    }
    if (!statement.amounts.empty()) return row_named_by_amount(left_out, statement);
    const bool restates_none =
        std::none_of(work_.amendment.filing.rows.begin(), work_.amendment.filing.rows.end(),
                     [](const FilingRow& row) { return row.row->kind == RowKind::transaction; });
    if (left_out.size() == 1 && restates_none) return left_out.front();
    return std::nullopt;
  }

  void note_unplaced(const AmendmentStatement& statement) {
    note(result_, "amendment-retraction-unplaced",
         "the amendment takes back a row, but not which: \"" + statement.quote +
             "\"; nothing was taken back, please review",
         {work_.entry(), Part::entry, 0, 0});
  }

  // Of two rows that say the same one is taken back: in the filing itself, or in another one.
  void retract_duplicate(const AmendmentStatement& statement) {
    for (std::size_t i = 0; i < work_.rows.size(); ++i) {
      if (work_.retracted[i] || work_.rows[i].row->kind != RowKind::transaction) continue;
      for (std::size_t j = i + 1; j < work_.rows.size(); ++j) {
        if (work_.retracted[j] || !is_same_fact(*work_.rows[i].row, *work_.rows[j].row)) continue;
        return retract(work_.is_paired(j) && !work_.is_paired(i) ? i : j, statement);
      }
      if (is_cited_current(i, statement) && is_reported_elsewhere_(*work_.rows[i].row)) {
        return retract(i, statement);
      }
    }
    note_unplaced(statement);
  }

  // Named by a footnote at its amended row, or left out of the amendment.
  bool is_cited_current(std::size_t current, const AmendmentStatement& statement) const {
    for (std::size_t i = 0; i < work_.alignment.size(); ++i) {
      if (work_.alignment[i].current != current) continue;
      return cites(*work_.amendment.filing.rows[i].row, statement.footnote);
    }
    return true;
  }

  // "Restated in its entirety", but a row of the original is not in it.
  void restate(const AmendmentStatement& statement) {
    std::vector<std::size_t> left_out;
    for (std::size_t i = 0; i < work_.rows.size(); ++i) {
      if (!work_.is_paired(i) && !work_.retracted[i]) left_out.push_back(i);
    }
    if (left_out.empty()) return;
    for (const std::size_t i : left_out) {
      note(result_, "amendment-row-doubtful",
           "the amendment of entry " + std::to_string(work_.entry()) +
               " restates the filing in its entirety, without this row; balances that depend on "
               "it are ranges",
           work_.rows[i].place);
    }
    if (decisions_.decide(2) == 0) return;
    for (const std::size_t i : left_out) retract(i, statement);
  }

  AmendmentWork& work_;
  Decisions& decisions_;
  Amendments& result_;
  const std::function<bool(const Row&)>& is_reported_elsewhere_;
};

}  // namespace

bool AmendmentWork::is_paired(std::size_t row) const {
  if (merged_into[row]) return true;
  return std::any_of(alignment.begin(), alignment.end(),
                     [&](const RowPair& pair) { return pair.current == row; });
}

void take_back(AmendmentWork& work, Decisions& decisions, Amendments& result,
               const std::function<bool(const Row&)>& is_reported_elsewhere) {
  TakingBack(work, decisions, result, is_reported_elsewhere).run();
}

void note(Amendments& result, std::string code, std::string message, const Reference& place) {
  result.diagnostics.push_back(
      {std::move(code), Severity::warning, std::move(message), place.to_text()});
}

void note_retraction(Amendments& result, const Reference& row, std::int64_t amendment,
                     const std::string& why) {
  note(result, "amendment-retracts",
       "the amendment of entry " + std::to_string(amendment) + " takes this row back: " + why +
           "; please review",
       row);
}

void add_effect(Amendments& result, const Reference& row, AmendmentEffect effect,
                const Reference& by, std::int64_t amendment, std::string quote) {
  result.effects.push_back({row, effect, by, amendment, std::move(quote)});
  if (effect == AmendmentEffect::replaced || effect == AmendmentEffect::retracted) {
    result.without_effect.insert(row);
  }
}

}  // namespace stakebook
