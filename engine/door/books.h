// Claims of one issuer to its book; many issuers on several threads, in order.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "stakebook.h"

namespace stakebook::door {

// Claims that the question reaches, derived and replayed. Error(storage | damaged) as the journal.
IssuerBook book_of(const Journal& journal, const Party& issuer, const std::optional<Party>& owner,
                   const Question& question);

// Issuers of which something was known, by name. `path` is the ledger's: each thread opens it anew.
void for_each_book(const Journal& journal, const std::string& path, const Question& question,
                   const std::function<bool(IssuerBook&&)>& visit);

}  // namespace stakebook::door
