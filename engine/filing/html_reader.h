// The printed Form 3, 4 or 5 as HTML, as EDGAR's style sheets print it.
//
//   looks_like_html_form(text)     an HTML page with an ownership form's words on it; whether it is
//                                  one is told by reading it
//
// docs/reference/printed-forms.md says what is read.
#pragma once

#include <string_view>

namespace stakebook {

bool looks_like_html_form(std::string_view text);

}  // namespace stakebook
