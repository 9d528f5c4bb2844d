// Small quarterly tables built in code.
//
//   Sample sample;
//   sample.cell(QuarterlyTable::nonderiv_trans, 1, "TRANS_DATE", "20-NOV-0007");
//   const Filing filing = sample.filing();
//
// The tables start with one filing of every kind of line: 0009300001-07-000001, a Form 4 filed on
// 2007-11-21, with one owner, a row of each of the four tables, a footnote F1 and a signature.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "filing/quarterly_tables.h"

namespace stakebook::quarterly {

using Line = std::vector<std::string>;
using Rows = std::vector<Line>;  // the heads first

// "A|B||D"
inline Line line_of(const std::string& text) {
  Line cells(1);
  for (const char c : text) {
    if (c == '|') {
      cells.emplace_back();
    } else {
      cells.back().push_back(c);
    }
  }
  return cells;
}

class Sample {
 public:
  Sample() {
    start(QuarterlyTable::submission,
          "ACCESSION_NUMBER|FILING_DATE|PERIOD_OF_REPORT|DATE_OF_ORIG_SUB|NO_SECURITIES_OWNED|"
          "NOT_SUBJECT_SEC16|FORM3_HOLDINGS_REPORTED|FORM4_TRANS_REPORTED|DOCUMENT_TYPE|ISSUERCIK|"
          "ISSUERNAME|ISSUERTRADINGSYMBOL|REMARKS|AFF10B5ONE",
          "0009300001-07-000001|21-NOV-2007|20-NOV-2007|||0|||4|0009100001|Kilnhurst Co|KILN||");
    start(QuarterlyTable::reporting_owner,
          "ACCESSION_NUMBER|RPTOWNERCIK|RPTOWNERNAME|RPTOWNER_RELATIONSHIP|RPTOWNER_TITLE|"
          "RPTOWNER_TXT|RPTOWNER_STREET1|RPTOWNER_STREET2|RPTOWNER_CITY|RPTOWNER_STATE|"
          "RPTOWNER_ZIPCODE|RPTOWNER_STATE_DESC|FILE_NUMBER",
          "0009300001-07-000001|0009200001|Ashdown Vera|Director,Officer|Treasurer||1 Quay St||"
          "Kilnhurst|NY|10001||001-99999");
    start(QuarterlyTable::nonderiv_trans,
          "ACCESSION_NUMBER|NONDERIV_TRANS_SK|SECURITY_TITLE|SECURITY_TITLE_FN|TRANS_DATE|"
          "TRANS_DATE_FN|DEEMED_EXECUTION_DATE|DEEMED_EXECUTION_DATE_FN|TRANS_FORM_TYPE|TRANS_CODE|"
          "EQUITY_SWAP_INVOLVED|EQUITY_SWAP_TRANS_CD_FN|TRANS_TIMELINESS|TRANS_TIMELINESS_FN|"
          "TRANS_SHARES|TRANS_SHARES_FN|TRANS_PRICEPERSHARE|TRANS_PRICEPERSHARE_FN|"
          "TRANS_ACQUIRED_DISP_CD|TRANS_ACQUIRED_DISP_CD_FN|SHRS_OWND_FOLWNG_TRANS|"
          "SHRS_OWND_FOLWNG_TRANS_FN|VALU_OWND_FOLWNG_TRANS|VALU_OWND_FOLWNG_TRANS_FN|"
          "DIRECT_INDIRECT_OWNERSHIP|DIRECT_INDIRECT_OWNERSHIP_FN|NATURE_OF_OWNERSHIP|"
          "NATURE_OF_OWNERSHIP_FN",
          "0009300001-07-000001|70|Common Stock||20-NOV-2007||||4|S|0||||500||16.9|F1|D||"
          "105000||||D|||");
    start(QuarterlyTable::nonderiv_holding,
          "ACCESSION_NUMBER|NONDERIV_HOLDING_SK|SECURITY_TITLE|SECURITY_TITLE_FN|TRANS_FORM_TYPE|"
          "TRANS_FORM_TYPE_FN|SHRS_OWND_FOLWNG_TRANS|SHRS_OWND_FOLWNG_TRANS_FN|"
          "VALU_OWND_FOLWNG_TRANS|VALU_OWND_FOLWNG_TRANS_FN|DIRECT_INDIRECT_OWNERSHIP|"
          "DIRECT_INDIRECT_OWNERSHIP_FN|NATURE_OF_OWNERSHIP|NATURE_OF_OWNERSHIP_FN",
          "0009300001-07-000001|71|Common Stock||||2500||||I||By trust|");
    start(QuarterlyTable::deriv_trans,
          "ACCESSION_NUMBER|DERIV_TRANS_SK|SECURITY_TITLE|SECURITY_TITLE_FN|CONV_EXERCISE_PRICE|"
          "CONV_EXERCISE_PRICE_FN|TRANS_DATE|TRANS_DATE_FN|DEEMED_EXECUTION_DATE|"
          "DEEMED_EXECUTION_DATE_FN|TRANS_FORM_TYPE|TRANS_CODE|EQUITY_SWAP_INVOLVED|"
          "EQUITY_SWAP_TRANS_CD_FN|TRANS_TIMELINESS|TRANS_TIMELINESS_FN|TRANS_SHARES|"
          "TRANS_SHARES_FN|TRANS_TOTAL_VALUE|TRANS_TOTAL_VALUE_FN|TRANS_PRICEPERSHARE|"
          "TRANS_PRICEPERSHARE_FN|TRANS_ACQUIRED_DISP_CD|TRANS_ACQUIRED_DISP_CD_FN|"
          "EXCERCISE_DATE|EXCERCISE_DATE_FN|EXPIRATION_DATE|EXPIRATION_DATE_FN|UNDLYNG_SEC_TITLE|"
          "UNDLYNG_SEC_TITLE_FN|UNDLYNG_SEC_SHARES|UNDLYNG_SEC_SHARES_FN|UNDLYNG_SEC_VALUE|"
          "UNDLYNG_SEC_VALUE_FN|SHRS_OWND_FOLWNG_TRANS|SHRS_OWND_FOLWNG_TRANS_FN|"
          "VALU_OWND_FOLWNG_TRANS|VALU_OWND_FOLWNG_TRANS_FN|DIRECT_INDIRECT_OWNERSHIP|"
          "DIRECT_INDIRECT_OWNERSHIP_FN|NATURE_OF_OWNERSHIP|NATURE_OF_OWNERSHIP_FN",
          "0009300001-07-000001|72|Stock Option||12.5||20-NOV-2007||||4|M|0||||500||||0||D||"
          "01-JAN-2006||01-JAN-2015||Common Stock||500||||1500||||D|||");
    start(QuarterlyTable::deriv_holding,
          "ACCESSION_NUMBER|DERIV_HOLDING_SK|SECURITY_TITLE|SECURITY_TITLE_FN|"
          "CONV_EXERCISE_PRICE|CONV_EXERCISE_PRICE_FN|TRANS_FORM_TYPE|TRANS_FORM_TYPE_FN|"
          "EXERCISE_DATE|EXERCISE_DATE_FN|EXPIRATION_DATE|EXPIRATION_DATE_FN|UNDLYNG_SEC_TITLE|"
          "UNDLYNG_SEC_TITLE_FN|UNDLYNG_SEC_SHARES|UNDLYNG_SEC_SHARES_FN|UNDLYNG_SEC_VALUE|"
          "UNDLYNG_SEC_VALUE_FN|SHRS_OWND_FOLWNG_TRANS|SHRS_OWND_FOLWNG_TRANS_FN|"
          "VALU_OWND_FOLWNG_TRANS|VALU_OWND_FOLWNG_TRANS_FN|DIRECT_INDIRECT_OWNERSHIP|"
          "DIRECT_INDIRECT_OWNERSHIP_FN|NATURE_OF_OWNERSHIP|NATURE_OF_OWNERSHIP_FN",
          "0009300001-07-000001|73|Warrant||20||||01-JAN-2008||01-JAN-2018||Common Stock||300||||"
          "300||||D|||");
    start(QuarterlyTable::footnotes, "ACCESSION_NUMBER|FOOTNOTE_ID|FOOTNOTE_TXT",
          "0009300001-07-000001|F1|The price is an average.");
    start(QuarterlyTable::owner_signature, "ACCESSION_NUMBER|OWNERSIGNATURENAME|OWNERSIGNATUREDATE",
          "0009300001-07-000001|/s/ Vera Ashdown|21-NOV-2007");
  }

