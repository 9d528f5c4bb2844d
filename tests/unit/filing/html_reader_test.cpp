// Printed forms as HTML. The fixture is laid out as EDGAR shows a filing and has the facts of an
// XML fixture; changes to it try what other filings have. The page for printing is built below.
#include "filing/html_reader.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "filing/reader.h"
#include "support/file_text.h"

using namespace stakebook;

namespace {

std::string fixture() { return file_text(STAKEBOOK_FIXTURES "/printed-page.html"); }

Filing read(const std::string& page) {
  ReadResult result = read_filing(page);
  REQUIRE(result.filing);
  CHECK(result.filing->format == SourceFormat::printed_html);
  return *std::move(result.filing);
}

std::string replaced(std::string text, const std::string& old, const std::string& now) {
  const std::size_t at = text.find(old);
  REQUIRE_MESSAGE(at != std::string::npos, "not in the page: ", old);
  return text.replace(at, old.size(), now);
}

template <class T>
std::string text_of(const Field<T>& field) {
  return field.value ? canonical_text(*field.value) : "absent";
}

std::size_t times(const Filing& filing, std::string_view code) {
  return static_cast<std::size_t>(
      std::count_if(filing.diagnostics.begin(), filing.diagnostics.end(),
                    [&](const Diagnostic& said) { return said.code == code; }));
}

bool is_kept(const Filing& filing, std::string_view text) {
  const auto& unread = filing.document.unread;
  return std::any_of(unread.begin(), unread.end(),
                     [&](const Unread& kept) { return kept.text == text; });
}

// Every field that has a value, by name.
std::map<std::string, std::string> facts_of(const OwnershipDocument& document) {
  std::map<std::string, std::string> facts;
  std::string prefix;
  const auto take = [&](const char* name, const auto& field) {
    if (field.value) facts[prefix + name] = canonical_text(*field.value);
  };
  for_each_head_field(document, take);
  for_each_owner_field(document.reporting_owners.at(0), take);
  for (const auto* rows : {&document.table_i, &document.table_ii}) {
    for (const Row& row : *rows) {
      prefix = (row.table == Table::derivative ? "II." : "I.") + std::to_string(&row - &(*rows)[0]);
      for_each_field(row, take);
    }
  }
  prefix = "signature.";
  take("name", document.owner_signatures.at(0).signature_name);
  take("date", document.owner_signatures.at(0).signature_date);
  return facts;
}

const std::string repeated_owner =
    "<table><tr><td><span>1. Name and Address of Reporting Person<sup>*</sup></span>"
    "<table><tr><td><a href=\"/cgi-bin/browse-edgar?CIK=000920000N\">NAME</a></td></tr></table>"
    "<table><tr><td>(Last)</td><td>(First)</td><td>(Middle)</td></tr></table>"
    "<table><tr><td>12 QUAY STREET</td></tr></table><span>(Street)</span>"
    "<table><tr><td>HARROW</td><td>ME</td><td>04001</td></tr></table>"
    "<table><tr><td>(City)</td><td>(State)</td><td>(Zip)</td></tr></table></td></tr></table>";

std::string owner_box(const std::string& digit, const std::string& name) {
  return replaced(replaced(repeated_owner, "N\">NAME", digit + "\">NAME"), "NAME", name);
}

// EDGAR's page for printing, with a row of Table I and what a test puts behind it.
std::string page_for_printing(const std::string& row, const std::string& behind) {
  return "<html><head><title> Ownership Submission </title></head><body>"
         "<div><center>FORM 5</center></div>STATEMENT OF BENEFICIAL OWNERSHIP"
         "<table><tr><td><input type=checkbox disabled></td><td>Form 3 Holdings Reported</td></tr>"
         "<tr><td><input type=checkbox checked></td><td>Form 4 Transactions "
         "Reported</td></tr></table>"
         "<table><tr><td><table><tr><td>1. Name and Address of Reporting Person <a href=#*><sup>*"
         "</sup></a></td></tr><tr><td>Ansel Ingrid</td></tr></table></td>"
         "<td>2. Issuer Name <b>and</b> Ticker or Trading Symbol<br>Marl [Creek] Tools [MCTI]</td>"
         "<td>3. Statement for Issuer's Fiscal Year Ended (Month/Day/Year)<br>12/31/2020</td>"
         "<td>4. If Amendment, Date Original Filed(Month/Day/Year)<br>02/11/2021</td></tr></table>"
         "<table><tr><td rowspan=2>1.Title of Security</td><td rowspan=2>2. Transaction Date</td>"
         "<td rowspan=2>2A. Deemed Execution Date</td><td rowspan=2>3. Transaction Code</td>"
         "<td colspan=3>4. Securities Acquired (A) or Disposed of (D)</td>"
         "<td rowspan=2>5. Amount of Securities Beneficially Owned at end of Year</td>"
         "<td rowspan=2>6. Ownership Form: Direct (D) or Indirect (I)</td>"
         "<td rowspan=2>7. Nature of Indirect Beneficial Ownership</td></tr>"
         "<tr><td>Amount</td><td>(A) or (D)</td><td>Price</td></tr>" +
         row + "</table>" + behind + "</body></html>";
}

std::string cells(const std::vector<std::string>& texts) {
  std::string row = "<tr>";
  for (const std::string& text : texts) row += "<td>\n  " + text + "\n</td>";
  return row + "</tr>";
}

}  // namespace

