// Every JSON report follows its schema in docs/reference/json, and has no field that is not in it.
#include "schema.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "example_book.h"

using namespace stakebook;
using Json = nlohmann::json;

namespace {

const std::string folder = STAKEBOOK_SOURCE "/docs/reference/json";
const ReportOptions json{Format::json};

std::vector<std::string> findings(const std::string& schema, const std::string& text) {
  return Schemas(folder).findings(schema, Json::parse(text));
}

const std::vector<std::string> none;

// The example, with ranges, an inference, a record's split and a diagnostic in it.
IssuerBook rich_book() {
  IssuerBook book = example::book();
  book.book.accounts[0].balance = ShareRange::more_than(Shares(5));
  book.book.accounts[0].postings.back().check = Check::nothing_reported;
  book.book.accounts[0].postings.back().inferences = {
      {"balance-difference", "the balances leave only 5", Grade::plausible, {}}};
  book.history.events[3].kind = EventKind::split;
  book.history.events[3].ratio = Ratio(3, 2);
  book.history.diagnostics = {{"row-unread", Severity::warning, "no date", "7.I.9"}};
  AmendedRow amended;
  amended.event = book.history.events[0];
  amended.effect = {amended.event.source,
                    AmendmentEffect::retracted,
                    {8, Part::entry, 0, 0},
                    8,
                    "The sale was reported in error."};
  amended.amended = *Instant::parse("2025-04-01 16:30:00");
  book.history.amended = {amended};
  Posting& gap = book.book.accounts[0].postings.front();
  gap.check = Check::gap;
  gap.gap = Shares(-100);
  gap.downstream_of = Reference{8, Part::table_i, 1, 0};
  book.question.known = *Instant::parse("2025-04-02 09:00:00");
  book.book.grants[0].granted.inferences = {
      {"equal-series", "7 tranches", Grade::plausible, {*FigureReference::parse("7.II.1#1")}}};
  return book;
}

}  // namespace

TEST_CASE("reports about books follow their schemas") {
  for (const IssuerBook& book : {example::book(), rich_book()}) {
    const std::vector<IssuerBook> books = {book};
    CHECK(findings("holdings", report_holdings(books, json)) == none);
    CHECK(findings("history", report_history(books, json)) == none);
    CHECK(findings("tranches", report_tranches(books, json)) == none);
    const ReconciledBook reconciliation = example::reconciled(book);
    CHECK(findings("reconcile",
                   report_reconciliation({reconciliation}, BalancesShown::all, json)) == none);
    CHECK(findings("reconcile-summary",
                   report_reconciliation_summary({counts_of(reconciliation)}, json)) == none);
    CHECK(findings("forecast", report_forecast(books, example::date("2026-01-01"),
                                               example::date("2031-01-01"), json)) == none);
  }
  IssuerBook whole = example::book();
  whole.owner.reset();
  whole.question = {};
  CHECK(findings("holdings", report_holdings({whole}, json)) == none);
}

TEST_CASE("causes and suggested corrections follow their schemas") {
  const ReconciledBook book = example::with_causes(
      {{Cause::reporting_error,
        Grade::plausible,
        "one digit",
        {*FigureReference::parse("8.I.1")},
        {"words of a footnote"},
        SuggestedCorrection{{8, Part::table_i, 1, 0}, "transaction_shares", "600"}},
       {Cause::plan_accrual, Grade::plausible, "small", {}, {}, {}}});
  CHECK(findings("reconcile", report_reconciliation({book}, BalancesShown::all, json)) == none);
  CHECK(findings("reconcile-suggest", report_suggestions({book}, {"", "E. Rhode"}, json)) == none);
  CHECK(findings("reconcile-suggest", report_suggestions({}, {"", "E. Rhode"}, json)) == none);
}

