#include "value/quantity.h"

#include <doctest/doctest.h>

#include <unordered_map>

using namespace stakebook;

TEST_CASE("a price times a count is money, either way round") {
  const Price price = *Price::parse("66.903");
  CHECK(price * Shares(1500) == Money(*Decimal::parse("100354.5")));
  CHECK(Shares(1500) * price == price * Shares(1500));
}

TEST_CASE("shares add, subtract, negate and compare as numbers do") {
  Shares held(1500);
  held += Shares(20);
  CHECK(held.to_text() == "1520");
  held -= *Shares::parse("1520.5");
  CHECK(held.to_text() == "-0.5");
  CHECK(held.is_negative());
  CHECK(-held == *Shares::parse("0.50"));
  CHECK(held < Shares());
  CHECK((held + Shares(1)).is_positive());
  CHECK((held - held).is_zero());
}

TEST_CASE("an amount that is no decimal is no quantity") {
  CHECK_FALSE(Shares::parse("1,500"));
  CHECK_FALSE(Money::parse(""));
  CHECK_FALSE(Price::parse("$5"));
}

TEST_CASE("a quantity is a key") {
  std::unordered_map<Shares, int> seen;
  ++seen[*Shares::parse("1.50")];
  ++seen[*Shares::parse("1.5")];
  CHECK(seen.size() == 1);
}
