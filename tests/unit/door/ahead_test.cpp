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

TEST_CASE(
    "tasks that are heavy together are not held at once, and one that is too heavy alone is") {
  // Loads 10, 20, 30, 40, 10 ...: never more than 50 together.
  constexpr std::size_t load_max = 50;
  const auto load_of = [](int n) { return static_cast<std::size_t>(n % 4 + 1) * 10; };
  std::atomic<std::size_t> held = 0;
  std::atomic<std::size_t> held_max = 0;
  int next = 0;
  Numbers ahead(
      counting_to(300, next),
      [&](int&& n, unsigned) {
        held += load_of(n);
        std::size_t seen = held_max.load();
        while (seen < held && !held_max.compare_exchange_weak(seen, held)) {
        }
        return slow_square(n);
      },
      {.threads = 3, .ahead_max = 16, .load_max = load_max}, load_of);
  for (int i = 0; i < 300; ++i) {
    const auto result = ahead.next();
    REQUIRE(result.has_value());
    CHECK(*result == i * i);
    held -= load_of(i);
  }
  CHECK_FALSE(ahead.next().has_value());
  // What is given is taken off the count a moment later here than there.
  CHECK(held_max.load() <= load_max + 40);
  CHECK(held_max.load() >= 40);

  next = 0;
  Numbers heavy(
      counting_to(5, next), [](int&& n, unsigned) { return n; },
      {.threads = 2, .ahead_max = 4, .load_max = 1}, [](int) { return 1000U; });
  for (int i = 0; i < 5; ++i) CHECK(heavy.next() == i);
}

TEST_CASE("a slow source does not keep what is done from being given") {
  std::atomic<bool> is_first_given = false;
  int next = 0;
  Numbers ahead(
      [&]() -> std::optional<int> {
        if (next == 2) return std::nullopt;
        // The second task comes only when the first result was given.
        for (int wait = 0; next == 1 && !is_first_given && wait < 5000; ++wait) {
          std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        return next++;
      },
      [&](int&& n, unsigned) { return n == 1 && !is_first_given ? -1 : n; }, {1, 4});
  CHECK(ahead.next() == 0);
  is_first_given = true;
  CHECK(ahead.next() == 1);
}
