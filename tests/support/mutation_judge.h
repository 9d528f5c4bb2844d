// What the engine makes of a mutated history, against what must show.
//
// Undetectable, by rule: the mutated figures of the line can be put in some order, day by day, in
// which every balance chains (naive_auditor.h). Nobody could tell from the figures: the first or
// last row of a line is gone, a holding that states an unchanged balance, a first balance, two rows
// that undo each other, two filings that commute. The engine is not asked.
//
// Everything else must show as a gap in the line, nowhere else, and never be proven to be something
// that it is not. Localised exactly: the gaps are those worked out by hand, or those of another
// order of the day's rows that has as few gaps.
#pragma once

#include <doctest/doctest.h>

#include "book/book.h"
#include "support/mutations.h"

namespace mutation {

using stakebook::Cause;
using stakebook::Grade;
using stakebook::ReconciledBalance;

struct Tally {
  int tried = 0;
  int undetectable = 0;
  int detected = 0;
  int localised = 0;
  int missed = 0;         // detectable, and nothing shows
  int of_too_many = 0;    // more gaps than another order of the day's rows would leave
  int of_wrong_size = 0;  // no more of them, but they do not sum up to what is wrong
  int spilled = 0;        // other lines show other gaps than before
  int recognised = 0;     // the same filing again
  int named_truly = 0;
  std::map<Cause, int> plausibly_otherwise;
  int proven_otherwise = 0;
};

// What the engine says of a history.
struct Answer {
  naive::Gaps gaps;                 // of the line
  std::multiset<Amount> elsewhere;  // gaps of all other rows
  std::vector<ReconciledBalance> explained;
  int proven_elsewhere = 0;
  std::string states;  // of the line's balances, for a reader of a failure
};

inline Answer answer_of(const truth::History& history, int line) {
  const stakebook::History derived = stakebook::derive(history.claims);
  const stakebook::Reconciliation result =
      stakebook::reconcile(derived, stakebook::replay(derived), history.claims);
  Answer answer;
  for (const ReconciledBalance& balance : result.balances) {
    const auto stated = history.line_of.find(balance.source);
    if (stated != history.line_of.end() && stated->second == line) {
      answer.states += balance.source.to_text() + " " + std::string(name_of(balance.check)) +
                       " in account " + std::to_string(balance.account) + "; ";
    }
    if (!balance.is_gap()) continue;
    const auto repeated = history.repeated_as.find(balance.source);
    const Reference row = repeated == history.repeated_as.end() ? balance.source : repeated->second;
    const auto found = history.line_of.find(row);
    if (found != history.line_of.end() && found->second == line) {
      answer.gaps[row.to_text()] = truth::millionths(balance.gap);
      if (!balance.causes.empty()) answer.explained.push_back(balance);
    } else {
      answer.elsewhere.insert(truth::millionths(balance.gap));
      if (balance.grade == Grade::proven) ++answer.proven_elsewhere;
    }
  }
  return answer;
}

inline Amount sum_of(const naive::Gaps& gaps) {
  Amount sum = 0;
  for (const auto& [row, gap] : gaps) sum += gap;
  return sum;
}

inline std::string text_of(const naive::Gaps& gaps) {
  std::string text;
  for (const auto& [row, gap] : gaps) text += row + " " + std::to_string(gap) + "; ";
  return text;
}

// Whether some row that is left moves as much on the same day: in the other table (a vest or an
// exercise of which the removed row was the other side), or the other way (a change of form).
inline bool other_side_is_there(const truth::History& history, const ReconciledBalance& balance,
                                bool in_other_table) {
  bool there = false;
  const bool gap_is_of_i = balance.source.part == truth::Part::table_i;
  for (const Claim& claim : history.claims) {
    truth::for_each_row(claim, [&](const Reference& place, const Row& row) {
      const bool of_i = place.part == truth::Part::table_i;
      const auto change = truth::change_of(row);
      if (!change || (of_i == gap_is_of_i) == in_other_table) return;
      there = there || *change == -balance.gap || (in_other_table && *change == balance.gap);
    });
  }
  return there;
}

inline bool quotes(const stakebook::GapCause& cause, const ReconciledBalance& balance) {
  std::string words;
  for (const std::string& quote : cause.quotes) words += quote + " ";
  std::erase(words, ',');
  std::string digits = balance.gap.to_text();
  std::erase(digits, '-');
  return words.find(digits) != std::string::npos;
}

inline bool is_true_word(const Mutated& mutated, const ReconciledBalance& balance,
                         const stakebook::GapCause& cause) {
  const bool is_missing = mutated.something_is_missing;
  const Amount size = truth::millionths(balance.gap);
  switch (cause.cause) {
    case Cause::reporting_error:
      return mutated.repair && cause.correction && cause.correction->row == mutated.repair->row &&
             cause.correction->field == mutated.repair->field &&
             cause.correction->value == mutated.repair->value;
    case Cause::filing_missing: return is_missing;
    case Cause::settlement:
      return is_missing && other_side_is_there(mutated.history, balance, true);
    case Cause::change_of_form:
      return is_missing && other_side_is_there(mutated.history, balance, false);
    case Cause::stated_in_footnote: return is_missing && quotes(cause, balance);
    case Cause::hidden_fractions: return -1'000'000 <= size && size <= 1'000'000;
    default: return false;
  }
}

inline void judge_words(const Mutated& mutated, const Answer& answer, Tally& tally) {
  for (const ReconciledBalance& balance : answer.explained) {
    const stakebook::GapCause& best = balance.causes.front();
    const bool is_true = std::any_of(
        balance.causes.begin(), balance.causes.end(),
        [&](const stakebook::GapCause& one) { return is_true_word(mutated, balance, one); });
    if (best.grade == Grade::proven && !is_true_word(mutated, balance, best)) {
      ++tally.proven_otherwise;
      MESSAGE(balance.source.to_text() << " " << balance.gap.to_text() << ": "
                                       << name_of(best.cause) << ", proven: " << best.statement);
    } else {
      ++(is_true ? tally.named_truly : tally.plausibly_otherwise[best.cause]);
    }
  }
}

inline bool has_sum(const naive::Verdict& verdict, const Mutated& mutated, Amount sum) {
  if (mutated.gaps && sum_of(*mutated.gaps) == sum) return true;
  return std::any_of(verdict.places.begin(), verdict.places.end(),
                     [&](const naive::Gaps& gaps) { return sum_of(gaps) == sum; });
}

// Where filings are exchanged, or one is there twice, several orders leave as few gaps, of other
// sizes: which filing is out of place is not told by the figures.
inline bool leaves_order_open(const Kind& kind) {
  return kind.apply == exchange_filings || kind.apply == file_twice;
}

inline void judge_gaps(const Kind& kind, const Mutated& mutated, const naive::Verdict& verdict,
                       const Answer& answer, Tally& tally) {
  CHECK_FALSE(answer.gaps.empty());
  if (answer.gaps.empty()) {
    ++tally.missed;
    return;
  }
  ++tally.detected;
  const std::size_t fewest = verdict.places.begin()->size();
  const std::size_t by_hand = mutated.gaps ? mutated.gaps->size() : 0;
  if (answer.gaps.size() > std::max(fewest, by_hand)) {
    ++tally.of_too_many;
    return;
  }
  const bool is_of_right_size =
      leaves_order_open(kind) || has_sum(verdict, mutated, sum_of(answer.gaps));
  CHECK(is_of_right_size);
  if (!is_of_right_size) ++tally.of_wrong_size;
  const bool exactly = mutated.gaps == answer.gaps || verdict.places.contains(answer.gaps);
  if (exactly) ++tally.localised;
}

// `before`: of the true history.
inline void judge(const Kind& kind, const Subject& subject, const Mutated& mutated,
                  const Answer& before, Tally& tally) {
  const Answer answer = answer_of(mutated.history, subject.line);
  ++tally.tried;
  CAPTURE(std::string(kind.name));
  CAPTURE(subject.line);
  CAPTURE(text_of(answer.gaps));
  CAPTURE(answer.states);
  if (mutated.counts_once) {
    const bool same = answer.gaps.empty() && answer.elsewhere == before.elsewhere;
    CHECK(same);
    ++(same ? tally.recognised : tally.missed);
    return;
  }
  const auto facts = truth::facts_of(mutated.history, subject.line);
  if (!facts) {
    ++tally.undetectable;  // a row filed before it happened has no place
    return;
  }
  const naive::Verdict verdict = naive::audit(*facts, naive::LateRows::as_chains_best);
  const bool of_whole_filings =
      kind.apply == leave_filing_out || kind.apply == exchange_filings || kind.apply == file_twice;
  const bool stays = of_whole_filings || answer.elsewhere == before.elsewhere;
  CHECK(stays);
  if (!stays) ++tally.spilled;
  if (answer.proven_elsewhere > before.proven_elsewhere) ++tally.proven_otherwise;
  judge_words(mutated, answer, tally);
  if (!verdict.decided || verdict.gaps == 0) {
    ++tally.undetectable;
    return;
  }
  CAPTURE(text_of(*verdict.places.begin()));
  // Two ways to the same: by hand, and by trying every order.
  if (mutated.gaps && verdict.places.size() == 1 &&
      verdict.places.begin()->size() == mutated.gaps->size()) {
    CHECK(*mutated.gaps == *verdict.places.begin());
  }
  judge_gaps(kind, mutated, verdict, answer, tally);
}

// The line of a true history; nothing where its figures are not plain or do not chain.
inline std::optional<Subject> subject_of(const truth::History& history, int line) {
  Subject subject{history, line, {}, true};
  const auto facts = truth::facts_of(history, line);
  if (!facts || facts->size() < 3) return std::nullopt;
  const naive::Verdict verdict = naive::audit(*facts, naive::LateRows::at_their_own_dates);
  if (!verdict.is_clean()) return std::nullopt;
  for (const std::string& place : verdict.order) {
    const auto fact = std::find_if(facts->begin(), facts->end(),
                                   [&](const naive::Fact& one) { return one.row == place; });
    const Reference reference = *Reference::parse(place);
    const Row& row = truth::row_at(subject.history.claims, reference);
    subject.steps.push_back({reference, fact->day, *truth::change_of(row),
                             row.shares_owned_following_transaction.value});
    if (!fact->reported) subject.is_plain = false;
  }
  if (!naive::filings_with_final_totals(*facts).empty()) subject.is_plain = false;
  return subject;
}

using Tallies = std::vector<Tally>;  // one a kind

// Each kind of mutation `times` times, each on some row of the line.
inline void mutate(const Subject& subject, const Answer& before, int times, Random& random,
                   Tallies& tallies) {
  for (std::size_t k = 0; k < kinds.size(); ++k) {
    for (int i = 0; i < times; ++i) {
      const std::size_t at = random() % subject.steps.size();
      if (is_amended(subject.history, subject.steps[at].place.entry)) continue;
      const auto mutated = kinds[k].apply(subject, at, random);
      if (mutated) judge(kinds[k], subject, *mutated, before, tallies[k]);
    }
  }
}

inline std::string listed(const std::map<Cause, int>& times_by_cause) {
  std::string text;
  for (const auto& [cause, times] : times_by_cause) {
    text += " " + std::to_string(times) + " " + std::string(name_of(cause)) + ";";
  }
  return text.empty() ? " 0" : text;
}

inline Tally told(const Tallies& tallies) {
  Tally all;
  for (std::size_t k = 0; k < kinds.size(); ++k) {
    const Tally& one = tallies[k];
    MESSAGE(std::string(kinds[k].name)
            << ": " << one.tried << " times, undetectable " << one.undetectable << ", recognised "
            << one.recognised << ", detected " << one.detected << ", localised exactly "
            << one.localised << ", with too many gaps " << one.of_too_many << ", missed "
            << one.missed << ", of wrong size " << one.of_wrong_size << ", spilled " << one.spilled
            << "; named truly " << one.named_truly << ", proven otherwise " << one.proven_otherwise
            << ", plausibly otherwise" << listed(one.plausibly_otherwise));
    if (!leaves_order_open(kinds[k])) CHECK(one.localised + one.of_too_many == one.detected);
    all.tried += one.tried;
    all.undetectable += one.undetectable;
    all.detected += one.detected;
    all.localised += one.localised;
    all.missed += one.missed;
    all.of_too_many += one.of_too_many;
    all.of_wrong_size += one.of_wrong_size;
    all.spilled += one.spilled;
    all.recognised += one.recognised;
    all.named_truly += one.named_truly;
    for (const auto& [cause, times] : one.plausibly_otherwise) {
      all.plausibly_otherwise[cause] += times;
    }
    all.proven_otherwise += one.proven_otherwise;
  }
  MESSAGE(all.tried << " mutations: " << all.detected << " detected, " << all.localised
                    << " localised exactly, " << all.undetectable << " undetectable, "
                    << all.recognised << " recognised; named truly " << all.named_truly
                    << ", falsely explained " << all.proven_otherwise << ", plausibly otherwise"
                    << listed(all.plausibly_otherwise));
  return all;
}

inline void check_no_false_proof(const Tally& all) {
  CHECK(all.missed == 0);
  CHECK(all.of_wrong_size == 0);
  CHECK(all.spilled == 0);
  CHECK(all.proven_otherwise == 0);
  // Days are put in order one by one, with a look at the balances around each; trying all orders of
  // several days together can leave a gap less where one of them cannot chain.
  CHECK(all.of_too_many * 50 <= all.detected);
}

}  // namespace mutation
