#include "vesting/expansion.h"

#include <doctest/doctest.h>

#include <string>

using namespace stakebook;

namespace {

Date day(std::string_view text) { return *Date::parse(text); }

std::string shown(const Expansion& expansion) {
  if (const auto* inconsistency = std::get_if<Inconsistency>(&expansion)) {
    return inconsistency->message;
  }
  std::string text;
  for (const auto& [vests, quantity] : std::get<std::vector<VestingTranche>>(expansion)) {
    text += (text.empty() ? "" : "; ") + vests.to_text() + " " + quantity.to_text();
  }
  return text;
}

std::string dates(const VestingTerms& terms) {
  std::string text;
  for (const DatedStep& step : dated_steps(terms)) {
    text += (text.empty() ? "" : " ") + step.date.to_text();
  }
  return text;
}

constexpr Period monthly{1, Period::Unit::months};
constexpr Period yearly{12, Period::Unit::months};

VestingTerms series(std::string_view anchor, Period period, int occurrences) {
  VestingTerms terms;
  terms.anchor = day(anchor);
  Series steps;
  steps.period = period;
  steps.occurrences = occurrences;
  steps.portion = PartOfGrant{Ratio(1, occurrences)};
  terms.steps.emplace_back(steps);
  return terms;
}

}  // namespace

TEST_CASE("months are counted from the anchor, so a short month does not shift the next") {
  CHECK(dates(series("2023-08-31", monthly, 7)) ==
        "2023-09-30 2023-10-31 2023-11-30 2023-12-31 2024-01-31 2024-02-29 2024-03-31");
}

TEST_CASE(
    "anniversaries of 29 February fall on 28 February, or on 1 March by the other convention") {
  VestingTerms terms = series("2024-02-29", yearly, 4);
  CHECK(dates(terms) == "2025-02-28 2026-02-28 2027-02-28 2028-02-29");
  terms.day_rule.kind = DayRule::Kind::anchor_day_or_next;
  CHECK(dates(terms) == "2025-03-01 2026-03-01 2027-03-01 2028-02-29");
}

TEST_CASE("a series after a cliff keeps the anchor's day (Open Cap's example of 2021-01-30)") {
  VestingTerms terms = series("2021-01-30", yearly, 1);
  std::get<Series>(terms.steps[0]).portion = PartOfGrant{Ratio(12, 48)};
  Series after;
  after.period = monthly;
  after.occurrences = 36;
  after.portion = PartOfGrant{Ratio(1, 48)};
  terms.steps.emplace_back(after);
  const auto steps = dated_steps(terms);
  REQUIRE(steps.size() == 37);
  CHECK(steps[0].date == day("2022-01-30"));
  CHECK(steps[1].date == day("2022-02-28"));
  CHECK(steps[2].date == day("2022-03-30"));
  CHECK(steps[25].date == day("2024-02-29"));
  CHECK(steps[36].date == day("2025-01-30"));
}

TEST_CASE("the day is the anchor's even where the cliff falls in a shorter month") {
  VestingTerms terms = series("2021-01-31", monthly, 1);
  terms.steps.push_back(terms.steps[0]);
  CHECK(dates(terms) == "2021-02-28 2021-03-31");
}

TEST_CASE("a series may begin on its start, on a fixed day, or on the last day of each month") {
  VestingTerms terms = series("2019-08-19", monthly, 48);
  std::get<Series>(terms.steps[0]).first_on_start = true;
  const auto steps = dated_steps(terms);
  CHECK(steps.front().date == day("2019-08-19"));
  CHECK(steps.back().date == day("2023-07-19"));

  VestingTerms on_the_15th = series("2025-01-10", monthly, 2);
  on_the_15th.day_rule = {DayRule::Kind::fixed_day_or_last, 15};
  CHECK(dates(on_the_15th) == "2025-02-15 2025-03-15");

  VestingTerms month_ends = series("2026-03-31", monthly, 3);
  month_ends.day_rule.kind = DayRule::Kind::last_day_of_month;
  CHECK(dates(month_ends) == "2026-04-30 2026-05-31 2026-06-30");
}

TEST_CASE("a period of days counts days") {
  CHECK(dates(series("2024-01-01", {365, Period::Unit::days}, 2)) == "2024-12-31 2025-12-31");
}

