// The one writer of a ledger: a transaction, the chain of hashes, the rows of an entry.
//
// 1. begin() takes the only write lock there is, or throws Error(busy).
// 2. An append that throws leaves the transaction unfit: commit() refuses, rollback() is all that
//    is left. A record that is refused (Error(not_found | ambiguous)) leaves no trace.
// 3. commit() returns when the entries are on the disk (write-ahead log, synchronous=FULL).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "journal/filing_writer.h"
#include "journal/held_filings.h"
#include "journal/journal.h"
#include "journal/listing_writer.h"
#include "journal/parties.h"
#include "journal/sha256.h"
#include "journal/sqlite.h"

namespace stakebook {

class Writer {
 public:
  explicit Writer(Database& database);

  void begin();
  Appended append(const Filing& filing, std::string_view source);
  Appended append(const Record& record, std::string_view source);
  bool append(const Listing& listing, std::string_view source);
  void set_aside(std::string_view source, const Diagnostic& reason);
  void commit();
  void rollback() noexcept;

 private:
  PartyId find_filing_parties(const Filing& filing);
  PartyId find_record_parties(const Record& record);
  PartyId find_identified(std::string_view issuer_text, std::string_view owner,
                          std::string_view other);
  void take_parties_of(const Reference& reference, PartyId& issuer);
  std::int64_t write_entry(std::string_view kind, PartyId issuer, Instant known,
                           std::string_view source, const Filing* filing);
  void write_record(const Record& record);
  void read_chain();

  Database& database_;
  Sha256 sha256_;
  PartyResolver parties_;
  HeldFilings held_;
  FilingWriter filings_;
  ListingWriter listings_;
  bool failed_ = false;

  std::int64_t last_entry_ = 0;
  Digest last_hash_{};
  std::int64_t last_set_aside_ = 0;
  Digest last_set_aside_hash_{};

  // Of the entry that is being written; kept so that their memory serves the next one.
  std::string content_;
  std::string circumstances_;
  Digest content_hash_{};
  std::vector<PartyId> owners_;

  Statement insert_entry_;
  Statement insert_holder_;
  Statement insert_record_;
  Statement find_set_aside_;
  Statement insert_set_aside_;
  Statement select_last_entry_;
  Statement select_last_set_aside_;
};

}  // namespace stakebook
