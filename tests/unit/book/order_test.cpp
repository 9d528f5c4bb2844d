#include "book/order.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <random>

using namespace stakebook;

namespace {

DayRow row(int change, int following, std::int64_t filing = 1) {
  return {Shares(Decimal(change)), Shares(Decimal(following)), filing};
}

}  // namespace

TEST_CASE("rows in document order stay there when they chain") {
  CHECK(order_of_day({row(10, 110), row(-5, 105)}, {Shares(100), {}}) ==
        std::vector<std::size_t>{0, 1});
}

TEST_CASE("a row without a balance goes where it fills the jump") {
  // 100 -> 110, then 30 sold without a balance, then 80 -> 85; the lost row stands first in the
  // document.
  std::vector<DayRow> rows = {{Shares(Decimal(-30)), std::nullopt, 1}, row(5, 85), row(10, 110)};
  const auto order = order_of_day(rows, {Shares(100), {}});
  CHECK(order == std::vector<std::size_t>{2, 0, 1});
  CHECK(jumps_in(rows, order, {Shares(100), {}}) == 0);
}

TEST_CASE("a cycle that returns to the previous balance is taken from there") {
  // 100 -> 120 -> 90 -> 100, printed rotated.
  std::vector<DayRow> rows = {row(-30, 90), row(10, 100), row(20, 120)};
  const auto order = order_of_day(rows, {Shares(100), {}});
  CHECK(jumps_in(rows, order, {Shares(100), {}}) == 0);
  CHECK(order.front() == 2);
}

TEST_CASE("a shuffled day of 500 rows that chained is put back in an order that chains") {
  std::mt19937 random(20260101);
  for (int round = 0; round < 50; ++round) {
    std::vector<DayRow> rows;
    int balance = 1000;
    // Few distinct amounts, so that balances recur and the graph has cycles.
    for (int i = 0; i < 500; ++i) {
      const int change = static_cast<int>(random() % 7) * 10 - 30;
      balance += change;
      rows.push_back(row(change, balance));
    }
    std::shuffle(rows.begin(), rows.end(), random);
    auto order = order_of_day(rows, {Shares(1000), {}});
    CHECK(jumps_in(rows, order, {Shares(1000), {}}) == 0);
    std::sort(order.begin(), order.end());
    std::vector<std::size_t> every(rows.size());
    std::iota(every.begin(), every.end(), std::size_t{0});
    CHECK(order == every);
  }
}

TEST_CASE("two lines under one name cost as few jumps as there are changes of line") {
  // A trust at 1,000 and another at 50, two rows each, interleaved: 1000 -> 990 -> 980 and 50 -> 40
  // -> 30.
  std::vector<DayRow> rows = {row(-10, 990), row(-10, 40), row(-10, 980), row(-10, 30)};
  CHECK(jumps_in(rows, order_of_day(rows, {Shares(1000), {}}), {Shares(1000), {}}) == 1);
}

TEST_CASE("where a day cannot chain, what the next day goes on from comes last") {
  // From 1,000: -100 -> 900, and a row that starts from 550; the next day begins from 900.
  const std::vector<DayRow> rows = {row(-100, 900), row(-50, 500)};
  CHECK(order_of_day(rows, {Shares(1000), {}}) == std::vector<std::size_t>{0, 1});
  CHECK(order_of_day(rows, {Shares(1000), Shares(900)}) == std::vector<std::size_t>{0, 1});
  // Two jumps either way if the stray row is last (550, then 900), two if it is first.
  const std::vector<DayRow> other = {row(-100, 900), row(-50, 500), row(-25, 475)};
  CHECK(order_of_day(other, {Shares(550), Shares(900)}) == std::vector<std::size_t>{1, 2, 0});
  CHECK(start_of_day(other) == std::nullopt);
  CHECK(start_of_day({row(-50, 500), row(-25, 475)}) == Shares(550));
}
