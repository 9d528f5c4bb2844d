// A fund (party 2) and its manager (party 3) report the same shares in filings of their own.
#include "book/same_shares.h"

#include <doctest/doctest.h>

#include "support/claims.h"

using namespace stakebook;
using namespace stakebook::claims;

namespace {

Row indirect(Row row, const std::string& nature = "See footnote") {
  row.direct_or_indirect_ownership = text("I");
  row.nature_of_ownership = text(nature);
  return row;
}

Claim filed_by(PartyId party, const std::string& name, std::int64_t entry,
               const std::vector<Row>& rows) {
  Claim claim = claim_of(entry, "2024-05-08", "4", rows);
  claim.owners = {party};
  ReportingOwner& owner = document_of(claim).reporting_owners.emplace_back();
  owner.rpt_owner_name = text(name);
  return claim;
}

Claim of_fund(std::int64_t entry, const std::vector<Row>& rows) {
  return filed_by(2, "Lantern Fund LP", entry, rows);
}
Claim of_manager(std::int64_t entry, const std::vector<Row>& rows) {
  return filed_by(3, "Wick Management LLC", entry, rows);
}

struct Result {
  std::vector<SameShares> same;
  std::vector<SecurityTotal> totals;
};

Result result_of(const std::vector<Claim>& claims) {
  const History history = derive(claims);
  const Book book = replay(history);
  Result result;
  result.same = same_shares(claims, history, book);
  result.totals = totals_of(history, book, result.same);
  return result;
}

// "48800 plausible": what all of them hold together.
std::string total_of(const std::vector<Claim>& claims) {
  const Result result = result_of(claims);
  REQUIRE(result.totals.size() == 1);
  return result.totals[0].balance.to_text() + " " + std::string(name_of(result.totals[0].grade));
}

const Row sale = transaction("2024-05-06", 'S', 'D', "1200", "48800", "31.2");

}  // namespace

TEST_CASE("a sale at one price to one balance, direct and indirect, is counted once (7.5)") {
  const std::vector<Claim> claims = {of_fund(1, {sale}), of_manager(2, {indirect(sale)})};
  CHECK(total_of(claims) == "48800 plausible");
  const Result result = result_of(claims);
  REQUIRE(result.same.size() == 1);
  CHECK(result.same[0].rows.at(0).first.to_text() == "1.I.1");
  CHECK(result.same[0].rows.at(0).second.to_text() == "2.I.1");
  CHECK(result.same[0].named_in.empty());
  CHECK(result.totals[0].accounts == 2);
  CHECK(result.totals[0].left_out == 1);
}

TEST_CASE("each way to leave the holder to a footnote is one, other words are not") {
  const auto total = [](const std::string& nature) {
    return total_of({of_fund(1, {sale}), of_manager(2, {indirect(sale, nature)})});
  };
  CHECK(total("See Note 2") == "48800 plausible");
  CHECK(total("See Explanation of Responses") == "48800 plausible");
  CHECK(total("See Remarks") == "48800 plausible");
  CHECK(total("By Partnership") == "97600 reported");
  CHECK(total("") == "97600 reported");
}

TEST_CASE("one filing of two owners is one line, whoever reads it (7-D)") {
  Claim joint = of_fund(1, {indirect(holding("6125376"), "By Subsidiary")});
  joint.owners = {2, 3};
  CHECK(total_of({joint}) == "6125376 reported");
}

TEST_CASE("two direct holders never hold the same shares, however alike their rows are") {
  CHECK(total_of({of_fund(1, {sale}), of_manager(2, {sale})}) == "97600 reported");
}

TEST_CASE("another date, amount, price, balance, code or security is another line") {
  const auto apart = [](const Row& row) {
    CHECK(result_of({of_fund(1, {sale}), of_manager(2, {indirect(row)})}).same.empty());
  };
  apart(transaction("2024-05-07", 'S', 'D', "1200", "48800", "31.2"));
  apart(transaction("2024-05-06", 'S', 'D', "1100", "48800", "31.2"));
  apart(transaction("2024-05-06", 'S', 'D', "1200", "48800", "31.3"));
  apart(transaction("2024-05-06", 'S', 'D', "1200", "48801", "31.2"));
  apart(transaction("2024-05-06", 'J', 'D', "1200", "48800", "31.2"));
  Row other = sale;
  other.security_title = text("Class B Common Stock");
  apart(other);
}