TEST_CASE("an explicit date before a series gives it its day") {
  VestingTerms terms;
  terms.anchor = day("2025-09-15");
  terms.steps.emplace_back(DatedStep{day("2026-08-31"), PartOfGrant{Ratio(1, 4)}});
  Series after;
  after.period = {6, Period::Unit::months};
  after.occurrences = 6;
  after.portion = Rest{};
  terms.steps.emplace_back(after);
  CHECK(dates(terms) ==
        "2026-08-31 2027-02-28 2027-08-31 2028-02-29 2028-08-31 2029-02-28 2029-08-31");
}

TEST_CASE("48 equal parts of 4,800 are 100 each") {
  const auto tranches = std::get<std::vector<VestingTranche>>(
      expand(series("2025-01-15", monthly, 48), Shares(4800)));
  REQUIRE(tranches.size() == 48);
  CHECK(tranches.front() == VestingTranche{day("2025-02-15"), Shares(100)});
  CHECK(tranches.back() == VestingTranche{day("2029-01-15"), Shares(100)});
}

TEST_CASE(
    "the rest in equal parts after a fraction is rounded with it: 1,000 at 25% and the rest over "
    "36") {
  VestingTerms terms;
  terms.anchor = day("2024-01-01");
  terms.steps.emplace_back(DatedStep{day("2025-01-01"), PartOfGrant{Ratio(1, 4)}});
  Series after;
  after.period = monthly;
  after.occurrences = 36;
  after.portion = Rest{};
  terms.steps.emplace_back(after);
  const auto tranches = std::get<std::vector<VestingTranche>>(expand(terms, Shares(1000)));
  std::string first;
  for (std::size_t i = 0; i < 8; ++i) first += tranches[i].quantity.to_text() + " ";
  CHECK(first == "250 20 21 21 21 21 21 20 ");
  CHECK(tranches.back().vests == day("2028-01-01"));
}

TEST_CASE("a part of the remainder is a part of what is still unvested") {
  VestingTerms terms;
  terms.anchor = day("2024-01-01");
  terms.steps.emplace_back(DatedStep{day("2024-06-01"), StatedCount{Shares(400)}});
  terms.steps.emplace_back(DatedStep{day("2025-06-01"), PartOfRemainder{Ratio(1, 5)}});
  CHECK(shown(expand(terms, Shares(1000))) == "2024-06-01 400; 2025-06-01 120");
  terms.steps[1] = DatedStep{day("2025-06-01"), PartOfGrant{Ratio(1, 5)}};
  CHECK(shown(expand(terms, Shares(1000))) == "2024-06-01 400; 2025-06-01 200");
  terms.steps[0] = DatedStep{day("2024-06-01"), PartOfGrant{Ratio(2, 5)}};
  terms.steps[1] = DatedStep{day("2025-06-01"), PartOfRemainder{Ratio(1, 5)}};
  CHECK(shown(expand(terms, Shares(1000))) == "2024-06-01 400; 2025-06-01 120");
}

TEST_CASE(
    "each step of a series of parts of the remainder is a part of what was left before the "
    "series") {
  VestingTerms terms = series("2024-01-01", yearly, 4);
  std::get<Series>(terms.steps[0]).portion = PartOfRemainder{Ratio(1, 4)};
  terms.steps.insert(terms.steps.begin(), DatedStep{day("2024-01-01"), StatedCount{Shares(200)}});
  CHECK(shown(expand(terms, Shares(1000))) ==
        "2024-01-01 200; 2025-01-01 200; 2026-01-01 200; 2027-01-01 200; 2028-01-01 200");
}

TEST_CASE("a count at once and the remaining 39,127 over 36 months") {
  VestingTerms terms;
  terms.anchor = day("2020-03-13");
  terms.steps.emplace_back(DatedStep{day("2020-03-13"), StatedCount{Shares(13043)}});
  Series after;
  after.period = monthly;
  after.occurrences = 36;
  after.portion = Rest{};
  terms.steps.emplace_back(after);
  const auto tranches = std::get<std::vector<VestingTranche>>(expand(terms, Shares(52170)));
  REQUIRE(tranches.size() == 37);
  Shares sum;
  for (const auto& tranche : tranches) sum += tranche.quantity;
  CHECK(sum == Shares(52170));
  CHECK(tranches[1].quantity == Shares(1086));  // 39,127 / 36 = 1,086.86
  CHECK(tranches[2].quantity == Shares(1087));  // 2,173.72 - 1,086
}

