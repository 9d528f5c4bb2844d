#include "filing/quarterly_tables.h"

#include "quarterly_sample.h"

using namespace stakebook;
using namespace stakebook::quarterly;
using enum QuarterlyTable;

namespace {

using Texts = std::vector<std::string>;

std::string title(const Row& row) { return row.security_title.filed_text(); }

}  // namespace

TEST_CASE("the lines of an accession number become one filing") {
  Sample sample;
  const Filing filing = sample.filing();
  CHECK(noticed(filing).empty());
  CHECK(filing.format == SourceFormat::quarterly_tables);
  CHECK(filing.submission.accession->to_text() == "0009300001-07-000001");
  CHECK(filing.known().date.to_text() == "2007-11-21");
  CHECK(filing.known_basis() == KnownBasis::filing_date);
  const OwnershipDocument& document = filing.document;
  CHECK(document.document_type.filed_text() == "4");
  CHECK(document.period_of_report.value->to_text() == "2007-11-20");
  CHECK(document.period_of_report.as_filed == "20-NOV-2007");
  CHECK(document.issuer.cik()->to_text() == "0009100001");
  CHECK(document.issuer.issuer_trading_symbol.filed_text() == "KILN");
  REQUIRE(document.reporting_owners.size() == 1);
  CHECK(document.reporting_owners[0].officer_title.filed_text() == "Treasurer");
  REQUIRE(document.table_i.size() == 2);
  CHECK(document.table_i[0].kind == RowKind::transaction);
  CHECK(document.table_i[0].transaction_price_per_share.value->to_text() == "16.9");
  CHECK(document.table_i[1].kind == RowKind::holding);
  CHECK(document.table_i[1].nature_of_ownership.filed_text() == "By trust");
  REQUIRE(document.table_ii.size() == 2);
  CHECK(document.table_ii[0].table == Table::derivative);
  CHECK(document.table_ii[0].expiration_date.value->to_text() == "2015-01-01");
  CHECK(document.table_ii[1].exercise_date.value->to_text() == "2008-01-01");
  CHECK(document.footnotes == std::vector<Footnote>{{"F1", "The price is an average."}});
  REQUIRE(document.owner_signatures.size() == 1);
  CHECK(document.owner_signatures[0].signature_date.value->to_text() == "2007-11-21");
}

TEST_CASE("a number that EDGAR gave the owner and no field takes is kept") {
  Sample sample;
  CHECK(sample.filing().document.unread ==
        std::vector<Unread>{{"REPORTINGOWNER[1]/FILE_NUMBER", "001-99999"}});
}

