// Reconciliations of the book of example_book.h: the gap of +100 stands in 8.I.1, of 2025-03-04.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "example_book.h"

using namespace stakebook;
using Json = nlohmann::json;

namespace {

const ReportOptions table{};
const ReportOptions json{Format::json};
const ReportOptions csv{Format::csv};

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string shown(const ReconciledBook& book, const ReportOptions& options = table,
                  BalancesShown which = BalancesShown::all) {
  return report_reconciliation({book}, which, options);
}

GapCause cause(Cause cause, Grade grade, const char* statement) {
  GapCause result;
  result.cause = cause;
  result.grade = grade;
  result.statement = statement;
  return result;
}

GapCause proven_note() {
  GapCause result = cause(Cause::stated_in_footnote, Grade::proven, "a footnote includes 100");
  result.evidence = {*FigureReference::parse("8.F1"), *FigureReference::parse("8.I.1")};
  result.quotes = {"Includes 100 shares acquired under the plan"};
  return result;
}

GapCause accrual() { return cause(Cause::plan_accrual, Grade::plausible, "100 shares in a month"); }

}  // namespace

TEST_CASE("a ledger shows each balance with its grade and mark, and the counts below") {
  const std::string page = shown(example::reconciled(example::book()));
  CHECK(holds(page,
              "Common Stock, direct\n"
              "  Date        Code  Change  Reported  Computed   Gap  Grade        Mark   Says who\n"
              "  ----------  ----  ------  --------  --------  ----  -----------  -----  --------\n"
              "  2025-03-03  M     +5,000   105,000                  opens        grey   7.I.1\n"
              "  2025-03-03  S       -500   104,500   104,500        exact        green  7.I.2\n"
              "  2025-03-04  S       -700   103,900   103,800  +100  unexplained  red    8.I.1\n"));
  CHECK(holds(page,
              "\nTable I: 2 of 4 balances checked: 1 exact, 1 unexplained; 2 open an account\n"
              "Table II: 0 of 1 balance checked; 1 opens an account\n"));
}

TEST_CASE("a cause is named in the row; what speaks for it stands below") {
  const std::string page = shown(example::with_causes({proven_note()}), {Format::table, 120});
  CHECK(holds(page,
              "  2025-03-04  S       -700   103,900   103,800  +100  stated in footnote  proven  "
              "green  8.I.1\n"
              "      stated in footnote, proven: a footnote includes 100\n"
              "        \u201CIncludes 100 shares acquired under the plan\u201D\n"
              "        Evidence: 8.F1, 8.I.1\n"));
  // Where the page is too narrow the line below is enough.
  const std::string narrow = shown(example::with_causes({proven_note()}), {Format::table, 80});
  CHECK(holds(narrow, "+100  proven  green  8.I.1\n      stated in footnote, proven: a footnote"));
}

TEST_CASE("two causes that fit equally well are both shown, and the weaker is called so") {
  const std::vector<GapCause> causes = {
      cause(Cause::change_of_form, Grade::plausible, "the trust lost 100"), accrual()};
  const std::string page = shown(example::with_causes(causes), {Format::table, 120});
  CHECK(holds(page,
              "+100  change of form or plan accrual  plausible  yellow  8.I.1\n"
              "      change of form, plausible: the trust lost 100\n"
              "      or plan accrual, plausible: 100 shares in a month\n"));
  CHECK(holds(shown(example::with_causes({proven_note(), accrual()})),
              "less likely: plan accrual, plausible: 100 shares in a month\n"));
}

TEST_CASE("marks have their colour in a terminal") {
  const std::string page = shown(example::with_causes({accrual()}), {Format::table, 100, true});
  CHECK(holds(page, "\x1b[32mgreen\x1b[0m"));
  CHECK(holds(page, "\x1b[33myellow\x1b[0m"));
  CHECK(holds(page, "\x1b[2mgrey\x1b[0m"));
  CHECK(holds(shown(example::reconciled(example::book()), {Format::table, 100, true}),
              "\x1b[31mred\x1b[0m"));
}

TEST_CASE("balances can be chosen by what became of them, in every format") {
  const ReconciledBook plain = example::reconciled(example::book());
  const ReconciledBook explained = example::with_causes({accrual()});
  const auto refs = [](const ReconciledBook& book, BalancesShown which) {
    std::vector<std::string> result;
    const Json document = Json::parse(shown(book, json, which));
    for (const Json& issuer : document["issuers"]) {
      for (const Json& balance : issuer["balances"]) {
        const std::string ref = balance["ref"];
        result.push_back(ref.substr(0, ref.rfind('.')));
      }
    }
    return result;
  };
  using Refs = std::vector<std::string>;
  CHECK(refs(plain, BalancesShown::unexplained) == Refs{"8.I.1"});
  CHECK(refs(plain, BalancesShown::gaps) == Refs{"8.I.1"});
  CHECK(refs(plain, BalancesShown::plausible) == Refs{});
  CHECK(refs(plain, BalancesShown::exact) == Refs{"7.I.2"});
  CHECK(refs(plain, BalancesShown::open) == Refs{"7.I.1", "7.I.3", "7.II.1"});
  CHECK(refs(explained, BalancesShown::unexplained) == Refs{});
  CHECK(refs(explained, BalancesShown::plausible) == Refs{"8.I.1"});
  CHECK(refs(explained, BalancesShown::gaps) == Refs{"8.I.1"});
  CHECK(refs(example::with_causes({proven_note()}), BalancesShown::proven) == Refs{"8.I.1"});

  const std::string page = shown(plain, table, BalancesShown::unexplained);
  CHECK(holds(page, "8.I.1\n      Before it: 104,500 on 2025-03-03, 7.I.2\n"));
  CHECK_FALSE(holds(page, "exact        green"));
  CHECK_FALSE(holds(page, "By Trust"));
  CHECK(shown(explained, table, BalancesShown::unexplained) ==
        "No reported balances are unexplained.\n");
  const std::string lines = shown(plain, csv, BalancesShown::unexplained);
  CHECK(std::count(lines.begin(), lines.end(), '\n') == 2);  // the header and the gap
}

