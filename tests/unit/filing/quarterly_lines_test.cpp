// Tables, columns and lines that are missing, spoilt or of no filing.
#include "filing/quarterly_tables.h"
#include "quarterly_sample.h"

using namespace stakebook;
using namespace stakebook::quarterly;
using enum QuarterlyTable;

namespace {

using Texts = std::vector<std::string>;

// "TABLE:line code" of each line that was set aside.
Texts set_aside(const QuarterlyTables& tables) {
  Texts result;
  for (const QuarterlySetAside& one : tables.set_aside()) {
    result.push_back(std::string(name_of(one.table)) + ":" + std::to_string(one.line) + " " +
                     one.reason.code);
  }
  return result;
}

std::string title(const Row& row) { return row.security_title.filed_text(); }

}  // namespace

TEST_CASE("a column that every such table has and this one has not is said") {
  Sample sample;
  sample.drop_column(nonderiv_trans, "TRANS_SHARES_FN");
  sample.drop_column(footnotes, "FOOTNOTE_TXT");
  const Filing filing = sample.filing();
  CHECK(noticed(filing) == Texts{"tables-column-missing @ SUBMISSION.tsv, line 2",
                                 "tables-column-missing @ SUBMISSION.tsv, line 2"});
  CHECK(filing.diagnostics[0].message == "NONDERIV_TRANS has no column TRANS_SHARES_FN");
}

TEST_CASE("without the key of a table's rows they keep the order of their lines") {
  Sample sample;
  sample.add_line(nonderiv_trans);
  sample.cell(nonderiv_trans, 2, "SECURITY_TITLE") = "Second";
  sample.drop_column(nonderiv_trans, "NONDERIV_TRANS_SK");
  const Filing filing = sample.filing();
  REQUIRE(filing.document.table_i.size() == 3);
  CHECK(title(filing.document.table_i[1]) == "Common Stock");
  CHECK(title(filing.document.table_i[2]) == "Second");
  CHECK(noticed(filing) == Texts{"tables-column-missing @ SUBMISSION.tsv, line 2"});
}

TEST_CASE("without footnotes or signatures a filing is read, and says so") {
  Sample sample;
  sample.drop_table(owner_signature);
  const Filing filing = sample.filing();
  CHECK(filing.document.owner_signatures.empty());
  CHECK(noticed(filing) == Texts{"tables-table-missing @ SUBMISSION.tsv, line 2"});
  CHECK(filing.diagnostics[0].severity == Severity::error);
  Sample bare;
  bare.drop_table(footnotes);
  CHECK(noticed(bare.filing()) == Texts{"footnote-dangling @ NONDERIV_TRANS.tsv, line 2",
                                        "tables-table-missing @ SUBMISSION.tsv, line 2"});
}

TEST_CASE("without submissions, owners or a table of rows, or their numbers, nothing is read") {
  for (const QuarterlyTable table : {submission, reporting_owner, nonderiv_trans, nonderiv_holding,
                                     deriv_trans, deriv_holding}) {
    Sample sample;
    sample.drop_table(table);
    REQUIRE(sample.tables().refusal());
    CHECK(sample.tables().refusal()->code == "tables-incomplete");
    CHECK(sample.tables().refusal()->message.find(": " + std::string(name_of(table)) + ";") !=
          std::string::npos);
    CHECK(sample.tables().filings() == 0);
    Sample keyless;
    keyless.drop_column(table, "ACCESSION_NUMBER");
    CHECK(keyless.tables().refusal()->code == "tables-incomplete");
    CHECK(set_aside(keyless.tables()) ==
          Texts{std::string(name_of(table)) + ":1 tables-column-missing"});
  }
}

TEST_CASE("a line with a wrong number of columns is set aside, and its filing says so") {
  Sample sample;
  sample.add_line(nonderiv_trans);
  sample.rows(nonderiv_trans)[2].pop_back();
  sample.add_line(footnotes);
  sample.rows(footnotes)[2].push_back("more");
  const QuarterlyTables tables = sample.tables();
  CHECK(set_aside(tables) ==
        Texts{"NONDERIV_TRANS:3 tables-line-uneven", "FOOTNOTES:3 tables-line-uneven"});
  CHECK(tables.set_aside()[0].reason.message ==
        "the line has 27 columns, the table's first line 28");
  const Filing filing = *tables.read(0).filing;
  CHECK(filing.document.table_i.size() == 2);
  CHECK(noticed(filing) == Texts{"tables-line-lost @ SUBMISSION.tsv, line 2",
                                 "tables-line-lost @ SUBMISSION.tsv, line 2"});
}

TEST_CASE("lines of a filing that SUBMISSION does not have are set aside, one reason a table") {
  Sample sample;
  for (int i = 0; i < 2; ++i) {
    sample.add_line(nonderiv_trans);
    sample.rows(nonderiv_trans).back()[0] = "0009300001-07-000009";
  }
  sample.add_line(owner_signature);
  sample.rows(owner_signature).back()[0] = "no number";
  const QuarterlyTables tables = sample.tables();
  CHECK(tables.filings() == 1);
  CHECK(set_aside(tables) == Texts{"NONDERIV_TRANS:3 tables-rows-orphaned",
                                   "OWNER_SIGNATURE:3 tables-accession-unreadable"});
  CHECK(tables.set_aside()[0].reason.message ==
        "SUBMISSION has no readable line of 0009300001-07-000009, of which 2 lines of this table "
        "speak");
  CHECK(noticed(*tables.read(0).filing).empty());
}

