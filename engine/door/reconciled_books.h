// Books of one issuer each, reconciled; many issuers on several threads, in order.
#pragma once

#include <functional>
#include <string>

#include "stakebook.h"

namespace stakebook::door {

// As Ledger::for_each_reconciled_book. `path` is the ledger's: each thread opens it anew.
void for_each_reconciled_book(const Journal& journal, const std::string& path,
                              const Question& question,
                              const std::function<bool(ReconciledBook&&)>& visit);

}  // namespace stakebook::door
