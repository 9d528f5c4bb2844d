#include "door/submission_index.h"

#include <doctest/doctest.h>

using namespace stakebook;
using namespace stakebook::door;

TEST_CASE("an index's name is CIK, ten digits and .json, perhaps with the number of a page") {
  CHECK(is_submission_index_name("CIK0000001234.json"));
  CHECK(is_submission_index_name("CIK0000001234-submissions-001.json"));
  CHECK_FALSE(is_submission_index_name("CIK000000123.json"));
  CHECK_FALSE(is_submission_index_name("CIK00000012345.json"));
  CHECK_FALSE(is_submission_index_name("0000001234.json"));
  CHECK_FALSE(is_submission_index_name("CIK0000001234.xml"));
  CHECK_FALSE(is_submission_index_name("CIK.json"));
}

TEST_CASE("lists of unequal length, other types and odd dates leave the rest readable") {
  const auto index = read_submission_index(
      R"({"accessionNumber": ["0001200001-25-000007", 5, "0001200001-25-000009"],
          "filingDate": ["2025-02-30"], "form": {"a": 1}})");
  REQUIRE(index.has_value());
  CHECK(index->size() == 2);
  CHECK_FALSE(index->begin()->second.filed.has_value());
  CHECK(index->begin()->second.form.empty());
  CHECK_FALSE(read_submission_index("[]").has_value());
  CHECK_FALSE(read_submission_index("{}").has_value());
  CHECK_FALSE(read_submission_index("{\"accessionNumber\": ").has_value());
}

TEST_CASE("what the filing itself holds is never replaced by its place or by the index") {
  const auto own = AccessionNumber::parse("0001200001-25-000001");
  const auto other = AccessionNumber::parse("0001200001-25-000002");
  SubmissionIndex index;
  index[*own] = {Date::of(2025, 3, 5), Date::of(2025, 3, 3), "4"};
  Filing filing;
  filing.submission.accession = own;
  filing.submission.filed = Date::of(2025, 3, 4);
  complete_submission(filing, other, &index);
  CHECK(filing.submission.accession == own);
  CHECK(filing.submission.filed == Date::of(2025, 3, 4));
  CHECK(filing.submission.period == Date::of(2025, 3, 3));  // this it did not hold
  REQUIRE(filing.diagnostics.size() == 1);
  CHECK(filing.diagnostics[0].code == "dates-from-index");

  Filing bare;
  complete_submission(bare, own, &index);
  CHECK(bare.submission.accession == own);
  CHECK(bare.submission.filed == Date::of(2025, 3, 5));
  CHECK(bare.known() == Instant{*Date::of(2025, 3, 5)});
  CHECK(bare.diagnostics.size() == 2);

  Filing loose;
  complete_submission(loose, std::nullopt, &index);
  CHECK_FALSE(loose.submission.filed.has_value());
  CHECK(loose.diagnostics.empty());
}
