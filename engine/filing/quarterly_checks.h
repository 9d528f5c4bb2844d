// What can be said about a filing of the quarterly tables once its lines are read: what it lacks,
// which footnotes do not meet, which tables and columns were not there to be read.
#pragma once

#include <vector>

#include "filing/quarterly_context.h"

namespace stakebook {

// The context stands at the row's line.
void check_quarterly_row(QuarterlyContext& context, const Row& row);
// The context stands at the filing's line in SUBMISSION; `read` are the tables with lines of it.
void check_quarterly_filing(QuarterlyContext& context, AccessionNumber accession,
                            const std::vector<QuarterlyTable>& read);

}  // namespace stakebook
