#include "reconcile/reporting_error.h"

#include <doctest/doctest.h>

#include "reconcile/figure_edit.h"
#include "support/gap_story.h"

using namespace stakebook;
using gap_story::explained;

namespace {

std::string_view slip(const char* meant, const char* typed) {
  return slip_between(*Shares::parse(meant), *Shares::parse(typed));
}

std::string correction_of(const std::string& story, const std::string& row) {
  const GapCause cause = gap_story::cause_of(gap_story::reconciled(story), row);
  if (!cause.correction) return {};
  return cause.correction->row.to_text() + "." + cause.correction->field + " " +
         cause.correction->value;
}

}  // namespace

TEST_CASE("a slip is one that a typist makes once") {
  CHECK(slip("1234", "134") == "a digit is missing");
  CHECK(slip("1234", "12334") == "a digit is there too many");
  CHECK(slip("1234", "1324") == "two digits are exchanged");
  CHECK(slip("5000", "500") == "the decimal point has slipped");
  CHECK(slip("1031.414", "1031414") == "the decimal point has slipped");
  CHECK(slip("1234", "1235").empty());
  CHECK(slip("1234", "1432").empty());
  CHECK(slip("12", "21").empty());
}

// Hoffman, LinkedIn 2013: a sale marked as acquired.
TEST_CASE("a balance that falls by what the row acquires: A for D") {
  const std::string story = R"(
    1 2013-03-05 4
    I 2013-03-04 S D 52926 = 8991
    I 2013-03-05 S A 5494 = 3497
    2 2013-03-07 4
    I 2013-03-06 S D 997 = 2500
  )";
  CHECK(explained(story) == R"(
1.I.2 gap -10988: plausible reporting error
)");
  CHECK(correction_of(story, "1.I.2") == "1.I.2.transaction_acquired_disposed_code D");
}

// Thung, Independence Holding 2019: the balances add the gifts that the rows subtract.
TEST_CASE("a filing whose rows are all turned") {
  CHECK(explained(R"(
    1 2020-02-14 5
    I 2019-01-10 G D 27500 = 230198
    I 2019-07-19 G D 10000 = 240198
    I 2019-08-23 G D 5000 = 245198
  )") == R"(
1.I.2 gap 20000: plausible reporting error
1.I.3 gap 10000: plausible reporting error
)");
}

// Hoffman, Microsoft 2019: 8,189 + 544 is 8,733; the next report, rounded, goes on from there.
TEST_CASE("a balance that agrees with neither neighbour, who agree with one another") {
  const std::string story = R"(
    1 2019-09-13 4
    I 2019-09-12 A A 27 = 8189
    2 2019-12-04 4
    I 2019-12-03 A A 544 = 8162
    3 2019-12-16 4
    I 2019-12-12 A A 29 = 8763
  )";
  CHECK(explained(story) == R"(
2.I.1 gap -571: plausible reporting error
3.I.1 gap 572: plausible reporting error
)");
  CHECK(correction_of(story, "2.I.1") == "2.I.1.shares_owned_following_transaction 8733");
  CHECK(correction_of(story, "3.I.1") == "2.I.1.shares_owned_following_transaction 8733");
}

TEST_CASE("an amount with a digit missing, where the balances agree with the whole one") {
  const std::string story = R"(
    1 2024-01-05 4
    I 2024-01-04 P A 100 = 5000
    2 2024-02-05 4
    I 2024-02-04 P A 125 = 6225
    3 2024-03-05 4
    I 2024-03-04 S D 25 = 6200
  )";
  CHECK(explained(story) == R"(
2.I.1 gap 1100: plausible reporting error
)");
  CHECK(correction_of(story, "2.I.1") == "2.I.1.transaction_shares 1225");
}

TEST_CASE("a gap that no single slip makes is no reporting error: a row may be missing") {
  CHECK(explained(R"(
    1 2024-01-05 4
    I 2024-01-04 P A 100 = 5000
    2 2024-02-05 4
    I 2024-02-04 P A 125 = 5912
    3 2024-03-05 4
    I 2024-03-04 S D 25 = 5887
  )") == R"(
2.I.1 gap 787: unexplained
)");
}

TEST_CASE("without a next balance nothing confirms a slip") {
  CHECK(explained(R"(
    1 2024-01-05 4
    I 2024-01-04 P A 100 = 5000
    2 2024-02-05 4
    I 2024-02-04 P A 125 = 6225
  )") == R"(
2.I.1 gap 1100: unexplained
)");
}

// Musk, Tesla 2021: gifts that a Form 5 reports afterwards, counted down from the year's end.
TEST_CASE("a balance between rows of a later report is not called wrong") {
  CHECK(explained(R"(
    1 2021-11-16 4
    I 2021-11-16 S D 1000 = 166000
    2 2021-11-23 4
    I holding = 166000
    3 2022-02-14 5
    I 2021-11-19 G D 2234 = 175418
    I 2021-11-24 G D 500 = 174918
  )") == R"(
3.I.1 gap 11652: unexplained
)");
}
