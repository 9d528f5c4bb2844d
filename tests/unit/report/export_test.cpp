// Rows of filings as CSV and JSON, and what is said of filings that were written as XML.
#include <doctest/doctest.h>

#include <map>
#include <sstream>

#include "filing/reader.h"
#include "report/filing_rows.h"
#include "schema.h"

using namespace stakebook;
using Json = nlohmann::json;

namespace {

constexpr const char* filed_xml = R"(<ownershipDocument>
  <documentType>4/A</documentType>
  <periodOfReport>2025-03-03</periodOfReport>
  <dateOfOriginalSubmission>2025-03-04-05:00</dateOfOriginalSubmission>
  <issuer><issuerCik>1234</issuerCik><issuerName>Harbor, Light &amp; "Co"</issuerName>
    <issuerTradingSymbol>HBL</issuerTradingSymbol></issuer>
  <reportingOwner>
    <reportingOwnerId><rptOwnerCik>4321</rptOwnerCik><rptOwnerName>Walker Ann</rptOwnerName>
    </reportingOwnerId>
    <reportingOwnerRelationship><isDirector>1</isDirector><isOfficer>true</isOfficer>
      <isOther>0</isOther><officerTitle>CFO</officerTitle></reportingOwnerRelationship>
  </reportingOwner>
  <reportingOwner>
    <reportingOwnerId><rptOwnerName>Walker Trust</rptOwnerName></reportingOwnerId>
    <reportingOwnerRelationship><isTenPercentOwner>1</isTenPercentOwner>
    </reportingOwnerRelationship>
  </reportingOwner>
  <aff10b5One>1</aff10b5One>
  <nonDerivativeTable><nonDerivativeTransaction>
    <securityTitle><value>Common Stock</value><footnoteId id="F2"/><footnoteId id="F1"/>
    </securityTitle>
    <transactionDate><value>2025-03-03</value></transactionDate>
    <transactionCoding><transactionFormType>4</transactionFormType>
      <transactionCode>S</transactionCode><equitySwapInvolved>0</equitySwapInvolved>
      <footnoteId id="F3"/></transactionCoding>
    <transactionAmounts>
      <transactionShares><value>1,500</value></transactionShares>
      <transactionPricePerShare><footnoteId id="F9"/></transactionPricePerShare>
      <transactionAcquiredDisposedCode><value/></transactionAcquiredDisposedCode>
    </transactionAmounts>
    <postTransactionAmounts><sharesOwnedFollowingTransaction><value>about ten</value>
      </sharesOwnedFollowingTransaction></postTransactionAmounts>
    <ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership>
    </ownershipNature>
  </nonDerivativeTransaction></nonDerivativeTable>
  <derivativeTable><derivativeHolding>
    <securityTitle><value>Option</value></securityTitle>
    <conversionOrExercisePrice><value>4.2500</value></conversionOrExercisePrice>
  </derivativeHolding></derivativeTable>
  <footnotes><footnote id="F1">One.</footnote><footnote id="F2">Two, "too".</footnote>
    <footnote id="F3">Three.</footnote><footnote id="F4">Four.</footnote></footnotes>
</ownershipDocument>)";

Claim filed_claim() {
  Claim claim;
  claim.entry = 12;
  claim.known = *Instant::parse("2025-03-05 16:07:30");
  Filing filing = *read_filing(filed_xml).filing;
  filing.submission.accession = AccessionNumber::parse("0001104659-25-000012");
  filing.submission.accepted = claim.known;
  claim.body = filing;
  return claim;
}

// The cells of lines without a line break in a cell, by column.
std::vector<std::map<std::string, std::string>> csv_rows(const std::string& text) {
  std::vector<std::vector<std::string>> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    REQUIRE(line.back() == '\r');
    line.pop_back();
    std::vector<std::string>& cells = lines.emplace_back(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] == '"' && quoted && line[i + 1] == '"') {
        cells.back() += line[i++];
      } else if (line[i] == '"') {
        quoted = !quoted;
      } else if (line[i] == ',' && !quoted) {
        cells.emplace_back();
      } else {
        cells.back() += line[i];
      }
    }
  }
  std::vector<std::map<std::string, std::string>> rows;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    REQUIRE(lines[i].size() == lines[0].size());
    for (std::size_t k = 0; k < lines[0].size(); ++k) {
      if (k == 0) rows.emplace_back();
      rows.back()[lines[0][k]] = lines[i][k];
    }
    REQUIRE(rows.back().size() == lines[0].size());
  }
  return rows;
}

}  // namespace

