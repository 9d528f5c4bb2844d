// The readers behind reader.h, on a source that is known to be text of a bearable size.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "filing/reader.h"
#include "filing/source_text.h"
#include "filing/xml_text.h"

namespace stakebook {

ReadResult refused(const char* code, std::string message, std::string place = {});

// Of a page: it has more than `limit` of `what`.
ReadResult refused_size(std::string_view what, std::size_t limit);
// Of what is none of the formats: `what` it is.
ReadResult refused_as(std::string_view what);

// Where a part of the source holds a zero byte, which no text does.
std::optional<ReadResult> refused_zero(const SourceText& source, Span part);

// Reads the ownership document that stands in a part of the source; places count from the source's
// beginning.
ReadResult read_xml_part(const SourceText& source, Span part, const ReadLimits& limits);
ReadResult read_submission(const SourceText& source, Span part, const ReadLimits& limits);

std::optional<SourceFormat> format_of(std::string_view text);

}  // namespace stakebook
