// Which filings are meant, and their entries, some at a time: a ledger of any size is walked in a
// memory that does not grow with it.
//
//   FilingList list(database, {.filing = "0001104659-07-012345"}, {}, {});
//   for (auto entries = list.next(); !entries.empty(); entries = list.next()) ...
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "journal/journal.h"
#include "journal/sqlite.h"

namespace stakebook {

// Which filings a text names, as a condition on ?1 and the table filing as f: an accession number
// (several entries, where it came with several contents), an entry's number, or all where it is
// empty.
struct FilingCondition {
  std::string text;  // ?1
  const char* sql;
};

// Error(invalid_input) where the text is neither.
FilingCondition condition_of(const std::string& filing);
// Error(not_found) where the ledger has none that fits; an empty text always fits.
void require_filing(Database& database, const FilingCondition& condition);

class FilingList {
 public:
  // Error(invalid_input | not_found) as above. Entries appended later are not listed. `issuers` and
  // `owners`: the filter's, and those who are merged into them.
  FilingList(Database& database, const FilingFilter& filter, const std::vector<PartyId>& issuers,
             const std::vector<PartyId>& owners);

  // The next entries, in order; none where there are no more.
  std::vector<std::int64_t> next();

 private:
  FilingCondition condition_;
  std::string known_;
  std::int64_t last_;
  std::int64_t after_ = 0;
  Statement select_;
};

}  // namespace stakebook
