// What readers noticed in filings that were taken, and the files that were not taken.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "journal/filing_list.h"
#include "journal/journal.h"
#include "journal/sqlite.h"

namespace stakebook {

// By entry. `meant`: what the filter's filing names. `completed` reads a filing as listings
// complete it; empty where there are no listings.
std::vector<Noticed> noticed_in(Database& database, const NoticedFilter& filter,
                                const NamedEntries& meant,
                                const std::function<Claim(std::int64_t entry)>& completed);

std::vector<SetAside> set_aside_in(Database& database);

}  // namespace stakebook
