// Amendments, from filings to balances. 8-A to 8-D are the worked cases of the domain rules; the
// others are modelled on real amendments, with invented numbers.
#include <doctest/doctest.h>

#include "support/filing_story.h"

using namespace stakebook;
using namespace stakebook::filing_story;

namespace {

const std::string case_8a = R"(
  1 2024-05-02 4
  I 2024-05-01 P A 1000 @10 = 5000
  2 2024-05-10 4
  I 2024-05-08 S D 200 @11 = 4800
  3 2024-05-20 4/A of 2024-05-02
  I 2024-05-01 P A 1100 @10 = 5100
)";

}  // namespace

TEST_CASE("8-A: what an amendment changed flows forward, and the later gap is downstream of it") {
  const std::vector<Claim> filings = filings_of(case_8a);
  CHECK(booked(known_by(filings, "2024-05-19")) == R"(
Common Stock, direct
  1.I.1 2024-05-01 P +1000 = 5000 opens
  2.I.1 2024-05-08 S -200 = 4800 chains
)");
  CHECK(booked(filings) == R"(
Common Stock, direct
  3.I.1 2024-05-01 P +1100 = 5100 opens
  2.I.1 2024-05-08 S -200 = 4900 gap -100 downstream of 3.I.1
)");
}

TEST_CASE("8-A: an error that filings go on carrying stays downstream until one is right again") {
  CHECK(booked(case_8a + R"(
  4 2024-06-03 4
  I 2024-06-01 S D 100 @12 = 4700
  I 2024-06-01 S D 100 @12.5 = 4600
  5 2024-07-03 4
  I 2024-07-01 S D 100 @12 = 4600
  6 2024-08-03 4
  I 2024-08-01 S D 100 @12 = 4600
)") == R"(
Common Stock, direct
  3.I.1 2024-05-01 P +1100 = 5100 opens
  2.I.1 2024-05-08 S -200 = 4900 gap -100 downstream of 3.I.1
  4.I.1 2024-06-01 S -100 = 4800 gap -100 downstream of 3.I.1
  4.I.2 2024-06-01 S -100 = 4700 gap -100 downstream of 3.I.1
  5.I.1 2024-07-01 S -100 = 4600 chains
  6.I.1 2024-08-01 S -100 = 4600 gap 100
)");
}

TEST_CASE("a gap of another size is not explained by the amendment") {
  CHECK(booked(R"(
  1 2024-05-02 4
  I 2024-05-01 P A 1000 @10 = 5000
  2 2024-05-10 4
  I 2024-05-08 S D 200 @11 = 4750
  3 2024-05-20 4/A of 2024-05-02
  I 2024-05-01 P A 1100 @10 = 5100
)") == R"(
Common Stock, direct
  3.I.1 2024-05-01 P +1100 = 5100 opens
  2.I.1 2024-05-08 S -200 = 4750 gap -150
)");
}

TEST_CASE("a purchase that was left out makes the later balances downstream of the amendment") {
  CHECK(booked(R"(
  1 2024-05-02 4
  I 2024-05-01 P A 1000 @10 = 5000
  2 2024-05-10 4
  I 2024-05-08 S D 200 @11 = 4800
  3 2024-05-20 4/A of 2024-05-02 : To report a purchase that was inadvertently omitted.
  I 2024-05-01 P A 300 @10.5 = 5300
)") == R"(
Common Stock, direct
  1.I.1 2024-05-01 P +1000 = 5000 opens
  3.I.1 2024-05-01 P +300 = 5300 chains
  2.I.1 2024-05-08 S -200 = 5100 gap -300 downstream of 3.I.1
)");
}

TEST_CASE("8-B: an amendment that only adds a line keeps the original's") {
  const std::string story = R"(
  1 2024-05-02 3
  I holding = 1000
  2 2024-05-20 3/A of 2024-05-02 : To include shares held by a trust.
  I holding = 500 by:By_Trust
)";
  CHECK(booked(story) == R"(
Common Stock, direct
  1.I.1 2024-05-02 holding = 1000 opens
Common Stock, By Trust
  2.I.1 2024-05-02 holding = 500 opens
)");
  CHECK(amended(story) == "\n");
}

TEST_CASE("8-C: the date typed is a Saturday, the original was filed on Monday") {
  CHECK(amended(R"(
  1 2024-06-03 4
  I 2024-05-30 P A 1000 @10 = 5000
  2 2024-06-20 4/A of 2024-06-01
  I 2024-05-30 P A 1001 @10 = 5001
)") == R"(
1.I.1 replaced by 2.I.1
)");
}

TEST_CASE("8-D: one conversion becomes an exercise and a smaller conversion") {
  const std::string story = R"(
  1 2020-03-04 4
  I 2020-03-02 C A 35000 = 60000 title:Class_A
  II 2020-03-02 C D 35000 = 65000 title:Class_B strike:0
  2 2020-03-13 4/A of 2020-03-04
  I 2020-03-02 M A 10000 @4.2 = 35000 title:Class_A
  I 2020-03-02 C A 25000 = 60000 title:Class_A
  II 2020-03-02 M D 10000 = 20000 strike:4.2 expires:2027-01-01
  II 2020-03-02 C D 25000 = 75000 title:Class_B strike:0
)";
  CHECK(booked(story) == R"(
Class A, direct
  2.I.1 2020-03-02 M +10000 = 35000 opens
  2.I.2 2020-03-02 C +25000 = 60000 chains
Class B at 0, direct
  2.II.2 2020-03-02 C -25000 = 75000 opens
Stock Option at 4.2, direct
  2.II.1 2020-03-02 M -10000 = 20000 opens
)");
  CHECK(amended(story) == R"(
1.I.1 replaced by 2.I.2
1.II.1 replaced by 2.II.2
)");
}

TEST_CASE("a second amendment replaces what the first left, and both stay told") {
  const std::string story = R"(
  1 2024-05-02 4
  I 2024-05-01 P A 1000 @10 = 5000
  2 2024-05-20 4/A of 2024-05-02
  I 2024-05-01 P A 1100 @10 = 5100
  3 2024-05-28 4/A of 2024-05-20
  I 2024-05-01 P A 1150 @10 = 5150
)";
  CHECK(booked(story) == R"(
Common Stock, direct
  3.I.1 2024-05-01 P +1150 = 5150 opens
)");
  CHECK(amended(story) == R"(
1.I.1 replaced by 2.I.1
2.I.1 replaced by 3.I.1
)");
}

TEST_CASE("a flipped direction is put right, and the other way round counts once") {
  CHECK(booked(R"(
  1 2018-02-16 4
  I 2018-02-14 S A 50000 @43.4669 = 233382
  2 2018-03-13 4/A of 2018-02-16 : Form 4 incorrectly reported an acquisition.
  I 2018-02-14 S D 50000 @43.4669 = 133382
)") == R"(
Common Stock, direct
  2.I.1 2018-02-14 S -50000 = 133382 opens
)");
}

TEST_CASE("a line that is repeated to be accepted changes nothing") {
  const std::string story = R"(
  1 2024-12-02 4
  I 2024-12-02 F D 430.839 @423.46 = 71210.4106
  2 2024-12-02 4/A of 2024-12-02 : Re-filed to include an updated power of attorney.
  I 2024-12-02 F D 430.839 @423.46 = 71210.4106
)";
  CHECK(booked(story) == R"(
Common Stock, direct
  1.I.1 2024-12-02 F -430.839 = 71210.4106 opens
)");
  CHECK(amended(story) == R"(
2.I.1 repeats by 1.I.1
)");
}

TEST_CASE("a filing that is withdrawn posts nothing, and says so for review") {
  const std::string story = R"(
  1 2018-05-01 4
  I 2018-04-30 P A 100 @5 = 900 by:By_LLC
  2 2018-07-25 4
  I 2018-07-03 P A 217 @6 = 1117 by:By_LLC
  3 2019-06-05 4/A of 2018-07-25 : No purchase occurred, and this amendment withdraws such Form 4.
  I holding = 900 by:By_LLC
)";
  CHECK(booked(story) == R"(
Common Stock, By LLC
  1.I.1 2018-04-30 P +100 = 900 opens
  3.I.1 2018-07-03 holding = 900 chains
)");
  CHECK(amended(story) == R"(
2.I.1 retracted by 3
amendment-retracts 2.I.1
)");
}