TEST_CASE("a row of CSV holds the filing, each field with its footnotes, and their texts") {
  FilingRows rows(Format::csv);
  const auto table = csv_rows(rows.head() + rows.of(filed_claim()) + rows.foot());
  REQUIRE(table.size() == 2);
  std::map<std::string, std::string> filled;
  for (const auto& [title, cell] : table[0]) {
    if (!cell.empty()) filled[title] = cell;
  }
  const std::map<std::string, std::string> expected = {
      {"ref", "12.I.1"},
      {"entry", "12"},
      {"accession_number", "0001104659-25-000012"},
      {"form", "4/A"},
      {"accepted", "2025-03-05 16:07:30"},
      {"known", "2025-03-05 16:07:30"},
      {"known_basis", "acceptance"},
      {"period_of_report", "2025-03-03"},
      {"date_of_original_submission", "2025-03-04"},
      {"aff10b5_one", "true"},
      {"issuer_cik", "0000001234"},
      {"issuer_name", "Harbor, Light & \"Co\""},
      {"issuer_trading_symbol", "HBL"},
      {"owner_ciks", "0000004321; "},
      {"owner_names", "Walker Ann; Walker Trust"},
      {"owner_relationships", "director, officer (CFO); ten percent owner"},
      {"table", "I"},
      {"row", "1"},
      {"kind", "transaction"},
      {"security_title", "Common Stock"},
      {"security_title_footnotes", "F2 F1"},
      {"transaction_date", "2025-03-03"},
      {"transaction_form_type", "4"},
      {"transaction_code", "S"},
      {"equity_swap_involved", "false"},
      {"transaction_shares", "1500"},
      {"transaction_price_per_share_footnotes", "F9"},
      {"direct_or_indirect_ownership", "D"},
      {"transaction_coding_footnotes", "F3"},
      {"as_filed", "transaction_shares: 1,500 | shares_owned_following_transaction: about ten"},
      {"footnotes", "F1: One. | F2: Two, \"too\". | F3: Three."}};
  CHECK(filled == expected);
  CHECK(table[1].at("ref") == "12.II.1");
  CHECK(table[1].at("kind") == "holding");
  CHECK(table[1].at("conversion_or_exercise_price") == "4.25");
  CHECK(table[1].at("footnotes").empty());
}

TEST_CASE("rows as JSON are one document with a row a line, as its schema says") {
  FilingRows rows(Format::json);
  std::string text = rows.head();
  text += rows.of(filed_claim());
  text += rows.of(filed_claim());
  text += rows.foot();
  const Json document = Json::parse(text);
  CHECK(Schemas(STAKEBOOK_SOURCE "/docs/reference/json").findings("export", document) ==
        std::vector<std::string>{});
  REQUIRE(document["rows"].size() == 4);
  const Json& row = document["rows"][2];
  CHECK(row["ref"] == "12.I.1");
  CHECK(row["aff10b5_one"] == true);
  CHECK(row["not_subject_to_section16"].is_null());
  CHECK(row["owners"][0]["is_officer"] == true);
  CHECK(row["owners"][0]["is_other"] == false);
  CHECK(row["owners"][1]["cik"].is_null());
  CHECK(row["transaction_shares"] ==
        Json({{"value", "1500"}, {"as_filed", "1,500"}, {"footnotes", Json::array()}}));
  // Only a footnote; empty; unreadable; not there.
  CHECK(row["transaction_price_per_share"]["value"].is_null());
  CHECK(row["transaction_price_per_share"]["footnotes"] == Json({"F9"}));
  CHECK(row["transaction_acquired_disposed_code"]["value"].is_null());
  CHECK(row["shares_owned_following_transaction"]["as_filed"] == "about ten");
  CHECK(row["nature_of_ownership"].is_null());
  CHECK(row["footnotes"].size() == 3);
  CHECK(row["footnotes"][1]["text"] == "Two, \"too\".");
  std::istringstream lines(text);
  std::size_t of_rows = 0;
  for (std::string line; std::getline(lines, line);) {
    of_rows += line.starts_with("    {\"ref\":") ? 1U : 0U;
  }
  CHECK(of_rows == 4);
}

TEST_CASE("rows of nothing are still a document, and filings without rows are counted") {
  FilingRows json(Format::json);
  CHECK(Json::parse(json.head() + json.foot())["rows"].empty());
  FilingRows csv(Format::csv);
  Claim claim = filed_claim();
  std::get<Filing>(claim.body).document.table_i.clear();
  std::get<Filing>(claim.body).document.table_ii.clear();
  CHECK(csv.of(claim).empty());
  CHECK(csv.filings() == 1);
  CHECK(csv.filings_without_rows() == 1);
  CHECK(csv.rows() == 0);
}

TEST_CASE("an export counts what is said of an element once a filing, and shows the first") {
  WrittenXml plain;
  WrittenXml objected;
  objected.objections = {
      {"rptOwnerState", {"schema-value", Severity::warning, "\"A1\": no code", "rptOwnerState"}},
      {"rptOwnerState", {"schema-value", Severity::warning, "\"A6\": no code", "rptOwnerState"}}};
  objected.left_out = {{"memo", {"unread-left-out", Severity::warning, "no place", "a/memo"}}};
  ExportReport report;
  report.folder = "out";
  report.made = 2;
  report.same = 1;
  report.kept = 1;
  report.kept_first = {"out/entry-4.xml"};
  report.add(plain, "out/entry-1.xml");
  report.add(objected, "out/entry-2.xml");
  report.add(objected, "out/entry-3.xml");
  report.add(plain, "out/entry-4.xml");
  CHECK(report_export(report, {}) ==
        "Wrote 2 files into out; 1 file stood there already.\n"
        "1 file not written, as another stands there (--replace puts it in its place):\n"
        "  out/entry-4.xml\n"
        "2 of 4 filings validate against the SEC's schemas (specification 5.5); what these object "
        "to in the\n"
        "others was filed so.\n"
        "\n"
        "What the schemas object to\n"
        "  Filings  Element        Of the first   File\n"
        "  -------  -------------  -------------  ---------------\n"
        "        2  rptOwnerState  \"A1\": no code  out/entry-2.xml\n"
        "\n"
        "Left out, as ownership XML has no place for it\n"
        "  Filings  Element  Of the first  File\n"
        "  -------  -------  ------------  ---------------\n"
        "        2  memo     no place      out/entry-2.xml\n");
  CHECK(report_written(plain).empty());
  CHECK(report_written(objected) ==
        "stakebook: the SEC's schemas object to this filing\n"
        "  rptOwnerState: \"A1\": no code\n"
        "  rptOwnerState: \"A6\": no code\n"
        "stakebook: left out, as ownership XML has no place for it\n"
        "  a/memo: no place\n");
}