  Rows& rows(QuarterlyTable table) { return rows_[static_cast<std::size_t>(table)]; }
  std::size_t column(QuarterlyTable table, const std::string& name) {
    const Line& heads = rows(table).front();
    const auto found = std::find(heads.begin(), heads.end(), name);
    REQUIRE_MESSAGE(found != heads.end(), "no column ", name);
    return static_cast<std::size_t>(found - heads.begin());
  }
  // The cell of a data line, from 1.
  std::string& cell(QuarterlyTable table, std::size_t line, const std::string& name) {
    return rows(table).at(line)[column(table, name)];
  }
  void add_line(QuarterlyTable table) { rows(table).push_back(rows(table).back()); }
  void rename_column(QuarterlyTable table, const std::string& name, const std::string& to) {
    rows(table).front()[column(table, name)] = to;
  }
  void drop_column(QuarterlyTable table, const std::string& name) {
    const auto position = static_cast<std::ptrdiff_t>(column(table, name));
    for (Line& line : rows(table)) line.erase(line.begin() + position);
  }
  void add_column(QuarterlyTable table, const std::string& name, const std::string& text) {
    for (Line& line : rows(table)) line.push_back(text);
    rows(table).front().back() = name;
  }
  void drop_table(QuarterlyTable table) { there_[static_cast<std::size_t>(table)] = false; }

