// The words that name an account, brought to one form by named rules.
//
//   "Common Stock, par value $0.01 per share", "COMMON SHARES", "Common"     common
//   "Class A Common Stock", "Common Stock, Class A"                          class a common
//   "By Spouse.", "by wife", "Spouse"                                        spouse
//
// Titles:  T1 punctuation and case carry nothing      T2 a par value names no other security
//          T3 "common stock", "common shares", "common" are one     T4 the class goes first
//          T5 the plural of units, options, rights and warrants is the singular
//          T6 "(2)" at the end is a footnote's mark     T7 "(right to buy)" carries nothing
// Natures: N1 punctuation and case carry nothing      N2 "by", "by the", "held by" carry nothing
//          N3 wife and husband are the spouse         N4 "401(k) plan" is "401(k)"
//          N5 whatever leaves the holder to a footnote is one
#pragma once

#include <string>
#include <string_view>

namespace stakebook {

// Lower case, and every run of anything but letters, digits and non-ASCII bytes one blank.
std::string folded_words(std::string_view text);

std::string folded_title(std::string_view title);
std::string folded_nature(std::string_view nature);

// "See footnote (2)", "See Explanation of Responses": words that name no holder and leave it to a
// footnote.
bool points_to_footnote(std::string_view nature);

}  // namespace stakebook
