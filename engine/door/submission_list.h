// EDGAR's lists in JSON: the submissions of a filer, and the files of a filing's folder.
//
//   {"cik": "1234", "filings": {"recent": {
//      "accessionNumber": ["0001200001-25-000007"], "form": ["4"], "filingDate": ["2025-03-05"],
//      "reportDate": ["2025-03-03"], "acceptanceDateTime": ["2025-03-05T23:41:25.000Z"],
//      "primaryDocument": ["xslF345X05/form4.xml"]}}}
//   {"directory": {"name": "/Archives/edgar/data/1234/000120000125000007",
//      "item": [{"name": "form4.xml"}]}}
//
// 1. Older pages of a filer (CIK##########-submissions-001.json) hold the lists without the levels
//    above them, and no CIK.
// 2. The folder of a style sheet before a primary document's name is the rendering, not the file.
// 3. Lists of unequal length, other types and odd values leave the rest readable.
#pragma once

#include <optional>
#include <string_view>

#include "door/edgar_index.h"

namespace stakebook::door {

// nullopt where the text is no such list.
std::optional<Listings> read_submission_list(std::string_view text);

}  // namespace stakebook::door
