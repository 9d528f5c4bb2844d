// Which filings are meant, and their entries, some at a time: a ledger of any size is walked in a
// memory that does not grow with it.
//
//   FilingList list(database, {.issuer = 3}, {}, {3}, {});
//   for (auto entries = list.next(); !entries.empty(); entries = list.next()) ...
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/journal.h"
#include "journal/listing_reader.h"
#include "journal/sqlite.h"

namespace stakebook {

// Entries of the filings that a text names: an accession number, whether the filing's own or one
// that a listing gives it (several entries, where it came with several contents), or an entry's
// number; absent for an empty text, which names all. Error(invalid_input) where it is neither,
// Error(not_found) where the ledger has none of them.
using NamedEntries = std::optional<std::vector<std::int64_t>>;
NamedEntries entries_named(const std::string& filing, Database& database, ListingReader& listings);

// " AND column IN (5, 7)"; empty where all are meant.
std::string condition_of(const NamedEntries& meant, std::string_view column);

class FilingList {
 public:
  // Entries appended later are not listed. `meant`: what the filter's filing names; `issuers` and
  // `owners`: the filter's, and those who are merged into them.
  FilingList(Database& database, const FilingFilter& filter, const NamedEntries& meant,
             const std::vector<PartyId>& issuers, const std::vector<PartyId>& owners);

  // The next entries, in order; none where there are no more.
  std::vector<std::int64_t> next();

 private:
  std::string known_;
  std::int64_t last_;
  std::int64_t after_ = 0;
  Statement select_;
};

}  // namespace stakebook