  QuarterlyTables tables(const ReadLimits& limits = {}) {
    QuarterlyBytes bytes;
    for (std::size_t i = 0; i < quarterly_tables_count; ++i) {
      texts_[i].clear();
      for (const Line& line : rows_[i]) {
        for (std::size_t cell = 0; cell < line.size(); ++cell) {
          texts_[i].append(cell == 0 ? "" : "\t").append(line[cell]);
        }
        texts_[i].append(line_end);
      }
      if (there_[i]) bytes.tables[i] = texts_[i];
    }
    return QuarterlyTables(bytes, limits);
  }
  // The first filing, which must be there.
  Filing filing() {
    const QuarterlyTables read = tables();
    REQUIRE(read.filings() > 0);
    ReadResult result = read.read(0);
    REQUIRE(result.filing);
    return *std::move(result.filing);
  }

  std::string line_end = "\n";

 private:
  void start(QuarterlyTable table, const std::string& heads, const std::string& line) {
    rows(table) = {line_of(heads), line_of(line)};
    REQUIRE_MESSAGE(rows(table)[0].size() == rows(table)[1].size(), name_of(table));
  }

  std::array<Rows, quarterly_tables_count> rows_;
  std::array<std::string, quarterly_tables_count> texts_;
  std::array<bool, quarterly_tables_count> there_ = {true, true, true, true,
                                                     true, true, true, true};
};

// "code @ place" of each diagnostic.
inline std::vector<std::string> noticed(const Filing& filing) {
  std::vector<std::string> result;
  for (const Diagnostic& one : filing.diagnostics) result.push_back(one.code + " @ " + one.place);
  return result;
}

}  // namespace stakebook::quarterly
