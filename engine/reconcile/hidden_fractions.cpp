#include "reconcile/hidden_fractions.h"

#include <algorithm>

#include "reconcile/stated_amount.h"
#include "value/grouped.h"
#include "value/text.h"

namespace stakebook {
namespace {

// So many small gaps of one account are a habit, not an error.
constexpr int pattern_min = 3;
// So many rows on either side are searched for fractions and for words about them.
constexpr std::size_t rows_around_max = 24;

// A figure as it was filed, and how finely.
struct Figure {
  Decimal value;
  int decimals = 0;
};

int decimals_in(std::string_view text) {
  const std::size_t point = text.find('.');
  if (point == nowhere) return 0;
  std::size_t end = point + 1;
  while (end < text.size() && is_digit(text[end])) ++end;
  return static_cast<int>(end - point - 1);
}

Figure figure_of(Shares value, const Field<Shares>* field) {
  const bool as_filed = field != nullptr && field->value == value;
  return {value.amount(), decimals_in(as_filed ? field->filed_text() : value.to_text())};
}

Decimal unit_of(int decimals) {
  Decimal unit = 1;
  for (int i = 0; i < decimals; ++i) unit = divide(unit, Decimal(10), 12, Rounding::exact);
  return unit;
}

struct Bounds {
  Decimal low;
  Decimal high;
};

Bounds exactly(Decimal value) { return {value, value}; }

std::optional<Bounds> common(const Bounds& a, const Bounds& b) {
  const Bounds both{std::max(a.low, b.low), std::min(a.high, b.high)};
  return both.high < both.low ? std::nullopt : std::optional(both);
}

Bounds rounded_from(const Figure& figure) {
  const Decimal half = divide(unit_of(figure.decimals), Decimal(2), 12, Rounding::exact);
  return {figure.value - half, figure.value + half};
}

// What one account shows of its fractions.
class Fractions {
 public:
  Fractions(const Investigation& investigation, const Gap& gap)
      : investigation_(investigation), gap_(gap) {
    const auto& postings = investigation.postings(gap.account);
    first_ = gap.posting > rows_around_max ? gap.posting - rows_around_max : 0;
    last_ = std::min(postings.size() - 1, gap.posting + rows_around_max);
  }

  std::optional<GapCause> cause() {
    if (!balance(gap_.posting) || gap_.posting == 0) return std::nullopt;
    if (auto stated = stated_cause()) return stated;
    if (const auto carried = carried_balance()) return carried_cause(*carried);
    return unit_cause();
  }

 private:
  const Posting& posting(std::size_t index) const {
    return investigation_.postings(gap_.account)[index];
  }
  const Event& event(std::size_t index) const { return investigation_.event(posting(index)); }

  std::optional<Figure> balance(std::size_t index) const {
    const auto& reported = event(index).reported_following;
    if (!reported) return std::nullopt;
    const Row* row = investigation_.row(event(index).source);
    return figure_of(*reported,
                     row == nullptr ? nullptr : &row->shares_owned_following_transaction);
  }

  Figure change(std::size_t index) const {
    const auto change = posting(index).change.exact();
    if (!change) return {};
    const Row* row = investigation_.row(event(index).source);
    const Field<Shares>* field = row == nullptr ? nullptr : &row->transaction_shares;
    Figure figure = figure_of(change->is_negative() ? -*change : *change, field);
    figure.value = change->amount();
    return figure;
  }

  // How finely the balance is reported: a zero at its end is not always written, so the balances
  // beside it speak too, unless both it and the one before are whole.
  int fineness(std::size_t index) const {
    const auto here = balance(index);
    const auto before = index > 0 ? balance(index - 1) : std::nullopt;
    if (!here) return 0;
    if (here->decimals == 0 && (!before || before->decimals == 0)) return 0;
    int finest = here->decimals;
    if (before) finest = std::max(finest, before->decimals);
    if (index < last_) {
      if (const auto after = balance(index + 1)) finest = std::max(finest, after->decimals);
    }
    return finest;
  }

