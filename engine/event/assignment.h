// The assignment of rows to columns, one to one, whose weights sum to most.
//
//   weights {{9, 8}, {8, 1}}      row 0 to column 1, row 1 to column 0: 16, where greed gets 10
//
// A weight of zero is no pair. Cubic in the larger side: filings have at most some dozens of rows.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace stakebook {

using Partners = std::vector<std::optional<std::size_t>>;  // a column, or none, for each row

// `weights[row][column]`, none negative; all rows of one length. Of assignments that weigh the same
// the choice depends on nothing but the weights and their order.
Partners heaviest_assignment(const std::vector<std::vector<int>>& weights);

}  // namespace stakebook
