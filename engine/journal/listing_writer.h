// Listings into their table, with a chain of hashes of their own.
//
// 1. What says the same, whatever file it was read from, is written once.
// 2. A listing with an entry says that the entry's document was found in a folder named by the
//    accession number, after it had come from elsewhere.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "journal/listing.h"
#include "journal/sha256.h"
#include "journal/sqlite.h"

namespace stakebook {

class ListingWriter {
 public:
  explicit ListingWriter(Database& database);

  // At the start of a batch.
  void read_chain();
  // False where it is held already. `entry`: 0 for what an index says.
  bool append(const Listing& listing, std::int64_t entry, std::string_view source);

 private:
  void bind(Statement& statement, int parameter, const Listing& listing, std::int64_t entry);

  Sha256 sha256_;
  std::int64_t last_ = 0;
  Digest last_hash_{};
  std::string content_;
  std::string texts_[6];
  Statement find_;
  Statement insert_;
  Statement select_last_;
};

}  // namespace stakebook
