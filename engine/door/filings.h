// The filings that a question reaches, as they were filed.
#pragma once

#include <functional>
#include <string_view>

#include "stakebook.h"

namespace stakebook::door {

void for_each_filing(const Journal& journal, const Question& question, std::string_view filing,
                     const std::function<bool(Claim&&)>& visit);

}  // namespace stakebook::door
