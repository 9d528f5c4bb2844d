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