TEST_CASE("a line that stands twice counts once") {
  Sample sample;
  for (const QuarterlyTable table : {submission, reporting_owner, nonderiv_trans}) {
    sample.add_line(table);
  }
  const QuarterlyTables tables = sample.tables();
  REQUIRE(tables.filings() == 1);
  CHECK(set_aside(tables) ==
        Texts{"SUBMISSION:3 tables-line-repeated", "NONDERIV_TRANS:3 tables-line-repeated"});
  const Filing filing = *tables.read(0).filing;
  CHECK(filing.document.reporting_owners.size() == 1);
  CHECK(filing.document.table_i.size() == 2);
  CHECK(noticed(filing) == Texts{"tables-line-repeated @ REPORTINGOWNER.tsv, line 3"});
}

TEST_CASE("a filing without owners or signatures is read and says so") {
  Sample sample;
  sample.rows(reporting_owner).pop_back();
  sample.rows(owner_signature).pop_back();
  const Filing filing = sample.filing();
  CHECK(noticed(filing) == Texts{"tables-rows-missing @ SUBMISSION.tsv, line 2",
                                 "tables-rows-missing @ SUBMISSION.tsv, line 2"});
}

TEST_CASE("a line with a zero byte is set aside") {
  Sample sample;
  sample.cell(footnotes, 1, "FOOTNOTE_TXT") = std::string("a\0b", 3);
  CHECK(set_aside(sample.tables()) == Texts{"FOOTNOTES:2 not-text"});
}

TEST_CASE("a filing beyond the limits is refused, and the others are read") {
  Sample sample;
  sample.add_line(submission);
  sample.cell(submission, 2, "ACCESSION_NUMBER") = "0009300001-07-000002";
  ReadLimits limits;
  limits.rows_max = 1;
  const QuarterlyTables tables = sample.tables(limits);
  CHECK(tables.read(0).refusal->code == "limit-exceeded");
  CHECK(tables.read(1).filing);
  limits = {};
  limits.text_max = 20;
  CHECK(sample.tables(limits).read(0).refusal->code == "limit-exceeded");
}

TEST_CASE("beyond a limit, lines that are set aside are counted instead of told") {
  Sample sample;
  for (int i = 0; i < 5; ++i) {
    sample.add_line(footnotes);
    sample.rows(footnotes).back()[0] = "none";
  }
  ReadLimits limits;
  limits.findings_max = 2;
  const QuarterlyTables tables = sample.tables(limits);
  CHECK(set_aside(tables) == Texts{"FOOTNOTES:3 tables-accession-unreadable",
                                   "FOOTNOTES:4 tables-accession-unreadable",
                                   "FOOTNOTES:0 tables-lines-set-aside"});
  CHECK(tables.set_aside()[2].reason.message.find("3 findings") != std::string::npos);
}

TEST_CASE("a table is known by a column of its own, else by its file's name") {
  CHECK(quarterly_table_of("a.txt", "ACCESSION_NUMBER\tISSUERCIK\n") == submission);
  CHECK(quarterly_table_of("a.txt",
                           "\xEF\xBB\xBF"
                           "footnote_id\tx\r\nISSUERCIK\n") == footnotes);
  CHECK(quarterly_table_of("FOOTNOTES.tsv", "RPTOWNERCIK\tFOOTNOTE_TXT") == reporting_owner);
  CHECK(quarterly_table_of("nonderiv_trans.TSV", "A\tB") == nonderiv_trans);
  CHECK_FALSE(quarterly_table_of("SUBMISSION.txt", "A\tB"));
  CHECK_FALSE(quarterly_table_of("SUBMISSIONS.tsv", ""));
  CHECK_FALSE(quarterly_table_of(".tsv", ""));
}

TEST_CASE("a table that ends in the midst of its first line is not taken for an empty one") {
  std::array<std::string, quarterly_tables_count> texts;
  texts.fill("ACCESSION_NUMBER\n");
  std::string& cut = texts[static_cast<std::size_t>(nonderiv_trans)];
  const auto read = [&texts] {
    QuarterlyBytes bytes;
    for (std::size_t i = 0; i < texts.size(); ++i) bytes.tables[i] = texts[i];
    return QuarterlyTables(bytes);
  };
  CHECK(!read().refusal());
  cut = "ACCESSION_NUMBER\tNONDERIV_TRANS_SK\tSECURI";
  const QuarterlyTables tables = read();
  REQUIRE(tables.refusal());
  CHECK(tables.refusal()->message.find(": NONDERIV_TRANS;") != std::string::npos);
  CHECK(set_aside(tables) == Texts{"NONDERIV_TRANS:1 tables-column-missing"});
}
