// Rows of a filing that one amended row stands for together.
//
//   current  S 600 -> 9,400, S 400 -> 9,000      amended  S 1,000 -> 9,000
//     the amended row begins where the first begins, ends where the last ends, and is their sum
#pragma once

#include <cstddef>
#include <vector>

#include "filing/document.h"

namespace stakebook {

// The rows beside `partner` that `amended` replaces as well; `free` says which may be taken. Empty
// unless they form a chain of one line with it whose ends and sum are the amended row's.
std::vector<std::size_t> merged_with(const Row& amended, std::size_t partner,
                                     const std::vector<const Row*>& current,
                                     const std::vector<bool>& free);

}  // namespace stakebook
