// The printed Form 3, 4 or 5 as plain text: what a browser shows, converted to text.
//
//   looks_like_printed_form(text)     true where read_printed_text() will read the text
//
// docs/reference/printed-forms.md says which layouts are read and what is left absent.
#pragma once

#include <string_view>

namespace stakebook {

// A page with the boxes of an ownership form. False for markup and for EDGAR submissions, which
// hold such a page at most as one of their parts.
bool looks_like_printed_form(std::string_view bytes);

}  // namespace stakebook
