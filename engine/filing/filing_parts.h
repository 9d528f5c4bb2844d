// Where the filings of one text begin and end.
//
//   <SEC-DOCUMENT> ... </SEC-DOCUMENT>                      <SUBMISSION> ... </SUBMISSION>
//   <SEC-DOCUMENT> ... </SEC-DOCUMENT>                      <SUBMISSION> ... </SUBMISSION>
//   <ownershipDocument> ... <ownershipDocument> ...         cut off, and another behind it
//
// 1. The parts lie end to end and cover the text; there is at least one.
// 2. Several documents of one submission are one part: they are filed under one accession number.
// 3. A printed form is one part.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "filing/filing.h"
#include "filing/xml_text.h"

namespace stakebook {

// At most `parts_max`; the last one then holds the rest.
std::vector<Span> filing_parts(std::string_view text, SourceFormat format, std::size_t parts_max);

// Where the next <ownershipDocument> begins that does not stand in a comment; npos where there is
// none.
std::size_t find_ownership_document(std::string_view text, std::size_t from);

}  // namespace stakebook
