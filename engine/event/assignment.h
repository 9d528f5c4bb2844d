// The assignment of rows to columns, one to one, whose weights sum to most.
//
//   weights {{9, 8}, {8, 1}}      row 0 to column 1, row 1 to column 0: 16, where greed gets 10
//
// A weight of zero is no pair. Finding the best is cubic in the larger side, and the best without
// one of its pairs quadratic: filings have at most some dozens of rows.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace stakebook {

using Partners = std::vector<std::optional<std::size_t>>;  // a column, or none, for each row

// The Hungarian method on a square matrix of costs, by shortest augmenting paths with potentials
// (Jonker and Volgenant). Of assignments that weigh the same the choice depends on nothing but the
// weights and their order.
class HeaviestAssignment {
 public:
  // `weights[row][column]`, none negative; all rows of one length.
  explicit HeaviestAssignment(const std::vector<std::vector<int>>& weights);

  Partners partners() const;
  // The heaviest in which `row`, which has a partner, does not take it.
  Partners partners_without_pair_of(std::size_t row) const;

 private:
  void assign(std::size_t row);

  // Rows and columns are counted from 1; 0 stands for "none".
  std::size_t rows_;
  std::size_t size_ = 0;
  std::vector<std::vector<int>> cost_;
  std::vector<int> of_row_;  // potentials
  std::vector<int> of_column_;
  std::vector<std::size_t> taken_by_;  // the row of each column
};

}  // namespace stakebook
