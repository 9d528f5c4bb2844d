// EDGAR's index of a filer's submissions, CIK##########.json: what ownership XML does not hold.
//
//   {"filings": {"recent": {"accessionNumber": ["0000950170-25-003585"], "form": ["4"],
//                           "filingDate": ["2025-01-08"], "reportDate": ["2025-01-06"]}}}
//     0000950170-25-003585   filed 2025-01-08, form 4, period 2025-01-06
//
// Older pages (CIK##########-submissions-001.json) hold these lists without the two levels above.
// The index's acceptanceDateTime is not used: whether it is Eastern time or UTC is not documented.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "filing/filing.h"

namespace stakebook::door {

struct ListedFiling {
  std::optional<Date> filed;
  std::optional<Date> period;
  std::string form;
};

using SubmissionIndex = std::map<AccessionNumber, ListedFiling>;

// CIK, ten digits, perhaps -submissions-001, .json.
bool is_submission_index_name(std::string_view file_name);

// nullopt where the text is not such an index.
std::optional<SubmissionIndex> read_submission_index(std::string_view text);

// Gives the filing the accession number that its place in EDGAR's folders tells, and what the index
// says of it; what the filing itself holds is never replaced. A note among the filing's diagnostics
// says what came from where.
void complete_submission(Filing& filing, const std::optional<AccessionNumber>& from_path,
                         const SubmissionIndex* index);

}  // namespace stakebook::door
