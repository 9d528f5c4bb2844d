// EDGAR's full and daily indexes, as text. After lines about the index, a line of titles, one of
// hyphens, and a line a filing and party:
//
//   master.idx   CIK|Company Name|Form Type|Date Filed|Filename
//                1234|Example Corp|4|2025-03-05|edgar/data/1234/0001200001-25-000007.txt
//   form.idx, company.idx, crawler.idx   the same in columns of a fixed width, in another order
//
// 1. A filing is listed under every CIK it names: its issuer and each of its owners.
// 2. Dates are 2025-03-05 or 20250305 (daily indexes). The index tells no time of day and no
//    period. The accession number is the name of the file.
// 3. A line that is not a filing's is passed over.
#pragma once

#include <optional>
#include <string_view>

#include "door/edgar_index.h"

namespace stakebook::door {

// nullopt where there is no line of titles.
std::optional<Listings> read_full_index(std::string_view bytes);

}  // namespace stakebook::door
