#include "event/version.h"

#include <doctest/doctest.h>

#include "event/derive.h"
#include "support/claims.h"

using namespace stakebook;
using namespace stakebook::claims;

namespace {

using Superseded = std::map<std::int64_t, std::int64_t>;

const std::vector<Row> purchase = {transaction("2024-05-01", 'P', 'A', "1000", "5000", "10")};

Claim version(std::int64_t entry, const char* accession, SourceFormat format,
              const std::vector<Row>& rows = purchase) {
  Claim claim = claim_of(entry, "2024-05-02", "4", rows);
  auto& filing = std::get<Filing>(claim.body);
  filing.format = format;
  if (*accession != '\0') filing.submission.accession = AccessionNumber::parse(accession);
  return claim;
}

constexpr const char* first = "0001104659-24-000001";
constexpr const char* second = "0001104659-24-000002";
constexpr auto xml = SourceFormat::ownership_xml;
constexpr auto printed = SourceFormat::printed_text;

}  // namespace

TEST_CASE("XML stands for the printed copy of its filing, whichever came first") {
  CHECK(superseded_versions({version(1, first, printed), version(2, first, xml)}) ==
        Superseded{{1, 2}});
  CHECK(superseded_versions({version(1, first, xml), version(2, first, printed)}) ==
        Superseded{{2, 1}});
  CHECK(superseded_versions({version(1, first, xml), version(2, first, xml)}) ==
        Superseded{{1, 2}});
}

TEST_CASE("a page as HTML stands for the same page as text") {
  constexpr auto html = SourceFormat::printed_html;
  CHECK(superseded_versions({version(1, first, html), version(2, first, printed)}) ==
        Superseded{{2, 1}});
  CHECK(superseded_versions({version(1, first, html), version(2, first, xml)}) ==
        Superseded{{1, 2}});
}

TEST_CASE("bare XML gives way to the submission that holds an equal document") {
  CHECK(superseded_versions(
            {version(1, "", xml), version(2, first, SourceFormat::submission_text)}) ==
        Superseded{{1, 2}});
  Claim earlier = version(1, "", xml);
  std::get<Filing>(earlier.body).submission.filed = Date::parse("2024-05-01");
  CHECK(superseded_versions({earlier, version(2, first, xml)}).empty());
  // Without a number the later of two equal documents stands; another document is another filing.
  const std::vector<Row> other = {transaction("2024-05-01", 'P', 'A', "1001", "5001", "10")};
  CHECK(superseded_versions({version(1, "", xml), version(2, "", xml),
                             version(3, "", xml, other)}) == Superseded{{1, 2}});
}

TEST_CASE("filings with two accession numbers are two filings, however alike") {
  CHECK(superseded_versions({version(1, first, xml), version(2, second, xml)}).empty());
}

TEST_CASE("a page without a number is a version of what shows all that it shows") {
  constexpr auto html = SourceFormat::printed_html;
  const auto page = [&](std::int64_t entry, const std::vector<Row>& rows) {
    Claim claim = version(entry, "", html, rows);
    document_of(claim).reporting_owners.resize(1);
    document_of(claim).reporting_owners[0].rpt_owner_name = text("DOE JANE");
    return claim;
  };
  Claim filed = version(1, first, xml);
  document_of(filed).reporting_owners.resize(1);
  document_of(filed).reporting_owners[0].rpt_owner_name = text("Doe Jane");

  std::vector<Row> rows = purchase;
  rows[0].transaction_form_type = {};
  rows[0].transaction_price_per_share = {};  // lost on the way
  CHECK(superseded_versions({filed, page(2, rows)}) == Superseded{{2, 1}});
  CHECK(superseded_versions({page(0, rows), filed}) == Superseded{{0, 1}});

  // Another amount, a row more, a row that lost its amounts, another owner, an amendment.
  CHECK(superseded_versions(
            {filed, page(2, {transaction("2024-05-01", 'P', 'A', "1000", "5100", "10")})})
            .empty());
  CHECK(superseded_versions({filed, page(2, {rows[0], rows[0]})}).empty());
  std::vector<Row> bare = rows;
  bare[0].transaction_shares = {};
  bare[0].shares_owned_following_transaction = {};
  CHECK(superseded_versions({filed, page(2, bare)}).empty());
  Claim other = page(2, rows);
  document_of(other).reporting_owners[0].rpt_owner_name = text("Doe John");
  CHECK(superseded_versions({filed, other}).empty());
  Claim amendment = page(2, rows);
  document_of(amendment).document_type = text("4/A");
  CHECK(superseded_versions({filed, amendment}).empty());
}

TEST_CASE("the rows of a filing that came twice are posted once, and the history says so") {
  const History history = derive({version(1, first, printed), version(2, first, xml)});
  REQUIRE(history.events.size() == 1);
  CHECK(history.events[0].source.to_text() == "2.I.1");
  REQUIRE(history.diagnostics.size() == 1);
  CHECK(history.diagnostics[0].code == "version-superseded");
  CHECK(history.diagnostics[0].place == "1");
}

TEST_CASE("an amendment is not applied once for each version of it") {
  std::vector<Claim> claims = {version(1, first, xml)};
  const std::vector<Row> more = {transaction("2024-05-01", 'P', 'A', "1100", "5100", "10")};
  for (const std::int64_t entry : {2, 3}) {
    Claim claim = version(entry, second, entry == 2 ? printed : xml, more);
    document_of(claim).document_type = text("4/A");
    document_of(claim).date_of_original_submission = given(Date::parse("2024-05-02"));
    claims.push_back(claim);
  }
  const History history = derive(claims);
  REQUIRE(history.events.size() == 1);
  CHECK(history.events[0].source.to_text() == "3.I.1");
  CHECK(history.replaced_by.at({1, Part::table_i, 1, 0}).to_text() == "3.I.1");
}

TEST_CASE("a correction of a row that does not count is named") {
  const History history = derive(
      {version(1, first, printed), version(2, first, xml),
       record_of(3, "2024-06-01",
                 RecordedCorrection{{1, Part::table_i, 1, 0}, "transaction_shares", "900"})});
  REQUIRE(history.diagnostics.size() == 2);
  CHECK(history.diagnostics[1].code == "correction-superseded");
}