TEST_CASE("a page has every fact of the XML that it shows, and no other") {
  auto page = facts_of(read(fixture()).document);
  auto xml =
      facts_of(read_filing(file_text(STAKEBOOK_FIXTURES "/exercise-and-sale/2024-06-12-form4.xml"))
                   .filing->document);
  xml.erase("schema_version");
  std::erase_if(xml, [](const auto& fact) { return fact.first.ends_with("equity_swap_involved"); });
  CHECK(page == xml);
  CHECK(page.size() == 5 + 4 + 3 * 9 + 14 + 2);  // head, owner, rows of I, the row of II, signature
}

TEST_CASE("what the page does not hold is told once") {
  const Filing filing = read(replaced(fixture(), "CIK=0009200001", "name=Lindqvist"));
  REQUIRE(filing.diagnostics.size() == 1);
  CHECK(filing.diagnostics[0].code == "printed-field-absent");
  CHECK(filing.diagnostics[0].message ==
        "the page does not hold: schema_version, rpt_owner_cik of owner 1");
}

TEST_CASE("codes with suffixes are taken apart, and marks stand on the very field") {
  const std::string early =
      replaced(fixture(), "<span class=\"FormData\">S</span></td>\n<td align=\"center\"></td>",
               "<span class=\"FormData\">G/K</span><sup>(2)</sup></td>\n<td align=\"center\">V"
               "<sup>(1)</sup></td>");
  const Row row = read(early).document.table_i[0];
  CHECK(text_of(row.transaction_code) == "G");
  CHECK(text_of(row.equity_swap_involved) == "1");
  CHECK(text_of(row.transaction_form_type) == "5");
  CHECK(text_of(row.transaction_timeliness) == "E");
  CHECK(row.transaction_coding_footnotes == std::vector<FootnoteId>{"F2"});
  CHECK(row.transaction_timeliness.footnotes == std::vector<FootnoteId>{"F1"});
  CHECK(row.transaction_shares.footnotes.empty());
}

TEST_CASE("a price that only a footnote gives has no value") {
  const Row row =
      read(replaced(fixture(), "<span class=\"FormData\">21.75</span>", "<sup>(1)</sup>"))
          .document.table_i[0];
  CHECK(row.transaction_price_per_share.is_footnote_only());
  CHECK(row.transaction_price_per_share.footnotes == std::vector<FootnoteId>{"F1"});
}

TEST_CASE("a number under both (A) and (D) is read, and its letter is absent") {
  const Filing filing =
      read(replaced(fixture(),
                    "<td align=\"center\"></td>\n<td align=\"center\"><span "
                    "class=\"FormData\">5,000</span></td>\n<td align=\"center\"><span "
                    "class=\"FormData\">03/15/2022",
                    "<td>5,000</td>\n<td>5,000</td>\n<td><span class=\"FormData\">03/15/2022"));
  const Row& row = filing.document.table_ii[0];
  CHECK(text_of(row.transaction_shares) == "5000");
  CHECK(text_of(row.transaction_acquired_disposed_code) == "absent");
  CHECK(times(filing, "printed-cell-lost") == 1);
}

TEST_CASE("a table whose heads are not those of the form is kept unread") {
  const Filing filing =
      read(replaced(fixture(), "5. Amount of Securities Beneficially Owned", "5. Amount of It"));
  CHECK(filing.document.table_i.empty());
  CHECK(filing.document.table_ii.size() == 1);
  CHECK(times(filing, "printed-table-unread") == 1);
  CHECK(is_kept(filing, "17,000"));
}

TEST_CASE("a row that has not one cell a column is kept unread, and stops no other") {
  const Filing filing = read(
      replaced(fixture(), "<td align=\"center\"><span class=\"FormData\">12,500</span></td>", ""));
  CHECK(filing.document.table_i.size() == 2);
  CHECK(times(filing, "printed-line-unread") == 1);
  CHECK(is_kept(filing, "Common Stock 06/10/2024 S 1,500 D $21.75 D"));
}

