// Ratios that splits and stock dividends have, from numbers and from words. Private to reconcile/.
//
//   ratio_between(12345, 37035)                      3
//   ratio_between(1003, 125)                         1/8: 125.375, the fraction paid in cash
//   ratio_between(10000, 24690)                      none
//   stated_ratios("a 5-for-4 stock split")           5/4
//   stated_ratios("a five percent stock dividend")   21/20
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "value/quantity.h"
#include "value/ratio.h"

namespace stakebook {

// New for old. What is not whole after the split may be rounded either way; a whole number may not.
std::optional<Ratio> ratio_between(Shares before, Shares after);
bool is_ratio_between(Ratio ratio, Shares before, Shares after);

struct StatedRatio {
  Ratio ratio;
  std::string sentence;
};
// "X-for-Y" and "X:Y" in a sentence about a split or a dividend in shares; dividends in percent.
std::vector<StatedRatio> stated_ratios(std::string_view text);

// "4-for-1"
std::string ratio_in_words(Ratio ratio);

}  // namespace stakebook
