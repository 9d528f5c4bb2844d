// What one sentence of a footnote does: it sets a schedule, says that all is vested, adds an
// acceleration or a forfeiture, mentions vesting in passing, or has nothing to do with it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vesting/clause.h"
#include "vesting/token.h"

namespace stakebook::language {

struct Sentence {
  enum class Kind : unsigned char {
    unrelated,
    fragment,  // "the balance in 36 monthly installments": a part and a time, but no verb
    mention,   // "shares withheld upon the vesting of units", "holds vested options"
    side,      // "all units vest upon a change in control": beside a schedule, not of it
    state,     // "the option is fully vested"
    schedule,  // `clauses` say when
    unread,    // about vesting, but not understood; `reason` says where
  };
  Kind kind = Kind::unrelated;
  std::span<const Token> tokens;
  ClauseList clauses;
  std::string reason;
};

// The sentences of a text; a proviso ("provided, however, that ...") is a sentence of its own.
// The tokens are those of `text`.
std::vector<Sentence> read_sentences(std::string_view text, std::span<const Token> tokens);

// The words by which a text makes vesting depend on more than time and service: "performance",
// "liquidity event", "the earlier of". Empty where there are none.
std::string condition_in(std::span<const Token> tokens);

}  // namespace stakebook::language
