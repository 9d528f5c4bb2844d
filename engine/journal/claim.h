// A claim: an entry of the journal, read back. Everything that is derived is derived from these.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "filing/filing.h"
#include "journal/listing.h"
#include "journal/record.h"

namespace stakebook {

// A party of the ledger: an issuer or a reporting owner. Identity is the CIK; where a source has
// none, the name (collapsed, case ignored), within the issuer for owners.
using PartyId = std::int64_t;

struct Claim {
  std::int64_t entry = 0;  // the number every Reference starts with
  std::string hash;        // of the entry, 64 hex digits
  std::string source;      // the path or archive member it was read from, as given
  PartyId issuer = 0;
  std::vector<PartyId> owners;  // the holder set, in document order
  Instant known;
  // A filing is completed by what EDGAR's indexes say of it: `listed` names them.
  std::variant<Filing, Record> body;
  ListedFrom listed;

  const Filing* filing() const { return std::get_if<Filing>(&body); }
  const Record* record() const { return std::get_if<Record>(&body); }
  // Of a filing, where its source or an index tells it.
  std::optional<AccessionNumber> accession() const {
    return filing() != nullptr ? filing()->submission.accession : std::nullopt;
  }
};

}  // namespace stakebook
