// Sentences of our own over the wordings and dates of real footnotes.
#include "vesting/language.h"

#include <doctest/doctest.h>

#include "unit/vesting/reading.h"

using namespace stakebook;

namespace {

std::string read(std::string_view text, const RowContext& row = {}) {
  return reading_text(read_terms(text, row));
}

RowContext grant(std::string_view date, int quantity = 0) {
  RowContext row;
  row.is_grant = true;
  row.transaction_date = Date::parse(date);
  if (quantity > 0) row.quantity = Shares(quantity);
  return row;
}

bool refused(std::string_view text, const RowContext& row = {}) {
  return read_terms(text, row).outcome == TermsReading::Outcome::not_understood;
}

}  // namespace

TEST_CASE("a count stands for each of the dates listed before the next count") {
  const auto reading = read_terms(
      "Of the remaining unvested options in this grant, options to purchase 14,286 shares vest on "
      "March 31, 2008 and September 30, 2008, and options to purchase 14,284 shares vest on "
      "March 31, 2009.",
      {});
  CHECK(reading_text(reading) ==
        "of the rest: 14286u 2008-03-31; 14286u 2008-09-30; 14284u 2009-03-31");
  CHECK(reading.granted == Shares(42856));
}

TEST_CASE("where nothing tells whether a count is for each date or for all, it is not read") {
  const char* text = "The option vests as to 10,000 shares on March 1, 2021 and March 1, 2022.";
  CHECK(refused(text));
  CHECK(read(text, grant("2020-03-01", 20000)) == "10000u 2021-03-01; 10000u 2022-03-01");
  CHECK(refused(text, grant("2020-03-01", 10000)));
}

TEST_CASE("counts on explicit dates") {
  CHECK(
      read("The RSUs vest 16,900 on each of 7/28/22, 7/28/23 and 7/28/24 and 16,901 on 7/28/25.") ==
      "16900u 2022-07-28; 16900u 2023-07-28; 16900u 2024-07-28; 16901u 2025-07-28");
  CHECK(read("78,845 RSUs shall vest in two tranches of 39,422 and 39,423 shares, respectively, on "
             "each of March 31, 2016 and March 31, 2017.") ==
        "39422u 2016-03-31; 39423u 2017-03-31");
  CHECK(read("100 exercisable 1/9/18; 200 exercisable 1/9/2019.") ==
        "100u 2018-01-09; 200u 2019-01-09");
}

TEST_CASE("parts on explicit dates") {
  CHECK(read("33.3% of the award vests on December 31, 2018, 33.3% on December 31, 2019 and the "
             "remaining 33.3% on December 31, 2020.") ==
        "1/3 2018-12-31; 1/3 2019-12-31; 1/3 2020-12-31");
  CHECK(
      read(
          "Twenty-five percent (25%) vests on January 23, 2010. Twenty-five percent (25%) vests on "
          "January 23, 2011. The remaining fifty percent (50%) vests on January 23, 2012.") ==
      "1/4 2010-01-23; 1/4 2011-01-23; 1/2 2012-01-23");
  CHECK(
      read("One-third of the units vests and distributes on each of 1/15/2024, 1/15/2025, and "
           "1/15/2026. Vesting (but not distribution) is accelerated on retirement eligibility.") ==
      "1/3 2024-01-15; 1/3 2025-01-15; 1/3 2026-01-15");
  CHECK(read("The shares vest in three annual installments on each August 27, 2021, 2022, and "
             "2023.") == "1/3 2021-08-27; 1/3 2022-08-27; 1/3 2023-08-27");
  CHECK(read("The options vest in three equal installments on March 1 in the years 2025-2027.") ==
        "1/3 2025-03-01; 1/3 2026-03-01; 1/3 2027-03-01");
  CHECK(read("Units vest 50% on 2/11/22, 75% on 2/11/23 and 100% on 2/11/24.") ==
        "1/2 2022-02-11; 1/4 2023-02-11; 1/4 2024-02-11");
}

TEST_CASE("a literal percentage stays what it is") {
  CHECK(read("Vests 33% on 3/1/20, 33% on 3/1/21 and 34% on 3/1/22.") ==
        "33/100 2020-03-01; 33/100 2021-03-01; 17/50 2022-03-01");
}

