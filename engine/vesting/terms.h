// Vesting terms: a small program that says which part of a grant vests when.
//
//   25% on 2026-03-31 and 36 equal monthly parts on the last day of each month thereafter:
//     anchor 2025-03-31, day_rule last_day_of_month,
//     series { cliff: 1 x 12 months, 1/4 of the grant }, { 36 x 1 month, 1/48 each }
//
// The vocabulary is the Open Cap Format's (schema/objects/VestingTerms), with absolute dates and
// stated counts beside it. `expand` (expansion.h) turns terms and a granted amount into tranches.
#pragma once

#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "value/date.h"
#include "value/quantity.h"
#include "value/ratio.h"

namespace stakebook {

// How a whole number of shares is spread over tranches that do not divide it. The Open Cap Format's
// enumeration, on 18 shares over 4 tranches (N = 18, k = 4, q = 4, r = 2):
enum class AllocationRule : unsigned char {
  cumulative_rounding,             // 5-4-5-4   after i tranches floor(N*i/k + 1/2) have vested
  cumulative_round_down,           // 4-5-4-5   after i tranches floor(N*i/k) have vested
  front_loaded,                    // 5-5-4-4   the first r tranches get one more
  back_loaded,                     // 4-4-5-5   the last r tranches get one more
  front_loaded_to_single_tranche,  // 6-4-4-4   the first tranche gets the whole remainder
  back_loaded_to_single_tranche,   // 4-4-4-6   the last tranche gets the whole remainder
  fractional,                      // 4.5 each  no rounding
  // Not Open Cap's: "each rounded down to a whole share, except the final vesting date". Over equal
  // parts it is back_loaded_to_single_tranche; 1,681 at 25% and 12 x 6.25%: 420, 11 x 105, 106.
  per_tranche_round_down,
};

// On which day of its month a relative step falls.
struct DayRule {
  enum class Kind : unsigned char {
    // The start's day, or the month's last (VESTING_START_DAY_OR_LAST_DAY_OF_MONTH).
    anchor_day_or_last,
    // `day`, or the month's last where it is shorter (01 ... 28, 29/30/31_OR_LAST_DAY_OF_MONTH).
    fixed_day_or_last,
    last_day_of_month,
    // The start's day, or the first of the next month: anniversaries of 29 February on 1 March.
    anchor_day_or_next,
  };
  Kind kind = Kind::anchor_day_or_last;
  int day = 0;  // fixed_day_or_last only, 1 to 31

  friend bool operator==(const DayRule&, const DayRule&) = default;
};

struct Period {
  enum class Unit : unsigned char { days, months };
  int length = 1;
  Unit unit = Unit::months;

  friend bool operator==(const Period&, const Period&) = default;
};

// What one step vests: a part of the grant, a part of what is still unvested before the step, a
// stated count, or all that is left.
struct PartOfGrant {
  Ratio fraction;
  friend bool operator==(const PartOfGrant&, const PartOfGrant&) = default;
};
struct PartOfRemainder {
  Ratio fraction;
  friend bool operator==(const PartOfRemainder&, const PartOfRemainder&) = default;
};
struct StatedCount {
  Shares count;
  friend bool operator==(const StatedCount&, const StatedCount&) = default;
};
struct Rest {
  friend bool operator==(const Rest&, const Rest&) = default;
};
using Portion = std::variant<PartOfGrant, PartOfRemainder, StatedCount, Rest>;

// Steps on dates that the terms name.
struct DatedStep {
  Date date;
  Portion portion;
  friend bool operator==(const DatedStep&, const DatedStep&) = default;
};

// `occurrences` steps, `period` apart; the i-th falls i periods after `start` (or i - 1 where the
// first falls on `start`), always counted from `start`, never from the step before.
struct Series {
  std::optional<Date> start;  // absent: the date of the step before this series, or the anchor
  bool first_on_start = false;
  Period period;
  int occurrences = 0;
  // Each step's. PartOfRemainder is a part of what was unvested before the first step, the same for
  // every step; Rest is spread over the steps in equal parts.
  Portion portion;
  int cliff_occurrence = 0;  // steps 1 ... n accrue and vest together at n; below 2 means none
  friend bool operator==(const Series&, const Series&) = default;
};

using Step = std::variant<DatedStep, Series>;

struct VestingTerms {
  Date anchor;  // vesting commencement date
  std::vector<Step> steps;
  DayRule day_rule;
  AllocationRule allocation = AllocationRule::cumulative_round_down;
  std::optional<Date> expires;
  friend bool operator==(const VestingTerms&, const VestingTerms&) = default;
};

// A part of a grant with one vesting date.
struct VestingTranche {
  Date vests;
  Shares quantity;
  friend bool operator==(const VestingTranche&, const VestingTranche&) = default;
};

// "cumulative-round-down"
std::string_view name_of(AllocationRule rule);
// The reverse; also Open Cap's spelling, CUMULATIVE_ROUND_DOWN.
std::optional<AllocationRule> allocation_rule_named(std::string_view name);

}  // namespace stakebook