  // The row's own words: "Includes 1 share as a result of accumulated fractional shares."
  std::optional<GapCause> stated_cause() const {
    for (const CitedFootnote& footnote : investigation_.cited(gap_.source)) {
      for (const StatedAmount& stated : stated_amounts(footnote.text)) {
        if (!stated.fractions || stated.amount != gap_.size) continue;
        GapCause cause = new_cause(Grade::proven);
        cause.statement = "a footnote says that accumulated fractions made up " +
                          grouped(gap_.size) + (gap_.size == Shares(1) ? " share" : " shares");
        cause.evidence.push_back({footnote.place, {}, 0, {}, {}});
        cause.quotes.push_back(stated.sentence);
        return cause;
      }
    }
    return std::nullopt;
  }

  // What the balance can have been, and what it is where the first one was not rounded: carried on
  // without rounding over the rows before that are reported more finely than their balances.
  struct Carried {
    Bounds bounds;
    Decimal value;
  };
  Carried carried_before(std::size_t index) const {
    std::size_t start = index;
    while (start > first_ && carries_on(start)) --start;
    Carried carried{bounds_of(start), posting(start).after.exact().value_or(Shares()).amount()};
    for (std::size_t i = start + 1; i <= index; ++i) {
      const Decimal added = change(i).value;
      carried = {{carried.bounds.low + added, carried.bounds.high + added}, carried.value + added};
      if (const auto both = common(carried.bounds, bounds_of(i))) {
        carried.bounds = *both;
      } else {
        carried = {bounds_of(i), posting(i).after.exact().value_or(Shares()).amount()};
      }
    }
    return carried;
  }

  bool carries_on(std::size_t index) const {
    return balance(index) && balance(index - 1) && change(index).decimals > fineness(index);
  }

  Bounds bounds_of(std::size_t index) const {
    const auto figure = balance(index);
    if (!figure) return exactly(posting(index).after.exact().value_or(Shares()).amount());
    return rounded_from({figure->value, fineness(index)});
  }

  // Where figures beside one another differ in fineness: a balance that rounds to what is reported.
  std::optional<Decimal> carried_balance() const {
    const std::size_t index = gap_.posting;
    if (!balance(index - 1)) return std::nullopt;
    const bool finer_change = change(index).decimals > fineness(index);
    const bool finer_balance = fineness(index) > fineness(index - 1);
    if (!finer_change && !finer_balance) return std::nullopt;
    const Carried before = carried_before(index - 1);
    const Decimal added = change(index).value;
    const auto both = common({before.bounds.low + added, before.bounds.high + added},
                             finer_balance ? exactly(gap_.reported.amount()) : bounds_of(index));
    if (!both) return std::nullopt;
    return finer_balance ? gap_.reported.amount() : before.value + added;
  }

  GapCause carried_cause(Decimal carried) const {
    const bool exact =
        carried.rounded(fineness(gap_.posting), Rounding::half_up) == gap_.reported.amount();
    const bool shown = change(gap_.posting).decimals > fineness(gap_.posting)
                           ? exact && finer_changes() >= 2
                           : small_gaps() >= pattern_min;
    GapCause cause = new_cause(shown ? Grade::proven : Grade::plausible);
    cause.statement = carried == gap_.reported.amount()
                          ? "the balance before is rounded: " + grouped(gap_.opening) +
                                ", reported as " + grouped(gap_.before)
                          : "reported balances are rounded: carried without rounding this one is " +
                                grouped(carried) + ", reported as " + grouped(gap_.reported);
    add_row_before(cause);
    return cause;
  }

  // The gap is one unit of the last place, or nothing.
  std::optional<GapCause> unit_cause() const {
    const std::size_t index = gap_.posting;
    const auto before = balance(index - 1);
    if (!before || fineness(index) != fineness(index - 1)) return std::nullopt;
    const int places = fineness(index);
    if (!is_small(index)) return std::nullopt;
    GapCause cause = new_cause(Grade::plausible);
    cause.statement = "figures are reported to " +
                      (places == 0 ? std::string("whole shares")
                                   : std::to_string(places) +
                                         (places == 1 ? " decimal place" : " decimal places")) +
                      ", and the gap is one unit of the last";
    add_row_before(cause);
    add_witness(places, cause);
    return cause;
  }