TEST_CASE("columns are found by name, whatever their order, case and line ends") {
  Sample sample;
  const OwnershipDocument expected = sample.filing().document;
  for (std::size_t i = 0; i < quarterly_tables_count; ++i) {
    for (Line& line : sample.rows(static_cast<QuarterlyTable>(i))) {
      std::reverse(line.begin(), line.end());
    }
  }
  CHECK(sample.filing().document == expected);
  sample.line_end = "\r\n";
  CHECK(sample.filing().document == expected);
  for (std::string& name : sample.rows(submission).front()) {
    for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  sample.rows(footnotes).front().front().insert(0, "\xEF\xBB\xBF");
  CHECK(sample.filing().document == expected);
}

// Quirk 1.
TEST_CASE("both spellings of the exercise date are read, in both derivative tables") {
  Sample sample;
  sample.cell(deriv_trans, 1, "EXCERCISE_DATE_FN") = "F1";
  const OwnershipDocument expected = sample.filing().document;
  CHECK(expected.table_ii[0].exercise_date.footnotes == std::vector<FootnoteId>{"F1"});
  sample.rename_column(deriv_trans, "EXCERCISE_DATE", "EXERCISE_DATE");
  sample.rename_column(deriv_trans, "EXCERCISE_DATE_FN", "EXERCISE_DATE_FN");
  sample.rename_column(deriv_holding, "EXERCISE_DATE", "EXCERCISE_DATE");
  sample.rename_column(deriv_holding, "EXERCISE_DATE_FN", "EXCERCISE_DATE_FN");
  const Filing filing = sample.filing();
  CHECK(filing.document == expected);
  CHECK(noticed(filing).empty());
}

// Quirk 2.
TEST_CASE("footnotes of the coding go to the coding, under either name of their column") {
  Sample sample;
  sample.cell(nonderiv_trans, 1, "EQUITY_SWAP_TRANS_CD_FN") = "F1";
  sample.cell(nonderiv_holding, 1, "TRANS_FORM_TYPE") = "3";
  sample.cell(nonderiv_holding, 1, "TRANS_FORM_TYPE_FN") = "F1";
  const OwnershipDocument document = sample.filing().document;
  CHECK(document.table_i[0].transaction_coding_footnotes == std::vector<FootnoteId>{"F1"});
  CHECK(document.table_i[0].equity_swap_involved.footnotes.empty());
  CHECK(document.table_i[1].transaction_coding_footnotes == std::vector<FootnoteId>{"F1"});
  sample.rename_column(nonderiv_trans, "EQUITY_SWAP_TRANS_CD_FN", "EQUITY_SWAP_INVOLVED_FN");
  const Filing renamed = sample.filing();
  CHECK(renamed.document == document);
  CHECK(noticed(renamed).empty());
}

TEST_CASE("AFF10B5ONE is absent where its column is, and what it says where it is there") {
  Sample sample;
  CHECK(sample.filing().document.aff10b5_one.presence == Presence::absent);
  for (const auto& [text, value] :
       {std::pair("1", true), {"0", false}, {"true", true}, {"FALSE", false}}) {
    sample.cell(submission, 1, "AFF10B5ONE") = text;
    const Filing filing = sample.filing();
    CHECK(filing.document.aff10b5_one.value == value);
    CHECK(filing.document.aff10b5_one.filed_text() == text);
    CHECK(noticed(filing).empty());
  }
  sample.drop_column(submission, "AFF10B5ONE");
  const Filing filing = sample.filing();
  CHECK(filing.document.aff10b5_one.presence == Presence::absent);
  CHECK(noticed(filing).empty());
}

// Quirk 3.
TEST_CASE("a year typed with two digits is repaired, its text kept, and that is said") {
  Sample sample;
  sample.cell(nonderiv_trans, 1, "TRANS_DATE") = "20-NOV-0007";
  const Filing filing = sample.filing();
  const auto& date = filing.document.table_i[0].transaction_date;
  CHECK(date.value->to_text() == "2007-11-20");
  CHECK(date.as_filed == "20-NOV-0007");
  REQUIRE(noticed(filing) == Texts{"year-repaired @ NONDERIV_TRANS.tsv, line 2"});
  CHECK(filing.diagnostics[0].message.starts_with("table I row 1: transactionDate: "));
}

TEST_CASE(
    "a year that cannot be repaired is kept as reported, and a day that is none is not read") {
  Sample sample;
  sample.cell(deriv_trans, 1, "EXPIRATION_DATE") = "01-JAN-0015";
  sample.cell(deriv_holding, 1, "EXERCISE_DATE") = "29-FEB-2007";
  const Filing filing = sample.filing();
  CHECK(filing.document.table_ii[0].expiration_date.value->to_text() == "0015-01-01");
  CHECK_FALSE(filing.document.table_ii[1].exercise_date.has_value());
  CHECK(filing.document.table_ii[1].exercise_date.filed_text() == "29-FEB-2007");
  CHECK(noticed(filing) == Texts{"year-impossible @ DERIV_TRANS.tsv, line 2",
                                 "date-unreadable @ DERIV_HOLDING.tsv, line 2"});
}

// Quirk 5.
TEST_CASE("an empty cell is an absent field, which a footnote may speak for") {
  Sample sample;
  sample.cell(nonderiv_trans, 1, "TRANS_PRICEPERSHARE").clear();
  sample.cell(nonderiv_trans, 1, "TRANS_PRICEPERSHARE_FN") = "F1, F2";
  sample.add_line(footnotes);
  sample.cell(footnotes, 2, "FOOTNOTE_ID") = "F2";
  const Filing filing = sample.filing();
  const auto& price = filing.document.table_i[0].transaction_price_per_share;
  CHECK(price.presence == Presence::absent);
  CHECK(price.is_footnote_only());
  CHECK(price.footnotes == std::vector<FootnoteId>{"F1", "F2"});
  CHECK(noticed(filing).empty());
}

TEST_CASE("footnote ids stand apart by commas, blanks or semicolons") {
  Sample sample;
  for (const char* ids : {"F1,F2", "F1 F2", "F1; F2", " F1 ,, F2, "}) {
    sample.cell(nonderiv_trans, 1, "TRANS_SHARES_FN") = ids;
    CHECK(sample.filing().document.table_i[0].transaction_shares.footnotes ==
          std::vector<FootnoteId>{"F1", "F2"});
  }
  sample.cell(nonderiv_trans, 1, "TRANS_SHARES_FN") = "F1, F1, F7";
  const Filing filing = sample.filing();
  CHECK(filing.document.table_i[0].transaction_shares.footnotes ==
        std::vector<FootnoteId>{"F1", "F7"});
  CHECK(noticed(filing) == Texts{"footnote-repeated @ NONDERIV_TRANS.tsv, line 2",
                                 "footnote-dangling @ NONDERIV_TRANS.tsv, line 2"});
}

// Quirk 6.
TEST_CASE("rows stand in the order of their keys, not of their lines; odd keys come last") {
  Sample sample;
  sample.add_line(nonderiv_trans);
  sample.cell(nonderiv_trans, 2, "NONDERIV_TRANS_SK") = "9";
  sample.cell(nonderiv_trans, 2, "SECURITY_TITLE") = "First";
  sample.add_line(nonderiv_trans);
  sample.cell(nonderiv_trans, 3, "NONDERIV_TRANS_SK") = "9a";
  sample.cell(nonderiv_trans, 3, "SECURITY_TITLE") = "Last";
  const Filing filing = sample.filing();
  REQUIRE(filing.document.table_i.size() == 4);
  CHECK(title(filing.document.table_i[0]) == "First");
  CHECK(filing.document.table_i[2].kind == RowKind::holding);
  CHECK(title(filing.document.table_i[3]) == "Last");
  CHECK(noticed(filing) == Texts{"tables-key-unreadable @ NONDERIV_TRANS.tsv, line 4"});
}

// Quirk 7.
TEST_CASE("a text may be very long, and white space in it carries no meaning") {
  Sample sample;
  const std::string longest(200'000, 'x');
  sample.cell(footnotes, 1, "FOOTNOTE_TXT") = "  a  b " + longest + " ";
  CHECK(sample.filing().document.footnotes[0].text == "a b " + longest);
}

// Quirk 8.
TEST_CASE("an amendment is a filing of its own, with the original's date") {
  Sample sample;
  sample.add_line(submission);
  sample.cell(submission, 2, "ACCESSION_NUMBER") = "0009300001-07-000002";
  sample.cell(submission, 2, "DOCUMENT_TYPE") = "4/A";
  sample.cell(submission, 2, "DATE_OF_ORIG_SUB") = "21-NOV-2007";
  const QuarterlyTables tables = sample.tables();
  REQUIRE(tables.filings() == 2);
  CHECK(tables.line_of(1) == 3);
  const OwnershipDocument document = tables.read(1).filing->document;
  CHECK(document.document_type.filed_text() == "4/A");
  CHECK(document.date_of_original_submission.value->to_text() == "2007-11-21");
  CHECK(document.table_i.empty());
}

// Quirk 9.
TEST_CASE("a joint filing has its rows once, and several owners and signatures") {
  Sample sample;
  sample.add_line(reporting_owner);
  sample.cell(reporting_owner, 2, "RPTOWNERCIK") = "0009200002";
  sample.add_line(owner_signature);
  sample.cell(owner_signature, 2, "OWNERSIGNATURENAME") = "/s/ Ashdown Partners LP";
  const OwnershipDocument document = sample.filing().document;
  CHECK(document.reporting_owners.size() == 2);
  CHECK(document.owner_signatures.size() == 2);
  CHECK(document.table_i.size() == 2);
}

TEST_CASE("relationships are a list; what it does not name stays absent") {
  Sample sample;
  sample.cell(reporting_owner, 1, "RPTOWNER_RELATIONSHIP") = "TenPercentOwner, Other";
  ReportingOwner owner = sample.filing().document.reporting_owners[0];
  CHECK(owner.is_ten_percent_owner.value == true);
  CHECK(owner.is_other.value == true);
  CHECK(owner.is_director.presence == Presence::absent);
  CHECK(owner.is_officer.presence == Presence::absent);
  sample.cell(reporting_owner, 1, "RPTOWNER_RELATIONSHIP") = "Director;Godparent";
  const Filing filing = sample.filing();
  CHECK(filing.document.reporting_owners[0].is_director.value == true);
  CHECK(filing.document.unread[0] ==
        Unread{"REPORTINGOWNER[1]/RPTOWNER_RELATIONSHIP", "Godparent"});
  CHECK(noticed(filing) == Texts{"tables-relationship-unread @ REPORTINGOWNER.tsv, line 2"});
}

TEST_CASE("a column that is not known is kept unread, and said once a filing") {
  Sample sample;
  sample.add_column(nonderiv_trans, "MOOD", "merry");
  sample.add_line(nonderiv_trans);
  sample.cell(nonderiv_trans, 2, "NONDERIV_TRANS_SK") = "71";
  const Filing filing = sample.filing();
  CHECK(filing.document.unread.size() == 3);
  CHECK(filing.document.unread[1] == Unread{"NONDERIV_TRANS[1]/MOOD", "merry"});
  CHECK(noticed(filing) == Texts{"tables-column-unread @ NONDERIV_TRANS.tsv, line 2"});
}

TEST_CASE("what a field must have and has not is said at its line") {
  Sample sample;
  sample.cell(nonderiv_trans, 1, "TRANS_SHARES").clear();
  sample.cell(deriv_holding, 1, "SHRS_OWND_FOLWNG_TRANS").clear();
  sample.cell(submission, 1, "ISSUERCIK") = "none";
  CHECK(noticed(sample.filing()) == Texts{"value-missing @ NONDERIV_TRANS.tsv, line 2",
                                          "value-missing @ DERIV_HOLDING.tsv, line 2",
                                          "cik-unreadable @ SUBMISSION.tsv, line 2"});
  // In Table II of a Form 3 there is no such column.
  sample.cell(submission, 1, "ISSUERCIK") = "9100001";
  sample.cell(submission, 1, "DOCUMENT_TYPE") = "3";
  CHECK(noticed(sample.filing()) == Texts{"value-missing @ NONDERIV_TRANS.tsv, line 2"});
}

TEST_CASE("numbers, codes and bytes out of the ordinary are read as in the XML, and said") {
  Sample sample;
  sample.cell(nonderiv_trans, 1, "TRANS_SHARES") = "1,500";
  sample.cell(nonderiv_trans, 1, "TRANS_PRICEPERSHARE") = "16.90";
  sample.cell(nonderiv_trans, 1, "TRANS_CODE") = "s";
  sample.cell(nonderiv_trans, 1, "TRANS_ACQUIRED_DISP_CD") = "Q";
  sample.cell(reporting_owner, 1, "RPTOWNER_CITY") =
      "Orl\xE9"
      "ans";
  const Filing filing = sample.filing();
  const Row& row = filing.document.table_i[0];
  CHECK(row.transaction_shares.value->to_text() == "1500");
  CHECK(row.transaction_shares.as_filed == "1,500");
  CHECK(row.transaction_price_per_share.value->to_text() == "16.9");
  CHECK(row.transaction_price_per_share.as_filed == "16.90");
  CHECK(row.transaction_code.filed_text() == "s");
  CHECK(*row.transaction_code.value == "S");
  CHECK(filing.document.reporting_owners[0].rpt_owner_city.filed_text() ==
        "Orl\xC3\xA9"
        "ans");
  CHECK(noticed(filing) == Texts{"encoding-repaired @ REPORTINGOWNER.tsv, line 2",
                                 "code-repaired @ NONDERIV_TRANS.tsv, line 2",
                                 "number-repaired @ NONDERIV_TRANS.tsv, line 2",
                                 "code-unknown @ NONDERIV_TRANS.tsv, line 2"});
}
