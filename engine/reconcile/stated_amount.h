// Numbers of shares that footnotes state, and what they say became of them. Private to reconcile/.
//
//   "Includes 312 shares acquired under the ESPP."      312, acquired
//   "Reflects the forfeiture of 1,000 unvested RSUs."   1,000, disposed
//   "Includes 25,000 unvested restricted stock units."  25,000, neither: what a balance consists of
//
// A number counts where a word for shares or units follows it; prices, dates and percentages do
// not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "value/quantity.h"

namespace stakebook {

struct StatedAmount {
  Shares amount;
  bool acquired = false;   // the sentence says that shares came in
  bool disposed = false;   // that shares went out
  bool balance = false;    // that they are part of what is reported: "includes", "reflects"
  bool fractions = false;  // that fractions of shares made them up
  bool form = false;       // that they only changed hands between the owner's own accounts
  bool planned = false;    // that a plan added them
  std::string sentence;    // as written
};

std::vector<StatedAmount> stated_amounts(std::string_view text);

}  // namespace stakebook