TEST_CASE("a row that is taken back by its amount leaves the others, and what carried it is told") {
  const std::string story = R"(
  1 2024-05-02 4
  I 2024-05-01 S D 100 @10 = 900
  I 2024-05-01 S D 250 @10.5 = 650
  2 2024-05-10 4
  I 2024-05-08 S D 50 @11 = 600
  3 2024-05-20 4/A of 2024-05-02 : The sale of 250 shares was reported in error.
  I 2024-05-01 S D 100 @10 = 900
)";
  CHECK(booked(story) == R"(
Common Stock, direct
  1.I.1 2024-05-01 S -100 = 900 opens
  2.I.1 2024-05-08 S -50 = 850 gap -250 downstream of 3
)");
  CHECK(amended(story) == R"(
1.I.2 retracted by 3
3.I.1 repeats by 1.I.1
amendment-retracts 1.I.2
)");
}

TEST_CASE("words that do not say which row take nothing back") {
  CHECK(amended(R"(
  1 2024-05-02 4
  I 2024-05-01 S D 100 @10 = 900
  I 2024-05-01 S D 250 @10.5 = 650
  2 2024-05-20 4/A of 2024-05-02 : A sale was reported in error.
  I holding = 650
)") == R"(
amendment-retraction-unplaced 2
)");
}

TEST_CASE("zero shares in place of some take the row back") {
  const std::string story = R"(
  1 2024-05-02 4
  I 2024-05-01 S D 100 @10 = 900
  2 2024-05-20 4/A of 2024-05-02
  I 2024-05-01 S D 0 @0 = 1000
)";
  CHECK(booked(story) == R"(
Common Stock, direct
  2.I.1 2024-05-01 S +0 = 1000 opens
)");
  CHECK(amended(story) == R"(
1.I.1 replaced by 2.I.1
amendment-retracts 1.I.1
)");
}