TEST_CASE("instalments beginning on a day have their first step on it") {
  CHECK(read("The option vests in 48 equal monthly installments beginning on August 19, 2019.") ==
        "48 x 1/48 2019-08-19 .. 2023-07-19");
  CHECK(read("Options vest in 72 equal monthly installments beginning on April 6, 2018.") ==
        "72 x 1/72 2018-04-06 .. 2024-03-06");
  CHECK(read("The units vest in equal quarterly installments over four years, beginning on "
             "May 16, 2018.") == "16 x 1/16 2018-05-16 .. 2022-02-16");
  CHECK(read("Units vest at a rate of 20% per year commencing on October 24, 2019.") ==
        "5 x 1/5 2019-10-24 .. 2023-10-24");
}

TEST_CASE("instalments following, after or from a day have their first step one period later") {
  CHECK(
      read("The options vest in forty-eight (48) equal monthly installments following January 31, "
           "2023 such that the options will be fully vested on January 31, 2027.") ==
      "48 x 1/48 2023-02-28 .. 2027-01-31");
  CHECK(read("The RSUs vest in equal quarterly installments over four years from February 20, "
             "2016.") == "16 x 1/16 2016-05-20 .. 2020-02-20");
  CHECK(
      read("This option vests 33-1/3% each year over a three year period commencing on 2/6/18.") ==
      "1/3 2019-02-06; 1/3 2020-02-06; 1/3 2021-02-06");
}

TEST_CASE("a cliff, and equal steps thereafter") {
  CHECK(read("25% of the shares vested on June 8, 2016, and 1/48th of the shares vest monthly "
             "thereafter.") == "1/4 2016-06-08; 36 x 1/48 2016-07-08 .. 2019-06-08");
  CHECK(read("25% of the RSUs vested on August 16, 2017 and the remainder will vest quarterly over "
             "three years thereafter in equal installments.") ==
        "1/4 2017-08-16; 12 x 1/16 2017-11-16 .. 2020-08-16");
  CHECK(read("25% of the RSUs vested on March 7, 2018 and the remainder will vest quarterly over "
             "three "
             "years thereafter in equal installments, beginning on May 16, 2018.") ==
        "1/4 2018-03-07; 12 x 1/16 2018-05-16 .. 2021-02-16");
  CHECK(
      read("1/16 of the RSUs vested on August 1, 2016, and 1/16 of the total RSUs vest every three "
           "months thereafter.") == "16 x 1/16 2016-08-01 .. 2020-05-01");
  CHECK(read("25% on March 1, 2021 vests, and 1/36th of the remaining shares vest each month "
             "thereafter.") == "1/4 2021-03-01; 36 x 1/48 2021-04-01 .. 2024-03-01");
}

TEST_CASE("the last day of every month is a rule for the day") {
  CHECK(
      read(
          "Vesting commencement date is March 31, 2025. 25% vests on the first annual anniversary "
          "of the vesting commencement date and the balance vests equally on the last day of every "
          "month thereafter over the following 36 months.") ==
      "1/4 2026-03-31; 36 x 1/48 2026-04-30 .. 2029-03-31");
  CHECK(refused(
      "25% vests on March 15, 2021 and the rest in 36 equal installments on the last day of "
      "each month thereafter."));
}

TEST_CASE("anniversaries are of the row's date, the text's date, or a date beside them") {
  const RowContext row = grant("2023-01-31");
  CHECK(read("The options vest in three (3) equal annual installments on the first three "
             "anniversaries of the grant date such that all are fully vested on January 31, 2026.",
             row) == "1/3 2024-01-31; 1/3 2025-01-31; 1/3 2026-01-31");
  CHECK(read("25% vests on each anniversary of the grant date, March 28, 2018.") ==
        "1/4 2019-03-28; 1/4 2020-03-28; 1/4 2021-03-28; 1/4 2022-03-28");
  CHECK(read("Options vest in 20% increments on each of the first, second, third, fourth and fifth "
             "anniversaries of January 23, 2009.") == "5 x 1/5 2010-01-23 .. 2014-01-23");
  CHECK(
      read("On June 2, 2020, the reporting person was granted 16,444 RSUs, vesting in three nearly "
           "equal annual installments beginning on the first anniversary of the grant date.") ==
      "1/3 2021-06-02; 1/3 2022-06-02; 1/3 2023-06-02");
  CHECK(read("1/48th vests on each monthly anniversary of January 1, 2016.") ==
        "48 x 1/48 2016-02-01 .. 2020-01-01");
  CHECK(
      read(
          "50% of the units vest on the second anniversary and 25% on each of the third and fourth "
          "anniversaries of the grant date.",
          row) == "1/2 2025-01-31; 1/4 2026-01-31; 1/4 2027-01-31");
  CHECK(refused("The RSUs vest in full on the first anniversary of the grant date."));
  // Whose date is it, the grant's or the anniversary's? Only another date of grant can tell.
  const char* apposed =
      "The RSUs vest in full on the first anniversary of the grant date, March 1, 2022.";
  CHECK(refused(apposed));
  CHECK(read(apposed, grant("2021-03-01")) == "1 2022-03-01");
}

