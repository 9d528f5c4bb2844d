#include <doctest/doctest.h>

#include "book/book.h"
#include "support/claims.h"

using namespace stakebook;
using namespace stakebook::claims;

namespace {

DatedStep step(const char* date, int count) {
  return {*Date::parse(date), StatedCount{Shares(count)}};
}

TermsClaim terms_of(const Event& event, VestingTerms terms) {
  TermsClaim claim;
  claim.source = event.source;
  claim.footnote = {event.source.entry, Part::footnote, 3, 0};
  claim.reading.outcome = TermsReading::Outcome::understood;
  claim.reading.terms = std::move(terms);
  claim.account = event.account;
  claim.effective = event.effective;
  claim.known = event.known;
  claim.is_grant = event.kind == EventKind::grant;
  if (const auto change = event.change.exact())
    claim.row_quantity = absolute(change->amount()) == change->amount() ? *change : -*change;
  return claim;
}

StatementClaim statement(std::int32_t number, int quantity, HoldingStatement::State state,
                         const char* expires) {
  StatementClaim claim;
  claim.source = {1, Part::footnote, 4, number};
  claim.statement.quantity = Shares(quantity);
  claim.statement.state = state;
  claim.statement.security = "options to purchase common stock";
  claim.statement.expires = Date::parse(expires);
  claim.holders = {2};
  claim.effective = *Date::parse("2007-11-20");
  claim.known = {*Date::parse("2007-11-21")};
  return claim;
}

// The option side of the Form 4 of 2007-11-21: 5,000 exercised, balance lost, terms and holdings in
// words.
History option_of_2007() {
  Row row =
      as_option(transaction("2007-11-20", 'M', 'D', "5000", ""), "4.25", "2016-02-27", "5000");
  row.exercise_date = given(Date::parse("2006-03-31"));
  History history = derive({claim_of(1, "2007-11-21", "4", {row})});
  VestingTerms terms;
  terms.steps = {step("2008-03-31", 14286), step("2008-09-30", 14286), step("2009-03-31", 14284)};
  history.terms.push_back(terms_of(history.events[0], terms));
  history.terms[0].reading.of_unvested_remainder = true;
  using enum HoldingStatement::State;
  history.statements = {statement(1, 47144, vested, "2016-02-27"),
                        statement(2, 10000, vested_within_60_days, "2015-11-18"),
                        statement(3, 42856, unvested, "2016-02-27"),
                        statement(4, 10000, unvested, "2015-11-18")};
  return history;
}

}  // namespace

TEST_CASE("what a footnote states in words is checked against the scheduled tranches") {
  const Book book = replay(option_of_2007(), {Date::parse("2007-11-21")});
  REQUIRE(book.grants.size() == 2);
  const GrantPosition& grant = book.grants[0];
  CHECK(grant.remaining.amount == ShareRange::exactly(Shares(90000)));
  CHECK(grant.vested.amount == ShareRange::exactly(Shares(47144)));
  CHECK(grant.unvested.amount == ShareRange::exactly(Shares(42856)));
  REQUIRE(grant.tranches.size() == 4);
  CHECK(grant.tranches[0].state == TrancheState::vested);
  CHECK(grant.tranches[3].quantity == Shares(14284));
  CHECK(grant.tranches[3].vests == Date::parse("2009-03-31"));
  CHECK(grant.notes.at(0).find("checked: the 3 scheduled tranches sum to the 42,856") == 0);
}

TEST_CASE("seven half-yearly tranches make the grant, plausibly") {
  const Book book = replay(option_of_2007(), {Date::parse("2007-11-21")});
  const GrantPosition& grant = book.grants[0];
  CHECK(grant.granted.amount == ShareRange::exactly(Shares(100000)));
  CHECK(grant.exercised.amount == ShareRange::exactly(Shares(10000)));
  CHECK(grant.granted.grade == Grade::plausible);
}

TEST_CASE("a tranche whose date has passed since the report counts as forecast") {
  const Book book = replay(option_of_2007(), {Date::parse("2008-04-01")});
  const GrantPosition& grant = book.grants[0];
  CHECK(grant.vested.amount == ShareRange::exactly(Shares(61430)));  // 47,144 + 14,286
  CHECK(grant.vested.grade == Grade::plausible);
  CHECK(grant.tranches[1].is_forecast);
  CHECK(grant.tranches[1].state == TrancheState::vested);
}

TEST_CASE("a statement of another expiration is a position of its own, without a schedule") {
  const Book book = replay(option_of_2007(), {Date::parse("2007-11-21")});
  const GrantPosition& grant = book.grants[1];
  CHECK(grant.account == no_account);
  CHECK(grant.remaining.amount == ShareRange::exactly(Shares(20000)));
  CHECK(grant.unvested.amount.to_text() == "at least 10000 and at most 20000");
  REQUIRE(grant.tranches.size() == 2);
  CHECK(grant.tranches[0].state == TrancheState::vested_within_60_days);
  CHECK(!grant.tranches[1].vests);
}

