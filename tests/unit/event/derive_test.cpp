#include "event/derive.h"

#include <doctest/doctest.h>

#include "support/claims.h"

using namespace stakebook;
using namespace stakebook::claims;

TEST_CASE("rows become events with the sign of A and D") {
  const History history = derive({claim_of(1, "2024-05-02", "4",
                                           {transaction("2024-05-01", 'P', 'A', "100", "600"),
                                            transaction("2024-05-02", 'S', 'D', "40", "560")})});
  REQUIRE(history.events.size() == 2);
  CHECK(history.accounts.size() == 1);
  CHECK(history.events[0].kind == EventKind::acquisition);
  CHECK(history.events[0].change == ShareRange::exactly(Shares(100)));
  CHECK(history.events[1].kind == EventKind::disposition);
  CHECK(history.events[1].change == ShareRange::exactly(Shares(-40)));
  CHECK(history.events[1].source.to_text() == "1.I.2");
}

TEST_CASE("a row without A or D takes its direction from the code, and says so") {
  const History history =
      derive({claim_of(1, "2024-05-02", "4", {transaction("2024-05-02", 'S', ' ', "40", "560")})});
  CHECK(history.events[0].change == ShareRange::exactly(Shares(-40)));
  REQUIRE(history.events[0].inferences.size() == 1);
  CHECK(history.events[0].inferences[0].rule == "direction-from-code");
}

TEST_CASE("a gift without A or D could go either way") {
  const History history =
      derive({claim_of(1, "2024-05-02", "4", {transaction("2024-05-02", 'G', ' ', "40", "560")})});
  CHECK(history.events[0].change == ShareRange::unknown());
}

TEST_CASE("a lost amount in table I is solved by the exercise in table II") {
  const Row received = transaction("2007-11-20", 'M', ' ', "", "", "4.25");
  const Row given_up =
      as_option(transaction("2007-11-20", 'M', ' ', "5000", ""), "4.25", "2016-02-27", "5000");
  const History history = derive({claim_of(1, "2007-11-21", "4", {received, given_up})});
  REQUIRE(history.events.size() == 2);
  CHECK(history.events[0].change == ShareRange::exactly(Shares(5000)));
  CHECK(history.events[0].paired == 1);
  CHECK(history.events[1].change == ShareRange::exactly(Shares(-5000)));
  CHECK(history.events[0].inferences.back().rule == "exercise-pair");
  CHECK(history.events[0].inferences.back().premises.at(0).to_text() ==
        "1.II.1.transaction_shares");
}

TEST_CASE("a lost amount stays lost where two rows could receive the exercise") {
  const Row received = transaction("2007-11-20", 'M', 'A', "", "", "4.25");
  const Row given_up =
      as_option(transaction("2007-11-20", 'M', 'D', "5000", ""), "4.25", "2016-02-27", "5000");
  const History history = derive({claim_of(1, "2007-11-21", "4", {received, received, given_up})});
  CHECK(history.events[0].change == ShareRange::more_than(Shares()));
  CHECK(history.events[1].change == ShareRange::more_than(Shares()));
}

TEST_CASE("the exercise at another price is no witness") {
  const Row received = transaction("2007-11-20", 'M', 'A', "", "", "5.10");
  const Row given_up =
      as_option(transaction("2007-11-20", 'M', 'D', "5000", ""), "4.25", "2016-02-27", "5000");
  const History history = derive({claim_of(1, "2007-11-21", "4", {received, given_up})});
  CHECK(history.events[0].change == ShareRange::more_than(Shares()));
}

TEST_CASE("direct, and each nature of indirect ownership, is an account of its own") {
  const History history =
      derive({claim_of(1, "2024-05-02", "3",
                       {holding("100"), holding("230", "By Spouse."), holding("50", "By Trust")}),
              claim_of(2, "2024-06-03", "4", {holding("231", "by wife")})});
  CHECK(history.accounts.size() == 3);
  CHECK(history.events[1].account == history.events[3].account);
}

TEST_CASE(
    "two trusts that only footnotes tell apart are two accounts, the same trust later is one") {
  Row first = holding("100", "See footnote");
  first.nature_of_ownership.footnotes = {"F1"};
  Row second = holding("70", "See footnote");
  second.nature_of_ownership.footnotes = {"F2"};
  Claim one = claim_of(1, "2024-05-02", "3", {first, second});
  document_of(one).footnotes = {{"F1", "Held by the Alder Trust."},
                                {"F2", "Held by the Birch Trust."}};
  Row again = holding("70", "See Footnote");
  again.nature_of_ownership.footnotes = {"F1"};
  Claim two = claim_of(2, "2024-06-02", "4", {again});
  document_of(two).footnotes = {{"F1", "Held by the Birch Trust"}};
  const History history = derive({one, two});
  CHECK(history.accounts.size() == 2);
  CHECK(history.events[2].account == history.events[1].account);
}