TEST_CASE("JSON holds everything that is known of a gap") {
  const Json answer =
      Json::parse(shown(example::with_causes({proven_note(), accrual()}), json))["issuers"][0];
  CHECK(answer["balances"].size() == 5);
  const Json& gap = answer["balances"][2];
  CHECK(gap["computed"] == "103800");
  CHECK(gap["reported"] == "103900");
  CHECK(gap["gap"] == "100");
  CHECK(gap["grade"] == "proven");
  CHECK(gap["mark"] == "green");
  CHECK(gap["ref"] == "8.I.1.shares_owned_following_transaction");
  REQUIRE(gap["causes"].size() == 2);
  CHECK(gap["causes"][0] == Json{{"cause", "stated_in_footnote"},
                                 {"grade", "proven"},
                                 {"statement", "a footnote includes 100"},
                                 {"evidence", {"8.F1", "8.I.1"}},
                                 {"quotes", {"Includes 100 shares acquired under the plan"}},
                                 {"correction", nullptr}});
  CHECK(answer["table1"]["exact"] == 1);
  CHECK(answer["table1"]["proven"] == 1);
}

TEST_CASE("a line of CSV names the causes that fit best") {
  const std::string text = shown(example::with_causes({proven_note(), accrual()}), csv);
  CHECK(holds(text,
              ",100,gap,stated_in_footnote,a footnote includes 100,8.F1; 8.I.1,,proven,green,"
              "8.I.1.shares_owned_following_transaction\r\n"));
}

TEST_CASE("a summary counts by grade and by cause, and adds up its issuers") {
  ReconciledBook second = example::with_causes({accrual()});
  second.book.issuer.name = "Pier Nine Corp";
  const std::vector<ReconciledIssuer> issuers = {counts_of(example::reconciled(example::book())),
                                                 counts_of(second)};
  const std::string page = report_reconciliation_summary(issuers, {Format::table, 120});
  CHECK(holds(
      page,
      "  Issuer             Table  Checked  Exact  Proven  Plausible  Unexplained  First  Not "
      "determined\n"));
  CHECK(holds(page,
              "  Pier Nine Corp     I            2      1       0          1            0  "
              "    2               0\n"));
  CHECK(holds(page,
              "  All 2 issuers      I            4      2       0          1            1  "
              "    4               0\n"));
  CHECK(holds(page,
              "Gaps by cause\n"
              "  Issuer             Cause         Table I  Table II\n"
              "  -----------------  ------------  -------  --------\n"
              "  Harbor Light Corp  unexplained         1         0\n"
              "  Pier Nine Corp     plan accrual        1         0\n"
              "  All 2 issuers      plan accrual        1         0\n"
              "  All 2 issuers      unexplained         1         0\n"));
  CHECK(holds(page, "Table I: 50.0% exact or proven, 25.0% unexplained of 4 checked\n"));

  const Json document = Json::parse(report_reconciliation_summary(issuers, json));
  const Json& counts = document["table1"];
  CHECK(counts["checked"] == 4);
  CHECK(counts["exact"] == 2);
  CHECK(counts["plausible"] == 1);
  CHECK(counts["unexplained"] == 1);
  CHECK(counts["first"] == 4);
  CHECK(counts["by_cause"]["plan_accrual"] == 1);
  CHECK(counts["by_cause"]["unexplained"] == 1);
  std::int64_t by_cause = 0;
  for (const Json& number : counts["by_cause"]) by_cause += number.get<std::int64_t>();
  CHECK(by_cause == 2);
  CHECK(document["issuers"][1]["table1"]["by_cause"]["plan_accrual"] == 1);
  CHECK(document["issuers"][1]["table2"]["first"] == 1);

  const std::string lines = report_reconciliation_summary(issuers, csv);
  CHECK(lines.starts_with(
      "issuer_cik,issuer_name,table,balances,first,checked,exact,final_totals,proven,plausible,"
      "unexplained,not_determined,by_downstream_of_amendment,by_split,"));
  CHECK(holds(lines, ",Pier Nine Corp,I,4,2,2,1,0,0,1,0,0,"));
}
