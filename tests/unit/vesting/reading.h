// A reading of vesting language in one line, for tables of cases.
//
//   "1/4 2026-03-31; 36 x 1/48 2026-04-30 .. 2029-03-31"     a run of like portions, first .. last
//   "14286u 2008-03-31; 14286u 2008-09-30"                   counts
//   "vested", "none", "inconsistent: ...", "not understood: ..."
#pragma once

#include <string>

#include "vesting/expansion.h"
#include "vesting/language.h"

namespace stakebook {

inline std::string portion_text(const Portion& portion) {
  if (const auto* part = std::get_if<PartOfGrant>(&portion)) return part->fraction.to_text();
  if (const auto* stated = std::get_if<StatedCount>(&portion)) return stated->count.to_text() + "u";
  return "rest";
}

inline std::string schedule_text(const VestingTerms& terms) {
  const auto steps = dated_steps(terms);
  std::string text;
  for (std::size_t i = 0; i < steps.size();) {
    const std::string portion = portion_text(steps[i].portion);
    std::size_t end = i + 1;
    while (end < steps.size() && portion_text(steps[end].portion) == portion) ++end;
    if (!text.empty()) text += "; ";
    if (end - i > 4) {
      text += std::to_string(end - i) + " x " + portion + " " + steps[i].date.to_text() + " .. " +
              steps[end - 1].date.to_text();
    } else {
      end = i + 1;
      text += portion + " " + steps[i].date.to_text();
    }
    i = end;
  }
  return text;
}

inline std::string reading_text(const TermsReading& reading) {
  switch (reading.outcome) {
    case TermsReading::Outcome::no_vesting_language: return "none";
    case TermsReading::Outcome::vested: return "vested";
    case TermsReading::Outcome::inconsistent: return "inconsistent: " + reading.reason;
    case TermsReading::Outcome::not_understood: return "not understood: " + reading.reason;
    case TermsReading::Outcome::understood: break;
  }
  return (reading.of_unvested_remainder ? "of the rest: " : "") + schedule_text(*reading.terms);
}

}  // namespace stakebook
