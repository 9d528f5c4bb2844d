// The footnotes that a row cites.
#pragma once

#include <vector>

#include "filing/document.h"

namespace stakebook {

// By any of its fields, then by its transaction coding as a whole; each once.
std::vector<FootnoteId> cited_footnotes(const Row& row);

// Those of `ids` that the document has: references may dangle.
std::vector<const Footnote*> resolved(const std::vector<FootnoteId>& ids,
                                      const OwnershipDocument& document);

}  // namespace stakebook
