// Phrases to clauses: an amount, and what the sentence says of when it vests.
//
//   "25% of the shares vest on March 8, 2021 and the rest in 36 equal monthly steps thereafter"
//     { 1/4, dates 2021-03-08 }, { rest, 36 equal instalments, 1 month, thereafter }
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "vesting/phrase.h"

namespace stakebook::language {

struct Clause {
  std::optional<Amount> amount;
  std::vector<Decimal> counts;  // "39,422 and 39,423 shares, respectively"
  // "the remaining units vest 12.5% in ...": the fraction is of the grant.
  bool of_a_remainder = false;
  bool verb = false;
  std::optional<Dates> dates;
  std::optional<Anniversaries> anniversaries;
  std::optional<Installments> installments;
  std::optional<Frequency> frequency;
  std::optional<Duration> duration;
  std::optional<Start> start;
  bool start_of_duration = false;  // "over the four-year period commencing on", without a comma
  std::optional<End> end;
  std::optional<Reference> at;
  bool immediately = false;
  bool thereafter = false;
  bool respectively = false;
  std::size_t first = 0;  // its tokens in the sentence
  std::size_t last = 0;

  bool says_when() const {
    return dates || anniversaries || installments || frequency || duration || start || end || at ||
           immediately;
  }
  // Whether it names a day, directly or by counting.
  bool says_from_when() const {
    return dates || anniversaries || start || at || immediately || thereafter;
  }
};

struct ClauseList {
  std::vector<Clause> clauses;
  std::optional<Decimal> total;  // "was granted 4,120 options, of which ..."
  bool has_verb = false;
  bool vests = false;         // some verb speaks of vesting, not of exercise alone
  bool past = false;          // every verb does so in the past tense
  bool emphatic = false;      // "fully", "100%", "immediately", "currently"
  bool of_remainder = false;  // "Of the remaining unvested options ..."
  bool rounded_down = false;
  std::optional<Date> expires;
  std::string fault;  // why the sentence is not read; empty where it is
};

ClauseList read_clauses(std::span<const Token> sentence, std::span<const Phrase> phrases);

}  // namespace stakebook::language
