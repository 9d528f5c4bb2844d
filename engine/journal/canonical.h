// Canonical bytes: what is hashed and compared. Equal claims have equal bytes, unequal ones do not.
//
//   number   = LEB128: seven bits a byte, least first, the high bit set on all but the last
//   text     = number of its bytes, then the bytes
//   list     = number of its items, then the items
//   optional = 0, or 1 and the value
//   field    = one byte: presence (0 absent, 1 empty, 2 given) + 4 with a value + 8 with as_filed
//              + 16 with footnotes; then what is there: value's canonical text, as_filed, footnotes
//   filing   = text "filing 1", submission, head fields, owners, table I, table II, footnotes,
//              signatures, unread; fields in the order of for_each_..._field
//   record   = text "record 1", kind, effective, known, author, reason, members as optional texts
//
// An entry's bytes are its content's bytes and, after them, its circumstances': source, format,
// diagnostics, the parties it was given to and the party rows that it made.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "filing/filing.h"
#include "journal/claim.h"
#include "journal/listing.h"
#include "journal/record.h"

namespace stakebook {

// The rows of `party` and `party_name` that an entry made.
struct PartyRow {
  PartyId id = 0;
  std::string role;               // issuer or owner
  std::optional<PartyId> within;  // the issuer, for an owner that came without a CIK
};
struct PartyNameRow {
  std::int64_t number = 0;
  PartyId party = 0;
  std::string kind;  // cik, name or symbol
  std::string name;
  std::string search;
};
struct NewParties {
  std::vector<PartyRow> parties;
  std::vector<PartyNameRow> names;
};

// Everything stored with an entry that its content does not say.
struct Circumstances {
  std::string_view source;
  PartyId issuer = 0;
  const std::vector<PartyId>& owners;
  const NewParties& new_parties;
};

// Each appends to `out`, so that one buffer serves a whole import.
void append_canonical(const Filing& filing, std::string& out);
void append_canonical(const Record& record, std::string& out);
// `filing` is null for a record.
void append_circumstances(const Circumstances& circumstances, const Filing* filing,
                          std::string& out);
// What the chain of listings hashes. `entry`: 0 for what an index says.
void append_canonical(const Listing& listing, std::int64_t entry, std::string_view source,
                      std::string& out);
// What the chain of files set aside hashes.
void append_canonical(std::string_view source, const Diagnostic& reason, std::string& out);

}  // namespace stakebook
