#include "event/row_merge.h"

#include <algorithm>
#include <optional>

#include "event/row_alignment.h"

namespace stakebook {
namespace {

struct Move {
  Shares before;
  Shares amount;
  Shares after;
};

std::optional<Move> move_of(const Row& row) {
  const auto before = balance_before(row);
  if (!before) return std::nullopt;
  return Move{*before, *row.transaction_shares.value,
              *row.shares_owned_following_transaction.value};
}

}  // namespace

std::vector<std::size_t> merged_with(const Row& amended, std::size_t partner,
                                     const std::vector<const Row*>& current,
                                     const std::vector<bool>& free) {
  const auto whole = move_of(amended);
  auto chain = move_of(*current[partner]);
  if (!whole || !chain || !is_of_one_line(amended, *current[partner])) return {};
  std::vector<std::size_t> members;
  while (chain->before != whole->before || chain->after != whole->after) {
    const bool forward = chain->before == whole->before;
    std::optional<std::size_t> next;
    for (std::size_t i = 0; i < current.size() && !next; ++i) {
      const bool taken = std::find(members.begin(), members.end(), i) != members.end();
      if (i == partner || taken || !free[i] || !is_of_one_line(amended, *current[i])) continue;
      const auto step = move_of(*current[i]);
      if (!step || step->amount.is_zero()) continue;
      if (forward ? step->before == chain->after : step->after == chain->before) next = i;
    }
    if (!next) return {};
    const Move step = *move_of(*current[*next]);
    (forward ? chain->after : chain->before) = forward ? step.after : step.before;
    chain->amount += step.amount;
    members.push_back(*next);
  }
  return chain->amount == whole->amount ? members : std::vector<std::size_t>();
}

}  // namespace stakebook
