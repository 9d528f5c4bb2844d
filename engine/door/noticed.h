// Everything that was noticed: by the readers of filings, and when filings were put together.
#pragma once

#include <string>
#include <vector>

#include "stakebook.h"

namespace stakebook::door {

// By entry; of one entry what its reader noticed first. `filter.filing` may be a reference that
// points into the filing. Where the code asked for is a reader's, the claims are not derived; else
// the cost is that of deriving each issuer that is meant.
std::vector<Noticed> noticed(const Journal& journal, const std::string& path, NoticedFilter filter);

}  // namespace stakebook::door
