#include "vesting/resolve.h"

#include <algorithm>

#include "vesting/expansion.h"
#include "vesting/schedule_builder.h"

namespace stakebook::language {
namespace {

// "50% on A, 75% on B and 100% on C": each percentage is what has vested by then.
void undo_accumulation(std::vector<Clause>& clauses) {
  if (clauses.size() < 2) return;
  Ratio before;
  for (const Clause& clause : clauses) {
    if (!clause.amount || clause.amount->rest || clause.amount->remaining) return;
    if (clause.amount->count || clause.frequency || clause.installments) return;
    const auto& fraction = clause.amount->fraction;
    const Ratio now = fraction ? fraction->value : Ratio(clause.amount->whole ? 1 : 0);
    if (now <= before) return;
    before = now;
  }
  if (before != Ratio(1)) return;
  before = Ratio();
  for (Clause& clause : clauses) {
    const Ratio now = clause.amount->fraction ? clause.amount->fraction->value : Ratio(1);
    clause.amount->fraction = WrittenFraction{now - before, 0};
    clause.amount->whole = false;
    before = now;
  }
}

// "50% on the second anniversary and 25% on each of the third and fourth anniversaries of the
// grant".
void share_anniversary_base(std::vector<Clause>& clauses) {
  std::optional<Reference> base;
  for (auto clause = clauses.rbegin(); clause != clauses.rend(); ++clause) {
    if (!clause->anniversaries) continue;
    if (clause->anniversaries->of) {
      base = clause->anniversaries->of;
    } else if (base) {
      clause->anniversaries->of = base;
    }
  }
}

// "will vest over four years in quarterly instalments, with 25% on ...": the whole, before its
// parts.
bool is_overview(const Clause& clause) {
  const bool no_part =
      !clause.amount || clause.amount->whole || (clause.amount->count && !clause.amount->remaining);
  const bool fraction = clause.installments && clause.installments->fraction;
  return no_part && !fraction && !clause.says_from_when();
}

bool has_decimals(const std::vector<Clause>& clauses) {
  return std::any_of(clauses.begin(), clauses.end(), [](const Clause& clause) {
    const auto decimals = [](const std::optional<WrittenFraction>& fraction) {
      return fraction && fraction->percent_decimals > 0;
    };
    return (clause.amount && decimals(clause.amount->fraction)) ||
           (clause.installments && decimals(clause.installments->fraction));
  });
}

// "33.3%" in thirds is 1/3: the simplest fraction that is written so.
void round_to_simple(std::optional<WrittenFraction>& written) {
  if (!written || written->percent_decimals == 0) return;
  std::int64_t unit = 100;
  for (int i = 0; i < written->percent_decimals; ++i) unit *= 10;
  for (std::int64_t below = 2; below <= 60; ++below) {
    for (std::int64_t above = 1; above < below; ++above) {
      const Ratio difference = Ratio(above, below) - written->value;
      if (difference < Ratio(1, unit) && difference > Ratio(-1, unit)) {
        written->value = Ratio(above, below);
        return;
      }
    }
  }
}

Resolution unclear(std::string reason) {
  Resolution result;
  result.reason = std::move(reason);
  return result;
}

Resolution contradiction(std::string reason) {
  Resolution result = unclear(std::move(reason));
  result.outcome = Resolution::Outcome::inconsistent;
  return result;
}

struct Sums {
  Ratio fractions;
  Decimal counts;
  bool has_fractions = false;
  bool has_counts = false;
  bool rest = false;
};

Sums sums_of(const VestingTerms& terms) {
  Sums sums;
  for (const DatedStep& step : dated_steps(terms)) {
    if (const auto* part = std::get_if<PartOfGrant>(&step.portion)) {
      sums.fractions = sums.fractions + part->fraction;
      sums.has_fractions = true;
    } else if (const auto* stated = std::get_if<StatedCount>(&step.portion)) {
      sums.counts += stated->count.amount();
      sums.has_counts = true;
    } else {
      sums.rest = true;
    }
  }
  return sums;
}

// The amount granted must be what the steps sum to.
Resolution checked(Resolution result, const ScheduleBuilder& builder, std::size_t clauses,
                   bool total_stated, const RowContext& row) {
  const bool each_assumed = builder.each_assumed();
  const Sums sums = sums_of(result.terms);
  result.counts = sums.has_counts;
  std::optional<Shares> known = result.granted;
  if (!known && row.is_grant) known = row.quantity;
  if (sums.has_counts) {
    if (sums.has_fractions && !known) return unclear("counts and fractions stand side by side");
    const bool complete = !sums.has_fractions && !sums.rest;
    if (each_assumed &&
        (!complete || (known && known->amount() != sums.counts) || (!known && clauses < 2))) {
      return unclear("whether the count is for each of the dates or for all is not said");
    }
    if (complete && !known) {
      result.granted = Shares(sums.counts);
      known = result.granted;
    }
    // What is missing may have vested before; what the same sentence totals must be all of it.
    if (complete && sums.counts < known->amount() && !total_stated) {
      return unclear("the counts sum to " + sums.counts.to_text() + ", not to the " +
                     known->to_text() + " granted");
    }
    if (known) {
      const Expansion expansion = expand(result.terms, *known);
      if (const auto* fault = std::get_if<Inconsistency>(&expansion)) {
        return contradiction(fault->message);
      }
    }
  } else if (!sums.rest && sums.fractions > Ratio(1)) {
    return contradiction("the parts sum to " + sums.fractions.to_text() + ", more than the whole");
  } else if (!sums.rest && sums.fractions != Ratio(1)) {
    return unclear("the parts sum to " + sums.fractions.to_text() + ", not to the whole");
  }
  result.outcome = Resolution::Outcome::terms;
  return result;
}

Resolution attempt(std::vector<Clause> clauses, const ClauseList& list, const GrantFacts& facts,
                   const RowContext& row) {
  undo_accumulation(clauses);
  share_anniversary_base(clauses);
  Resolution result;
  bool total_stated = list.total.has_value();
  std::optional<std::size_t> overview_count;
  if (list.total) result.granted = Shares(*list.total);
  if (!result.granted && !facts.several_amounts) result.granted = facts.granted;
  if (clauses.size() > 1 && is_overview(clauses.front())) {
    const auto& amount = clauses.front().amount;
    if (amount && amount->count) result.granted = Shares(*amount->count);
    total_stated = total_stated || (amount && amount->count);
    const auto& installments = clauses.front().installments;
    if (installments && installments->count) overview_count = *installments->count;
    clauses.erase(clauses.begin());
  }
  ScheduleBuilder builder(facts, row, clauses.size());
  for (const Clause& clause : clauses) {
    builder.add(clause);
    if (!builder.fault().empty()) return unclear(builder.fault());
  }
  if (builder.vested_at_grant()) {
    result.outcome = Resolution::Outcome::vested;
    return result;
  }
  result.terms = builder.terms();
  result.of_unvested_remainder = list.of_remainder || builder.of_remainder();
  if (result.of_unvested_remainder) result.granted.reset();
  if (builder.granted()) result.granted = builder.granted();
  result.terms.expires = list.expires;
  if (list.rounded_down) result.terms.allocation = AllocationRule::per_tranche_round_down;
  RowContext known = row;
  if (result.of_unvested_remainder) known.is_grant = false;
  result = checked(std::move(result), builder, clauses.size(), total_stated, known);
  const bool read = result.outcome == Resolution::Outcome::terms;
  if (read && !builder.contradiction().empty()) return contradiction(builder.contradiction());
  if (read && overview_count && dated_steps(result.terms).size() != *overview_count) {
    return unclear("the steps are not as many as the instalments");
  }
  return result;
}

}  // namespace

Resolution resolve(const ClauseList& list, const GrantFacts& facts, const RowContext& row) {
  Resolution result = attempt(list.clauses, list, facts, row);
  if (result.outcome == Resolution::Outcome::terms || !has_decimals(list.clauses)) return result;
  std::vector<Clause> simple = list.clauses;
  for (Clause& clause : simple) {
    if (clause.amount) round_to_simple(clause.amount->fraction);
    if (clause.installments) round_to_simple(clause.installments->fraction);
  }
  Resolution again = attempt(std::move(simple), list, facts, row);
  return again.outcome == Resolution::Outcome::terms ? again : result;
}

}  // namespace stakebook::language
