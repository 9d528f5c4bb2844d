#include "reconcile/reporting_error.h"

#include "reconcile/figure_edit.h"
#include "value/grouped.h"

namespace stakebook {
namespace {

// A next balance that is off by a share, where this one is off by a hundred or more, goes on from
// the right one all the same: figures are rounded.
const Shares rounding_max = Shares(1);
const Shares rounded_gap_min = Shares(100);

bool undo_each_other(const Gap& a, const Gap& b) {
  const Shares rest = magnitude(a.size + b.size);
  return rest.is_zero() || (magnitude(a.size) >= rounded_gap_min && rest <= rounding_max);
}

// A row whose balance adds what the row subtracts, or the other way round.
bool is_turned(const Gap& gap) {
  return !gap.change.is_zero() && gap.size == -gap.change - gap.change;
}

class ReportingError {
 public:
  ReportingError(const Investigation& investigation, const Gap& gap)
      : investigation_(investigation), gap_(gap) {}

  std::optional<GapCause> cause() const {
    const Gap* next = investigation_.gap_at(gap_.account, gap_.posting + 1);
    if (next != nullptr && undo_each_other(gap_, *next) && is_in_order(gap_)) {
      return balance_cause(gap_);
    }
    const Gap* before =
        gap_.posting == 0 ? nullptr : investigation_.gap_at(gap_.account, gap_.posting - 1);
    if (before != nullptr && undo_each_other(gap_, *before) && is_in_order(*before)) {
      return balance_cause(*before);
    }
    if (is_turned(gap_) && (next_agrees() || is_turned_beside(next) || is_turned_beside(before))) {
      return direction_cause();
    }
    return next_agrees() ? amount_cause() : std::nullopt;
  }

 private:
  bool next_agrees() const {
    const Posting* next = investigation_.neighbour(gap_, 1);
    return next != nullptr && (next->check == Check::chains || next->check == Check::final_total);
  }
  // Rows that a later report adds in between, a Form 5, need not agree with what was known before.
  bool is_in_order(const Gap& gap) const {
    const auto known = [&](int ahead) {
      const Posting* posting = investigation_.neighbour(gap, ahead);
      return posting == nullptr ? std::nullopt
                                : std::optional(investigation_.event(*posting).known);
    };
    const auto before = known(-1);
    const auto after = known(1);
    return (!before || *before <= *known(0)) && (!after || *known(0) <= *after);
  }
  static bool is_turned_beside(const Gap* other) { return other != nullptr && is_turned(*other); }

  // The balance of `wrong`, this gap or the one before, agrees with neither neighbour.
  GapCause balance_cause(const Gap& wrong) const {
    const Shares meant = wrong.before + wrong.change;
    GapCause cause = new_cause(wrong.source, "shares_owned_following_transaction", meant.to_text());
    cause.statement = "the next balance goes on from " + grouped(meant) + ", not from " +
                      grouped(wrong.reported) + how(wrong, meant);
    return cause;
  }

  static std::string how(const Gap& wrong, Shares meant) {
    if (!wrong.change.is_zero() && wrong.reported == wrong.before) {
      return ", which is the balance before";
    }
    if (wrong.reported == magnitude(wrong.change)) return ", which is the row's own amount";
    const std::string_view slip = slip_between(meant, wrong.reported);
    return slip.empty() ? std::string() : ": " + std::string(slip);
  }

  GapCause direction_cause() const {
    const bool acquired = gap_.change.is_positive();
    GapCause cause =
        new_cause(gap_.source, "transaction_acquired_disposed_code", acquired ? "D" : "A");
    cause.statement = std::string("the balance ") + (acquired ? "falls" : "rises") + " by the " +
                      grouped(magnitude(gap_.change)) + " that the row " +
                      (acquired ? "acquires" : "disposes of");
    return cause;
  }

  std::optional<GapCause> amount_cause() const {
    const Shares meant = gap_.change + gap_.size;
    if (meant.is_zero() || meant.is_negative() != gap_.change.is_negative()) return std::nullopt;
    const std::string_view slip = slip_between(magnitude(meant), magnitude(gap_.change));
    if (slip.empty()) return std::nullopt;
    GapCause cause = new_cause(gap_.source, "transaction_shares", magnitude(meant).to_text());
    cause.statement = "the balances agree with " + grouped(magnitude(meant)) + ", not with " +
                      grouped(magnitude(gap_.change)) + ": " + std::string(slip);
    return cause;
  }

  GapCause new_cause(const Reference& row, const char* field, std::string value) const {
    GapCause cause;
    cause.cause = Cause::reporting_error;
    cause.evidence.push_back({row, field, 0, {}, {}});
    if (const Posting* next = investigation_.neighbour(gap_, 1)) {
      cause.evidence.push_back(balance_figure(investigation_.event(*next).source));
    }
    cause.correction = {row, field, std::move(value)};
    return cause;
  }

  const Investigation& investigation_;
  const Gap& gap_;
};

}  // namespace

std::optional<GapCause> find_reporting_error(const Investigation& investigation, const Gap& gap) {
  if (!investigation.follows_dates(gap.account)) return std::nullopt;
  return ReportingError(investigation, gap).cause();
}

}  // namespace stakebook
