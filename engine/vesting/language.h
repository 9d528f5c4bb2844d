// Footnote text to terms and statements. Pure: text and row in, a reading with quoted spans out.
//
//   "options to purchase 14,286 shares vest on March 31, 2008 and September 30, 2008, and options
//    to purchase 14,284 shares vest on March 31, 2009"
//     -> three dated steps: 14,286 on 2008-03-31, 14,286 on 2008-09-30, 14,284 on 2009-03-31
//
// What is not understood is said to be so, with the part that was; nothing is guessed.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vesting/terms.h"

namespace stakebook {

// A part of the text that was read: text.substr(begin, length).
struct Span {
  std::size_t begin = 0;
  std::size_t length = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

// What the row that cites the footnote says; each part absent where it does not.
struct RowContext {
  std::string security_title;
  std::optional<Date> transaction_date;  // the grant date where the row is a grant
  bool is_grant = false;
  std::optional<Shares> quantity;  // of the row
  std::optional<Price> strike;
  std::optional<Date> exercise_date;
  std::optional<Date> expiration_date;
};

struct TermsReading {
  enum class Outcome : unsigned char {
    no_vesting_language,  // the text is not about vesting
    understood,           // `terms` is complete
    vested,               // fully vested or exercisable now; no schedule
    inconsistent,         // it contradicts itself or its row; `reason` says how
    not_understood,       // it is about vesting, but not read; `reason` says what was missing
  };
  Outcome outcome = Outcome::no_vesting_language;
  std::optional<VestingTerms> terms;
  std::optional<Shares> granted;  // the amount the terms apply to, where the text states it
  // The steps are of what was unvested when the filing was made, not of the grant; `granted` is
  // then that rest, where the text states it or its counts sum to it.
  bool of_unvested_remainder = false;
  std::vector<Span> quotes;
  std::string reason;
};

TermsReading read_terms(std::string_view text, const RowContext& row);

// The same for a text that many rows cite: parsed once, read against each row.
class VestingText {
 public:
  explicit VestingText(std::string_view text);
  VestingText(VestingText&&) noexcept;
  VestingText& operator=(VestingText&&) noexcept;
  ~VestingText();

  TermsReading read(const RowContext& row) const;

 private:
  struct Parsed;
  std::unique_ptr<Parsed> parsed_;  // null where the text has no word of vesting
};

// "vested options to purchase 47,144 shares of common stock that expire February 27, 2016": a
// holding that a footnote states in words.
struct HoldingStatement {
  enum class State : unsigned char { vested, vested_within_60_days, unvested, not_stated };
  Shares quantity;
  State state = State::not_stated;
  std::string security;  // "options to purchase common stock", "Class B warrants"
  std::optional<Date> expires;
  bool held_by_spouse = false;
  Span quote;
};

std::vector<HoldingStatement> read_holding_statements(std::string_view text);

}  // namespace stakebook
