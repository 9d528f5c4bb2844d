#include "event/line_following.h"

#include <doctest/doctest.h>

#include "support/claims.h"

using namespace stakebook;
using namespace stakebook::claims;

namespace {

Row noted(Row row, const std::string& footnote) {
  row.nature_of_ownership.footnotes = {footnote};
  return row;
}

Row pointing(Row row, const std::string& footnote) {
  row.direct_or_indirect_ownership = text("I");
  row.nature_of_ownership = text("See Footnote");
  return noted(std::move(row), footnote);
}

Row unit(Row row, const std::string& footnote) {
  row.table = Table::derivative;
  row.security_title = text("Restricted Stock Units");
  row.exercise_date.footnotes = {footnote};
  return row;
}

Claim with_footnotes(Claim claim, const std::vector<Footnote>& footnotes) {
  document_of(claim).footnotes = footnotes;
  return claim;
}

std::int32_t account_of_row(const History& history, const std::string& row) {
  for (const Event& event : history.events) {
    if (event.source.to_text() == row) return event.account;
  }
  return no_account;
}

bool are_one_line(const History& history, const std::string& a, const std::string& b) {
  return account_of_row(history, a) == account_of_row(history, b);
}

}  // namespace

TEST_CASE("lines are followed by their holder although footnote numbers restart and words drift") {
  const History history = derive(
      {with_footnotes(
           claim_of(1, "2020-09-22", "3",
                    {pointing(holding("641400"), "F1"), pointing(holding("9903394"), "F7")}),
           {{"F1", "These shares are held of record by PT Ventures, LLC (\"PTV\")."},
            {"F7", "These shares are held of record by The Founders Fund II, LP."}}),
       with_footnotes(
           claim_of(2, "2020-10-02", "4",
                    {pointing(transaction("2020-09-30", 'S', 'D', "656609", "9246785"), "F2"),
                     pointing(holding("1644373"), "F9")}),
           {{"F2",
             "These shares are held of record by the Founders Fund II, LP, whose manager is."},
            {"F9", "Held by PT Ventures, LLC, of which the Reporting Person is the manager."}})});
  CHECK(history.accounts.size() == 2);
  CHECK(are_one_line(history, "1.I.1", "2.I.2"));  // though its balance does not chain
  CHECK(are_one_line(history, "1.I.2", "2.I.1"));
}

TEST_CASE("a line whose holder nobody names is followed by its exact balance") {
  const auto side_by_side = [](std::int64_t entry, const std::string& filed,
                               const std::string& first, const std::string& second) {
    return with_footnotes(
        claim_of(entry, filed, "4",
                 {pointing(holding(first), "F1"), pointing(holding(second), "F2")}),
        {{"F1", "See Exhibit " + filed + " for the first trust."},
         {"F2", "See Exhibit " + filed + " for the second trust."}});
  };
  const History history = derive({side_by_side(1, "2024-01-02", "151188", "125737"),
                                  side_by_side(2, "2024-02-02", "125737", "151188")});
  CHECK(history.accounts.size() == 2);
  CHECK(are_one_line(history, "1.I.1", "2.I.2"));
  CHECK(are_one_line(history, "1.I.2", "2.I.1"));
}

TEST_CASE("words that no filing shows to be several stay one account, whatever the balances") {
  const History history = derive(
      {claim_of(1, "2024-01-04", "4", {transaction("2024-01-02", 'P', 'A', "100", "1000")}),
       claim_of(2, "2024-02-04", "4", {transaction("2024-02-02", 'P', 'A', "100", "7100")})});
  CHECK(history.accounts.size() == 1);
}

TEST_CASE("another text for the only line of a filing is no other line") {
  const auto sale = [](std::int64_t entry, const std::string& date, const std::string& following,
                       const std::string& words) {
    return with_footnotes(
        claim_of(entry, date, "4", {pointing(transaction(date, 'S', 'D', "100", following), "F1")}),
        {{"F1", words}});
  };
  const History history =
      derive({sale(1, "2024-01-02", "900", "Reflects shares in a trust for the family."),
              sale(2, "2024-02-02", "777", "Reflects family trust shares, see above.")});
  CHECK(history.accounts.size() == 1);
}

TEST_CASE("holdings side by side are lines of their own, and keep to their balances") {
  const History history =
      derive({claim_of(1, "2024-01-02", "5", {holding("432125"), holding("163651")}),
              claim_of(2, "2025-01-02", "5", {holding("163651"), holding("432125")})});
  CHECK(history.accounts.size() == 2);
  CHECK(are_one_line(history, "1.I.1", "2.I.2"));
}

TEST_CASE("grants of units are told apart by their footnotes where no order chains them") {
  const std::vector<Footnote> footnotes = {{"F1", "Vests quarterly from 2019."},
                                           {"F2", "Vests quarterly from 2020."}};
  const History apart = derive(
      {with_footnotes(claim_of(1, "2020-08-27", "4",
                               {unit(transaction("2020-08-25", 'M', 'D', "417", "5834"), "F1"),
                                unit(transaction("2020-08-25", 'M', 'D', "554", "6113"), "F2")}),
                      footnotes)});
  CHECK(apart.accounts.size() == 2);
  const History together = derive(
      {with_footnotes(claim_of(1, "2020-08-27", "4",
                               {unit(transaction("2020-08-25", 'M', 'D', "417", "6250"), "F1"),
                                unit(transaction("2020-08-25", 'M', 'D', "554", "5696"), "F2")}),
                      footnotes)});
  CHECK(together.accounts.size() == 1);  // 6,250 - 554 is 5,696
}

TEST_CASE("the order in which claims were imported tells no lines apart") {
  std::vector<Claim> claims = {
      with_footnotes(claim_of(1, "2024-01-02", "5",
                              {pointing(holding("100"), "F1"), pointing(holding("250"), "F2")}),
                     {{"F1", "Held by Alder Trust."}, {"F2", "Held by Birch Trust."}}),
      with_footnotes(claim_of(2, "2024-03-04", "4",
                              {pointing(transaction("2024-03-01", 'S', 'D', "50", "200"), "F1")}),
                     {{"F1", "Held by Birch Trust."}})};
  const History forth = derive(claims);
  std::swap(claims[0], claims[1]);
  const History back = derive(claims);
  CHECK(forth.accounts.size() == 2);
  CHECK(are_one_line(forth, "1.I.2", "2.I.1"));
  CHECK(are_one_line(back, "1.I.2", "2.I.1"));
}
