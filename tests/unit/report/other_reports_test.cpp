#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "example_book.h"

using namespace stakebook;
using Json = nlohmann::json;

namespace {

const ReportOptions table{};
const ReportOptions json{Format::json};
const ReportOptions csv{Format::csv};

ImportReport import_report() {
  ImportReport report;
  report.totals = {.files_done = 1200,
                   .files_total = 1200,
                   .appended = 1100,
                   .held_already = 99,
                   .set_aside = 1};
  report.rows = 4321;
  report.set_aside = {
      {"filings/a.pdf", {"not-a-filing", Severity::error, "this is no filing", ""}}};
  return report;
}

}  // namespace

TEST_CASE("an import says what came in and why a file was set aside") {
  CHECK(report_import(import_report(), table) ==
        "1,200 files read: 1,100 filings appended with 4,321 rows, 99 held already, 1 set aside.\n"
        "\n"
        "Set aside\n"
        "  File           Code          Reason\n"
        "  -------------  ------------  -----------------\n"
        "  filings/a.pdf  not-a-filing  this is no filing\n");
  const Json document = Json::parse(report_import(import_report(), json));
  CHECK(document["appended"] == 1100);
  CHECK(document["set_aside"][0]["reason"]["code"] == "not-a-filing");
  CHECK(report_import(import_report(), csv) ==
        "source,code,message,place\r\nfilings/a.pdf,not-a-filing,this is no filing,\r\n");
}

TEST_CASE("a long list of files that were set aside is summed up by code") {
  ImportReport report = import_report();
  for (int i = 0; i < 20; ++i) {
    report.set_aside.push_back({"b" + std::to_string(i) + ".xml",
                                {"xml-truncated", Severity::error, "it ends early", "line 3"}});
  }
  const std::string text = report_import(report, table);
  CHECK(text.find("\nSet aside; `stakebook set-aside` lists every file\n") != std::string::npos);
  CHECK(text.find("xml-truncated     20  b0.xml: it ends early (line 3)\n") != std::string::npos);
  CHECK(text.find("b1.xml") == std::string::npos);
  CHECK(Json::parse(report_import(report, json))["set_aside"].size() == 21);
}

TEST_CASE("what an import noticed is summed up by code, with the first place") {
  ImportReport report = import_report();
  report.set_aside.clear();
  report.totals.set_aside = 0;
  report.diagnostics = 3;
  report.noticed = {
      {3, {7, "", "a.xml", {"number-repaired", Severity::warning, "1,100 is 1100", "line 3"}}}};
  CHECK(report_import(report, table) ==
        "1,200 files read: 1,100 filings appended with 4,321 rows, 99 held already, 0 set aside.\n"
        "3 things noticed in what was taken; `stakebook diagnostics` lists them.\n"
        "\n"
        "Noticed\n"
        "  Code             Times  The first\n"
        "  ---------------  -----  -------------------------------\n"
        "  number-repaired      3  1,100 is 1100 (line 3) in a.xml\n");
}

TEST_CASE("parties are listed with their CIK, or with the number that questions take") {
  Party issuer;
  issuer.id = 3;
  issuer.name = "Harbor Light Corp";
  issuer.trading_symbol = "HBL";
  issuer.filings = 1200;
  issuer.other_names = {"Harbor Lamps Inc"};
  CHECK(report_parties({issuer}, true, table) ==
        "Issuer             Symbol  CIK  Filings  Also named\n"
        "-----------------  ------  ---  -------  ----------------\n"
        "Harbor Light Corp  HBL     #3     1,200  Harbor Lamps Inc\n"
        "\n"
        "1 issuer\n");
  Party unnamed;
  unnamed.id = 5;
  unnamed.filings = 18;
  CHECK(report_parties({unnamed}, true, table) ==
        "Issuer     CIK  Filings\n"
        "---------  ---  -------\n"
        "not named  #5        18\n"
        "\n"
        "1 issuer\n");
  CHECK(report_parties({issuer}, true, csv) ==
        "party,cik,name,trading_symbol,other_names,filings,merged\r\n"
        "3,,Harbor Light Corp,HBL,Harbor Lamps Inc,1200,\r\n");
  CHECK(Json::parse(report_parties({issuer}, true, json))["issuers"][0]["cik"].is_null());
}

TEST_CASE("an explanation indents premises below what they support") {
  Explanation explanation;
  explanation.ref = *FigureReference::parse("7.I.1@2025-03-04");
  ExplanationStep top;
  top.statement = "103,900: balance";
  top.ref = explanation.ref;
  ExplanationStep premise;
  premise.depth = 1;
  premise.statement = "Table II moves 5,000 units";
  premise.rule = "exercise-pair";
  premise.grade = Grade::proven;
  premise.source = "Form 4 filed 2025-03-05, form4.xml";
  ExplanationStep field;
  field.depth = 2;
  field.statement = "transaction_shares, as filed: 5,000";
  field.ref = *FigureReference::parse("7.II.1.transaction_shares");
  field.fields = {{"transaction_shares", "5,000"}};
  field.footnotes = {{"F1", "A note."}};
  explanation.steps = {top, premise, field};
  CHECK(report_explanation(explanation, table) ==
        "7.I.1@2025-03-04\n"
        "103,900: balance\n"
        "  Table II moves 5,000 units [proven, rule exercise-pair]\n"
        "    Form 4 filed 2025-03-05, form4.xml\n"
        "    transaction_shares, as filed: 5,000 7.II.1.transaction_shares\n"
        "      Field               As filed\n"
        "      ------------------  --------\n"
        "      transaction_shares  5,000\n"
        "      Footnote F1: A note.\n");
  const Json document = Json::parse(report_explanation(explanation, json));
  CHECK(document["steps"][1]["ref"].is_null());
  CHECK(document["steps"][2]["fields"][0]["text"] == "5,000");
}

TEST_CASE("verification tells each problem, and holds only without any") {
  VerifyReport report;
  report.entries = 1;
  report.rows = 2;
  report.head_hash = "abc";
  CHECK(report_verify(report, table) ==
        "The ledger holds: 1 entry with 2 rows, every hash follows from the one before.\n"
        "Last hash: abc\n");
  CHECK(Json::parse(report_verify(report, json))["holds"] == true);
  report.problems = {"entry 1: its hash does not follow"};
  CHECK(report_verify(report, table) ==
        "The ledger does not hold: 1 problem in 1 entry with 2 rows.\n"
        "  - entry 1: its hash does not follow\n"
        "Last hash: abc\n");
  CHECK(Json::parse(report_verify(report, json))["holds"] == false);
}

TEST_CASE("a record is told with its entry, its author and its reason") {
  Record record;
  record.effective = example::date("2025-08-31");
  record.known = {example::date("2025-08-11")};
  record.author = "E. Rhode";
  record.reason = "8-K of 2025-08-11";
  record.body = RecordedSplit{"0000001234", Ratio(5)};
  CHECK(report_record(record, {AppendOutcome::appended, 9}, table) ==
        "Entry 9, appended: split 5 for 1, recorded by E. Rhode, effective 2025-08-31, known from "
        "2025-08-11.\n"
        "Reason: 8-K of 2025-08-11\n");
  CHECK(Json::parse(report_record(record, {AppendOutcome::held_already, 9}, json))["outcome"] ==
        "held_already");
}
