#include "event/assignment.h"

#include <algorithm>
#include <limits>

namespace stakebook {

HeaviestAssignment::HeaviestAssignment(const std::vector<std::vector<int>>& weights)
    : rows_(weights.size()) {
  const std::size_t columns = weights.empty() ? 0 : weights.front().size();
  if (columns == 0) return;
  size_ = std::max(rows_, columns);
  cost_.assign(size_, std::vector<int>(size_));
  of_row_.resize(size_ + 1);
  of_column_.resize(size_ + 1);
  taken_by_.resize(size_ + 1);
  for (std::size_t i = 0; i < rows_; ++i) {
    for (std::size_t j = 0; j < columns; ++j) cost_[i][j] = -weights[i][j];
  }
  for (std::size_t row = 1; row <= size_; ++row) assign(row);
}

void HeaviestAssignment::assign(std::size_t row) {
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

Partners HeaviestAssignment::partners() const {
  Partners partners(rows_);
  for (std::size_t column = 1; column <= size_; ++column) {
    const std::size_t row = taken_by_[column];
    if (cost_[row - 1][column - 1] < 0) partners[row - 1] = column - 1;
  }
  return partners;
}

// A pair that costs more leaves the potentials as good as they were: all but this row stay assigned
// at least cost, and one more path assigns it.
Partners HeaviestAssignment::partners_without_pair_of(std::size_t row) const {
  HeaviestAssignment other = *this;
  const auto taken = std::find(other.taken_by_.begin() + 1, other.taken_by_.end(), row + 1);
  const auto column = static_cast<std::size_t>(taken - other.taken_by_.begin());
  other.cost_[row][column - 1] = 0;
  *taken = 0;
  other.assign(row + 1);
  return other.partners();
}

}  // namespace stakebook
