// The nearest known word to a mistyped one.
//
//   nearest("holdigns", {"holdings", "history"})   "holdings"
//   nearest("xyz", {"holdings"})                   nullopt: too far to be meant
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stakebook::cli {

std::optional<std::string> nearest(std::string_view typed, const std::vector<std::string>& known);

}  // namespace stakebook::cli
