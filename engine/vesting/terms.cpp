#include "vesting/terms.h"

#include <array>
#include <string>

#include "value/text.h"

namespace stakebook {
namespace {

constexpr std::array allocation_rules = {
    AllocationRule::cumulative_rounding,
    AllocationRule::cumulative_round_down,
    AllocationRule::front_loaded,
    AllocationRule::back_loaded,
    AllocationRule::front_loaded_to_single_tranche,
    AllocationRule::back_loaded_to_single_tranche,
    AllocationRule::fractional,
    AllocationRule::per_tranche_round_down,
};

}  // namespace

std::string_view name_of(AllocationRule rule) {
  switch (rule) {
    case AllocationRule::cumulative_rounding: return "cumulative-rounding";
    case AllocationRule::cumulative_round_down: return "cumulative-round-down";
    case AllocationRule::front_loaded: return "front-loaded";
    case AllocationRule::back_loaded: return "back-loaded";
    case AllocationRule::front_loaded_to_single_tranche: return "front-loaded-to-single-tranche";
    case AllocationRule::back_loaded_to_single_tranche: return "back-loaded-to-single-tranche";
    case AllocationRule::fractional: return "fractional";
    case AllocationRule::per_tranche_round_down: return "per-tranche-round-down";
  }
  return "";
}

std::optional<AllocationRule> allocation_rule_named(std::string_view name) {
  std::string wanted = lowered(name);
  for (char& c : wanted) {
    if (c == '_') c = '-';
  }
  for (const AllocationRule rule : allocation_rules) {
    if (name_of(rule) == wanted) return rule;
  }
  return std::nullopt;
}

}  // namespace stakebook
