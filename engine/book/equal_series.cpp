#include "book/equal_series.h"

#include <array>

#include "value/grouped.h"
#include "vesting/expansion.h"

namespace stakebook {
namespace {

// Months between steps that schedules use; the shortest that fits is taken.
constexpr std::array<int, 4> step_months = {1, 3, 6, 12};

bool steps_fit(const std::vector<Tranche>& ahead, Date start, int months, int first_step) {
  const Period period{months, Period::Unit::months};
  for (std::size_t i = 0; i < ahead.size(); ++i) {
    const Date expected = step_date(start, period, first_step + static_cast<int>(i), {});
    if (*ahead[i].vests != expected && *ahead[i].vests != expected.last_day_of_month())
      return false;
  }
  return true;
}

struct Grid {
  int months;        // from one step to the next
  int steps_before;  // the tranches ahead
};

// The grid of steps from `start` on that the tranches ahead fit; nullopt where they fit none.
std::optional<Grid> grid_of(const std::vector<Tranche>& ahead, Date start) {
  for (const int months : step_months) {
    const int distance = (ahead.front().vests->year() - start.year()) * 12 +
                         ahead.front().vests->month() - start.month();
    if (distance <= 0 || distance % months != 0) continue;
    if (steps_fit(ahead, start, months, distance / months)) return Grid{months, distance / months};
  }
  return std::nullopt;
}

// Equal but for the last, which rounding may leave a little smaller.
bool equal_but_for_the_last(const std::vector<Tranche>& ahead, int steps) {
  const Shares part = ahead.front().quantity;
  for (std::size_t i = 0; i + 1 < ahead.size(); ++i) {
    if (ahead[i].quantity != part) return false;
  }
  const Shares last = ahead.back().quantity;
  return last <= part && part - last < Shares(Decimal(steps));
}

}  // namespace

void infer_equal_series(GrantPosition& position, Date as_of) {
  if (!position.exercisable_from || position.granted.amount.is_exact()) return;
  std::vector<Tranche> ahead;
  for (const Tranche& tranche : position.tranches) {
    if (tranche.vests && *tranche.vests > as_of) ahead.push_back(tranche);
  }
  // Two steps of one size and a third make a series; fewer could be anything.
  if (ahead.size() < 3) return;
  const auto grid = grid_of(ahead, *position.exercisable_from);
  if (!grid) return;
  const int steps = grid->steps_before + static_cast<int>(ahead.size());
  if (!equal_but_for_the_last(ahead, steps)) return;

  const Decimal part = ahead.front().quantity.amount();
  const Shares granted(part * Decimal(steps - 1) + ahead.back().quantity.amount());
  const auto remaining = position.remaining.amount.exact();
  if (!remaining || granted < *remaining) return;
  const auto exercised =
      position.exercised.amount.intersected(ShareRange::exactly(granted - *remaining));
  if (!exercised) return;

  Inference inference{"equal-series",
                      std::to_string(steps) + " tranches of " + grouped(part) + ", " +
                          std::to_string(grid->months) + " months apart from " +
                          position.exercisable_from->to_text() + ", the last " +
                          grouped(ahead.back().quantity) + ", make a grant of " + grouped(granted) +
                          "; " + grouped(granted - *remaining) + " had been exercised",
                      Grade::plausible,
                      {ahead.front().ref, position.remaining.ref}};
  position.granted.amount = ShareRange::exactly(granted);
  position.exercised.amount = *exercised;
  for (Figure* figure : {&position.granted, &position.exercised}) {
    figure->grade = Grade::plausible;
    figure->inferences.push_back(inference);
  }
  position.notes.push_back("plausible: " + inference.statement);
}

}  // namespace stakebook
