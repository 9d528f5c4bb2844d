#include "value/range.h"

#include <doctest/doctest.h>

#include <vector>

using namespace stakebook;

namespace {

// Every shape of range over a few values, to check the algebra against its definition.
std::vector<ShareRange> ranges() {
  std::vector<ShareRange> lower{ShareRange::unknown()};
  std::vector<ShareRange> upper{ShareRange::unknown()};
  for (const int value : {-2, 0, 1, 3}) {
    lower.push_back(ShareRange::at_least(Shares(value)));
    lower.push_back(ShareRange::more_than(Shares(value)));
    upper.push_back(ShareRange::at_most(Shares(value)));
    upper.push_back(ShareRange::less_than(Shares(value)));
  }
  std::vector<ShareRange> all;
  for (const ShareRange& low : lower) {
    for (const ShareRange& high : upper) {
      if (const auto both = low.intersected(high)) all.push_back(*both);
    }
  }
  return all;
}

// -5, -4.5, ... 5: the halves stand for everything between the whole numbers.
std::vector<Shares> samples() {
  std::vector<Shares> all;
  for (int halves = -10; halves <= 10; ++halves) {
    all.push_back(Shares(divide(Decimal(halves), Decimal(2), 1, Rounding::exact)));
  }
  return all;
}

}  // namespace

TEST_CASE("a range says in words what is known") {
  CHECK(ShareRange::exactly(Shares(105000)).to_text() == "105000");
  CHECK(ShareRange::more_than(Shares(101500)).to_text() == "more than 101500");
  CHECK(
      ShareRange::at_least(Shares(0)).intersected(ShareRange::less_than(Shares(500)))->to_text() ==
      "at least 0 and less than 500");
  CHECK(ShareRange::at_most(Shares(7)).to_text() == "at most 7");
  CHECK(ShareRange::unknown().to_text() == "not known");
}

TEST_CASE("two inclusive bounds that meet are an exact amount; any other meeting is empty") {
  const auto at_least = ShareRange::at_least(Shares(5));
  CHECK(at_least.intersected(ShareRange::at_most(Shares(5)))->exact() == Shares(5));
  CHECK(at_least.intersected(ShareRange::at_most(Shares(5))) == ShareRange::exactly(Shares(5)));
  CHECK_FALSE(at_least.intersected(ShareRange::less_than(Shares(5))));
  CHECK_FALSE(ShareRange::more_than(Shares(5)).intersected(ShareRange::at_most(Shares(5))));
  CHECK_FALSE(at_least.intersected(ShareRange::at_most(Shares(4))));
  CHECK_FALSE(at_least.exact());
  CHECK_FALSE(ShareRange::unknown().is_exact());
}

TEST_CASE("an intersection holds what both hold, and nothing else") {
  for (const ShareRange& left : ranges()) {
    for (const ShareRange& right : ranges()) {
      const auto both = left.intersected(right);
      CHECK(both == right.intersected(left));
      for (const Shares value : samples()) {
        const bool in_both = left.contains(value) && right.contains(value);
        CHECK(in_both == (both && both->contains(value)));
      }
    }
  }
}

TEST_CASE("a sum holds every sum of its parts, and its bounds are reached only where both are") {
  for (const ShareRange& left : ranges()) {
    for (const ShareRange& right : ranges()) {
      const ShareRange sum = left + right;
      for (const Shares a : samples()) {
        if (!left.contains(a)) continue;
        for (const Shares b : samples()) {
          if (right.contains(b) && !sum.contains(a + b))
            FAIL_CHECK(left.to_text() << " + " << right.to_text());
        }
      }
      CHECK(sum.lower().has_value() == (left.lower() && right.lower()));
      if (sum.lower()) {
        CHECK(sum.lower()->value == left.lower()->value + right.lower()->value);
        CHECK(sum.contains(sum.lower()->value) ==
              (left.contains(left.lower()->value) && right.contains(right.lower()->value)));
      }
    }
  }
}

TEST_CASE("a difference turns the second range round") {
  const auto difference = ShareRange::exactly(Shares(100)) - ShareRange::more_than(Shares(30));
  CHECK(difference.to_text() == "less than 70");
  for (const ShareRange& range : ranges()) CHECK(-(-range) == range);
}

TEST_CASE("the hull of two ranges holds both and nothing more") {
  const auto exactly = [](int value) { return ShareRange::exactly(Shares(value)); };
  CHECK(exactly(5).hull(exactly(5)) == exactly(5));
  CHECK(exactly(5).hull(exactly(9)).to_text() == "at least 5 and at most 9");
  CHECK(exactly(9).hull(exactly(5)).to_text() == "at least 5 and at most 9");
  CHECK(ShareRange::more_than(Shares(5)).hull(exactly(5)).to_text() == "at least 5");
  CHECK(exactly(5).hull(ShareRange::unknown()) == ShareRange::unknown());
}
