// The phrases that vesting language is made of. A sentence becomes a list of phrases; what none of
// the readers knows is an Unknown of one token, so nothing is skipped unseen.
//
//   "25% of the shares vest on March 8, 2021 and the rest in 36 equal monthly steps thereafter"
//     Amount{1/4} Verb Dates{2021-03-08} Amount{rest} Installments{36, equal, 1 month} Thereafter
//
// To teach the grammar a new wording, add it to the reader of its phrase (amount_phrase.cpp,
// when_phrase.cpp, verb_phrase.cpp) or, where it changes nothing, to filler_phrase.cpp.
#pragma once

#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "vesting/date_words.h"
#include "vesting/number_words.h"
#include "vesting/terms.h"
#include "vesting/token.h"

namespace stakebook::language {

// "25% of the shares", "the remaining one-third", "14,286", "all of the options".
struct Amount {
  std::optional<WrittenFraction> fraction;
  std::optional<Decimal> count;
  bool whole = false;            // "100%", "in full", "all of the shares"
  bool rest = false;             // "the remainder", "the remaining shares"
  bool remaining = false;        // "the remaining one-third", "the remaining 39,127"
  bool of_remainder = false;     // "one-third of the remaining unvested shares"
  bool each = false;             // "1/3 each"
  std::optional<Decimal> total;  // "one-fourth of the 892,500 shares"
};

// A day that the terms name without a date.
struct Reference {
  enum class Kind : unsigned char { grant, commencement, indicated, stated };
  Kind kind = Kind::stated;
  std::optional<Date> date;  // "the grant date (03/05/2012)", or the day itself
  bool apposed = false;      // the date stands after a comma, and may belong to a longer phrase
};

struct Anniversaries {
  std::vector<int> numbers;  // 1, 2, 3: so many units after `of`
  bool every = false;        // "each anniversary"
  Period unit{12, Period::Unit::months};
  std::optional<Reference> of;
};

using Moment = std::variant<Date, Reference, Anniversaries>;

struct Verb {
  bool vests = false;     // it speaks of vesting or lapse, not of exercise alone
  bool being = false;     // "are vested", "was exercisable": how things stand
  bool emphatic = false;  // "fully", "100%", "immediately", "currently"
  bool past = false;      // "vested", "became exercisable"
};
struct Dates {
  DateList list;
  bool each = false;   // "on each of"
  bool as_of = false;  // "as of"
};
struct Installments {
  std::optional<int> count;
  std::optional<Period> period;
  std::optional<WrittenFraction> fraction;
  bool equal = false;
};
struct Frequency {
  Period period;
  std::optional<DayRule> day_rule;
};
struct Duration {
  int months = 0;
  bool following = false;
};  // "over the succeeding 36 months"
struct Start {
  Moment moment;
  bool on_it = false;
};  // beginning on it, or a period after it
struct End {
  std::optional<Moment> moment;  // absent: "until fully vested"
  bool all_by_then = false;      // "so that all are vested on"; not "until" or "through"
};
struct At {
  Reference reference;
};  // "on the date of grant"
struct Thereafter {};
struct Immediately {};
struct Respectively {};
struct OfWhich {};         // what follows is a part of the amount before it
struct OfTheRemainder {};  // "Of the remaining unvested options in this grant, ..."
struct RoundedDown {};     // "excluding any fractional share"
struct Expiry {
  Date date;
};  // "and expires on March 1, 2030"
struct Filler {};
struct Unknown {};

using Content = std::variant<Unknown, Filler, Amount, Verb, Dates, Installments, Frequency,
                             Duration, Anniversaries, Start, End, At, Thereafter, Immediately,
                             Respectively, OfWhich, OfTheRemainder, RoundedDown, Expiry>;

struct Phrase {
  Content content;
  std::size_t first = 0;  // its tokens, [first, end) in the sentence
  std::size_t end = 0;
};

std::vector<Phrase> read_phrases(std::span<const Token> sentence);

// The readers: each moves the cursor past its phrase, or stays and returns nothing.
std::optional<Amount> read_amount(Cursor& cursor);
std::optional<Content> read_when(Cursor& cursor);
std::optional<Verb> read_verb(Cursor& cursor);
std::optional<Content> read_filler(Cursor& cursor);
std::optional<Reference> read_reference(Cursor& cursor);
std::optional<Anniversaries> read_anniversaries(Cursor& cursor);

// Words that name the securities of the grant ("the shares subject to the option"); whether one of
// them says that only the unvested rest is meant.
struct Units {
  bool of_remainder = false;
};
std::optional<Units> read_units(Cursor& cursor);

}  // namespace stakebook::language
