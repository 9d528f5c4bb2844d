// The statements of holdings in one sentence; language.h explains them.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "vesting/language.h"
#include "vesting/token.h"

namespace stakebook::language {

// `text` is what the sentence's tokens refer to.
std::vector<HoldingStatement> read_statements(std::string_view text,
                                              std::span<const Token> sentence);

}  // namespace stakebook::language