TEST_CASE("holdings listed under the same words and two footnotes are two accounts") {
  // Snowflake's Form 5 of 2022: 151,188 by "Trust" with F3, 125,737 by "Trust" with F4.
  Row first = holding("151188", "Trust");
  first.nature_of_ownership.footnotes = {"F3"};
  Row second = holding("125737", "Trust");
  second.nature_of_ownership.footnotes = {"F4"};
  Claim one = claim_of(1, "2022-03-11", "5", {first, second});
  document_of(one).footnotes = {{"F3", "Held by the Alder Trust."},
                                {"F4", "Held by the Birch Trust."}};
  Row sold = transaction("2022-06-01", 'S', 'D', "25737", "100000");
  sold.direct_or_indirect_ownership = text("I");
  sold.nature_of_ownership = text("Trust");
  sold.nature_of_ownership.footnotes = {"F1"};
  Claim two = claim_of(2, "2022-06-02", "4", {sold});
  document_of(two).footnotes = {{"F1", "held by the Birch Trust"}};
  const History history = derive({one, two});
  CHECK(history.accounts.size() == 2);
  CHECK(history.events[2].account == history.events[1].account);

  // Where no filing lists them side by side, other words in a footnote are no other line.
  Claim alone = claim_of(1, "2022-03-11", "5", {second});
  document_of(alone).footnotes = {{"F4", "Shares of a trust for the children."}};
  CHECK(derive({alone, two}).accounts.size() == 1);
}

TEST_CASE("an impossible transaction date is replaced by the filing's, visibly") {
  const History history = derive({claim_of(1, "2024-05-02", "4",
                                           {transaction("2024-05-01", 'P', 'A', "100", "600"),
                                            transaction("0022-03-01", 'S', 'D', "40", "560")})});
  CHECK(history.events[1].effective == *Date::parse("2024-05-01"));
  CHECK(history.events[1].inferences.at(0).rule == "date-from-filing");
}

TEST_CASE("a correction that a user records changes the event, not the claim") {
  const std::vector<Claim> claims = {
      claim_of(1, "2024-05-02", "4", {transaction("2024-05-02", 'P', 'A', "1000", "5100")}),
      record_of(2, "2024-05-20",
                RecordedCorrection{{1, Part::table_i, 1, 0}, "transaction_shares", "1100"})};
  const History history = derive(claims);
  CHECK(history.events[0].change == ShareRange::exactly(Shares(1100)));
  CHECK(history.events[0].inferences.at(0).rule == "recorded-correction");
  CHECK(*claims[0].filing()->document.table_i[0].transaction_shares == Shares(1000));
}

TEST_CASE("Form 3 counts the underlying securities of a derivative") {
  Row option = as_option(holding(""), "4.25", "2016-02-27", "9000");
  const History history = derive({claim_of(1, "2024-05-02", "3", {option})});
  CHECK(history.events[0].reported_following == Shares(9000));
  CHECK(history.events[0].balance_in_underlying);
}

TEST_CASE("a split joins the option reported before it with the one reported after it (10-B)") {
  // 1,001 at 10.01, three for two: 1,501 at 6.68 (6.6733 rounded up).
  const std::vector<Claim> claims = {
      claim_of(1, "2024-01-03", "4",
               {as_option(transaction("2024-01-02", 'A', 'A', "1001", "1001"), "10.01",
                          "2034-01-02", "1001")}),
      record_of(2, "2024-06-03", RecordedSplit{"Issuer", Ratio(3, 2)}),
      claim_of(3, "2024-07-02", "4",
               {as_option(transaction("2024-07-01", 'M', 'D', "501", "1000"), "6.68", "2034-01-02",
                          "501")})};
  const History history = derive(claims);
  CHECK(history.events[0].account == history.events[2].account);
}

TEST_CASE("a row that an amendment replaced after a split is of the joined account too") {
  Row exercised =
      as_option(transaction("2024-07-01", 'M', 'D', "501", "1000"), "6.68", "2034-01-02");
  Row corrected =
      as_option(transaction("2024-07-01", 'M', 'D', "401", "1100"), "6.68", "2034-01-02");
  Claim amendment = claim_of(4, "2024-07-20", "4/A", {corrected});
  document_of(amendment).date_of_original_submission = given(Date::parse("2024-07-02"));
  const History history = derive(
      {claim_of(
           1, "2024-01-03", "4",
           {as_option(transaction("2024-01-02", 'A', 'A', "1001", "1001"), "10.01", "2034-01-02")}),
       record_of(2, "2024-06-03", RecordedSplit{"Issuer", Ratio(3, 2)}),
       claim_of(3, "2024-07-02", "4", {exercised}), amendment});
  REQUIRE(history.amended.size() == 1);
  CHECK(history.amended[0].event.source.to_text() == "3.II.1");
  CHECK(history.amended[0].event.account == history.events[0].account);
}

TEST_CASE(
    "balances alone are derived from the same events, and footnotes are not read for grants") {
  Row award = as_option(transaction("2024-01-02", 'A', 'A', "1200", "1200"), "10", "2034-01-02");
  award.exercise_date.footnotes = {"F1"};
  Claim claim = claim_of(1, "2024-01-03", "4", {award});
  document_of(claim).footnotes = {
      {"F1", "The option vests in three equal annual installments beginning January 2, 2025."},
      {"F2",
       "Ms. Doe holds vested options to purchase 300 shares of common stock that expire on "
       "January 2, 2034."}};
  const History whole = derive({claim});
  REQUIRE(whole.terms.size() == 1);
  REQUIRE(!whole.statements.empty());
  const History balances = derive({claim}, Derived::balances_alone);
  CHECK(balances.terms.empty());
  CHECK(balances.statements.empty());
  REQUIRE(balances.events.size() == 1);
  CHECK(balances.events[0].source == whole.events[0].source);
  CHECK(balances.events[0].change == whole.events[0].change);
  CHECK(balances.accounts[0].key == whole.accounts[0].key);
}