TEST_CASE("a cell that does not hold what its column does is absent and kept") {
  const Filing filing = read(replaced(fixture(), ">1,500<", ">1,5OO<"));
  CHECK(text_of(filing.document.table_i[0].transaction_shares) == "absent");
  CHECK(times(filing, "printed-cell-unread") == 1);
  CHECK(times(filing, "printed-amount-lost") == 1);
  CHECK(is_kept(filing, "1,5OO"));
}

TEST_CASE("each owner of a joint filing is read, and one box of ticks for all is nobody's") {
  const Filing filing =
      read(replaced(fixture(), "<table><tr><td class=\"MedSmallFormText\"><b>Explanation",
                    owner_box("1", "Lindqvist Tove") + owner_box("2", "Lindqvist Family Trust") +
                        "<table><tr><td class=\"MedSmallFormText\"><b>Explanation"));
  REQUIRE(filing.document.reporting_owners.size() == 2);
  const ReportingOwner& trust = filing.document.reporting_owners[1];
  CHECK(text_of(trust.rpt_owner_name) == "Lindqvist Family Trust");
  CHECK(text_of(trust.rpt_owner_cik) == "0009200002");
  CHECK(text_of(trust.rpt_owner_street1) == "12 QUAY STREET");
  CHECK(text_of(trust.rpt_owner_city) == "HARROW");
  CHECK(text_of(trust.rpt_owner_state) == "ME");
  CHECK(text_of(trust.rpt_owner_zip_code) == "04001");
  CHECK(text_of(filing.document.reporting_owners[0].is_officer) == "absent");
  CHECK(times(filing, "printed-checkbox-lost") == 1);
  CHECK(is_kept(filing, "Officer Chief Financial Officer"));
}

TEST_CASE("one cell for both titles is the officer's unless there are two texts") {
  const std::string four =
      "<tr><td></td><td style=\"color: blue\">Chief Financial Officer</td>"
      "<td></td><td style=\"color: blue\"></td></tr>";
  const std::string one =
      replaced(fixture(), four, "<tr><td colspan=4><span>Treasurer</span></td></tr>");
  CHECK(text_of(read(one).document.reporting_owners[0].officer_title) == "Treasurer");
  const std::string other = "<td align=\"center\"></td><td class=\"MedSmallFormText\">Other";
  const std::string two =
      replaced(replaced(fixture(), four,
                        "<tr><td colspan=4><span>Treasurer</span> <span>Adviser</span></td></tr>"),
               other, "<td align=\"center\">X</td><td class=\"MedSmallFormText\">Other");
  const ReportingOwner owner = read(two).document.reporting_owners[0];
  CHECK(text_of(owner.officer_title) == "Treasurer");
  CHECK(text_of(owner.other_text) == "Adviser");
  const Filing unsure = read(replaced(two, "</span> <span>", " "));
  CHECK(text_of(unsure.document.reporting_owners[0].officer_title) == "absent");
  CHECK(is_kept(unsure, "Treasurer Adviser"));
}

TEST_CASE("footnotes, remarks and the word that nothing is owned are told apart") {
  const Filing filing =
      read(replaced(fixture(), "<b>Explanation of Responses:</b></td></tr>",
                    "<b>Explanation of Responses:</b></td></tr>"
                    "<tr><td>No securities are beneficially owned.</td></tr>"
                    "<tr><td>1. No securities are beneficially owned.</td></tr>"
                    "<tr><td>2. See 3. below.</td></tr><tr><td>3 is no number</td></tr>"
                    "<tr><td><b>Remarks:</b></td></tr><tr><td>First.<br><br>Second.</td></tr>"));
  REQUIRE(filing.document.footnotes.size() == 2);
  CHECK(filing.document.footnotes[0] == Footnote{"F1", "No securities are beneficially owned."});
  CHECK(filing.document.footnotes[1] == Footnote{"F2", "See 3. below."});
  CHECK(text_of(filing.document.no_securities_owned) == "1");
  CHECK(text_of(filing.document.remarks) == "First. Second.");
  CHECK(is_kept(filing, "3 is no number"));
  CHECK(times(filing, "printed-footnote-unread") == 1);
  CHECK(times(filing, "printed-footnote-uncited") == 2);
}

