// Repairs of XML that is broken in ways seen in filings, each of which can be read in one way only.
//
//   Johnson & Johnson                     Johnson &amp; Johnson            bare-ampersand
//   <nonDerivativeTable ativeTable>       <nonDerivativeTable>             attribute-repaired
//   owns <5% of                           owns &lt;5% of                   bare-less-than
//   <city>Anywhere</state>            <city>Anywhere</city>            end-tag-repaired
//   <issuerNa / me>                       <issuerName>                     lines-joined
//     (a file cut into lines of one length, through the middle of its tags: old agents' software)
//
// 1. A repair never changes a well-formed document.
// 2. Every repair leaves a diagnostic, whose place stands as an offset in the text given.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "filing/source_text.h"

namespace stakebook {

// At most so many are reported. Markup that needs as many is not repaired but rewritten.
inline constexpr std::size_t repairs_max = 1'000;

struct Repair {
  const char* code;
  std::string message;
  std::size_t offset;  // in the text before the repair
};

// Bare ampersands and impossible character references. `text` comes back changed only for the
// latter: the parser reads a bare ampersand as itself.
void repair_references(std::string& text, OffsetMap& map, std::vector<Repair>& repairs);

// Lines cut to one length through tags, joined again; nullopt where that is not what is wrong.
std::optional<std::string> joined_lines(std::string_view text, OffsetMap& map,
                                        std::vector<Repair>& repairs);

// Attributes without a value, values without quotes, < signs that begin no tag, and end tags that
// are misnamed, missing after a text, or close nothing.
std::string repaired_tags(std::string_view text, OffsetMap& map, std::vector<Repair>& repairs);

}  // namespace stakebook
