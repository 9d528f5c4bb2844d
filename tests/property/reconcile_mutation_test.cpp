// No false proof: histories in which everything is true come out clean; what is changed in them
// shows as a gap of the right size on the right line, and is never proven to be something else.
//
// Thousands of seeded mutations of made-up histories; corpus/mutation_test.cpp does the same to
// real ones. support/mutations.h has the kinds and the gaps that follow from each, worked out from
// the true history; support/mutation_judge.h says what cannot be detected, and why.
#include <doctest/doctest.h>

#include "support/filing_story.h"
#include "support/made_history.h"
#include "support/mutation_judge.h"

using namespace stakebook;

namespace {

const std::string three_rows = R"(
  1 2024-01-04 4
  I 2024-01-02 P A 100 @10 = 1100
  2 2024-02-04 4
  I 2024-02-02 S D 40 @10 = 1060
  3 2024-03-04 4
  I 2024-03-01 P A 7 @10 = 1067
)";

truth::History story(const std::string& text) {
  truth::History history;
  history.claims = filing_story::filings_of(text);
  for (const Claim& claim : history.claims) {
    truth::for_each_row(claim,
                        [&](const Reference& place, const Row&) { history.line_of[place] = 0; });
  }
  return history;
}

mutation::Subject subject_of(const std::string& text) {
  return *mutation::subject_of(story(text), 0);
}

naive::Gaps found_in(const std::optional<mutation::Mutated>& mutated) {
  return mutation::answer_of(mutated->history, 0).gaps;
}

constexpr naive::Amount one = 1'000'000;

}  // namespace

TEST_CASE("a removed row leaves a gap of its change at the next balance") {
  mutation::Random random(1);
  const auto mutated = mutation::remove_row(subject_of(three_rows), 1, random);
  CHECK(mutated->gaps == naive::Gaps{{"3.I.1", -40 * one}});
  CHECK(found_in(mutated) == mutated->gaps);
}

TEST_CASE("an amount that says five too many leaves a gap of five the other way") {
  const auto mutated = mutation::with_amount(subject_of(three_rows), 1, Shares(45));
  CHECK(mutated->gaps == naive::Gaps{{"2.I.1", 5 * one}});
  CHECK(found_in(mutated) == mutated->gaps);
}

TEST_CASE("a D that should be an A leaves a gap of twice the change") {
  mutation::Random random(1);
  const auto mutated = mutation::flip_acquired_disposed(subject_of(three_rows), 1, random);
  CHECK(mutated->gaps == naive::Gaps{{"2.I.1", -80 * one}});
  CHECK(found_in(mutated) == mutated->gaps);
}

TEST_CASE("a shifted balance leaves a gap there and the opposite one at the next") {
  const auto mutated = mutation::with_balance(subject_of(three_rows), 1, Shares(1065));
  CHECK(mutated->gaps == naive::Gaps{{"2.I.1", 5 * one}, {"3.I.1", -5 * one}});
  CHECK(found_in(mutated) == mutated->gaps);
}

TEST_CASE("two filings under each other's dates break the chain twice") {
  // -40 = 1,060; then +100 from there is 1,160, not 1,100; then +7 is 1,107, not 1,067.
  mutation::Random random(1);
  const auto mutated = mutation::exchange_filings(subject_of(three_rows), 0, random);
  CHECK(found_in(mutated) == naive::Gaps{{"1.I.1", -60 * one}, {"3.I.1", -40 * one}});
}

TEST_CASE("the second filing of a purchase under another number leaves a gap of the purchase") {
  mutation::Subject subject = subject_of(three_rows);
  std::get<Filing>(subject.history.claims[1].body).submission.accession =
      AccessionNumber::parse("000123456724000002");
  const auto mutated =
      mutation::with_copy(subject, 1, AccessionNumber::parse("000123456724000009"));
  // 1,100 - 40 = 1,060; again 1,060 - 40 = 1,020, reported 1,060.
  CHECK(found_in(mutated) == naive::Gaps{{"4.I.1", 40 * one}});
}

TEST_CASE("the auditor finds the order of a day, final totals and late rows") {
  const auto gaps = [](const std::string& text, naive::LateRows late_rows) {
    return naive::audit(*truth::facts_of(story(text), 0), late_rows).gaps;
  };
  const auto own = naive::LateRows::at_their_own_dates;
  CHECK(gaps(three_rows, own) == 0);
  const std::string reordered = R"(
    1 2022-02-08 4
    I 2022-02-05 F D 147 = 560
    I 2022-02-05 M A 527 = 707
    I 2022-02-06 F D 122 = 875
    I 2022-02-06 M A 437 = 997
  )";
  CHECK(gaps(reordered, own) == 0);
  const std::string totals = R"(
    1 2022-02-08 4
    I 2022-02-05 S D 100 = 9400
    I 2022-02-06 S D 200 = 9400
    I 2022-02-06 S D 300 = 9400
    2 2022-03-08 4
    I 2022-03-05 S D 400 = 9000
  )";
  CHECK(gaps(totals, own) == 0);
  const std::string late = R"(
    1 2022-02-08 4
    I 2022-02-05 P A 100 = 1100
    2 2022-03-08 4
    I 2022-03-05 P A 100 = 1200
    3 2022-04-08 4
    I 2022-02-20 S D 50 = 1150
  )";
  CHECK(gaps(late, own) == 2);
  CHECK(gaps(late, naive::LateRows::as_chains_best) == 0);
}

TEST_CASE("a history in which everything is true comes out clean") {
  int lines = 0;
  for (unsigned seed = 1; seed <= 150; ++seed) {
    const truth::History history = truth::MadeHistory(seed).run();
    CAPTURE(seed);
    for (int line = 0; line < 10; ++line) {
      const auto facts = truth::facts_of(history, line);
      CAPTURE(line);
      if (!facts->empty()) CHECK(naive::audit(*facts, naive::LateRows::as_chains_best).gaps == 0);
      if (facts->size() > 2) ++lines;
    }
    const History derived = derive(history.claims);
    const Reconciliation result = reconcile(derived, replay(derived), history.claims);
    for (const ReconciledBalance& balance : result.balances) {
      CAPTURE(balance.source.to_text());
      CHECK(balance.gap.is_zero());
      CHECK(balance.check != Check::not_determined);
    }
  }
  MESSAGE(lines << " lines of at least three rows");
}

TEST_CASE("what is changed in a made-up history shows, and is never proven otherwise") {
  mutation::Tallies tallies(mutation::kinds.size());
  mutation::Random random(11);
  for (unsigned seed = 1; seed <= 50; ++seed) {
    const truth::History history = truth::MadeHistory(seed).run();
    CAPTURE(seed);
    for (int line = 0; line < 10; ++line) {
      const auto subject = mutation::subject_of(history, line);
      if (!subject) continue;
      CAPTURE(line);
      mutation::mutate(*subject, mutation::answer_of(history, line), 2, random, tallies);
    }
  }
  const mutation::Tally all = mutation::told(tallies);
  CHECK(all.tried > 4'500);
  mutation::check_no_false_proof(all);
}
