// A document that was found, as what comes of it: filings, or why not.
//
//   a file with one filing          one claim, "form4.xml"
//   a file of filings end to end    a claim each, "day.txt#1", "day.txt#2"
//   an EDGAR index                  its listings
//   siblings                        whatever read_siblings() makes of them
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "door/edgar_index.h"
#include "door/found_document.h"
#include "filing/filing.h"

namespace stakebook::door {

// A filing or a refusal.
struct ReadClaim {
  std::string source;
  std::optional<Filing> filing = {};
  std::optional<Diagnostic> refusal = {};
};

struct ReadDocument {
  std::vector<ReadClaim> claims;
  // Where there are too many to hold: asked for one after the other, after `claims`, by the thread
  // that writes; absent at the end.
  std::function<std::optional<ReadClaim>()> more = {};
  std::optional<Listings> index = {};
  std::string source = {};  // of the index
  bool is_of_archive = false;
  std::uint64_t position = 0;
};

// Reads the file where the bytes are not there yet. By any thread.
ReadDocument read_document(FoundDocument&& found);

// Several files that mean something only together (sibling_group.h).
ReadDocument read_siblings(FoundDocument&& group);

}  // namespace stakebook::door
