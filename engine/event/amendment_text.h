// What an amendment says of the filing that it amends: its footnotes and remarks, sentence by
// sentence.
//
//   "... and this amendment withdraws such Form 4."          withdraws_filing
//   "The sale should not have been reported."                retracts_rows
//   "The grant was inadvertently reported twice."            reports_duplicate
//   "... amends and restates the Form 4 in its entirety."    restates_filing
//   "Form 4 ... incorrectly reported this as an acquisition" corrects
//   "... to report a purchase that was omitted from ..."     adds
//
// 1. Only rows that a text takes back are taken back, so the patterns are narrow: a sentence that
//    is negated, conditional, or goes on to say what is right instead withdraws nothing.
// 2. `corrects` and `adds` move nothing by themselves; they decide between two ways to read a row.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "filing/document.h"

namespace stakebook {

struct AmendmentStatement {
  enum class Kind : unsigned char {
    withdraws_filing,
    retracts_rows,
    reports_duplicate,
    restates_filing,
    corrects,
    adds,
  };
  Kind kind = Kind::corrects;
  FootnoteId footnote;          // empty: the remarks
  std::string quote;            // the sentence, as filed
  std::vector<Shares> amounts;  // that the sentence names
  std::vector<Date> dates;
};

// Of one text, in its order.
std::vector<AmendmentStatement> amendment_statements_in(std::string_view text);
// Of all footnotes and the remarks.
std::vector<AmendmentStatement> amendment_statements_in(const OwnershipDocument& document);

// Whether a text says that it speaks as of the amendment's own date: "owned as of the date of this
// filing". Holdings of an amendment otherwise speak as of the original's date.
bool speaks_as_of_this_filing(std::string_view text);

// The day that a balance speaks of by its footnote: "Represents holdings as of February 7, 2020".
std::optional<Date> holdings_as_of(std::string_view text);

}  // namespace stakebook
