// Whether a filing is in the ledger, before it is appended.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "journal/journal.h"
#include "journal/sha256.h"
#include "journal/sqlite.h"

namespace stakebook {

struct HeldFiling {
  AppendOutcome outcome = AppendOutcome::appended;
  std::int64_t entry = 0;  // that holds it; 0 where it is to be appended
  // The entry had no accession number, and has that of the path now: a listing to be written.
  bool is_placed_anew = false;
  // Another filing with the very same document as one that is held: only its number, which is the
  // path's, keeps the two apart, and so it must be in the content (with_number()).
  bool wants_number = false;
};

Filing with_number(const Filing& filing);

class HeldFilings {
 public:
  explicit HeldFilings(Database& database);

  std::optional<std::int64_t> entry_with(const Digest& content_hash);
  HeldFiling look_up(const Filing& filing, const Digest& content_hash);

 private:
  HeldFiling of_same_content(const Filing& filing, std::int64_t entry);
  // Entries that have the accession number, whoever told it. The quarterly tables say again what
  // was filed, so they and another source are no two versions.
  std::vector<std::int64_t> entries_with(const AccessionNumber& accession, SourceFormat format);
  bool is_same_document(const Filing& filing, std::int64_t entry);

  Database& database_;
  Statement find_content_;
  Statement find_accession_;
  Statement find_accessions_of_;
};

}  // namespace stakebook
