// The filings that a question reaches, as they were filed.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "stakebook.h"

namespace stakebook::door {

// "12" of the reference "12.I.3", the filing that it points into; another text as it is.
std::string filing_named(std::string_view text);

void for_each_filing(const Journal& journal, const Question& question, std::string_view filing,
                     const std::function<bool(Claim&&)>& visit);

}  // namespace stakebook::door
