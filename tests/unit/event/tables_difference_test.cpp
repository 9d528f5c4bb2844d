#include "event/tables_difference.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "event/derive.h"
#include "event/version.h"
#include "support/claims.h"

using namespace stakebook;
using namespace stakebook::claims;

namespace {

const std::vector<Row> sales = {transaction("2024-05-01", 'S', 'D', "1000", "5000", "66.903"),
                                transaction("2024-05-02", 'S', 'D', "200", "4800", "67.5")};

Claim claim(std::int64_t entry, SourceFormat format, const std::vector<Row>& rows = sales) {
  Claim result = claim_of(entry, "2024-05-03", "4", rows);
  auto& filing = std::get<Filing>(result.body);
  filing.format = format;
  filing.submission.accession = AccessionNumber::parse("0009300001-24-000001");
  return result;
}

constexpr auto xml = SourceFormat::ownership_xml;
constexpr auto tables = SourceFormat::quarterly_tables;

// As the data set carries them: two decimals.
std::vector<Row> cut() {
  std::vector<Row> rows = sales;
  rows[0].transaction_price_per_share.value = Price::parse("66.9");
  return rows;
}

std::vector<std::string> told(const Claim& left, const Claim& right) {
  std::vector<std::string> result;
  for (const Diagnostic& one : tables_differences(left, right)) {
    result.push_back(one.code + " " + one.place + ": " + one.message);
  }
  return result;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("what the tables cut to two decimals is a note that names row, field and both values") {
  CHECK(
      told(claim(1, tables, cut()), claim(2, xml)) ==
      Texts{"tables-rounded 1.I.1: transaction_price_per_share is 66.9, cut from 66.903 of 2.I.1"});
  // Rounded up is cut too; a cent beside it is not.
  std::vector<Row> rows = cut();
  rows[0].transaction_price_per_share.value = Price::parse("66.91");
  CHECK(told(claim(1, tables, rows), claim(2, xml))[0].starts_with("tables-rounded"));
  rows[0].transaction_price_per_share.value = Price::parse("66.92");
  CHECK(
      told(claim(1, tables, rows), claim(2, xml)) ==
      Texts{"tables-differ 1.I.1: transaction_price_per_share is 66.92, and 66.903 in 2.I.1, which "
            "counts"});
  // A third decimal that the tables have and the document has not was not cut.
  rows[0].transaction_price_per_share.value = Price::parse("66.9031");
  CHECK(told(claim(1, tables, rows), claim(2, xml))[0].starts_with("tables-differ"));
}

TEST_CASE("rows are aligned by what they say, not by their order") {
  std::vector<Row> rows = cut();
  std::swap(rows[0], rows[1]);
  CHECK(
      told(claim(1, tables, rows), claim(2, xml)) ==
      Texts{"tables-rounded 1.I.2: transaction_price_per_share is 66.9, cut from 66.903 of 2.I.1"});
  rows[0].transaction_code = text("P");
  CHECK(told(claim(1, tables, rows), claim(2, xml)) ==
        Texts{"tables-rounded 1.I.2: transaction_price_per_share is 66.9, cut from 66.903 of 2.I.1",
              "tables-differ 1.I.1: transaction_code is P, and S in 2.I.2, which counts"});
}

TEST_CASE("a row that only one of the two has is a difference") {
  const std::vector<Row> one = {sales[0]};
  CHECK(told(claim(1, tables, one), claim(2, xml)) ==
        Texts{"tables-differ 1: the row 2.I.2 is not there"});
  CHECK(told(claim(1, tables), claim(2, xml, one)) ==
        Texts{"tables-differ 1.I.2: 2, which counts, has no such row"});
}

TEST_CASE("footnotes, heads, owners and signatures are compared too") {
  Claim left = claim(1, tables);
  Claim right = claim(2, xml);
  document_of(left).table_i[0].transaction_shares.footnotes = {"F1"};
  document_of(left).footnotes = {{"F1", "One"}, {"F2", "Two"}};
  document_of(right).footnotes = {{"F1", "Another"}, {"F3", "Three"}};
  document_of(left).issuer.issuer_name = text("Kilnhurst Co");
  document_of(right).issuer.issuer_name = text("KILNHURST CO");
  document_of(right).issuer.issuer_trading_symbol = text("KILN");
  document_of(right).schema_version = text("X0508");
  ReportingOwner owner;
  owner.rpt_owner_cik = text("0009200001");
  document_of(left).reporting_owners = {owner};
  owner.rpt_owner_cik = text("9200001");
  owner.rpt_owner_good_address = given<bool>(true);
  owner.is_director = given<bool>(false);
  owner.is_officer = given<bool>(true);
  document_of(right).reporting_owners = {owner};
  document_of(right).owner_signatures.emplace_back().signature_name = text("/s/ V. Ashdown");
  CHECK(
      told(left, right) ==
      Texts{"tables-differ 1: issuer_trading_symbol is nothing, and KILN in 2, which counts",
            "tables-differ 1: owner 1: is_officer is nothing, and 1 in 2, which counts",
            "tables-differ 1.I.1: transaction_shares is 1000 with F1, and 1000 without a footnote "
            "in 2.I.1, which counts",
            "tables-differ 1: the footnote F1 has another text in 2, which counts",
            "tables-differ 1: the footnote F2 is not in 2",
            "tables-differ 1: the footnote F3 is only in 2",
            "tables-differ 1: the signatures or their dates are others in 2, which counts"});
}

TEST_CASE("a year typed with two digits in both is no difference") {
  Claim left = claim(1, tables);
  Claim right = claim(2, xml);
  document_of(left).table_i[0].transaction_date.value = Date::parse("2024-05-01");
  document_of(left).table_i[0].transaction_date.as_filed = "01-MAY-0024";
  document_of(right).table_i[0].transaction_date.value = Date::parse("0024-05-01");
  CHECK(told(left, right).empty());
}

TEST_CASE("the XML stands for the tables, the tables for a printed copy, whichever came first") {
  using Superseded = std::map<std::int64_t, std::int64_t>;
  CHECK(superseded_versions({claim(1, tables), claim(2, xml)}) == Superseded{{1, 2}});
  CHECK(superseded_versions({claim(1, xml), claim(2, tables)}) == Superseded{{2, 1}});
  CHECK(superseded_versions({claim(1, SourceFormat::submission_text), claim(2, tables)}) ==
        Superseded{{2, 1}});
  CHECK(superseded_versions({claim(1, tables), claim(2, SourceFormat::printed_text)}) ==
        Superseded{{2, 1}});
}

TEST_CASE("bare XML stands for the tables that tell the same, and only for those") {
  using Superseded = std::map<std::int64_t, std::int64_t>;
  Claim bare = claim(2, xml);
  std::get<Filing>(bare.body).submission = {};
  CHECK(superseded_versions({claim(1, tables, cut()), bare}) == Superseded{{1, 2}});
  CHECK(superseded_versions({bare, claim(3, tables, cut())}) == Superseded{{3, 2}});
  std::vector<Row> other = cut();
  other[0].transaction_shares.value = Shares::parse("1001");
  CHECK(superseded_versions({claim(1, tables, other), bare}).empty());
  // With the number of its own, the XML of another filing never does.
  Claim numbered = claim(2, xml);
  std::get<Filing>(numbered.body).submission.accession =
      AccessionNumber::parse("0009300001-24-000002");
  CHECK(superseded_versions({claim(1, tables, cut()), numbered}).empty());
}

TEST_CASE("of two sets of tables the whole one stands for the one that lacks a part") {
  Claim less = claim(2, tables);
  std::get<Filing>(less.body).diagnostics.push_back(
      {"tables-table-missing", Severity::error, "DERIV_TRANS.tsv is not there", ""});
  CHECK(superseded_versions({claim(1, tables), less}) ==
        std::map<std::int64_t, std::int64_t>{{2, 1}});
}

TEST_CASE("the history tells the differences, whichever of the two was imported first") {
  for (const bool tables_first : {true, false}) {
    const Claim left = claim(tables_first ? 1 : 2, tables, cut());
    const Claim right = claim(tables_first ? 2 : 1, xml);
    const History history =
        derive(tables_first ? std::vector<Claim>{left, right} : std::vector<Claim>{right, left});
    REQUIRE(history.events.size() == 2);
    CHECK(history.events[0].source.entry == right.entry);
    CHECK(history.events[0].price->to_text() == "66.903");
    REQUIRE(history.diagnostics.size() == 2);
    CHECK(history.diagnostics[0].code == "version-superseded");
    CHECK(history.diagnostics[1].code == "tables-rounded");
    CHECK(history.diagnostics[1].place == std::to_string(left.entry) + ".I.1");
  }
}

TEST_CASE("a page that stands for the tables is not compared with them, as it shows less") {
  Claim page = claim(2, SourceFormat::printed_html);
  document_of(page).issuer = {};
  const History history = derive({claim(1, tables, cut()), page});
  for (const Diagnostic& one : history.diagnostics) CHECK(one.code == "version-superseded");
}