  void add_witness(int places, GapCause& cause) const {
    const bool habit =
        small_gaps() >= pattern_min && !follows_error() && (places > 0 || !is_said_elsewhere());
    const bool own_words = add_words(index_range(gap_.posting, gap_.posting), cause);
    if (own_words && (places > 0 || habit)) {
      cause.grade = Grade::proven;
      return;
    }
    if (!habit) return;
    if (const auto finer = finer_row(places)) {
      cause.grade = Grade::proven;
      cause.statement += "; other rows of the account show its fractions";
      cause.evidence.push_back(row_figure(event(*finer).source));
    } else if (add_words(index_range(first_, last_), cause)) {
      cause.grade = Grade::proven;
    }
  }

  // An account whose footnotes say each time that fractions made up a share: a gap without these
  // words is another matter.
  bool is_said_elsewhere() const {
    for (std::size_t i = std::max<std::size_t>(first_, 1); i <= last_; ++i) {
      const Gap* other = investigation_.gap_at(gap_.account, i);
      if (other != nullptr && is_stated(*other)) return true;
    }
    return false;
  }
  bool is_stated(const Gap& gap) const {
    for (const CitedFootnote& footnote : investigation_.cited(gap.source)) {
      for (const StatedAmount& stated : stated_amounts(footnote.text)) {
        if (stated.fractions) return true;
      }
    }
    return false;
  }

  // The balance before is off by more than fractions are: this one may only undo it.
  bool follows_error() const {
    const Gap* before = investigation_.gap_at(gap_.account, gap_.posting - 1);
    return before != nullptr && balance(gap_.posting - 1) && gap_.posting > 1 &&
           balance(gap_.posting - 2) && !is_small(gap_.posting - 1);
  }

  struct IndexRange {
    std::size_t first;
    std::size_t last;
  };
  static IndexRange index_range(std::size_t first, std::size_t last) { return {first, last}; }

  // Adds the first footnote of these rows that speaks of fractions, or of dividends in shares.
  bool add_words(IndexRange range, GapCause& cause) const {
    for (std::size_t i = range.first; i <= range.last; ++i) {
      for (const CitedFootnote& footnote : investigation_.cited(event(i).source)) {
        for (const std::string_view words : {"fraction", "dividend equivalent", "reinvest"}) {
          if (!contains_ignoring_case(footnote.text, words)) continue;
          cause.evidence.push_back({footnote.place, {}, 0, {}, {}});
          cause.quotes.push_back(footnote.text);
          return true;
        }
      }
    }
    return false;
  }

  bool is_small(std::size_t index) const {
    const Shares gap = posting(index).gap;
    return posting(index).check == Check::gap &&
           absolute(gap.amount()) <= unit_of(std::min(fineness(index), fineness(index - 1)));
  }

  int small_gaps() const {
    int count = 0;
    for (std::size_t i = std::max<std::size_t>(first_, 1); i <= last_; ++i) {
      if (balance(i) && balance(i - 1) && is_small(i)) ++count;
    }
    return count;
  }

  int finer_changes() const {
    int count = 0;
    for (std::size_t i = first_; i <= last_; ++i) {
      if (balance(i) && change(i).decimals > fineness(i)) ++count;
    }
    return count;
  }

  // The row nearest to the gap that is reported more finely.
  std::optional<std::size_t> finer_row(int places) const {
    for (std::size_t i = first_; i <= last_; ++i) {
      const auto reported = balance(i);
      if (reported && reported->decimals > places) return i;
      if (change(i).decimals > places) return i;
    }
    return std::nullopt;
  }

  GapCause new_cause(Grade grade) const {
    GapCause cause;
    cause.cause = Cause::hidden_fractions;
    cause.grade = grade;
    cause.evidence.push_back(balance_figure(gap_.source));
    return cause;
  }

  void add_row_before(GapCause& cause) const {
    cause.evidence.push_back(balance_figure(event(gap_.posting - 1).source));
  }

  const Investigation& investigation_;
  const Gap& gap_;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
};

}  // namespace

std::optional<GapCause> find_hidden_fractions(const Investigation& investigation, const Gap& gap) {
  // Two shares cannot be hidden by three figures, each rounded to the nearest one.
  if (absolute(gap.size.amount()) > Decimal(1)) return std::nullopt;
  if (!investigation.follows_dates(gap.account)) return std::nullopt;
  return Fractions(investigation, gap).cause();
}

}  // namespace stakebook
