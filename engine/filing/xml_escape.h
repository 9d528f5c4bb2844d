// Text as XML 1.0 can hold it.
//
//   append_escaped(out, "AT&T <new>", Quoting::text)    AT&amp;T &lt;new&gt;
//
// 1. What comes out is UTF-8 and holds only characters that XML 1.0 allows (section 2.2: no control
//    characters but tab, line feed and carriage return; neither U+FFFE nor U+FFFF).
// 2. A character that XML cannot hold, and a byte that is no UTF-8, becomes U+FFFD, and is told of.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace stakebook {

enum class Quoting : unsigned char { text, attribute };

// How many characters were replaced.
std::size_t append_escaped(std::string& out, std::string_view text, Quoting quoting);

// The characters of a UTF-8 text (a byte that is no UTF-8 counts as one), as a schema counts them.
std::size_t character_count(std::string_view text);

}  // namespace stakebook
