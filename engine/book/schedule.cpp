#include "book/schedule.h"

#include <algorithm>
#include <map>

#include "value/grouped.h"
#include "vesting/expansion.h"

namespace stakebook {
namespace {

using Outcome = TermsReading::Outcome;

// The counts of terms that state every count, summed.
std::optional<Shares> sum_of_counts(const VestingTerms& terms) {
  Shares sum;
  for (const Step& step : terms.steps) {
    const auto* dated = std::get_if<DatedStep>(&step);
    const auto* series = std::get_if<Series>(&step);
    const Portion& portion = dated != nullptr ? dated->portion : series->portion;
    const auto* count = std::get_if<StatedCount>(&portion);
    if (count == nullptr) return std::nullopt;
    for (int i = 0; i < (series != nullptr ? series->occurrences : 1); ++i) sum += count->count;
  }
  return sum;
}

// Terms of one row, when its footnotes leave one reading.
const TermsClaim* only_understood(const std::vector<const TermsClaim*>& claims,
                                  Schedule& schedule) {
  const TermsClaim* chosen = nullptr;
  for (const TermsClaim* claim : claims) {
    if (claim->reading.outcome != Outcome::understood) continue;
    // A record outranks what a footnote says; a later record outranks an earlier one.
    if (chosen != nullptr && claim->footnote.part != Part::entry &&
        !(claim->reading.terms == chosen->reading.terms)) {
      schedule.notes.push_back("footnotes " + chosen->footnote.to_text() + " and " +
                               claim->footnote.to_text() + " give different vesting terms for " +
                               claim->source.to_text() + "; neither is used");
      return nullptr;
    }
    if (chosen == nullptr || claim->footnote.part == Part::entry) chosen = claim;
  }
  return chosen;
}

class Application {
 public:
  Application(const History& history, const Account& account, Schedule& schedule)
      : history_(history), account_(account), schedule_(schedule) {}

  void apply(const TermsClaim& claim) {
    const VestingTerms& terms = *claim.reading.terms;
    Grade grade = Grade::plausible;
    const auto quantity = quantity_for(claim, terms);
    if (!quantity) return;
    if (claim.is_grant || sum_of_counts(terms)) grade = Grade::proven;
    const Expansion expansion = expand(terms, *quantity);
    if (const auto* wrong = std::get_if<Inconsistency>(&expansion)) {
      schedule_.outcome = Outcome::inconsistent;
      schedule_.notes.push_back("footnote " + claim.footnote.to_text() +
                                " contradicts itself or its row: " + wrong->message);
      return;
    }
    schedule_.outcome = Outcome::understood;
    if (!claim.reading.of_unvested_remainder) {
      schedule_.granted = schedule_.granted.value_or(Shares()) + *quantity;
    }
    for (const VestingTranche& vesting :
         after_splits(std::get<std::vector<VestingTranche>>(expansion), claim)) {
      Tranche tranche;
      tranche.vests = vesting.vests;
      tranche.quantity = vesting.quantity;
      tranche.grade = grade;
      tranche.ref.place = claim.source;
      schedule_.tranches.push_back(tranche);
      schedule_.known.push_back(claim.known);
    }
  }

 private:
  // The amount that the terms spread; nullopt, with a note, where it would have to be guessed.
  std::optional<Shares> quantity_for(const TermsClaim& claim, const VestingTerms& terms) {
    const auto counts = sum_of_counts(terms);
    if (claim.is_grant) return claim.reading.granted ? claim.reading.granted : claim.row_quantity;
    if (counts) return counts;
    if (claim.reading.granted) return claim.reading.granted;
    const Event* report = reporting_event(claim.source);
    const bool is_report = report != nullptr && report->kind == EventKind::holding;
    if (!is_report || !claim.row_quantity) {
      schedule_.notes.push_back("footnote " + claim.footnote.to_text() +
                                " gives parts of a grant whose amount is not stated");
      return std::nullopt;
    }
    if (starts_after(terms, *claim.row_quantity, claim.effective)) return claim.row_quantity;
    const bool is_option = report->strike && !report->strike->is_zero();
    if (!is_option) {
      schedule_.notes.push_back("footnote " + claim.footnote.to_text() +
                                " gives parts of the grant, row " + claim.source.to_text() +
                                " what is left of it; the grant is not stated");
      return std::nullopt;
    }
    schedule_.notes.push_back(
        "takes the " + grouped(*claim.row_quantity) + " of row " + claim.source.to_text() +
        " as the whole grant: assumes that nothing had been exercised before");
    return claim.row_quantity;
  }

