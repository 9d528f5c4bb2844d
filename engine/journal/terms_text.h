// Vesting terms as one line of text, for the column record.terms.
//
//   anchor 2025-03-31; day last_day_of_month; allocation cumulative_round_down;
//   series 1 x 12 months 1/4 of grant; series 36 x 1 months 1/48 of grant
//
//   terms   = "anchor " date "; day " day "; allocation " name ["; expires " date] {"; " step}
//   day     = ("anchor_day_or_last" | "fixed_day_or_last" | "last_day_of_month") [" " number]
//   step    = "on " date " " portion | "series " number " x " number " " ("days" | "months") " "
//             portion [" start " date] [" first_on_start"] [" cliff " number]
//   portion = ratio " of grant" | ratio " of remainder" | amount " units" | "rest"
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "vesting/terms.h"

namespace stakebook {

std::string text_of(const VestingTerms& terms);
// nullopt where the text is not exactly what text_of() makes of some terms.
std::optional<VestingTerms> parse_terms(std::string_view text);

}  // namespace stakebook
