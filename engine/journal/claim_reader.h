// Claims out of the tables.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "journal/claim.h"
#include "journal/filing_reader.h"
#include "journal/sqlite.h"

namespace stakebook {

// entry.known: texts order as instants do, since an unknown time of day is 24:00:00.
std::string known_text(Instant known);
// The last such text until then; after all of them where no time is asked for.
std::string known_until(std::optional<Instant> known);
std::optional<Instant> parse_known(std::string_view text);

// A claim with what only the chain wants to know.
struct StoredClaim {
  Claim claim;
  std::string content_hash;  // 32 bytes
  std::string hash;          // 32 bytes
};

class ClaimReader {
 public:
  explicit ClaimReader(Database& database);

  // Error(not_found) where there is no such entry, Error(damaged) where nobody appended this.
  StoredClaim read(std::int64_t entry);
  // Entry numbers, in order, of what was public by `known`.
  std::vector<std::int64_t> entries_of_issuer(PartyId issuer, std::optional<Instant> known);
  // Those that name the owner, and the records about all of the issuer's owners.
  std::vector<std::int64_t> entries_of(PartyId issuer, PartyId owner, std::optional<Instant> known);

 private:
  Record read_record(std::int64_t entry, std::string_view kind, Instant known);
  void read_holders(Claim& claim);

  Database& database_;
  FilingReader filings_;
  Statement select_entry_;
  Statement select_record_;
  Statement select_holders_;
  Statement select_of_issuer_;
  Statement select_of_owner_;
};

// Several statements that see one state of the ledger, whoever writes meanwhile.
class ReadTransaction {
 public:
  explicit ReadTransaction(Database& database);
  ~ReadTransaction();
  ReadTransaction(const ReadTransaction&) = delete;
  ReadTransaction& operator=(const ReadTransaction&) = delete;

 private:
  Database* database_ = nullptr;  // null within a batch, which is a transaction already
};

}  // namespace stakebook
