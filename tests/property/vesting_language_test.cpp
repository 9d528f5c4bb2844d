// Sentences put together at random from the words of vesting footnotes, from a fixed seed: most
// make no sense, and none may be read into terms that do not hold.
#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>

#include "vesting/expansion.h"
#include "vesting/language.h"

using namespace stakebook;

namespace {

constexpr std::array pieces = {"25%",
                               "1/48th",
                               "one-third",
                               "100%",
                               "the remainder",
                               "the remaining 75%",
                               "16,900",
                               "1,000 shares",
                               "of the shares",
                               "of the remaining shares",
                               "all of the options",
                               "in full",
                               "33.3%",
                               "an additional",
                               "vest",
                               "vested",
                               "will vest",
                               "shall become vested and exercisable",
                               "vesting",
                               "are fully vested",
                               "on March 31, 2021",
                               "on each of 7/28/22, 7/28/23 and 7/28/24",
                               "on March 1, 2021 and 2022",
                               "on each May 25 and November 25",
                               "in 36 equal monthly installments",
                               "in four equal installments",
                               "in 25% increments",
                               "ratably",
                               "monthly",
                               "each quarter",
                               "every 400 years",
                               "thereafter",
                               "over three years",
                               "over the four-year period",
                               "beginning on March 1, 2021",
                               "from June 8, 2020",
                               "following the grant date",
                               "on the first anniversary of the grant date",
                               "on the first three anniversaries of May 1, 2020",
                               "on each anniversary thereafter",
                               "on the last day of each month",
                               "until March 1, 2024",
                               "so that all are vested on March 1, 2025",
                               "and",
                               ",",
                               ";",
                               "(i)",
                               "of which",
                               "respectively",
                               "immediately",
                               "on the date of grant",
                               "subject to continued service",
                               "The options",
                               "The RSUs",
                               ". The balance",
                               "if",
                               "not",
                               "or",
                               ".",
                               "as of",
                               "1/997",
                               "1/991",
                               "1/983",
                               "0.0000001%",
                               "and expires on March 1, 2030"};

}  // namespace

TEST_CASE("what is understood adds up, whatever the words") {
  std::mt19937_64 engine(20071121);
  const auto below = [&](std::size_t bound) { return static_cast<std::size_t>(engine() % bound); };
  RowContext row;
  row.is_grant = true;
  row.transaction_date = Date::of(2020, 2, 29);
  row.quantity = Shares(50'700);
  int understood = 0;
  for (int round = 0; round < 60'000; ++round) {
    std::string text;
    const std::size_t length = 3 + below(9);
    for (std::size_t i = 0; i < length; ++i) {
      if (i > 0) text += ' ';
      text += pieces[below(pieces.size())];
    }
    CAPTURE(text);
    row.is_grant = below(2) == 0;
    const TermsReading reading = read_terms(text, row);
    for (const Span& quote : reading.quotes) REQUIRE(quote.begin + quote.length <= text.size());
    REQUIRE((reading.outcome == TermsReading::Outcome::understood) == reading.terms.has_value());
    if (!reading.terms) continue;
    ++understood;
    REQUIRE(!dated_steps(*reading.terms).empty());
    Ratio fractions;
    bool counts = false;
    for (const DatedStep& step : dated_steps(*reading.terms)) {
      REQUIRE(step.date.year() >= 2000);
      REQUIRE(step.date.year() <= 2200);
      if (const auto* part = std::get_if<PartOfGrant>(&step.portion)) {
        fractions = fractions + part->fraction;
      } else {
        counts = true;
      }
    }
    REQUIRE((counts || fractions == Ratio(1)));
    if (counts && !reading.granted) continue;
    const Shares granted = reading.granted.value_or(Shares(997));
    const Expansion expansion = expand(*reading.terms, granted);
    REQUIRE(std::holds_alternative<std::vector<VestingTranche>>(expansion));
    Shares sum;
    for (const auto& tranche : std::get<std::vector<VestingTranche>>(expansion))
      sum += tranche.quantity;
    REQUIRE(sum == granted);
  }
  CHECK(understood > 100);
}

TEST_CASE("no text of any bytes stops the readers") {
  std::mt19937_64 engine(7);
  for (int round = 0; round < 5'000; ++round) {
    std::string text = "The options vest ";
    const std::size_t length = engine() % 60;
    for (std::size_t i = 0; i < length; ++i) text.push_back(static_cast<char>(engine() % 256));
    const TermsReading reading = read_terms(text, {});
    CHECK(reading.outcome != TermsReading::Outcome::vested);
    CHECK(read_holding_statements("Mr. Roe holds " + text).size() < 10);
  }
}