TEST_CASE("a schedule that does not sum to what is stated is not used") {
  History history = option_of_2007();
  std::get<DatedStep>(history.terms[0].reading.terms->steps[2]).portion =
      StatedCount{Shares(14286)};
  const Book book = replay(history, {Date::parse("2007-11-21")});
  CHECK(book.grants[0].tranches.size() == 2);
  CHECK(book.grants[0].notes.at(0).find("the schedule is not used") != std::string::npos);
}

TEST_CASE("a grant vests by its terms, and exercises come off what has vested") {
  // 4,800 options, 1/48 a month from 2024-01-15, 800 exercised (7-C).
  Row award =
      as_option(transaction("2024-01-15", 'A', 'A', "4800", "4800"), "10", "2034-01-15", "4800");
  Row exercise =
      as_option(transaction("2025-02-01", 'M', 'D', "800", "4000"), "10", "2034-01-15", "800");
  History history =
      derive({claim_of(1, "2024-01-17", "4", {award}), claim_of(2, "2025-02-03", "4", {exercise})});
  VestingTerms terms;
  terms.anchor = *Date::parse("2024-01-15");
  Series series;
  series.occurrences = 48;
  series.portion = PartOfGrant{Ratio(1, 48)};
  terms.steps = {series};
  history.terms.push_back(terms_of(history.events[0], terms));
  const Book book = replay(history, {Date::parse("2025-03-01")});
  REQUIRE(book.grants.size() == 1);
  const GrantPosition& grant = book.grants[0];
  CHECK(grant.granted.amount == ShareRange::exactly(Shares(4800)));
  CHECK(grant.exercised.amount == ShareRange::exactly(Shares(800)));
  CHECK(grant.remaining.amount == ShareRange::exactly(Shares(4000)));
  CHECK(grant.vested.amount == ShareRange::exactly(Shares(500)));  // 13 months of 100, less 800
  CHECK(grant.unvested.amount == ShareRange::exactly(Shares(3500)));
}

TEST_CASE(
    "an option that the form calls exercisable from a date, unqualified, becomes so as a whole") {
  Row award =
      as_option(transaction("2024-01-15", 'A', 'A', "500", "500"), "10", "2034-01-15", "500");
  award.exercise_date = given(Date::parse("2025-01-15"));
  const History history = derive({claim_of(1, "2024-01-17", "4", {award})});
  CHECK(replay(history, {Date::parse("2025-01-14")}).grants.at(0).vested.amount ==
        ShareRange::exactly(Shares()));
  CHECK(replay(history, {Date::parse("2025-01-15")}).grants.at(0).vested.amount ==
        ShareRange::exactly(Shares(500)));
}

TEST_CASE(
    "terms cited by a later report of what is left are not applied to a grant nobody states") {
  // Units: what is reported is what is left, the terms speak of parts of the grant.
  Row units = as_option(holding("750"), "", "", "750");
  units.security_title = text("Restricted Stock Units");
  History history = derive({claim_of(1, "2024-07-01", "3", {units})});
  VestingTerms terms;
  terms.anchor = *Date::parse("2023-06-01");
  Series series;
  series.occurrences = 4;
  series.period = {12, Period::Unit::months};
  series.portion = PartOfGrant{Ratio(1, 4)};
  terms.steps = {series};
  history.terms.push_back(terms_of(history.events[0], terms));
  history.terms[0].row_quantity = Shares(750);
  const Book book = replay(history, {Date::parse("2024-07-02")});
  CHECK(book.grants.at(0).tranches.empty());
  CHECK(book.grants.at(0).notes.at(0).find("the grant is not stated") != std::string::npos);
}

TEST_CASE(
    "tranches of one day stand in the order in which they became known, whatever came first") {
  const auto award = [](const char* date, const char* shares, const char* following) {
    return as_option(transaction(date, 'A', 'A', shares, following), "10", "2034-01-15", shares);
  };
  for (const bool swapped : {false, true}) {
    CAPTURE(swapped);
    std::vector<Claim> claims = {
        claim_of(swapped ? 2 : 1, "2024-01-17", "4", {award("2024-01-15", "500", "500")}),
        claim_of(swapped ? 1 : 2, "2024-02-20", "4", {award("2024-02-19", "300", "800")})};
    if (swapped) std::swap(claims[0], claims[1]);
    History history = derive(claims);
    for (const Event& event : history.events) {
      VestingTerms terms;
      terms.steps = {step("2025-01-15", event.effective < *Date::parse("2024-02-01") ? 500 : 300)};
      history.terms.push_back(terms_of(event, terms));
    }
    const Book book = replay(history, {Date::parse("2024-06-01")});
    const auto& tranches = book.grants.at(0).tranches;
    REQUIRE(tranches.size() == 2);
    CHECK(tranches[0].quantity == Shares(500));
    CHECK(tranches[1].quantity == Shares(300));
  }
}

TEST_CASE("without grants a book has the same accounts and no positions") {
  const Book book = replay(option_of_2007(), {.on = Date::parse("2007-11-21"), .grants = false});
  CHECK(book.grants.empty());
  REQUIRE(book.accounts.size() == 1);
  CHECK(book.accounts[0].postings.size() == 1);
}
