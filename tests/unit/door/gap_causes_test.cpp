#include "door/gap_causes.h"

#include <doctest/doctest.h>

#include "door/event_words.h"
#include "support/temporary_folder.h"

using namespace stakebook;

namespace {

GapCause conversion() {
  GapCause cause;
  cause.cause = Cause::class_conversion;
  cause.grade = Grade::proven;
  cause.statement = "500 of Class B became Class A";
  cause.evidence = {*FigureReference::parse("3.II.1")};
  cause.quotes = {"each share converts into one"};
  return cause;
}

}  // namespace

TEST_CASE("a gap is told with the causes that fit it best") {
  Event event;
  event.effective = *Date::parse("2024-05-08");
  Posting posting;
  posting.before = ShareRange::exactly(Shares(100));
  posting.after = ShareRange::exactly(Shares(600));
  posting.check = Check::gap;
  posting.gap = Shares(500);
  GapCause weaker = conversion();
  weaker.cause = Cause::plan_accrual;
  weaker.grade = Grade::plausible;
  const std::string gap = "before 100, after 600; gap of +500 between the report and the replay, ";
  CHECK(door::statement_of(event, posting, {}, false) == gap + "unexplained");
  CHECK(door::statement_of(event, posting, {conversion(), weaker}, false) ==
        gap + "class conversion");
  GapCause equal = conversion();
  equal.cause = Cause::split;
  CHECK(door::statement_of(event, posting, {equal, conversion()}, false) ==
        gap + "split or class conversion");
}

TEST_CASE("a cause is a step with its name as the rule, its statement and its quotes") {
  const ExplanationStep step = door::cause_step(conversion());
  CHECK(step.rule == "class-conversion");
  CHECK(step.grade == Grade::proven);
  CHECK(step.statement == "500 of Class B became Class A");
  CHECK(step.quotes == std::vector<std::string>{"each share converts into one"});
  GapCause slip = conversion();
  slip.correction = SuggestedCorrection{{3, Part::table_i, 1, 0}, "transaction_shares", "50"};
  CHECK(door::cause_step(slip).statement ==
        "500 of Class B became Class A; 3.I.1.transaction_shares would be 50");
}

TEST_CASE("what the replay has said already is not said again as a cause") {
  GapCause cause = conversion();
  cause.cause = Cause::downstream_of_amendment;
  const Inference said{"downstream-of-amendment", "it began from 5,000", Grade::plausible, {}};
  CHECK(door::is_said(cause, {said}));
  CHECK_FALSE(door::is_said(conversion(), {said}));
  CHECK_FALSE(door::is_said(cause, {}));
}

TEST_CASE("a posting with a gap has the causes of its reported balance, one without has none") {
  const TemporaryFolder folder;
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  ledger.import({std::string(STAKEBOOK_FIXTURES) + "/carried-error"});
  const std::vector<IssuerBook> books = ledger.books({.owner = "osei"});
  REQUIRE(books.size() == 1);
  door::GapCauses causes(ledger.journal(), books.front());
  std::vector<std::string> told;
  for (const Posting& posting : books.front().book.accounts.at(0).postings) {
    for (const GapCause& cause : causes.of(posting)) {
      told.push_back(event_of(books.front().history, posting).source.to_text() + ' ' +
                     std::string(name_of(cause.cause)));
    }
  }
  CHECK(told == std::vector<std::string>{"2.I.1 downstream of amendment"});
}
