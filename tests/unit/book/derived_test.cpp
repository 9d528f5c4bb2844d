// From claims to balances: what amendments and splits do to an account.
#include <doctest/doctest.h>

#include "book/book.h"
#include "support/claims.h"

using namespace stakebook;
using namespace stakebook::claims;

TEST_CASE("an amendment corrects the past, and later rows show what they were based on (8-A)") {
  const Claim original =
      claim_of(1, "2024-05-02", "4", {transaction("2024-05-01", 'P', 'A', "1000", "5000", "10")});
  const Claim later =
      claim_of(2, "2024-05-10", "4", {transaction("2024-05-08", 'S', 'D', "200", "4800", "11")});
  Claim amendment =
      claim_of(3, "2024-05-20", "4/A", {transaction("2024-05-01", 'P', 'A', "1100", "5100", "10")});
  document_of(amendment).date_of_original_submission = given(Date::parse("2024-05-02"));

  const AsOf before_the_sale{Date::parse("2024-05-07")};
  CHECK(replay(derive({original, later}), before_the_sale).accounts[0].balance ==
        ShareRange::exactly(Shares(5000)));
  const History known_later = derive({original, later, amendment});
  CHECK(replay(known_later, before_the_sale).accounts[0].balance ==
        ShareRange::exactly(Shares(5100)));
  // 5,100 - 200 = 4,900; the filing of May 10 says 4,800.
  const Posting sale = replay(known_later).accounts[0].postings.at(1);
  CHECK(sale.check == Check::gap);
  CHECK(sale.gap == Shares(-100));
}

TEST_CASE("an option goes on across a split under its adjusted strike (10-B)") {
  // 1,001 at 10.01, three for two: 1,501 at 6.68 (6.6733 rounded up).
  const History history =
      derive({claim_of(1, "2024-01-03", "4",
                       {as_option(transaction("2024-01-02", 'A', 'A', "1001", "1001"), "10.01",
                                  "2034-01-02", "1001")}),
              record_of(2, "2024-06-03", RecordedSplit{"Issuer", Ratio(3, 2)}),
              claim_of(3, "2024-07-02", "4",
                       {as_option(transaction("2024-07-01", 'M', 'D', "501", "1000"), "6.68",
                                  "2034-01-02", "501")})});
  const Book book = replay(history);
  const Account& account = book.accounts[static_cast<std::size_t>(history.events[0].account)];
  // 1,501.5 units are 1,501 or 1,502; 501 given up leave 1,000: the reported balance says 1,501.
  CHECK(account.balance == ShareRange::exactly(Shares(1000)));
  REQUIRE(account.postings.size() == 3);
  CHECK(account.postings[2].before == ShareRange::exactly(Shares(1501)));
  REQUIRE(book.grants.size() == 1);
  CHECK(book.grants[0].strike == Price::parse("6.68"));
}

TEST_CASE("a recorded option grant begins at nothing, and a later report that disagrees is a gap") {
  RecordedGrant grant;
  grant.account = {"Issuer", "Owner", "Stock Option",       true,
                   true,     {},      Price::parse("9.50"), Date::parse("2034-01-31")};
  grant.quantity = Shares(4800);
  grant.terms.anchor = *Date::parse("2024-01-31");
  grant.terms.steps = {Series{{}, false, {12, Period::Unit::months}, 4, PartOfGrant{Ratio(1, 4)}}};
  const Claim recorded = record_of(1, "2024-01-31", grant);
  // By hand: 4,800 / 4 = 1,200 on each 31 January; one of four by 2025-06-30.
  const Book book = replay(derive({recorded}), {Date::parse("2025-06-30")});
  REQUIRE(book.grants.size() == 1);
  CHECK(book.grants[0].granted.amount == ShareRange::exactly(Shares(4800)));
  CHECK(book.grants[0].remaining.amount == ShareRange::exactly(Shares(4800)));
  CHECK(book.grants[0].vested.amount == ShareRange::exactly(Shares(1200)));
  CHECK(book.grants[0].unvested.amount == ShareRange::exactly(Shares(3600)));
  REQUIRE(book.accounts[0].opening_inferences.size() == 1);
  CHECK(book.accounts[0].opening_inferences[0].rule == "grant-begins-line");

  const Claim exercise = claim_of(
      2, "2025-03-04", "4",
      {as_option(transaction("2025-03-03", 'M', 'D', "200", "4500"), "9.50", "2034-01-31", "200")});
  const Book later = replay(derive({recorded, exercise}));
  REQUIRE(later.accounts.size() == 1);
  CHECK(later.accounts[0].postings.back().check == Check::gap);
  // 4,800 - 200 = 4,600; the report says 4,500.
  CHECK(later.accounts[0].postings.back().gap == Shares(-100));
}