TEST_CASE("what changed between two dates of knowledge follows its schema") {
  IssuerDifference answer;
  answer.later = rich_book();
  answer.earlier = *Instant::parse("2025-03-31");
  CHECK(findings("diff", report_differences({answer}, json)) == none);
  const IssuerBook& book = answer.later;
  const RowState state{book.history.events[0], ShareRange::more_than(Shares(5)),
                       ShareRange::unknown(),  Check::gap,
                       Shares(-100),           Reference{8, Part::table_i, 1, 0}};
  answer.difference.rows = {{RowChange::added, book.history.accounts[0], {}, state, {7}},
                            {RowChange::retracted, book.history.accounts[0], state, {}, {7, 8}}};
  answer.difference.balances = {{book.history.accounts[0],
                                 {},
                                 ShareRange::exactly(Shares(5)),
                                 book.history.events[0].source,
                                 {7}}};
  GrantDifference tranche;
  tranche.figure = "tranche";
  tranche.vests = example::date("2026-06-30");
  tranche.later = ShareRange::exactly(Shares(40000));
  tranche.later_state = TrancheState::unvested;
  tranche.ref = *FigureReference::parse("7.II.1#1");
  tranche.claims = {7};
  answer.difference.grants = {tranche};
  CHECK(findings("diff", report_differences({answer}, json)) == none);
}

TEST_CASE("the other reports follow their schemas") {
  CHECK(findings("issuers", report_parties({example::book().issuer}, true, json)) == none);
  CHECK(findings("owners", report_parties({*example::book().owner}, false, json)) == none);
  ImportReport imported;
  imported.set_aside = {{"a.pdf", {"not-a-filing", Severity::error, "no filing", "line 1"}}};
  imported.noticed = {{2, {7, "", "a.xml", {"number-repaired", Severity::warning, "1,100", ""}}}};
  CHECK(findings("import", report_import(imported, json)) == none);
  CHECK(findings("set-aside", report_set_aside(imported.set_aside, json)) == none);
  const Noticed noticed{7, "", "a.xml", {"number-repaired", Severity::warning, "1,100", "line 3"}};
  CHECK(findings("diagnostics", report_noticed({noticed}, json)) == none);
  Explanation explanation;
  explanation.ref = *FigureReference::parse("7.I.1@2025-03-04~2025-03-31");
  ExplanationStep step;
  step.ref = explanation.ref;
  step.rule = "exercise-pair";
  step.fields = {{"transaction_code", "M"}};
  step.footnotes = {{"F1", "A note."}};
  step.quotes = {"note"};
  explanation.steps = {step, ExplanationStep{}};
  CHECK(findings("explain", report_explanation(explanation, json)) == none);
  VerifyReport verified;
  verified.head_hash = std::string(64, '0');
  verified.problems = {"entry 1"};
  CHECK(findings("verify", report_verify(verified, json)) == none);
  Record record;
  record.body = RecordedSplit{"0000001234", Ratio(5)};
  CHECK(findings("record", report_record(record, {AppendOutcome::appended, 1}, json)) == none);
}

TEST_CASE("a document that breaks its schema is found out") {
  Json document = Json::parse(report_holdings({example::book()}, json));
  Schemas schemas(folder);
  document["issuers"][0]["holdings"][0]["balance"] = 103900;
  CHECK(schemas.findings("holdings", document) ==
        std::vector<std::string>{
            "/issuers/0/holdings/0/balance: does not fit exactly one of the alternatives"});
  document["issuers"][0]["holdings"][0]["balance"] = "103900";
  document["issuers"][0]["holdings"][0]["colour"] = "red";
  CHECK(schemas.findings("holdings", document) ==
        std::vector<std::string>{"/issuers/0/holdings/0/colour: is not documented"});
  document["issuers"][0]["holdings"][0].erase("colour");
  document["issuers"][0]["holdings"][0].erase("ref");
  CHECK(schemas.findings("holdings", document) ==
        std::vector<std::string>{"/issuers/0/holdings/0/ref: is missing"});
}

TEST_CASE("the reference page names every schema and every field") {
  std::ifstream stream(folder + ".md");
  const std::string page((std::istreambuf_iterator<char>(stream)), {});
  REQUIRE_FALSE(page.empty());
  std::set<std::string> missing;
  const std::function<void(const Json&)> visit = [&](const Json& schema) {
    if (schema.is_object() && schema.contains("properties") && schema["properties"].is_object()) {
      for (const auto& [name, unused] : schema["properties"].items()) {
        if (page.find('`' + name + '`') == std::string::npos) missing.insert(name);
      }
    }
    for (const Json& part : schema) {
      if (part.is_structured()) visit(part);
    }
  };
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    const std::string name = file.path().filename().string();
    if (page.find(name) == std::string::npos) missing.insert(name);
    std::ifstream schema(file.path());
    visit(Json::parse(schema));
  }
  CHECK(missing == std::set<std::string>{});
}
