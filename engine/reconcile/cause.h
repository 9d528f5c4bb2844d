// Why a reported balance differs from what the transactions add up to.
//
//   gap +24,690 of a balance of 12,345:   split, proven: 3 for 1; the option's strike went from
//                                         317.01 to 105.67 on the same days
//
// 1. Proven: the numbers agree exactly, and a witness that is independent of them does too.
//    Plausible: the numbers are consistent, nothing else speaks for it.
// 2. A cause never changes a balance: replay goes on from what was reported, whatever the cause.
// 3. Where two causes fit a gap equally well both are kept, and neither is proven.
// docs/reference/causes.md has condition, proof, limits and an example of each.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "event/inference.h"

namespace stakebook {

// In order of strength of proof.
enum class Cause : unsigned char {
  downstream_of_amendment,  // the row began from a figure that an amendment has corrected since
  split,                    // the balance before it was restated: split, stock dividend
  change_of_form,           // moved between accounts of the owner without a row (17 CFR 240.16a-13)
  settlement,               // shares of a vesting or conversion that only the other table shows
  class_conversion,         // one class became another: conversion, merger, spin-off, new name
  stated_in_footnote,       // a footnote states the number that no row reports
  hidden_fractions,         // reported figures are rounded, the fractions are carried
  plan_accrual,             // a plan adds without reports: ESPP, DRIP, 401(k), dividend equivalents
  reporting_error,          // one edit of one figure makes this row and the next agree
  filing_missing,           // a filing between the two is not in the ledger
  exit_from_section_16,     // the owner was no longer subject to reporting in between
};

// "downstream of amendment"
std::string_view name_of(Cause cause);

// The smallest edit that repairs a row. It is a proposal: nothing is applied.
struct SuggestedCorrection {
  Reference row;
  std::string field;  // the SEC's element name, snake-cased
  std::string value;  // as `record correction` takes it
};

struct GapCause {
  Cause cause = Cause::filing_missing;
  Grade grade = Grade::plausible;         // proven or plausible
  std::string statement;                  // for a reader; ends without a full stop
  std::vector<FigureReference> evidence;  // rows, footnotes, other accounts
  std::vector<std::string> quotes;        // the words of footnotes that bear it out
  std::optional<SuggestedCorrection> correction;
};

}  // namespace stakebook