TEST_CASE("what follows a cliff keeps the day of the anchor") {
  CHECK(read("25% vests on the first anniversary of the grant date and the remaining 75% vests "
             "monthly "
             "over the next 36 months.",
             grant("2020-02-29")) == "1/4 2021-02-28; 36 x 1/48 2021-03-29 .. 2024-02-29");
}

TEST_CASE("an end date is checked, and chooses where the beginning allows two readings") {
  CHECK(read("The options shall vest in three equal installments over a three-year period "
             "commencing on "
             "the first anniversary of the date of grant so that 100% are vested as of December 6, "
             "2021.",
             grant("2018-12-06")) == "1/3 2019-12-06; 1/3 2020-12-06; 1/3 2021-12-06");
  CHECK(
      read("The RSUs vest in 16 equal quarterly installments beginning May 20, 2020, such that the "
           "RSUs will be fully vested on May 20, 2024.") ==
      "inconsistent: the instalments do not end on 2024-05-20, where the text does");
  CHECK(
      read(
          "The award vests in three equal installments on 3/1/21, 3/1/22 and 3/1/23, so that it is "
          "fully vested on March 1, 2024.") ==
      "inconsistent: the last step falls on 2023-03-01, but the text ends on 2024-03-01");
}

TEST_CASE("days of every year, over a stated time") {
  CHECK(
      read("The reporting person was granted 6,667 RSUs, scheduled to vest over four years in "
           "quarterly installments, with 6.25% vesting on each May 25, August 25, November 25 and "
           "February 25 over the four-year period following February 26, 2020.") ==
      "16 x 1/16 2020-05-25 .. 2024-02-25");
}

TEST_CASE("a count at once and the remaining count over months") {
  const auto reading = read_terms(
      "(i) 13,043 shares vested on the date of grant, and (ii) the remaining 39,127 shares vest in "
      "equal "
      "(as nearly as possible) monthly installments over the succeeding 36 months.",
      grant("2020-03-13", 52170));
  CHECK(reading_text(reading) == "13043u 2020-03-13; 36 x rest 2020-04-13 .. 2023-03-13");
}

TEST_CASE("parts that do not make a whole are said") {
  CHECK(read("Options vest 50% on 3/1/21, 30% on 3/1/22 and 30% on 3/1/23.") ==
        "inconsistent: the parts sum to 11/10, more than the whole");
  CHECK(read("Options vest 50% on 3/1/21 and 30% on 3/1/22.") ==
        "not understood: the parts sum to 4/5, not to the whole");
  CHECK(
      read(
          "The reporting person was granted 4,000 options, of which 1,000 vest on 3/1/21 and 2,999 "
          "vest on 3/1/22.") ==
      "inconsistent: the stated counts sum to 3999, not to the 4000 granted");
}

TEST_CASE("a schedule told twice is one schedule, and its counts outrank its fractions") {
  const auto reading = read_terms(
      "Options vest in 50% installments on each anniversary date of the grant, March 28, 2018, "
      "subject "
      "to continued service. The reporting person was granted 4,121 options, of which 2,060 vested "
      "on "
      "March 28, 2019 and 2,061 will vest on March 28, 2020.",
      {});
  CHECK(reading_text(reading) == "2060u 2019-03-28; 2061u 2020-03-28");
  CHECK(reading.granted == Shares(4121));
  CHECK(refused(
      "Options vest in 50% installments on each anniversary date of the grant, March 28, 2018. "
      "2,060 options vested on March 28, 2019 and 2,061 vest on March 29, 2020."));
}

TEST_CASE("all is vested, or exercisable at once") {
  for (const char* text :
       {"The restricted stock units are fully vested. The shares will be delivered in three equal "
        "annual "
        "installments after the separation from service.",
        "This option is 100% exercisable.",
        "The option was granted on May 19, 2014 and is fully vested.",
        "All shares are exercisable as of the transaction date.",
        "The warrants are exercisable at any time.", "The options vest 100% on the date of grant.",
        "Represents fully vested shares of stock.",
        "The option became fully vested on March 1, 2015.",
        "The shares vested immediately upon grant."}) {
    CAPTURE(text);
    CHECK(read(text) == "vested");
  }
}

