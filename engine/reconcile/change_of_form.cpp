#include "reconcile/change_of_form.h"

#include <algorithm>

#include "reconcile/settlement.h"
#include "reconcile/stated_amount.h"
#include "reconcile/stated_in_footnote.h"
#include "value/grouped.h"
#include "value/text.h"

namespace stakebook {
namespace {

// A number with fewer digits that matter turns up twice by accident: 100, 25,000.
constexpr int digits_min = 4;
// A row of the same amount this near may be what is missing, twice there, or out of place.
constexpr std::size_t rows_around_max = 40;

bool is_specific(Shares value) {
  std::string digits;
  for (const char c : magnitude(value).to_text()) {
    if (is_digit(c) && (c != '0' || !digits.empty())) digits += c;
  }
  if (value.amount().is_integer()) {
    while (digits.ends_with('0')) digits.pop_back();
  }
  return std::ssize(digits) >= digits_min;
}

bool speaks_of_form(std::string_view text) {
  return contains_ignoring_case(text, "16a-13") ||
         contains_ignoring_case(text, "form of beneficial ownership") ||
         contains_ignoring_case(text, "form of ownership") ||
         contains_ignoring_case(text, "changes in beneficial ownership for no consideration");
}

// Another account's balance that moved by the opposite, without a row for it.
struct Counterpart {
  std::int32_t account = no_account;
  std::size_t posting = 0;
};

class ChangeOfForm {
 public:
  ChangeOfForm(const Investigation& investigation, const Gap& gap)
      : investigation_(investigation), gap_(gap) {}

  std::optional<GapCause> cause() const {
    if (auto stated = stated_cause()) return stated;
    const auto words = words_of_row();
    const std::vector<Counterpart> counterparts = opposite_moves();
    if (!counterparts.empty()) return counterpart_cause(counterparts, words);
    if (auto sum = sum_cause(words ? words : words_of_filing())) return sum;
    if (auto whole = whole_balance_cause(words)) return whole;
    return words ? std::optional(words_cause(*words)) : std::nullopt;
  }

 private:
  std::optional<GapCause> stated_cause() const {
    for (const CitedFootnote& footnote : investigation_.cited(gap_.source)) {
      for (const StatedAmount& stated : stated_amounts(footnote.text)) {
        if (stated.amount != magnitude(gap_.size) || !stated.form || stated.fractions) continue;
        const bool repeated = investigation_.said_before(gap_, stated.sentence);
        GapCause cause = new_cause(repeated ? Grade::plausible : Grade::proven);
        cause.statement = "a footnote says that " + grouped(stated.amount) +
                          " shares moved between forms of ownership";
        cause.evidence.push_back({footnote.place, {}, 0, {}, {}});
        cause.quotes.push_back(stated.sentence);
        return cause;
      }
    }
    return std::nullopt;
  }

  std::optional<CitedFootnote> words_of_row() const {
    for (const CitedFootnote& footnote : investigation_.cited(gap_.source)) {
      if (speaks_of_form(footnote.text)) return footnote;
    }
    return std::nullopt;
  }

  std::optional<CitedFootnote> words_of_filing() const {
    for (const CitedFootnote& footnote : investigation_.all_footnotes(gap_.source.entry)) {
      if (speaks_of_form(footnote.text)) return footnote;
    }
    return std::nullopt;
  }

  bool is_other_form(std::int32_t account) const {
    const AccountIdentity& here = investigation_.identity(gap_.account);
    const AccountIdentity& there = investigation_.identity(account);
    return account != gap_.account && here.table == there.table && here.strike == there.strike &&
           here.expiration == there.expiration &&
           folded_title(here.security_title) == folded_title(there.security_title) &&
           investigation_.share_a_holder(gap_.account, account);
  }

  std::vector<Counterpart> opposite_moves() const {
    std::vector<Counterpart> result;
    const auto count = static_cast<std::int32_t>(investigation_.history().accounts.size());
    for (std::int32_t account = 0; account < count; ++account) {
      if (!is_other_form(account)) continue;
      const auto& postings = investigation_.postings(account);
      auto posting = std::lower_bound(postings.begin(), postings.end(), gap_.since,
                                      [&](const Posting& candidate, Date date) {
                                        return investigation_.event(candidate).effective < date;
                                      });
      for (; posting != postings.end(); ++posting) {
        if (investigation_.event(*posting).effective > gap_.on) break;
        const auto index = static_cast<std::size_t>(posting - postings.begin());
        if (moved(account, index) == -gap_.size) result.push_back({account, index});
      }
    }
    return result;
  }

