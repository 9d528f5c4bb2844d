// From references to rows, and from rows to footnotes.
#include "event/claim_place.h"

#include <doctest/doctest.h>

#include "event/cited_footnotes.h"
#include "support/claims.h"

using namespace stakebook;
using namespace stakebook::claims;

TEST_CASE("a claim is found by its entry's number, a row by its table and number") {
  const std::vector<Claim> claims = {
      claim_of(3, "2024-05-02", "3",
               {holding("100"), as_option(holding("40"), "8.5", "2031-03-15")}),
      record_of(7, "2024-06-03", RecordedSplit{"Issuer", Ratio(3, 2)})};
  const Claim* filing = claim_at(claims, 3);
  REQUIRE(filing != nullptr);
  CHECK(claim_at(claims, 5) == nullptr);
  CHECK(claim_at(claims, 8) == nullptr);
  CHECK(row_at(*filing, {3, Part::table_i, 1, 0}) == &filing->filing()->document.table_i[0]);
  CHECK(row_at(*filing, {3, Part::table_ii, 1, 0}) == &filing->filing()->document.table_ii[0]);
  CHECK(row_at(*filing, {3, Part::table_i, 2, 0}) == nullptr);
  CHECK(row_at(*filing, {3, Part::table_i, 0, 0}) == nullptr);
  CHECK(row_at(*filing, {3, Part::footnote, 1, 0}) == nullptr);
  CHECK(row_at(*claim_at(claims, 7), {7, Part::table_i, 1, 0}) == nullptr);
}

TEST_CASE("a row cites each footnote once, and those that the filing lacks resolve to nothing") {
  Row row = transaction("2024-05-01", 'S', 'D', "100", "900", "10");
  row.security_title.footnotes = {"F2"};
  row.transaction_coding_footnotes = {"F1", "F2"};
  row.transaction_price_per_share.footnotes = {"F9", "F2"};
  CHECK(cited_footnotes(row) == std::vector<FootnoteId>{"F2", "F9", "F1"});
  OwnershipDocument document;
  document.footnotes = {{"F1", "Under a plan."}, {"F2", "Class A."}};
  const auto footnotes = resolved(cited_footnotes(row), document);
  REQUIRE(footnotes.size() == 2);
  CHECK(footnotes[0]->text == "Class A.");
  CHECK(footnotes[1]->text == "Under a plan.");
}
