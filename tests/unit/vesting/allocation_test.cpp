// Published figures: the Open Cap Format's description of AllocationType (18 shares, 4 tranches),
// and worked examples of filings and plans (250 over 4, 67,601 over 4, 16,444 over 3).
#include <doctest/doctest.h>

#include <string>

#include "value/error.h"
#include "vesting/expansion.h"

using namespace stakebook;

namespace {

std::string joined(const std::vector<Shares>& amounts) {
  std::string text;
  for (const Shares amount : amounts) text += (text.empty() ? "" : "-") + amount.to_text();
  return text;
}

std::string spread(std::string_view granted, int tranches, AllocationRule rule) {
  return joined(allocate(*Shares::parse(granted), tranches, rule));
}

}  // namespace

TEST_CASE("the seven Open Cap rules spread 18 shares over 4 tranches as the format says") {
  CHECK(spread("18", 4, AllocationRule::cumulative_rounding) == "5-4-5-4");
  CHECK(spread("18", 4, AllocationRule::cumulative_round_down) == "4-5-4-5");
  CHECK(spread("18", 4, AllocationRule::front_loaded) == "5-5-4-4");
  CHECK(spread("18", 4, AllocationRule::back_loaded) == "4-4-5-5");
  CHECK(spread("18", 4, AllocationRule::front_loaded_to_single_tranche) == "6-4-4-4");
  CHECK(spread("18", 4, AllocationRule::back_loaded_to_single_tranche) == "4-4-4-6");
  CHECK(spread("18", 4, AllocationRule::fractional) == "4.5-4.5-4.5-4.5");
}

TEST_CASE("a hundred shares over three tranches") {
  CHECK(spread("100", 3, AllocationRule::cumulative_rounding) == "33-34-33");
  CHECK(spread("100", 3, AllocationRule::cumulative_round_down) == "33-33-34");
  CHECK(spread("100", 3, AllocationRule::front_loaded) == "34-33-33");
  CHECK(spread("100", 3, AllocationRule::back_loaded) == "33-33-34");
  CHECK(spread("100", 3, AllocationRule::front_loaded_to_single_tranche) == "34-33-33");
  CHECK(spread("100", 3, AllocationRule::back_loaded_to_single_tranche) == "33-33-34");
}

TEST_CASE("thirds of a hundred keep twelve decimals, and the last third makes the sum whole") {
  CHECK(spread("100", 3, AllocationRule::fractional) ==
        "33.333333333333-33.333333333333-33.333333333334");
}

TEST_CASE("250 shares over four tranches") {
  CHECK(spread("250", 4, AllocationRule::cumulative_rounding) == "63-62-63-62");
  CHECK(spread("250", 4, AllocationRule::cumulative_round_down) == "62-63-62-63");
  CHECK(spread("250", 4, AllocationRule::front_loaded) == "63-63-62-62");
  CHECK(spread("250", 4, AllocationRule::back_loaded) == "62-62-63-63");
  CHECK(spread("250", 4, AllocationRule::front_loaded_to_single_tranche) == "64-62-62-62");
  CHECK(spread("250", 4, AllocationRule::back_loaded_to_single_tranche) == "62-62-62-64");
  CHECK(spread("250", 4, AllocationRule::fractional) == "62.5-62.5-62.5-62.5");
}

TEST_CASE("67,601 shares over four tranches") {
  CHECK(spread("67601", 4, AllocationRule::cumulative_rounding) == "16900-16901-16900-16900");
  CHECK(spread("67601", 4, AllocationRule::cumulative_round_down) == "16900-16900-16900-16901");
  CHECK(spread("67601", 4, AllocationRule::front_loaded) == "16901-16900-16900-16900");
  CHECK(spread("67601", 4, AllocationRule::back_loaded) == "16900-16900-16900-16901");
}

TEST_CASE("16,444 shares over three tranches") {
  CHECK(spread("16444", 3, AllocationRule::cumulative_rounding) == "5481-5482-5481");
  CHECK(spread("16444", 3, AllocationRule::cumulative_round_down) == "5481-5481-5482");
  CHECK(spread("16444", 3, AllocationRule::front_loaded) == "5482-5481-5481");
  CHECK(spread("16444", 3, AllocationRule::back_loaded) == "5481-5481-5482");
}

TEST_CASE("unequal parts round the cumulative entitlement: 12/48, then 36 times 1/48") {
  std::vector<Ratio> parts{Ratio(12, 48)};
  parts.insert(parts.end(), 36, Ratio(1, 48));
  const auto amounts = allocate(Shares(1000), parts, AllocationRule::cumulative_round_down);
  CHECK(joined({amounts.begin(), amounts.begin() + 8}) == "250-20-21-21-21-21-21-20");
  Shares sum;
  for (const Shares amount : amounts) sum += amount;
  CHECK(sum == Shares(1000));
}

TEST_CASE("each part rounded down but the last: 1,681 shares at 25% and twelve times 6.25%") {
  std::vector<Ratio> parts{Ratio(1, 4)};
  parts.insert(parts.end(), 12, Ratio(1, 16));
  CHECK(joined(allocate(Shares(1681), parts, AllocationRule::per_tranche_round_down)) ==
        "420-105-105-105-105-105-105-105-105-105-105-105-106");
}

TEST_CASE("a fraction of a unit waits for the last tranche, under every rule of whole units") {
  CHECK(spread("5666.813", 3, AllocationRule::cumulative_rounding) == "1889-1889-1888.813");
  CHECK(spread("5666.813", 3, AllocationRule::cumulative_round_down) == "1888-1889-1889.813");
  CHECK(spread("5666.813", 3, AllocationRule::front_loaded) == "1889-1889-1888.813");
  CHECK(spread("5666.813", 3, AllocationRule::back_loaded) == "1888-1889-1889.813");
  CHECK(spread("5666.813", 3, AllocationRule::front_loaded_to_single_tranche) ==
        "1890-1888-1888.813");
  CHECK(spread("5666.813", 3, AllocationRule::back_loaded_to_single_tranche) ==
        "1888-1888-1890.813");
  // Rounded up it would be 0-1-minus 0.1: no tranche takes back what has vested.
  CHECK(spread("0.9", 3, AllocationRule::cumulative_rounding) == "0-0-0.9");
}

TEST_CASE("parts of less than the whole leave the rest of the grant alone") {
  const std::vector<Ratio> parts{Ratio(1, 4), Ratio(1, 4)};
  CHECK(joined(allocate(Shares(18), parts, AllocationRule::cumulative_round_down)) == "4-5");
  CHECK(joined(allocate(Shares(18), parts, AllocationRule::front_loaded)) == "5-4");
}

TEST_CASE("nothing can be spread over no tranches") {
  CHECK_THROWS_AS(allocate(Shares(18), 0, AllocationRule::front_loaded), Error);
  CHECK_THROWS_AS(allocate(Shares(-1), 2, AllocationRule::front_loaded), Error);
}

TEST_CASE("an allocation rule has one name, and Open Cap's spelling of it is read too") {
  for (int i = 0; i <= static_cast<int>(AllocationRule::per_tranche_round_down); ++i) {
    const auto rule = static_cast<AllocationRule>(i);
    CHECK(allocation_rule_named(name_of(rule)) == rule);
  }
  CHECK(allocation_rule_named("FRONT_LOADED_TO_SINGLE_TRANCHE") ==
        AllocationRule::front_loaded_to_single_tranche);
  CHECK(!allocation_rule_named("front"));
}
