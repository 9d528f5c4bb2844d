// "Says who?": from a reference to what it stands for, and down to what a source says.
#pragma once

#include <string_view>

#include "stakebook.h"

namespace stakebook::door {

Explanation explain(const Journal& journal, std::string_view reference);

}  // namespace stakebook::door
