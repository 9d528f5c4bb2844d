#include "reconcile/reconciliation.h"

#include <doctest/doctest.h>

#include "support/story.h"

using namespace stakebook;

TEST_CASE("every reported balance is counted once, under what became of it") {
  const History history = story::history_of(R"(
    1.1 2024-01-02 P +100 = 1000
    2.1 2024-02-01 S -50 = 970
    3.1 2024-03-01 S -70 = 900
    4.1 2024-04-01 S -10
    5.1 2024-05-01 S -100 = 590
    5.2 2024-05-01 S -200 = 590
  )");
  const Reconciliation result = reconcile(history, replay(history));
  CHECK(result.table_i.balances == 5);  // the row without a balance has none to check
  CHECK(result.table_i.first == 1);
  CHECK(result.table_i.exact == 3);
  CHECK(result.table_i.unexplained == 1);
  CHECK(result.table_i.final_totals == 2);
  CHECK(result.table_i.checked == 4);
  CHECK(result.table_ii.balances == 0);
  REQUIRE(result.balances.size() == 5);
  const ReconciledBalance& gap = result.balances[1];
  CHECK(gap.reported == Shares(970));
  CHECK(gap.computed == Shares(950));
  CHECK(gap.gap == Shares(20));
  CHECK(gap.grade == Grade::unexplained);
  CHECK(gap.source.to_text() == "2.I.1");
}
