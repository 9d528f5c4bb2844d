#include "value/decimal.h"

#include <doctest/doctest.h>

using namespace stakebook;

TEST_CASE("a decimal keeps every digit that EDGAR can hold, and eight more") {
  CHECK(Decimal::parse("999999999999.9999")->to_text() == "999999999999.9999");
  CHECK(Decimal::parse("999999999999.999999999999")->to_text() == "999999999999.999999999999");
}
