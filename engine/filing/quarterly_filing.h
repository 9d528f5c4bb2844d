// One filing of the quarterly tables, from its lines.
#pragma once

#include <array>

#include "filing/quarterly_tables.h"

namespace stakebook {

using QuarterlyIndexes = std::array<QuarterlyIndex, quarterly_tables_count>;

// `line` is the filing's line in SUBMISSION.
ReadResult read_quarterly_filing(const QuarterlyIndexes& tables, const QuarterlyLine& line,
                                 const ReadLimits& limits);

}  // namespace stakebook