TEST_CASE("the steps before a cliff vest with it") {
  VestingTerms terms = series("2024-01-15", monthly, 4);
  std::get<Series>(terms.steps[0]).cliff_occurrence = 3;
  CHECK(shown(expand(terms, Shares(18))) == "2024-04-15 13; 2024-05-15 5");
  std::get<Series>(terms.steps[0]).cliff_occurrence = 1;  // below 2 means none
  CHECK(shown(expand(terms, Shares(18))) ==
        "2024-02-15 4; 2024-03-15 5; 2024-04-15 4; 2024-05-15 5");
}

TEST_CASE("stated counts must be the grant") {
  VestingTerms terms;
  terms.anchor = day("2007-03-31");
  for (const auto& [date, count] : {std::pair("2008-03-31", 14286), std::pair("2008-09-30", 14286),
                                    std::pair("2009-03-31", 14284)}) {
    terms.steps.emplace_back(DatedStep{day(date), StatedCount{Shares(count)}});
  }
  CHECK(shown(expand(terms, Shares(42856))) ==
        "2008-03-31 14286; 2008-09-30 14286; 2009-03-31 14284");
  CHECK(shown(expand(terms, Shares(42855))) ==
        "the stated counts sum to 42856, not to the 42855 granted");
  CHECK(shown(expand(terms, Shares(42857))) ==
        "the stated counts sum to 42856, not to the 42857 granted");
}

TEST_CASE("terms that cannot be carried out say why") {
  VestingTerms none;
  CHECK(shown(expand(none, Shares(10))) == "the terms have no steps");
  VestingTerms empty = series("2024-01-01", monthly, 1);
  std::get<Series>(empty.steps[0]).occurrences = 0;
  CHECK(shown(expand(empty, Shares(10))) == "a series has no steps");
  VestingTerms thirteen = series("2024-01-01", monthly, 13);
  std::get<Series>(thirteen.steps[0]).portion = PartOfGrant{Ratio(1, 12)};
  CHECK(shown(expand(thirteen, Shares(10))) == "the parts sum to 13/12, more than the whole");
  VestingTerms still = series("2024-01-01", {0, Period::Unit::months}, 2);
  CHECK(shown(expand(still, Shares(10))) == "a series has a period of no length");
  VestingTerms negative = series("2024-01-01", monthly, 2);
  std::get<Series>(negative.steps[0]).portion = PartOfGrant{Ratio(-1, 2)};
  CHECK(shown(expand(negative, Shares(10))) == "a step vests less than nothing");
  VestingTerms backwards;
  backwards.steps.emplace_back(DatedStep{day("2025-01-01"), PartOfGrant{Ratio(1, 2)}});
  backwards.steps.emplace_back(DatedStep{day("2024-01-01"), Rest{}});
  CHECK(shown(expand(backwards, Shares(10))) ==
        "a step of the remainder lies before a step that it follows");
  VestingTerms mixed = series("2024-01-01", yearly, 1);
  std::get<Series>(mixed.steps[0]).portion = PartOfGrant{Ratio(1, 2)};
  mixed.steps.emplace_back(DatedStep{day("2026-01-01"), StatedCount{Shares(6)}});
  CHECK(shown(expand(mixed, Shares(10))) == "the steps sum to 11, more than the 10 granted");
}

TEST_CASE("dates may be listed in any order, and parts of one date are one tranche") {
  VestingTerms terms;
  terms.anchor = day("2019-08-24");
  terms.steps.emplace_back(DatedStep{day("2021-08-24"), StatedCount{Shares(700000)}});
  terms.steps.emplace_back(DatedStep{day("2020-08-24"), StatedCount{Shares(560000)}});
  terms.steps.emplace_back(DatedStep{day("2021-08-24"), StatedCount{Shares(560000)}});
  CHECK(shown(expand(terms, Shares(1820000))) == "2020-08-24 560000; 2021-08-24 1260000");
}