  // By how much the balance moved without a row, as it was known when it was reported: rows that a
  // later Form 5 adds in between do not count.
  std::optional<Shares> moved(std::int32_t account, std::size_t index) const {
    const auto& postings = investigation_.postings(account);
    const Event& event = investigation_.event(postings[index]);
    if (!event.reported_following) return std::nullopt;
    Shares moved = *event.reported_following;
    const std::size_t first = index > rows_around_max ? index - rows_around_max : 0;
    for (std::size_t i = index + 1; i-- > first;) {
      const Event& earlier = investigation_.event(postings[i]);
      if (event.known < earlier.known) continue;
      if (i != index && earlier.reported_following) return moved - *earlier.reported_following;
      const auto change = postings[i].change.exact();
      if (!change) return std::nullopt;
      moved -= *change;
    }
    return std::nullopt;
  }

  bool has_row_of(std::int32_t account, std::size_t index, Shares amount) const {
    return investigation_.has_row_near(account, index, amount, rows_around_max);
  }

  // No other gap of the issuer in this window has the number.
  bool is_alone() const {
    const std::vector<const Gap*> same = investigation_.gaps_of(gap_.size);
    return std::none_of(same.begin(), same.end(), [&](const Gap* other) {
      return (other->account != gap_.account || other->posting != gap_.posting) &&
             other->overlaps(gap_) && !is_same_report(*other);
    });
  }
  // Two lines that only footnotes tell apart, or that exchanged their balances: the lines may be
  // taken for one another.
  bool may_be_confused(const Counterpart& other) const {
    if (is_same_line(investigation_.identity(gap_.account),
                     investigation_.identity(other.account))) {
      return true;
    }
    const Posting& there = investigation_.postings(other.account)[other.posting];
    const auto before = there.before.exact();
    const auto after = there.after.exact();
    return (before == gap_.reported && !gap_.reported.is_zero()) ||
           (after == gap_.before && !gap_.before.is_zero());
  }

  // Where something else proves the opposite move, it is no witness of this one.
  bool is_otherwise_proven(const Counterpart& other) const {
    const Gap* there = investigation_.gap_at(other.account, other.posting);
    if (there == nullptr) return false;
    const auto proven = [](const std::optional<GapCause>& cause) {
      return cause && cause->grade == Grade::proven;
    };
    return proven(find_stated_in_footnote(investigation_, *there)) ||
           proven(find_settlement(investigation_, *there));
  }
  // Filed once more for another owner of the same shares.
  bool is_same_report(const Gap& other) const {
    return other.before == gap_.before && other.reported == gap_.reported;
  }

  GapCause counterpart_cause(const std::vector<Counterpart>& counterparts,
                             const std::optional<CitedFootnote>& words) const {
    const Counterpart& other = counterparts.front();
    const bool unique = counterparts.size() == 1 && is_alone() && !investigation_.is_undone(gap_);
    const bool explained_by_row = has_row_of(gap_.account, gap_.posting, gap_.size) ||
                                  has_row_of(other.account, other.posting, gap_.size) ||
                                  may_be_confused(other);
    const bool proven = unique && !explained_by_row && !is_otherwise_proven(other) &&
                        (is_specific(gap_.size) || words);
    GapCause cause = new_cause(proven ? Grade::proven : Grade::plausible);
    const AccountIdentity& there = investigation_.identity(other.account);
    const std::string where = there.direct ? "held directly" : "held indirectly, " + there.nature;
    cause.statement = grouped(magnitude(gap_.size)) + " shares moved " +
                      (gap_.size.is_negative() ? "to" : "from") + " those " + where;
    cause.evidence.push_back(balance_figure(
        investigation_.event(investigation_.postings(other.account)[other.posting]).source));
    add_words(words, cause);
    return cause;
  }

