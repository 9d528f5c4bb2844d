// What can be said about an ownership document once it is read: what it lacks, which footnotes do
// not meet. Findings of substance (balances, dates against each other) are the audit's, not these.
#pragma once

#include <vector>

#include "filing/xml_context.h"
#include "filing/xml_row.h"

namespace stakebook {

void check_document(XmlContext& context, const std::vector<RowFacts>& rows, std::size_t root);

}  // namespace stakebook
