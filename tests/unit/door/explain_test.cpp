#include <doctest/doctest.h>

#include <algorithm>

#include "stakebook.h"
#include "support/temporary_folder.h"
#include "value/error.h"

using namespace stakebook;

namespace {

struct Scene {
  TemporaryFolder folder;
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  explicit Scene(const std::string& name) {
    ledger.import({std::string(STAKEBOOK_FIXTURES) + "/" + name});
  }
  ErrorKind error(const char* reference) const {
    try {
      ledger.explain(reference);
    } catch (const Error& error) {
      CHECK_FALSE(error.remedy().empty());
      return error.kind();
    }
    FAIL("no error");
    return ErrorKind::storage;
  }
};

bool says(const Explanation& explanation, const std::string& words) {
  return std::any_of(explanation.steps.begin(), explanation.steps.end(), [&](const auto& step) {
    return step.statement.find(words) != std::string::npos;
  });
}

}  // namespace

TEST_CASE("a row is explained by its fields as filed, and by the event it became") {
  const Scene scene("exercise-and-sale");
  const Explanation explanation = scene.ledger.explain("2.I.1");
  REQUIRE_FALSE(explanation.steps.empty());
  const ExplanationStep& row = explanation.steps[0];
  CHECK(row.statement == "row 1 of Table I: Common Stock, transaction S of 2024-06-10");
  const std::pair<std::string, std::string> price = {"transaction_price_per_share", "21.75"};
  CHECK(std::count(row.fields.begin(), row.fields.end(), price) == 1);
  CHECK(row.source.starts_with("Form 4 "));
  CHECK(row.source.ends_with("2024-06-12-form4.xml"));
  // The last of its day, although first in the document.
  CHECK(says(explanation, "before 14,000, change -1,500, after 12,500; chains"));
}

TEST_CASE("a balance is explained by every posting that led to it, in the order of execution") {
  const Scene scene("exercise-and-sale");
  const Explanation explanation = scene.ledger.explain("2.I.1@2024-06-10");
  CHECK(explanation.steps[0].statement ==
        "12,500: balance of Common Stock, direct at the end of 2024-06-10");
  std::vector<std::string> refs;
  for (const ExplanationStep& step : explanation.steps) {
    if (step.depth == 1 && step.ref.place.entry > 0) refs.push_back(step.ref.to_text());
  }
  // The opening, the Form 3, then exercise, larger sale, smaller sale.
  CHECK(refs == std::vector<std::string>{"1.I.1", "1.I.1", "2.I.2", "2.I.3", "2.I.1"});
  // Before the September sale became known, the same day says the same.
  CHECK(scene.ledger.explain("2.I.1@2024-06-10~2024-07-01").steps[0].statement ==
        explanation.steps[0].statement);
}

TEST_CASE("one field is explained by what was typed") {
  const Scene scene("exercise-and-sale");
  const Explanation explanation = scene.ledger.explain("2.II.1.conversion_or_exercise_price");
  REQUIRE(explanation.steps.size() == 1);
  CHECK(explanation.steps[0].statement == "conversion_or_exercise_price of 2.II.1, as filed: 8.50");
  CHECK(scene.ledger.explain("2.I.1.deemed_execution_date").steps[0].statement ==
        "deemed_execution_date of 2.I.1 is not given");
}

TEST_CASE("a footnote is explained by its text, and a tranche by the words it was read from") {
  const Scene scene("leap-year-grant");
  const Explanation footnote = scene.ledger.explain("1.F1");
  REQUIRE(footnote.steps[0].footnotes.size() == 1);
  CHECK_FALSE(footnote.steps[0].footnotes[0].text.empty());
  const Explanation tranche = scene.ledger.explain("1.II.1#6");
  CHECK(tranche.steps[0].statement.starts_with(
      "100 of Stock Option (Right to Buy), vesting on 2024-02-29"));
  const bool quoted =
      std::any_of(tranche.steps.begin(), tranche.steps.end(), [&](const ExplanationStep& step) {
        return std::any_of(step.quotes.begin(), step.quotes.end(), [&](const std::string& quote) {
          return footnote.steps[0].footnotes[0].text.find(quote) != std::string::npos;
        });
      });
  CHECK(quoted);
}

TEST_CASE("a record is explained by who entered it and why") {
  Scene scene("exercise-and-sale");
  scene.ledger.record({*Date::of(2024, 10, 1),
                       {*Date::of(2024, 10, 2)},
                       "E. Rhode",
                       "8-K of 2024-09-20",
                       RecordedSplit{"HRBY", Ratio(3)}});
  const Explanation explanation = scene.ledger.explain("4");
  CHECK(explanation.steps[0].statement == "split 3 for 1, recorded by E. Rhode");
  const std::pair<std::string, std::string> reason = {"reason", "8-K of 2024-09-20"};
  const auto& fields = explanation.steps[0].fields;
  CHECK(std::count(fields.begin(), fields.end(), reason) == 1);
}

TEST_CASE("references that mean nothing are told apart from those that are none") {
  const Scene scene("exercise-and-sale");
  CHECK(scene.error("2.X.1") == ErrorKind::invalid_input);
  CHECK(scene.error("") == ErrorKind::invalid_input);
  CHECK(scene.error("9") == ErrorKind::not_found);
  CHECK(scene.error("2.I.9") == ErrorKind::not_found);
  CHECK(scene.error("2.I.1.no_such_field") == ErrorKind::not_found);
  CHECK(scene.error("2.F9") == ErrorKind::not_found);
  CHECK(scene.error("2.I.1#5") == ErrorKind::not_found);
  CHECK(scene.error("2.I.1@2024-06-10~2024-01-01") == ErrorKind::not_found);
}