TEST_CASE("a grant that was reported twice counts once") {
  const std::string story = R"(
  1 2024-05-02 4
  I 2024-05-01 A A 500 = 1500
  I 2024-05-01 A A 500 = 1500
  2 2024-05-20 4/A of 2024-05-02 : The grant was inadvertently reported twice.
  I 2024-05-01 A A 500 = 1500
)";
  CHECK(booked(story) == R"(
Common Stock, direct
  1.I.1 2024-05-01 A +500 = 1500 opens
)");
}

TEST_CASE("an original that becomes known after its amendment is linked all the same") {
  // Signed on 05-21, while the amendment's own date is that of its signature too: 05-20.
  std::vector<Claim> filings = filings_of(R"(
  1 2024-05-20 4/A of 2024-05-21
  I 2024-05-01 P A 1100 @10 = 5100
  2 2024-05-21 4
  I 2024-05-01 P A 1000 @10 = 5000
)");
  for (Claim& claim : filings) {
    Filing& filing = std::get<Filing>(claim.body);
    OwnerSignature signature;
    signature.signature_date = claims::given(filing.submission.filed);
    filing.document.owner_signatures.push_back(signature);
    filing.submission.filed.reset();
  }
  CHECK(booked(filings) == R"(
Common Stock, direct
  1.I.1 2024-05-01 P +1100 = 5100 opens
)");
}

TEST_CASE("a filing made after an amendment is never its original") {
  CHECK(amended(R"(
  1 2024-05-20 4/A of 2024-05-02
  I 2024-05-01 P A 1100 @10 = 5100
  2 2024-06-02 4
  I 2024-05-01 P A 1000 @10 = 5000
)") == R"(
amendment-without-original 1
)");
}

TEST_CASE("one amended row that is the sum of two replaces both, and two that share one add up") {
  const std::string merged = R"(
  1 2024-05-02 4
  I 2024-05-01 S D 600 @10 = 9400
  I 2024-05-01 S D 400 @10.2 = 9000
  2 2024-05-20 4/A of 2024-05-02 : The price was incorrect.
  I 2024-05-01 S D 1000 @10.1 = 9000
)";
  CHECK(booked(merged) == R"(
Common Stock, direct
  2.I.1 2024-05-01 S -1000 = 9000 opens
)");
  CHECK(amended(merged) == R"(
1.I.1 replaced by 2.I.1
1.I.2 replaced by 2.I.1
)");
  CHECK(booked(R"(
  1 2024-05-02 4
  I 2024-05-01 S D 1000 @10.1 = 9000
  2 2024-05-20 4/A of 2024-05-02
  I 2024-05-01 S D 600 @10 = 9400
  I 2024-05-01 S D 400 @10.2 = 9000
)") == R"(
Common Stock, direct
  2.I.1 2024-05-01 S -600 = 9400 opens
  2.I.2 2024-05-01 S -400 = 9000 chains
)");
}
