// Rule numbers and figures are those of domain section 4 unless a line says otherwise.
#include <doctest/doctest.h>

#include "support/story.h"

using namespace stakebook;
using story::replayed;

TEST_CASE("rows of two days chain from an opening that the first row implies (4-A)") {
  CHECK(replayed(R"(
    1.1 2022-02-05 M +527 = 707
    1.2 2022-02-05 F -147 = 560
    1.3 2022-02-06 M +437 = 997
    1.4 2022-02-06 F -122 = 875
  )") == R"(
2022-02-05 M 180 +527 = 707 opens
2022-02-05 F 707 -147 = 560 chains
2022-02-06 M 560 +437 = 997 chains
2022-02-06 F 997 -122 = 875 chains
)");
}

TEST_CASE("an exercise with net withholding adds up (3-A)") {
  CHECK(replayed(R"(
    1.1 2023-06-02 M +5481 = 222325
    1.2 2023-06-02 M +147 = 222472
    1.3 2023-06-02 F -2471 = 220001
  )") == R"(
2023-06-02 M 216844 +5481 = 222325 opens
2023-06-02 M 222325 +147 = 222472 chains
2023-06-02 F 222472 -2471 = 220001 chains
)");
}

TEST_CASE("the order of one day's rows is found, not taken from the document") {
  CHECK(replayed(R"(
    1.1 2022-02-01 P +180 = 180
    2.1 2022-02-05 F -147 = 560
    2.2 2022-02-05 M +527 = 707
  )") == R"(
2022-02-01 P 0 +180 = 180 opens
2022-02-05 M 180 +527 = 707 chains
2022-02-05 F 707 -147 = 560 chains
)");
}

TEST_CASE("rows that all report the balance after the last are final totals (4-B)") {
  CHECK(replayed(R"(
    1.1 2024-01-02 P +1000 = 10000
    2.1 2024-01-03 S -100 = 9400
    2.2 2024-01-03 S -200 = 9400
    2.3 2024-01-03 S -300 = 9400
  )") == R"(
2024-01-02 P 9000 +1000 = 10000 opens
2024-01-03 S 10000 -100 = 9900 final total
2024-01-03 S 9900 -200 = 9700 final total
2024-01-03 S 9700 -300 = 9400 final total
)");
}

TEST_CASE("final totals over two days count as such only when the sum agrees") {
  CHECK(replayed(R"(
    1.1 2024-01-02 P +1000 = 10000
    2.1 2024-01-03 S -100 = 9700
    2.2 2024-01-04 S -200 = 9700
  )") == R"(
2024-01-02 P 9000 +1000 = 10000 opens
2024-01-03 S 10000 -100 = 9900 final total
2024-01-04 S 9900 -200 = 9700 final total
)");
  CHECK(replayed(R"(
    1.1 2024-01-02 P +1000 = 10000
    2.1 2024-01-03 S -100 = 9650
    2.2 2024-01-04 S -200 = 9650
  )") == R"(
2024-01-02 P 9000 +1000 = 10000 opens
2024-01-03 S 10000 -100 = 9900 not determined
2024-01-04 S 9900 -200 = 9650 gap -50
)");
}

TEST_CASE("two rows of one day that no order chains leave one gap, not an error (4-C)") {
  CHECK(replayed(R"(
    1.1 2026-01-05 S -293 = 9238
    1.2 2026-01-05 F -2769 = 13302
  )") == R"(
2026-01-05 S 9531 -293 = 9238 opens
2026-01-05 F 9238 -2769 = 13302 gap 6833
)");
}

TEST_CASE("a gap is reported minus computed, once, and the replay goes on from the report") {
  CHECK(replayed(R"(
    1.1 2024-01-02 P +100 = 1000
    2.1 2024-02-01 S -50 = 970
    3.1 2024-03-01 S -70 = 900
  )") == R"(
2024-01-02 P 900 +100 = 1000 opens
2024-02-01 S 1000 -50 = 970 gap 20
2024-03-01 S 970 -70 = 900 chains
)");
}

TEST_CASE("one lost amount between two balances is forced") {
  CHECK(replayed(R"(
    1.1 2024-01-02 P +100 = 1000
    2.1 2024-02-01 S -?
    3.1 2024-03-01 S -70 = 900
  )") == R"(
2024-01-02 P 900 +100 = 1000 opens
2024-02-01 S 1000 -30 = 970 nothing reported
2024-03-01 S 970 -70 = 900 not determined
)");
}

TEST_CASE("a lost amount beside its own balance is forced too") {
  CHECK(replayed(R"(
    1.1 2024-01-02 P +100 = 1000
    2.1 2024-02-01 S -? = 940
  )") == R"(
2024-01-02 P 900 +100 = 1000 opens
2024-02-01 S 1000 -60 = 940 not determined
)");
}

TEST_CASE("several lost amounts bound one another") {
  // 1000 to 970 by two sales: each sold more than 0 and less than 30.
  CHECK(replayed(R"(
    1.1 2024-01-02 P +100 = 1000
    2.1 2024-02-01 S -?
    2.2 2024-02-01 S -?
    3.1 2024-03-01 S -70 = 900
  )") == R"(
2024-01-02 P 900 +100 = 1000 opens
2024-02-01 S 1000 more than -30 and less than 0 = more than 970 and less than 1000 nothing reported
2024-02-01 S more than 970 and less than 1000 more than -30 and less than 0 = 970 nothing reported
2024-03-01 S 970 -70 = 900 not determined
)");
}

TEST_CASE("a lost amount of the wrong sign is a gap, not a solution") {
  CHECK(replayed(R"(
    1.1 2024-01-02 P +100 = 1000
    2.1 2024-02-01 S -?
    3.1 2024-03-01 S -70 = 1000
  )") == R"(
2024-01-02 P 900 +100 = 1000 opens
2024-02-01 S 1000 less than 0 = less than 1000 nothing reported
2024-03-01 S less than 1000 -70 = 1000 gap 70
)");
}

TEST_CASE("the rows of the printed Form 4 of November 2007 determine the end and bound the start") {
  const char* rows = R"(
    1.1 2007-11-20 M +5000
    1.2 2007-11-20 S -?
    1.3 2007-11-20 S -?
    1.4 2007-11-20 S -?
    1.5 2007-11-20 S -?
    1.6 2007-11-20 S -500 = 106000
    1.7 2007-11-20 S -500 = 105500
    1.8 2007-11-20 S -500 = 105000
  )";
  const History history = story::history_of(rows);
  CHECK(replay(history, {Date::of(2007, 11, 20)}).accounts[0].balance ==
        ShareRange::exactly(Shares(105000)));
  // 106,500 before the sixth sale; 5,000 came in, four sales of unknown size went out.
  CHECK(replay(history, {Date::of(2007, 11, 19)}).accounts[0].balance ==
        ShareRange::more_than(Shares(101500)));
  const Account account = replay(history).accounts[0];
  CHECK(account.opening.to_text() == "more than 101500");
  CHECK(account.opening_inferences.at(0).statement ==
        "106,500 before 1.I.6, less 5,000 that came by 1.I.1, and what 1.I.2, 1.I.3, 1.I.4 and "
        "1.I.5 disposed of");
}

TEST_CASE("a split multiplies what is held, and the next row is on the new basis (10-A)") {
  CHECK(replayed(R"(
    1.1 2024-01-02 P +345 = 12345
    2 2024-06-03 split 3/1
    3.1 2024-06-10 S -1000 = 36035
  )") == R"(
2024-01-02 P 12000 +345 = 12345 opens
2024-06-03 split 12345 +24690 = 37035 nothing reported
2024-06-10 S 37035 -1000 = 36035 chains
)");
}

TEST_CASE("a reverse split leaves the fraction open: paid out or rounded up (10-C)") {
  // 1,003 / 8 = 125.375: 125 where the fraction is paid in cash, 126 where it is rounded up.
  for (const char* balance : {"125", "126"}) {
    CHECK(replayed(
              std::string(
                  "1.1 2024-01-02 P +3 = 1003\n2 2024-06-03 split 1/8\n3.1 2024-06-10 holding = ") +
              balance + "\n")
              .find("gap") == std::string::npos);
  }
  CHECK(
      replayed("1.1 2024-01-02 P +3 = 1003\n2 2024-06-03 split 1/8\n3.1 2024-06-10 holding = 127\n")
          .find("gap 1") != std::string::npos);
}

TEST_CASE("an opening balance that a user records is checked by the first report") {
  CHECK(replayed(R"(
    1 2024-01-01 opening = 500
    2.1 2024-01-01 S -100 = 400
  )") == R"(
2024-01-01 opening balance 500 +0 = 500 opens
2024-01-01 S 500 -100 = 400 chains
)");
}

TEST_CASE("a holding row that repeats the balance chains") {
  CHECK(replayed(R"(
    1.1 2024-01-02 P +100 = 1000
    2.1 2024-12-31 holding = 1000
  )") == R"(
2024-01-02 P 900 +100 = 1000 opens
2024-12-31 holding 1000 +0 = 1000 chains
)");
}
