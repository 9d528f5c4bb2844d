// Which row of a filing an amended row speaks of: the same, a corrected one, or another.
#include "event/row_alignment.h"

#include <doctest/doctest.h>

#include "event/assignment.h"
#include "support/claims.h"

using namespace stakebook;
using namespace stakebook::claims;

namespace {

constexpr AlignmentHints silent;
const AlignmentHints correcting{.corrects = true};
const AlignmentHints adding{.adds = true};

Likeness between(const Row& amended, const Row& current, const AlignmentHints& hints = silent) {
  return likeness_of({&amended, "a"}, {&current, "a"}, hints);
}

const Row sold = transaction("2024-05-01", 'S', 'D', "1000", "9000", "10");

}  // namespace

TEST_CASE("a row that says the same in every field is equal") {
  CHECK(between(sold, sold) == Likeness::equal);
}

TEST_CASE("a corrected amount, price, balance, direction, date, code or title is the same row") {
  CHECK(between(transaction("2024-05-01", 'S', 'D', "1100", "8900", "10"), sold) == Likeness::sure);
  CHECK(between(transaction("2024-05-01", 'S', 'D', "1000", "9000", "10.5"), sold) ==
        Likeness::sure);
  CHECK(between(transaction("2024-05-01", 'S', 'D', "1000", "8750", "10"), sold) == Likeness::sure);
  CHECK(between(transaction("2024-05-01", 'S', 'A', "1000", "11000", "10"), sold) ==
        Likeness::sure);
  CHECK(between(transaction("2024-04-30", 'S', 'D', "1000", "9000", "10"), sold) == Likeness::sure);
  CHECK(between(transaction("2024-05-01", 'F', 'D', "1000", "9000", "10"), sold) == Likeness::sure);
  Row retitled = sold;
  retitled.security_title = text("Class A Common Stock");
  CHECK(between(retitled, sold) == Likeness::sure);
}

TEST_CASE("a row that begins where the other ends is another transaction") {
  CHECK(between(transaction("2024-05-01", 'S', 'D', "500", "8500", "10"), sold) == Likeness::none);
  CHECK(between(transaction("2024-05-01", 'S', 'D', "300", "10000", "11"), sold) == Likeness::none);
  // The next day of a plan that sells as much at another price.
  CHECK(between(transaction("2024-05-02", 'S', 'D', "1000", "8000", "10.5"), sold) ==
        Likeness::none);
}

TEST_CASE("of rows of one line that agree in nothing else the text decides, or nobody") {
  const Row other = transaction("2024-05-01", 'S', 'D', "700", "7100", "12");
  CHECK(between(other, sold) == Likeness::doubtful);
  CHECK(between(other, sold, correcting) == Likeness::sure);
  CHECK(between(other, sold, adding) == Likeness::none);
}

TEST_CASE("two grants of one day that differ in title and share their size are two") {
  const Row units = transaction("2024-05-01", 'A', 'A', "5000", "5000", "0");
  Row more = units;
  more.security_title = text("Performance Stock Units");
  CHECK(between(more, units) == Likeness::none);
}

TEST_CASE("a holding of the same line is the same, another line of equal size is in doubt") {
  CHECK(between(holding("1200"), holding("1000")) == Likeness::sure);
  CHECK(between(holding("500", "By Trust"), holding("1000")) == Likeness::none);
  CHECK(between(holding("1000", "By Trust"), holding("1000")) == Likeness::doubtful);
  CHECK(between(holding("1000", "By Trust"), holding("1000"), adding) == Likeness::none);
}

TEST_CASE("rows are assigned so that most agrees in all, not first come first served") {
  CHECK(heaviest_assignment({{9, 8}, {8, 1}}) == Partners{1, 0});
  CHECK(heaviest_assignment({{0, 0}, {5, 0}}) == Partners{std::nullopt, 0});
  CHECK(heaviest_assignment({{3, 7, 2}}) == Partners{1});
  CHECK(heaviest_assignment({}).empty());
}

TEST_CASE("two amended rows that like one row best take the two that fit") {
  // Both began at the price of the first; only the first amended row can be the second's partner.
  const Row first = transaction("2024-05-01", 'S', 'D', "1000", "9000", "10");
  const Row second = transaction("2024-05-01", 'S', 'D', "500", "8500", "10");
  const Row amended_second = transaction("2024-05-01", 'S', 'D', "600", "8400", "10");
  const std::vector<AlignedRow> amended = {{&amended_second, "a"}, {&first, "a"}};
  const std::vector<AlignedRow> current = {{&first, "a"}, {&second, "a"}};
  const Alignments result = aligned(amended, current, silent);
  REQUIRE(result.best.size() == 2);
  CHECK(result.best[0].current == 1);
  CHECK(result.best[1].current == 0);
  CHECK(result.others.empty());
}

TEST_CASE("a row that may replace either of two others is aligned both ways") {
  const Row first = transaction("2024-05-01", 'S', 'D', "1000", "", "10");
  const Row second = transaction("2024-05-01", 'S', 'D', "500", "", "10");
  const Row amended_row = transaction("2024-05-01", 'S', 'D', "700", "", "10");
  const Alignments result = aligned({{&amended_row, "a"}}, {{&first, "a"}, {&second, "a"}}, silent);
  CHECK(result.best[0].current == 0);
  REQUIRE(result.others.size() == 1);
  CHECK(result.others[0][0].current == 1);
}
