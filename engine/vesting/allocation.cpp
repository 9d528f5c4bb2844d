// How a number of shares is spread over parts of a grant. Domain: N shares, parts f_i, F_i their
// sum so far. Cumulative rules: after i parts floor(N * F_i), or floor(N * F_i + 1/2), have
// vested (half up: 18 over 4 is 5-4-5-4, where half-even would give 4-5-5-4). The other rules:
// floor(N * f_i) each, and the shares left over (fewer than there are parts) go where the rule
// says.
#include <algorithm>

#include "value/error.h"
#include "vesting/expansion.h"

namespace stakebook {
namespace {

// What all the parts together are worth: whole shares, unless they are the whole grant.
Decimal total_of(Decimal granted, Ratio sum) {
  return sum == Ratio(1) ? granted : sum.of(granted, 0, Rounding::floor);
}

std::vector<Shares> allocate_cumulatively(Decimal granted, const std::vector<Ratio>& parts,
                                          Rounding rounding, int decimals) {
  std::vector<Shares> result;
  result.reserve(parts.size());
  const Decimal whole = granted.rounded(decimals, Rounding::floor);
  Ratio cumulative;
  Decimal vested;
  for (const Ratio part : parts) {
    cumulative = cumulative + part;
    // The cap: 0.9 units over three parts would round up to 1 before the last.
    const Decimal now = cumulative == Ratio(1)
                            ? granted
                            : std::min(whole, cumulative.of(granted, decimals, rounding));
    result.emplace_back(now - vested);
    vested = now;
  }
  return result;
}

enum class LeftOver {
  one_each_from_the_first,
  one_each_to_the_last,
  all_to_the_first,
  all_to_the_last
};

std::vector<Shares> allocate_with_left_over(Decimal granted, const std::vector<Ratio>& parts,
                                            LeftOver left_over) {
  std::vector<Decimal> amounts;
  Ratio sum;
  Decimal allotted;
  for (const Ratio part : parts) {
    amounts.push_back(part.of(granted, 0, Rounding::floor));
    allotted += amounts.back();
    sum = sum + part;
  }
  const Decimal rest = total_of(granted, sum) - allotted;
  Decimal whole = rest.rounded(0, Rounding::floor);
  amounts.back() += rest - whole;  // a fraction of a unit
  switch (left_over) {
    case LeftOver::all_to_the_first: amounts.front() += whole; break;
    case LeftOver::all_to_the_last: amounts.back() += whole; break;
    case LeftOver::one_each_from_the_first:
      for (auto amount = amounts.begin(); whole.is_positive(); ++amount, whole -= 1) *amount += 1;
      break;
    case LeftOver::one_each_to_the_last:
      for (auto amount = amounts.rbegin(); whole.is_positive(); ++amount, whole -= 1) *amount += 1;
      break;
  }
  std::vector<Shares> result;
  result.reserve(amounts.size());
  for (const Decimal amount : amounts) result.emplace_back(amount);
  return result;
}

}  // namespace

std::vector<Shares> allocate(Shares granted, const std::vector<Ratio>& parts, AllocationRule rule) {
  if (parts.empty() || granted.is_negative()) {
    throw Error(ErrorKind::invalid_input,
                "an allocation needs an amount of 0 or more and a tranche");
  }
  const Decimal amount = granted.amount();
  switch (rule) {
    case AllocationRule::cumulative_rounding:
      return allocate_cumulatively(amount, parts, Rounding::half_up, 0);
    case AllocationRule::cumulative_round_down:
      return allocate_cumulatively(amount, parts, Rounding::floor, 0);
    case AllocationRule::fractional:
      return allocate_cumulatively(amount, parts, Rounding::floor, Decimal::decimals_max);
    case AllocationRule::front_loaded:
      return allocate_with_left_over(amount, parts, LeftOver::one_each_from_the_first);
    case AllocationRule::back_loaded:
      return allocate_with_left_over(amount, parts, LeftOver::one_each_to_the_last);
    case AllocationRule::front_loaded_to_single_tranche:
      return allocate_with_left_over(amount, parts, LeftOver::all_to_the_first);
    case AllocationRule::back_loaded_to_single_tranche:
    case AllocationRule::per_tranche_round_down:
      return allocate_with_left_over(amount, parts, LeftOver::all_to_the_last);
  }
  return {};
}

std::vector<Shares> allocate(Shares granted, int tranches, AllocationRule rule) {
  if (tranches <= 0) {
    throw Error(ErrorKind::invalid_input, "an allocation needs at least one tranche");
  }
  return allocate(granted,
                  std::vector<Ratio>(static_cast<std::size_t>(tranches), Ratio(1, tranches)), rule);
}

}  // namespace stakebook
