// A listing: what one of EDGAR's indexes says about a filing. A claim of its own, which completes
// the filing when claims are read; it is never written into the filing.
//
//   CIK0000001234.json: 0001200001-25-000007, form 4, filed 2025-03-05, period 2025-03-03
//   master.idx:         0001200001-25-000007, form 4, filed 2025-03-05
//
// An index may come before the filings, after them, or from another folder: the answers are the
// same. The same listing twice is one.
#pragma once

#include <optional>
#include <string>

#include "value/date.h"
#include "value/identifier.h"
#include "value/instant.h"

namespace stakebook {

struct Listing {
  AccessionNumber accession;
  std::optional<Cik> filer = {};         // whose index, or in whose folder: an issuer or an owner
  std::optional<std::string> form = {};  // "4", "4/A"
  std::optional<Date> filed = {};        // the official filing date
  std::optional<std::string> acceptance = {};  // acceptanceDateTime as it stands there
  std::optional<Instant> accepted = {};  // the same in US Eastern, where its zone could be decided
  std::optional<Date> period = {};       // of report
  std::optional<std::string> primary_document = {};  // the file's name alone: "form4.xml"

  friend bool operator==(const Listing&, const Listing&) = default;
};

// Where a claim has what its own source does not tell. Empty where nothing was taken.
struct ListedFrom {
  std::string accession;  // the source of the listing that gave the accession number
  std::string dates;      // of the one that gave the filing date or the acceptance time
};

}  // namespace stakebook
