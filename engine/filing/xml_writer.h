// A filing written back as ownership XML, in the order of the SEC's schemas.
//
//   const WrittenXml written = write_ownership_xml(filing);
//   written.text         <?xml ...?><ownershipDocument> ... </ownershipDocument>
//   written.left_out     an element kept unread: ownership XML has no place for it
//   written.objections   aff10b5One: the schema demands it, and the filing has none
//
// 1. read_filing(written.text) gives the same document, field by field (value, presence, typed
//    text, footnotes), except for what `left_out` tells. Typed text is written as it was typed,
//    where the filing came as XML; from other sources the value is written.
// 2. Nothing is made up: what the schema demands and the filing has not is an objection.
// 3. Where there is no objection the text validates against the schemas of specification 5.5
//    (one a form); nothing read from XML that validates meets with one.
#pragma once

#include <string>
#include <vector>

#include "filing/filing.h"

namespace stakebook {

// Something to be said of what was written, and the element that it is about ("aff10b5One").
struct WrittenNote {
  std::string element;
  Diagnostic diagnostic;  // its place: "table I row 2: transactionDate"

  friend bool operator==(const WrittenNote&, const WrittenNote&) = default;
};

struct WrittenXml {
  std::string text;
  std::vector<WrittenNote> left_out;
  std::vector<WrittenNote> objections;
};

WrittenXml write_ownership_xml(const Filing& filing);

}  // namespace stakebook
