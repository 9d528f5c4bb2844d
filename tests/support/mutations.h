// What can go wrong in a history that chains, one small function a kind, and the gaps that follow.
//
//   1.I.1 P +100 = 1,100    2.I.1 S -40 = 1,060    3.I.1 P +7 = 1,067
//     2.I.1 is removed                a gap of -40 at 3.I.1
//     2.I.1 says 45                   a gap of +5 at 2.I.1
//     2.I.1 says A                    a gap of -80 at 2.I.1
//     2.I.1 says 1,065                a gap of +5 at 2.I.1 and one of -5 at 3.I.1
//
// The gaps are worked out from the true history, in the order in which it happened.
#pragma once

#include <random>

#include "reconcile/reconciliation.h"
#include "support/true_history.h"

namespace mutation {

using naive::Amount;
using truth::Claim;
using truth::Reference;
using truth::Row;
using truth::Shares;

// One row of a line, where it happened.
struct Step {
  Reference place;
  int day = 0;
  Shares change;
  std::optional<Shares> reported;
};

struct Subject {
  truth::History history;
  int line = 0;
  std::vector<Step> steps;  // of the line, in the order in which they happened
  bool is_plain = false;    // each row states a balance of its own moment
};

struct Mutated {
  truth::History history;
  std::optional<naive::Gaps> gaps;  // that must show, by hand; absent: no simple rule
  // What would be a true word about it.
  std::optional<stakebook::SuggestedCorrection> repair;
  bool something_is_missing = false;
  bool counts_once = false;  // the same filing once more: nothing may change
};

using Random = std::mt19937;
using Mutate = std::optional<Mutated> (*)(const Subject&, std::size_t step, Random&);

struct Kind {
  const char* name;
  Mutate apply;
};

// So many for one between two steps.
inline Amount split_between(const truth::History& history, const Step& a, const Step& b) {
  Amount ratio = 1;
  for (const Claim& claim : history.claims) {
    if (claim.record() == nullptr) continue;
    const int day = claim.record()->effective - truth::long_ago;
    const auto* split = std::get_if<stakebook::RecordedSplit>(&claim.record()->body);
    if (split != nullptr && a.day < day && day <= b.day) ratio *= split->ratio.numerator();
  }
  return ratio;
}

inline void add_gap(naive::Gaps& gaps, const Reference& place, Amount gap) {
  if (gap != 0) gaps[place.to_text()] += gap;
}

// The place of a row once `removed` is not there.
inline Reference place_without(Reference place, const Reference& removed) {
  const bool moves_up =
      place.entry == removed.entry && place.part == removed.part && place.number > removed.number;
  if (moves_up) --place.number;
  return place;
}

inline void erase_row(truth::History& history, const Reference& removed) {
  std::vector<Row>& rows =
      truth::rows_of(truth::claim_of(history.claims, removed.entry), removed.part);
  rows.erase(rows.begin() + removed.number - 1);
  std::map<Reference, int> lines;
  for (const auto& [place, line] : history.line_of) {
    if (place != removed) lines[place_without(place, removed)] = line;
  }
  history.line_of = std::move(lines);
}

// What the row moved is missing where the next one begins.
inline std::optional<Mutated> remove_row(const Subject& subject, std::size_t at, Random&) {
  Mutated mutated{subject.history, {}, {}, true, false};
  const Step& step = subject.steps[at];
  erase_row(mutated.history, step.place);
  if (!subject.is_plain) return mutated;
  mutated.gaps.emplace();
  if (at == 0 || at + 1 == subject.steps.size()) return mutated;
  const Step& next = subject.steps[at + 1];
  add_gap(*mutated.gaps, place_without(next.place, step.place),
          truth::millionths(step.change) * split_between(subject.history, step, next));
  return mutated;
}

// What its rows moved is missing where the next filing begins, if they stood together.
inline std::optional<Mutated> leave_filing_out(const Subject& subject, std::size_t at, Random&) {
  Mutated mutated{subject.history, {}, {}, true, false};
  const std::int64_t entry = subject.steps[at].place.entry;
  std::erase_if(mutated.history.claims, [&](const Claim& claim) { return claim.entry == entry; });
  std::erase_if(mutated.history.line_of, [&](const auto& one) { return one.first.entry == entry; });
  const auto is_of_it = [&](const Step& step) { return step.place.entry == entry; };
  const auto first = std::find_if(subject.steps.begin(), subject.steps.end(), is_of_it);
  const auto last = std::find_if_not(first, subject.steps.end(), is_of_it);
  if (!subject.is_plain || std::any_of(last, subject.steps.end(), is_of_it)) return mutated;
  mutated.gaps.emplace();
  if (first == subject.steps.begin() || last == subject.steps.end()) return mutated;
  Amount moved = 0;
  for (auto step = first; step != last; ++step) {
    moved += truth::millionths(step->change) * split_between(subject.history, *step, *last);
  }
  add_gap(*mutated.gaps, last->place, moved);
  return mutated;
}

inline stakebook::SuggestedCorrection repair_of(const Step& step, const char* field,
                                                const std::string& value) {
  return {step.place, field, value};
}

inline std::optional<Mutated> with_amount(const Subject& subject, std::size_t at, Shares amount) {
  Mutated mutated{subject.history, {}, {}, false, false};
  const Step& step = subject.steps[at];
  Row& row = truth::row_at(mutated.history.claims, step.place);
  if (!row.transaction_shares.value || !amount.is_positive()) return std::nullopt;
  const Shares before = *row.transaction_shares.value;
  if (amount == before) return std::nullopt;
  row.transaction_shares.value = amount;
  mutated.repair = repair_of(step, "transaction_shares", before.to_text());
  if (!subject.is_plain) return mutated;
  mutated.gaps.emplace();
  const Shares more = step.change.is_negative() ? before - amount : amount - before;
  if (at > 0) add_gap(*mutated.gaps, step.place, -truth::millionths(more));
  return mutated;
}

inline std::optional<Mutated> with_balance(const Subject& subject, std::size_t at, Shares balance) {
  Mutated mutated{subject.history, {}, {}, false, false};
  const Step& step = subject.steps[at];
  if (!step.reported || balance.is_negative() || balance == *step.reported) return std::nullopt;
  Row& row = truth::row_at(mutated.history.claims, step.place);
  row.shares_owned_following_transaction.value = balance;
  mutated.repair = repair_of(step, "shares_owned_following_transaction", step.reported->to_text());
  if (!subject.is_plain) return mutated;
  mutated.gaps.emplace();
  const Amount more = truth::millionths(balance - *step.reported);
  if (at > 0) add_gap(*mutated.gaps, step.place, more);
  if (at + 1 == subject.steps.size()) return mutated;
  const Step& next = subject.steps[at + 1];
  add_gap(*mutated.gaps, next.place, -more * split_between(subject.history, step, next));
  return mutated;
}

inline Shares amount_of(const Step& step) {
  return step.change.is_negative() ? -step.change : step.change;
}

inline Shares some_shares(Random& random) {
  const int size = random() % 3 == 0 ? 3 : 3'000;
  const Shares shares(1 + static_cast<int>(random() % static_cast<unsigned>(size)));
  return random() % 2 == 0 ? shares : -shares;
}

inline Shares typed(const std::string& text) { return Shares::parse(text).value_or(Shares()); }

inline std::string without_a_digit(std::string text, Random& random) {
  if (text.size() > 1) text.erase(random() % text.size(), 1);
  return text;
}

inline std::string with_two_digits_exchanged(std::string text, Random& random) {
  if (text.size() < 2) return text;
  const std::size_t at = random() % (text.size() - 1);
  std::swap(text[at], text[at + 1]);
  return text;
}

inline std::optional<Mutated> change_amount(const Subject& subject, std::size_t at,
                                            Random& random) {
  return with_amount(subject, at, amount_of(subject.steps[at]) + some_shares(random));
}

inline std::optional<Mutated> drop_digit_of_amount(const Subject& subject, std::size_t at,
                                                   Random& random) {
  return with_amount(subject, at,
                     typed(without_a_digit(amount_of(subject.steps[at]).to_text(), random)));
}

inline std::optional<Mutated> shift_balance(const Subject& subject, std::size_t at,
                                            Random& random) {
  if (!subject.steps[at].reported) return std::nullopt;
  return with_balance(subject, at, *subject.steps[at].reported + some_shares(random));
}

inline std::optional<Mutated> exchange_digits_of_balance(const Subject& subject, std::size_t at,
                                                         Random& random) {
  if (!subject.steps[at].reported) return std::nullopt;
  return with_balance(
      subject, at, typed(with_two_digits_exchanged(subject.steps[at].reported->to_text(), random)));
}

inline std::optional<Mutated> flip_acquired_disposed(const Subject& subject, std::size_t at,
                                                     Random&) {
  Mutated mutated{subject.history, {}, {}, false, false};
  const Step& step = subject.steps[at];
  auto& letter =
      truth::row_at(mutated.history.claims, step.place).transaction_acquired_disposed_code.value;
  if (!letter || step.change.is_zero()) return std::nullopt;
  mutated.repair = repair_of(step, "transaction_acquired_disposed_code", *letter);
  letter = *letter == "A" ? "D" : "A";
  if (!subject.is_plain) return mutated;
  mutated.gaps.emplace();
  if (at > 0) add_gap(*mutated.gaps, step.place, 2 * truth::millionths(step.change));
  return mutated;
}

// The one day that all rows of a filing are of.
inline std::optional<truth::Date> only_day_of(const Claim& claim) {
  std::set<truth::Date> days;
  truth::for_each_row(claim, [&](const Reference&, const Row& row) {
    if (const auto day = truth::day_of(row, claim)) days.insert(*day);
  });
  return days.size() == 1 ? std::optional(*days.begin()) : std::nullopt;
}

inline void move_to(Claim& claim, truth::Date day, const Claim& other) {
  claim.known = other.known;
  auto& filing = std::get<truth::Filing>(claim.body);
  filing.submission.filed = other.filing()->submission.filed;
  filing.submission.accepted = other.filing()->submission.accepted;
  filing.document.period_of_report.value = day;
  for (auto* table : {&filing.document.table_i, &filing.document.table_ii}) {
    for (Row& row : *table) {
      if (row.transaction_date.value) row.transaction_date.value = day;
    }
  }
}

inline bool is_amended(const truth::History& history, std::int64_t entry) {
  return std::find(history.amended.begin(), history.amended.end(), entry) != history.amended.end();
}

// The rows of each are told under the dates of the other, and filed when the other was. Not across
// a split: all figures of both would say rightly that they were counted before or after it.
inline std::optional<Mutated> exchange_filings(const Subject& subject, std::size_t at, Random&) {
  const std::int64_t entry = subject.steps[at].place.entry;
  const auto next =
      std::find_if(subject.steps.begin() + static_cast<std::ptrdiff_t>(at), subject.steps.end(),
                   [&](const Step& step) { return step.place.entry != entry; });
  if (next == subject.steps.end() || next->day == subject.steps[at].day) return std::nullopt;
  if (split_between(subject.history, subject.steps[at], *next) != 1) return std::nullopt;
  if (is_amended(subject.history, next->place.entry)) return std::nullopt;
  Mutated mutated{subject.history, {}, {}, false, false};
  Claim& one = truth::claim_of(mutated.history.claims, entry);
  Claim& other = truth::claim_of(mutated.history.claims, next->place.entry);
  const auto day = only_day_of(one);
  const auto other_day = only_day_of(other);
  if (!day || !other_day) return std::nullopt;
  const Claim before = one;
  move_to(one, *other_day, other);
  move_to(other, *day, before);
  return mutated;
}

inline Mutated with_copy(const Subject& subject, std::size_t at,
                         std::optional<stakebook::AccessionNumber> accession) {
  Mutated mutated{subject.history, {}, {}, false, false};
  std::vector<Claim>& claims = mutated.history.claims;
  const std::int64_t entry = subject.steps[at].place.entry;
  std::int64_t last = 0;
  for (const Claim& claim : claims) last = std::max(last, claim.entry);
  Claim copy = truth::claim_of(claims, entry);
  copy.entry = last + 1;
  std::get<truth::Filing>(copy.body).submission.accession = accession;
  truth::for_each_row(copy, [&](Reference place, const Row&) {
    const Reference copied = place;
    place.entry = entry;
    const auto line = mutated.history.line_of.find(place);
    if (line != mutated.history.line_of.end()) mutated.history.line_of[copied] = line->second;
  });
  claims.push_back(std::move(copy));
  return mutated;
}

inline std::optional<Mutated> file_twice(const Subject& subject, std::size_t at, Random& random) {
  const std::string number = "000777777799" + std::to_string(100'000 + random() % 900'000);
  if (!truth::claim_of(subject.history.claims, subject.steps[at].place.entry).accession()) {
    return std::nullopt;
  }
  return with_copy(subject, at, stakebook::AccessionNumber::parse(number));
}

inline std::optional<Mutated> read_twice(const Subject& subject, std::size_t at, Random&) {
  const auto accession =
      truth::claim_of(subject.history.claims, subject.steps[at].place.entry).accession();
  if (!accession) return std::nullopt;
  Mutated mutated = with_copy(subject, at, accession);
  mutated.counts_once = true;
  return mutated;
}

inline std::optional<Mutated> read_bare_too(const Subject& subject, std::size_t at, Random&) {
  Mutated mutated = with_copy(subject, at, std::nullopt);
  mutated.counts_once = true;
  return mutated;
}

inline const std::vector<Kind> kinds = {
    {"one row is removed", remove_row},
    {"one filing is left out", leave_filing_out},
    {"one amount is another", change_amount},
    {"one amount has lost a digit", drop_digit_of_amount},
    {"one A is a D, or one D an A", flip_acquired_disposed},
    {"one balance is shifted", shift_balance},
    {"two digits of one balance have changed places", exchange_digits_of_balance},
    {"two filings have changed places", exchange_filings},
    {"one filing is filed twice", file_twice},
    {"one filing is read twice", read_twice},
    {"one filing is read as bare XML too", read_bare_too},
};

}  // namespace mutation