  // The tranches on today's basis: splits since the terms were stated multiply them, and the sum of
  // the tranches loses the fraction once, not each of them (domain rule 10, "Options").
  std::vector<VestingTranche> after_splits(std::vector<VestingTranche> tranches,
                                           const TermsClaim& claim) const {
    for (const Posting& posting : account_.postings) {
      const Event& event = event_of(history_, posting);
      if (event.kind != EventKind::split || event.effective <= claim.effective) continue;
      Shares before;
      Shares counted;
      for (VestingTranche& tranche : tranches) {
        before += tranche.quantity;
        const Shares after(event.ratio->of(before.amount(), 0, Rounding::floor));
        tranche.quantity = after - counted;
        counted = after;
      }
    }
    return tranches;
  }

  const Event* reporting_event(const Reference& source) const {
    for (const Posting& posting : account_.postings) {
      const Event& event = event_of(history_, posting);
      if (event.source == source) return &event;
    }
    return nullptr;
  }

  static bool starts_after(const VestingTerms& terms, Shares quantity, Date day) {
    const Expansion expansion = expand(terms, quantity);
    const auto* tranches = std::get_if<std::vector<VestingTranche>>(&expansion);
    return tranches != nullptr && !tranches->empty() && tranches->front().vests > day;
  }

  const History& history_;
  const Account& account_;
  Schedule& schedule_;
};

// not understood < inconsistent < vested < understood: what is worth telling of several readings.
int weight(Outcome outcome) {
  switch (outcome) {
    case Outcome::no_vesting_language: return 0;
    case Outcome::not_understood: return 1;
    case Outcome::inconsistent: return 2;
    case Outcome::vested: return 3;
    case Outcome::understood: return 4;
  }
  return 0;
}

void note_unread(const TermsClaim& claim, Schedule& schedule) {
  const Outcome outcome = claim.reading.outcome;
  if (outcome != Outcome::not_understood && outcome != Outcome::inconsistent) return;
  const std::string note =
      "footnote " + claim.footnote.to_text() +
      (outcome == Outcome::inconsistent ? " is inconsistent" : " is not understood") +
      (claim.reading.reason.empty() ? "" : ": " + claim.reading.reason);
  if (std::find(schedule.notes.begin(), schedule.notes.end(), note) == schedule.notes.end()) {
    schedule.notes.push_back(note);
  }
}

void sort_by_date(Schedule& schedule) {
  std::vector<std::size_t> order(schedule.tranches.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return schedule.tranches[a].vests < schedule.tranches[b].vests;
  });
  Schedule sorted = schedule;
  std::map<Reference, std::int32_t> numbers;
  for (std::size_t i = 0; i < order.size(); ++i) {
    sorted.tranches[i] = schedule.tranches[order[i]];
    sorted.known[i] = schedule.known[order[i]];
    sorted.tranches[i].number = static_cast<std::int32_t>(i + 1);
    sorted.tranches[i].ref.tranche = ++numbers[sorted.tranches[i].ref.place];
  }
  schedule = std::move(sorted);
}

// Rows in the order in which their terms became known: entries only say what was imported first.
class TermsByRow {
 public:
  using Claims = std::vector<const TermsClaim*>;  // about one row

  void add(const TermsClaim& claim) {
    const auto [place, is_new] = places_.try_emplace(claim.source, rows_.size());
    if (is_new) rows_.emplace_back();
    rows_[place->second].push_back(&claim);
  }
  const std::vector<Claims>& rows() const { return rows_; }

 private:
  std::map<Reference, std::size_t> places_;
  std::vector<Claims> rows_;
};

}  // namespace

Schedule schedule_of(const History& history, const Account& account, Date day) {
  Schedule schedule;
  TermsByRow terms;
  bool has_award = false;
  for (const TermsClaim& claim : history.terms) {
    if (claim.account != account.identity || claim.effective > day) continue;
    if (weight(claim.reading.outcome) > weight(schedule.outcome))
      schedule.outcome = claim.reading.outcome;
    terms.add(claim);
    has_award = has_award || (claim.is_grant && claim.reading.outcome == Outcome::understood);
  }
  Application application(history, account, schedule);
  for (const TermsByRow::Claims& claims : terms.rows()) {
    for (const TermsClaim* claim : claims) note_unread(*claim, schedule);
    const TermsClaim* claim = only_understood(claims, schedule);
    if (claim == nullptr || (has_award && !claim->is_grant)) continue;
    application.apply(*claim);
    if (!claim->is_grant && !schedule.tranches.empty()) break;  // later reports repeat the first
  }
  sort_by_date(schedule);
  return schedule;
}

}  // namespace stakebook