TEST_CASE("what is vested in part, or not for good, is not all vested") {
  for (const char* text :
       {"5,000 of these options are fully vested.",
        "The option is currently exercisable as to 25% of the shares.",
        "All options are fully vested except for 5,000 options.",
        "The option is immediately exercisable, subject to the issuer's right of repurchase.",
        "The units will be fully vested upon a change in control."}) {
    CAPTURE(text);
    CHECK(refused(text));
  }
  CHECK(read("The option will be fully vested on March 1, 2030.") == "1 2030-03-01");
}

TEST_CASE("conditions other than time and service are never read as dates") {
  for (const char* text :
       {"The performance RSUs vest 50% on March 1, 2023 and 50% on March 1, 2024.",
        "If the goals are met, the units vest on March 1, 2025.",
        "The units vest on the earlier of March 1, 2023 or the next annual meeting.",
        "The units vest in full on March 1, 2023 (or the next annual meeting, if earlier).",
        "The units vest on March 1, 2023 if revenue exceeds 10 million.",
        "The units vest on March 1, 2023, or upon a change in control.",
        "The units vest upon a liquidity event that occurs before March 1, 2025.",
        "These units do not vest until March 1, 2023.",
        "The earned units vest on March 1, 2023."}) {
    CAPTURE(text);
    CHECK(refused(text));
  }
}

TEST_CASE(
    "service, acceleration and the plan's terms stand beside a schedule without changing it") {
  for (const char* text :
       {"The units vest on March 1, 2023, subject to the reporting person's continued employment "
        "with the "
        "issuer through such date.",
        "The units vest on March 1, 2023, provided the reporting person remains employed, and "
        "subject to "
        "accelerated vesting in certain situations.",
        "The units vest on March 1, 2023; provided, however, that if a change in control occurs, "
        "the units "
        "will become immediately exercisable in full.",
        "If service terminates, unvested units are forfeited. The units vest on March 1, 2023.",
        "A grant under the 2020 Performance Incentive Plan, all of which will vest on March 1, "
        "2023.",
        "Each unit represents a right to one share upon vesting. The units vest on March 1, "
        "2023."}) {
    CAPTURE(text);
    CHECK(read(text) == "1 2023-03-01");
  }
}

TEST_CASE("what lacks a date, a period or an amount is not read") {
  for (const char* text :
       {"The units vest in three equal annual installments.",
        "The units vest on March 1, 2023 and 2024.",
        "Restricted stock which vests in five installments beginning January 24, 2020.",
        "25% vests on March 1, 2021, and thereafter the shares vest monthly.",
        "As of March 1, 2021, 50% of the options were vested and the remaining 50% vest on March "
        "1, 2022.",
        "One-third vested on August 22, 2022; the remaining two-thirds vest in eight equal "
        "quarterly "
        "installments from November 22, 2022.",
        "One-fourth vests on the one-year anniversary of the vesting commencement date."}) {
    CAPTURE(text);
    CHECK(refused(text));
  }
}

TEST_CASE("what only mentions vesting sets no schedule") {
  for (const char* text :
       {"Shares withheld to pay taxes upon the vesting of restricted stock units on March 1, 2020.",
        "Includes 1,000 restricted shares subject to vesting.", "The fund reinvests dividends.",
        "The price accretes at the rate of 10% per year from the first anniversary of the grant.",
        "Each warrant is exercisable for one share at a price of $11.50.", ""}) {
    CAPTURE(text);
    CHECK(read(text) == "none");
  }
}

TEST_CASE("a vesting that the row itself reports is no schedule") {
  RowContext row;
  row.transaction_date = Date::of(2020, 2, 24);
  CHECK(refused("The units vested on February 22, 2020.", row));
  CHECK(read("The units vested on February 22, 2020.") == "1 2020-02-22");
}

TEST_CASE("the row may hold the date that the text points to") {
  RowContext row;
  row.exercise_date = Date::of(2012, 1, 25);
  CHECK(read("The options vest in four equal annual installments beginning on the date indicated "
             "in this "
             "column.",
             row) == "1/4 2012-01-25; 1/4 2013-01-25; 1/4 2014-01-25; 1/4 2015-01-25");
}

TEST_CASE(
    "quotes are the parts of the text that were read, and terms know their expiry and rounding") {
  const std::string text =
      "The option vests as to 25% (excluding any fractional share) on 3/1/21 and the "
      "remaining shares on 3/1/22 and expires on March 1, 2030.";
  const auto reading = read_terms(text, {});
  REQUIRE(reading.terms);
  CHECK(reading.terms->expires == Date::of(2030, 3, 1));
  CHECK(reading.terms->allocation == AllocationRule::per_tranche_round_down);
  REQUIRE(reading.quotes.size() == 2);
  CHECK(text.substr(reading.quotes[1].begin, reading.quotes[1].length)
            .starts_with("the remaining shares"));
}
