// Tests 8-A to 8-C of the domain rules.
#include "event/amendment.h"

#include <doctest/doctest.h>

#include "event/derive.h"
#include "support/claims.h"

using namespace stakebook;
using namespace stakebook::claims;

namespace {

Claim amendment_of(std::int64_t entry, const std::string& filed, const std::string& original_filed,
                   const std::vector<Row>& rows, const std::string& form = "4/A") {
  Claim claim = claim_of(entry, filed, form, rows);
  document_of(claim).date_of_original_submission = given(Date::parse(original_filed));
  return claim;
}

const Row bought = transaction("2024-05-01", 'P', 'A', "1000", "5000", "10");
const Row bought_corrected = transaction("2024-05-01", 'P', 'A', "1100", "5100", "10");
const Row sold = transaction("2024-05-08", 'S', 'D', "200", "4800", "11");

}  // namespace

TEST_CASE("an amended row replaces the original's (8-A)") {
  const History history =
      derive({claim_of(1, "2024-05-02", "4", {bought}), claim_of(2, "2024-05-10", "4", {sold}),
              amendment_of(3, "2024-05-20", "2024-05-02", {bought_corrected})});
  REQUIRE(history.events.size() == 2);
  CHECK(history.events[0].source.to_text() == "3.I.1");
  CHECK(history.events[0].effective == *Date::parse("2024-05-01"));
  CHECK(history.replaced_by.at({1, Part::table_i, 1, 0}).to_text() == "3.I.1");
}

TEST_CASE("an amendment that only adds a line keeps the original's (8-B)") {
  const History history =
      derive({claim_of(1, "2024-05-02", "3", {holding("1000")}),
              amendment_of(2, "2024-05-20", "2024-05-02", {holding("500", "By Trust")}, "3/A")});
  CHECK(history.events.size() == 2);
  CHECK(history.accounts.size() == 2);
}

TEST_CASE("an amendment that repeats a line has no effect") {
  const History history = derive({claim_of(1, "2024-05-02", "4", {bought}),
                                  amendment_of(2, "2024-05-20", "2024-05-02", {bought})});
  REQUIRE(history.events.size() == 1);
  CHECK(history.events[0].source.entry == 1);
}

TEST_CASE("a typed date up to four days before the filing date still links (8-C)") {
  // The date typed is Saturday, 2024-06-01; the original was filed on Monday.
  Row row = transaction("2024-05-30", 'P', 'A', "1000", "5000", "10");
  Row corrected = transaction("2024-05-30", 'P', 'A', "1001", "5001", "10");
  const std::vector<Claim> claims = {claim_of(1, "2024-06-03", "4", {row}),
                                     amendment_of(2, "2024-06-20", "2024-06-01", {corrected})};
  const Amendments amendments = amendments_in(claims, {}, shared_keys(claims));
  CHECK(amendments.original_of.at(2) == 1);
}

TEST_CASE("a second amendment replaces what the first left") {
  const Row second = transaction("2024-05-01", 'P', 'A', "1150", "5150", "10");
  const History history = derive({claim_of(1, "2024-05-02", "4", {bought}),
                                  amendment_of(2, "2024-05-20", "2024-05-02", {bought_corrected}),
                                  amendment_of(3, "2024-05-28", "2024-05-02", {second})});
  REQUIRE(history.events.size() == 1);
  CHECK(history.events[0].change == ShareRange::exactly(Shares(1150)));
}

TEST_CASE("an amendment whose original is not held stands alone, with a diagnostic") {
  const History history = derive({amendment_of(1, "2024-05-20", "2024-05-02", {bought_corrected})});
  CHECK(history.events.size() == 1);
  REQUIRE(history.diagnostics.size() == 1);
  CHECK(history.diagnostics[0].code == "amendment-without-original");
}

TEST_CASE("two filings that fit equally leave the amendment beside both") {
  Claim other = claim_of(2, "2024-05-02", "4", {bought});
  document_of(other).remarks = text("2 of 2");
  const History history = derive({claim_of(1, "2024-05-02", "4", {bought}), other,
                                  amendment_of(3, "2024-05-20", "2024-05-02", {bought_corrected})});
  CHECK(history.events.size() == 3);
  REQUIRE(history.diagnostics.size() == 1);
  CHECK(history.diagnostics[0].code == "amendment-ambiguous");
}

TEST_CASE("an amended holding replaces the one of its footnote among two under the same words") {
  const auto trust = [](const std::string& shares, const std::string& footnote) {
    Row row = holding(shares, "Trust");
    row.nature_of_ownership.footnotes = {footnote};
    return row;
  };
  Claim filed = claim_of(1, "2022-03-11", "5", {trust("151188", "F3"), trust("125737", "F4")});
  document_of(filed).footnotes = {{"F3", "Held by the Alder Trust."},
                                  {"F4", "Held by the Birch Trust."}};
  Claim amended = amendment_of(2, "2022-04-11", "2022-03-11", {trust("125000", "F1")}, "5/A");
  document_of(amended).footnotes = {{"F1", "Held by the Birch Trust."}};
  const History history = derive({filed, amended});
  CHECK(history.other_readings.empty());
  CHECK(history.replaced_by ==
        std::map<Reference, Reference>{{{1, Part::table_i, 2, 0}, {2, Part::table_i, 1, 0}}});
  REQUIRE(history.events.size() == 2);
  CHECK(history.events[0].source.to_text() == "1.I.1");
  CHECK(history.events[1].account != history.events[0].account);
}
