// Which row of a filing an amended row speaks of: the same, a corrected one, or another.
#include "event/row_alignment.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

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

using Weights = std::vector<std::vector<int>>;

int total_of(const Weights& weights, const Partners& partners) {
  int total = 0;
  for (std::size_t row = 0; row < partners.size(); ++row) {
    if (partners[row]) total += weights[row][*partners[row]];
  }
  return total;
}

// By trying every order of the columns, of which there are as many as rows or more.
int heaviest_of_all(const Weights& weights) {
  std::vector<std::size_t> columns(weights.front().size());
  std::iota(columns.begin(), columns.end(), std::size_t{0});
  int most = 0;
  do {
    int total = 0;
    for (std::size_t row = 0; row < weights.size(); ++row) total += weights[row][columns[row]];
    most = std::max(most, total);
  } while (std::next_permutation(columns.begin(), columns.end()));
  return most;
}

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
  CHECK(HeaviestAssignment({{9, 8}, {8, 1}}).partners() == Partners{1, 0});
  CHECK(HeaviestAssignment({{0, 0}, {5, 0}}).partners() == Partners{std::nullopt, 0});
  CHECK(HeaviestAssignment({{3, 7, 2}}).partners() == Partners{1});
  CHECK(HeaviestAssignment({}).partners().empty());
}

TEST_CASE("without one of its pairs an assignment is the heaviest of the others") {
  CHECK(HeaviestAssignment({{9, 8}, {8, 1}}).partners_without_pair_of(0) == Partners{0, 1});
  CHECK(HeaviestAssignment({{3, 7, 2}}).partners_without_pair_of(0) == Partners{0});
  CHECK(HeaviestAssignment({{0, 0}, {5, 0}}).partners_without_pair_of(1) ==
        Partners{std::nullopt, std::nullopt});
  // Against all assignments of four rows to five columns, in two hundred matrices.
  unsigned state = 1;
  for (int round = 0; round < 200; ++round) {
    Weights weights(4, std::vector<int>(5));
    for (std::vector<int>& row : weights) {
      for (int& weight : row) weight = static_cast<int>((state = state * 1103515245 + 12345) >> 29);
    }
    const HeaviestAssignment assignment(weights);
    const Partners best = assignment.partners();
    CHECK(total_of(weights, best) == heaviest_of_all(weights));
    for (std::size_t row = 0; row < best.size(); ++row) {
      if (!best[row]) continue;
      Weights without = weights;
      without[row][*best[row]] = 0;
      const Partners other = assignment.partners_without_pair_of(row);
      CHECK(other[row] != best[row]);
      CHECK(total_of(weights, other) == heaviest_of_all(without));
    }
  }
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