TEST_CASE("awards, first purchases and last sales are alike by chance, and are not joined") {
  for (const Row& row : {transaction("2024-05-06", 'A', 'A', "5000", "7000", "0"),
                         transaction("2024-05-06", 'P', 'A', "5000", "5000", "15"),
                         transaction("2024-05-06", 'S', 'D', "5000", "0", "15"),
                         transaction("2024-05-06", 'C', 'A', "5000", "9000")}) {
    CHECK(result_of({of_fund(1, {row}), of_manager(2, {indirect(row)})}).same.empty());
  }
}

TEST_CASE("words that name the other holder are a reason where the figures are not") {
  const Row row = transaction("2024-05-06", 'C', 'A', "5000", "5000");
  Claim manager = of_manager(2, {indirect(row)});
  document_of(manager).table_i[0].nature_of_ownership.footnotes = {"F1"};
  document_of(manager).footnotes = {
      {"F1",
       "Held of record by Lantern Fund, L.P., of which the reporting person is the manager."}};
  const std::vector<Claim> claims = {of_fund(1, {row}), manager};
  CHECK(total_of(claims) == "5000 plausible");
  REQUIRE(result_of(claims).same.at(0).named_in.size() == 1);
  CHECK(result_of(claims).same[0].named_in[0].to_text() == "2.I.1");
  // Another fund's name, though half of the words are the same.
  document_of(manager).footnotes[0].text = "Held of record by Lantern Partners, L.P.";
  CHECK(result_of({of_fund(1, {row}), manager}).same.empty());
}

TEST_CASE("a day on which one of them moves alone or otherwise speaks against it") {
  const Row before = transaction("2024-05-02", 'S', 'D', "1000", "50000", "30");
  const Row after = transaction("2024-05-08", 'S', 'D', "800", "48000", "32");
  const Row alone = transaction("2024-05-07", 'P', 'A', "5", "48805", "31");
  CHECK(total_of({of_fund(1, {before, sale, after}),
                  of_manager(2, {indirect(before), indirect(sale), indirect(after)})}) ==
        "48000 plausible");
  CHECK(result_of(
            {of_fund(1, {before, sale, after}), of_manager(2, {indirect(before), indirect(after)})})
            .same.empty());
  CHECK(result_of({of_fund(1, {before, sale, alone, after}),
                   of_manager(2, {indirect(before), indirect(sale), indirect(after)})})
            .same.empty());
  // Before and after the days that both report, one may have moved alone: the larger counts.
  CHECK(total_of({of_fund(1, {before, sale}),
                  of_manager(2, {indirect(before), indirect(sale), indirect(after)})}) ==
        "48800 plausible");
}

TEST_CASE("without a name, a nature that says more than a footnote is another line") {
  CHECK(result_of({of_fund(1, {sale}), of_manager(2, {indirect(sale, "By Trust")})}).same.empty());
  CHECK(result_of({of_fund(1, {indirect(sale)}), of_manager(2, {indirect(sale)})}).same.empty());
}

TEST_CASE("somebody else whose rows are the same is not joined, and does not join others") {
  const Claim director = filed_by(4, "Taper Ines", 3, {sale});
  CHECK(total_of({of_fund(1, {sale}), of_manager(2, {indirect(sale)}), director}) ==
        "146400 reported");
  Claim manager = of_manager(2, {indirect(sale)});
  document_of(manager).remarks = text("The manager of Lantern Fund LP.");
  CHECK(total_of({of_fund(1, {sale}), manager, director}) == "97600 plausible");
  manager.entry = 4;
  CHECK(total_of({director, manager, of_fund(5, {sale})}) == "97600 plausible");
}

TEST_CASE("two equal funds of one manager are two lines, each counted once") {
  Claim manager = of_manager(3, {indirect(sale, "By Lantern Fund"), indirect(sale, "By Fen Fund")});
  document_of(manager).remarks = text("The manager of Lantern Fund LP and of Fen Fund LP.");
  const Claim other = filed_by(5, "Fen Fund LP", 2, {sale});
  CHECK(total_of({of_fund(1, {sale}), other, manager}) == "97600 plausible");
}

TEST_CASE("three holders of one line are one") {
  Claim third = filed_by(4, "Snuffer Holdings Inc", 3, {indirect(sale, "By subsidiary")});
  document_of(third).remarks = text("Parent of Wick Management LLC and of Lantern Fund LP");
  CHECK(total_of({of_fund(1, {sale}), of_manager(2, {indirect(sale)}), third}) ==
        "48800 plausible");
}