TEST_CASE("EDGAR's page for printing is read, with its list of owners") {
  const Filing filing = read(page_for_printing(
      cells({"Common", "05/20/2020", "", "P4<a href=#F1><sup>(1)</sup></a>", "1,600", "A",
             "$\n 5.21", "\n  0\n ", "I", "By Trust"}),
      "<h2>Reporting Owners</h2><table><tr><td rowspan=2>Reporting Owner Name / Address</td>"
      "<td colspan=4>Relationships</td></tr><tr><td>Director</td><td>10% Owner</td><td>Officer</td>"
      "<td>Other</td></tr>" +
          cells({"Ansel Ingrid<br>3 MILL LANE<br>SUITE 2<br>COPENHAGEN<br> DENMARK <br>2900<br>"
                 "UNITED STATES",
                 "X", "", "President", ""}) +
          cells({"Ansel Trust<br>3 MILL LANE<br>ATLANTA<br>GEORGIA<br>30305<br>UNITED STATES", "",
                 "X", "", "Member of a Group"}) +
          "</table><h2>Signatures</h2><table><tr><td>/s/ I. Ansel</td><td rowspan=2></td>"
          "<td>02/12/2021</td></tr><tr><td><sup><a href=#**>**</a></sup>Signature of Reporting "
          "Person</td><td>Date</td></tr></table><h2>Explanation of Responses:</h2><dd></dd><table>"
          "<tr><td>*</td><td>If the form is filed by more than one reporting person, see</td></tr>"
          "<tr><td><b>(<a name=\"#F1\"></a>1)</b></td><td>Late.</td></tr></table>"));
  const OwnershipDocument& document = filing.document;
  CHECK(text_of(document.document_type) == "5/A");
  CHECK(text_of(document.date_of_original_submission) == "2021-02-11");
  CHECK(text_of(document.period_of_report) == "2020-12-31");
  CHECK(text_of(document.issuer.issuer_name) == "Marl [Creek] Tools");
  CHECK(text_of(document.issuer.issuer_trading_symbol) == "MCTI");
  CHECK(text_of(document.form3_holdings_reported) == "absent");
  CHECK(text_of(document.form4_transactions_reported) == "1");
  REQUIRE(document.table_i.size() == 1);
  CHECK(text_of(document.table_i[0].transaction_code) == "P");
  CHECK(text_of(document.table_i[0].transaction_form_type) == "4");
  CHECK(text_of(document.table_i[0].transaction_price_per_share) == "5.21");
  CHECK(text_of(document.table_i[0].shares_owned_following_transaction) == "0");
  REQUIRE(document.reporting_owners.size() == 2);
  CHECK(text_of(document.reporting_owners[0].rpt_owner_state) == "G7");
  CHECK(text_of(document.reporting_owners[0].rpt_owner_street2) == "SUITE 2");
  CHECK(text_of(document.reporting_owners[0].officer_title) == "President");
  CHECK(text_of(document.reporting_owners[0].is_officer) == "1");
  CHECK(text_of(document.reporting_owners[1].rpt_owner_state) == "GA");
  CHECK(text_of(document.reporting_owners[1].is_director) == "absent");
  CHECK(text_of(document.reporting_owners[1].other_text) == "Member of a Group");
  REQUIRE(document.owner_signatures.size() == 1);
  CHECK(text_of(document.owner_signatures[0].signature_name) == "/s/ I. Ansel");
  REQUIRE(document.footnotes.size() == 1);
  CHECK(document.footnotes[0] == Footnote{"F1", "Late."});
}

TEST_CASE("a late holding of Form 3 on Form 5 is a holding") {
  const Row row =
      read(page_for_printing(cells({"Common", "", "", "3", "", "", "", "700", "D", ""}), ""))
          .document.table_i[0];
  CHECK(row.kind == RowKind::holding);
  CHECK(text_of(row.transaction_form_type) == "3");
  CHECK(text_of(row.shares_owned_following_transaction) == "700");
}

TEST_CASE("any other web page is no filing") {
  for (const std::string& page :
       {std::string("<html><body>Reporting on issuers: beneficial effects</body></html>"),
        replaced(fixture(), "2. Issuer Name", "2. Company"),
        replaced(fixture(), "1. Title of Security", "1. Security")}) {
    const ReadResult result = read_filing(page);
    REQUIRE(result.refusal);
    CHECK(result.refusal->code == "not-a-filing");
  }
}

TEST_CASE("a page beyond the limits is refused with its limit") {
  const auto refusal = [](const ReadLimits& limits) {
    const ReadResult result = read_printed_html(fixture(), limits);
    return result.refusal ? result.refusal->message : "read";
  };
  ReadLimits limits;
  limits.rows_max = 30;
  CHECK(refusal(limits) == "read");
  limits.rows_max = 2;
  CHECK(refusal(limits).find("more than 60 elements") != std::string::npos);
  limits = {};
  limits.bytes_max = 100;
  CHECK(refusal(limits).find("more than 100 bytes") != std::string::npos);
  limits = {};
  limits.depth_max = 2;
  CHECK(refusal(limits).find("levels") != std::string::npos);
}

TEST_CASE("a page cut anywhere is read or refused, and never crashes") {
  const std::string page = fixture();
  for (std::size_t size = 0; size < page.size(); size += 7) {
    const ReadResult result = read_filing(std::string_view(page).substr(0, size));
    CHECK(result.filing.has_value() != result.refusal.has_value());
  }
}
