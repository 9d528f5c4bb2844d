#include "door/ahead.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>

using namespace stakebook::door;

namespace {

using Numbers = Ahead<int, int>;

Numbers::Take counting_to(int last, int& next) {
  return [&next, last]() -> std::optional<int> {
    return next < last ? std::optional(next++) : std::nullopt;
  };
}

// Odd numbers take longer, so that threads overtake each other.
int slow_square(int number) {
  if (number % 2 == 1) std::this_thread::sleep_for(std::chrono::microseconds(200));
  return number * number;
}

}  // namespace

TEST_CASE("results come in the order of the tasks whatever the number of threads") {
  for (const unsigned threads : {0U, 1U, 2U, 4U}) {
    int next = 0;
    Numbers ahead(counting_to(200, next), [](int&& n, unsigned) { return slow_square(n); },
                  {threads, 8});
    for (int i = 0; i < 200; ++i) {
      const auto result = ahead.next();
      REQUIRE(result.has_value());
      CHECK(*result == i * i);
    }
    CHECK_FALSE(ahead.next().has_value());
    CHECK_FALSE(ahead.next().has_value());
  }
}

TEST_CASE("never more tasks are begun than given and waiting may be") {
  int next = 0;
  std::atomic<int> begun = 0;
  Numbers ahead(counting_to(1000, next),
                [&](int&& n, unsigned) {
                  ++begun;
                  return n;
                },
                {2, 4});
  for (int given = 1; given <= 50; ++given) {
    REQUIRE(ahead.next().has_value());
    CHECK(begun.load() <= given + 4);
  }
}

TEST_CASE("an exception of a task comes out of next") {
  for (const unsigned threads : {0U, 2U}) {
    int next = 0;
    Numbers ahead(counting_to(100, next),
                  [](int&& n, unsigned) {
                    if (n == 7) throw std::runtime_error("seven");
                    return n;
                  },
                  {threads, 4});
    std::string message;
    try {
      while (ahead.next()) {
      }
    } catch (const std::runtime_error& error) {
      message = error.what();
    }
    CHECK(message == "seven");
  }
}

TEST_CASE("destroyed early it stops without doing the rest") {
  std::atomic<int> done = 0;
  {
    int next = 0;
    Numbers ahead(counting_to(100'000, next),
                  [&](int&& n, unsigned) {
                    ++done;
                    return n;
                  },
                  {2, 4});
    REQUIRE(ahead.next().has_value());
  }
  CHECK(done.load() <= 10);
}