  // Gaps of several accounts in one filing that cancel out: all of them, or all but one.
  std::optional<GapCause> sum_cause(const std::optional<CitedFootnote>& words) const {
    std::vector<const Gap*> together;
    Shares sum;
    for (const Gap& other : investigation_.gaps()) {
      if (other.source.entry != gap_.source.entry) continue;
      if (other.account != gap_.account && !is_other_form(other.account)) continue;
      sum += other.size;
      together.push_back(&other);
    }
    if (!sum.is_zero()) {
      const auto first = std::remove_if(together.begin(), together.end(),
                                        [&](const Gap* other) { return other->size == sum; });
      if (together.end() - first != 1) return std::nullopt;
      together.erase(first, together.end());
    }
    const bool has_this = std::any_of(together.begin(), together.end(), [&](const Gap* other) {
      return other->account == gap_.account && other->posting == gap_.posting;
    });
    if (!has_this || together.size() < 3 || !is_specific(gap_.size)) return std::nullopt;
    // Gaps of one account that cancel out are an error in it, not a move.
    for (std::size_t i = 1; i < together.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (together[i]->account == together[j]->account) return std::nullopt;
      }
    }
    return together_cause(together, words);
  }

  GapCause together_cause(const std::vector<const Gap*>& together,
                          const std::optional<CitedFootnote>& words) const {
    const bool explained_by_row = std::any_of(
        together.begin(), together.end(),
        [&](const Gap* other) { return has_row_of(other->account, other->posting, other->size); });
    // Figures that cancel out are no witness of themselves: lines may have changed places.
    const bool proven = words && !explained_by_row;
    GapCause cause = new_cause(proven ? Grade::proven : Grade::plausible);
    cause.statement = "the gaps of " + std::to_string(together.size()) +
                      " accounts of the owner in this filing sum to nothing";
    for (const Gap* other : together) {
      if (other->source != gap_.source) cause.evidence.push_back(balance_figure(other->source));
    }
    add_words(words, cause);
    return cause;
  }

  // All that another account held when this balance was drawn up.
  std::optional<GapCause> whole_balance_cause(const std::optional<CitedFootnote>& words) const {
    if (!gap_.size.is_positive() || !is_specific(gap_.size)) return std::nullopt;
    const Event& here = investigation_.event(investigation_.postings(gap_.account)[gap_.posting]);
    const Event* only = nullptr;
    const auto count = static_cast<std::int32_t>(investigation_.history().accounts.size());
    for (std::int32_t account = 0; account < count; ++account) {
      if (!is_other_form(account)) continue;
      const Event* last = nullptr;
      for (const Posting& posting : investigation_.postings(account)) {
        const Event& event = investigation_.event(posting);
        if (event.known < here.known && event.reported_following) last = &event;
      }
      if (last == nullptr || last->reported_following != gap_.size) continue;
      if (only != nullptr) return std::nullopt;
      only = last;
    }
    if (only == nullptr) return std::nullopt;
    GapCause cause = new_cause(Grade::plausible);
    cause.statement = "another account of the owner held " + grouped(gap_.size.amount()) +
                      " when this was reported: all of it may have moved";
    cause.evidence.push_back(balance_figure(only->source));
    add_words(words, cause);
    return cause;
  }

  GapCause words_cause(const CitedFootnote& words) const {
    GapCause cause = new_cause(Grade::plausible);
    cause.statement = "a footnote tells of a change in the form of ownership, without a number";
    add_words(words, cause);
    return cause;
  }

  static void add_words(const std::optional<CitedFootnote>& words, GapCause& cause) {
    if (!words) return;
    cause.evidence.push_back({words->place, {}, 0, {}, {}});
    cause.quotes.push_back(words->text);
  }

  GapCause new_cause(Grade grade) const {
    GapCause cause;
    cause.cause = Cause::change_of_form;
    cause.grade = grade;
    cause.evidence.push_back(balance_figure(gap_.source));
    return cause;
  }

  const Investigation& investigation_;
  const Gap& gap_;
};

}  // namespace

std::optional<GapCause> find_change_of_form(const Investigation& investigation, const Gap& gap) {
  return ChangeOfForm(investigation, gap).cause();
}

}  // namespace stakebook
