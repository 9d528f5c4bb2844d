#include "event/assignment.h"

#include <algorithm>
#include <limits>

namespace stakebook {
namespace {

// The Hungarian method on a square matrix of costs, by shortest augmenting paths with potentials
// (Jonker and Volgenant). Rows and columns are counted from 1; 0 stands for "none".
class Hungarian {
 public:
  explicit Hungarian(const std::vector<std::vector<int>>& cost)
      : cost_(cost),
        size_(cost.size()),
        of_row_(size_ + 1),
        of_column_(size_ + 1),
        taken_by_(size_ + 1) {}

  // The row of each column.
  std::vector<std::size_t> run() {
    for (std::size_t row = 1; row <= size_; ++row) assign(row);
    return taken_by_;
  }

 private:
  void assign(std::size_t row) {
    constexpr int far = std::numeric_limits<int>::max() / 2;
    std::vector<int> distance(size_ + 1, far);
    std::vector<std::size_t> before(size_ + 1);
    std::vector<char> done(size_ + 1);
    taken_by_[0] = row;
    std::size_t column = 0;
    do {
      done[column] = 1;
      const std::size_t at = taken_by_[column];
      int shortest = far;
      std::size_t next = 0;
      for (std::size_t j = 1; j <= size_; ++j) {
        if (done[j] != 0) continue;
        const int reduced = cost_[at - 1][j - 1] - of_row_[at] - of_column_[j];
        if (reduced < distance[j]) {
          distance[j] = reduced;
          before[j] = column;
        }
        if (distance[j] < shortest) {
          shortest = distance[j];
          next = j;
        }
      }
      for (std::size_t j = 0; j <= size_; ++j) {
        if (done[j] != 0) {
          of_row_[taken_by_[j]] += shortest;
          of_column_[j] -= shortest;
        } else {
          distance[j] -= shortest;
        }
      }
      column = next;
    } while (taken_by_[column] != 0);
    while (column != 0) {
      taken_by_[column] = taken_by_[before[column]];
      column = before[column];
    }
  }

  const std::vector<std::vector<int>>& cost_;
  std::size_t size_;
  std::vector<int> of_row_;
  std::vector<int> of_column_;
  std::vector<std::size_t> taken_by_;
};

}  // namespace

Partners heaviest_assignment(const std::vector<std::vector<int>>& weights) {
  const std::size_t rows = weights.size();
  const std::size_t columns = rows == 0 ? 0 : weights.front().size();
  Partners partners(rows);
  if (columns == 0) return partners;
  const std::size_t size = std::max(rows, columns);
  std::vector<std::vector<int>> cost(size, std::vector<int>(size));
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) cost[i][j] = -weights[i][j];
  }
  const std::vector<std::size_t> taken_by = Hungarian(cost).run();
  for (std::size_t j = 1; j <= columns; ++j) {
    const std::size_t row = taken_by[j];
    if (row >= 1 && row <= rows && weights[row - 1][j - 1] > 0) partners[row - 1] = j - 1;
  }
  return partners;
}

}  // namespace stakebook
