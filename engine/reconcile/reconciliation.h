// Reported balances against the replay: what agrees, what does not, by how much, and why.
//
//   reconcile(history, book, claims).table_i   checked 3, exact 2, proven 1
//
// 1. A balance is checked where there is something to compare it with: a balance before it in the
//    same account, exact, or bounded without contradiction. The first of an account is not.
// 2. checked = exact + proven + plausible + unexplained. Exact: it chains, or is a final total.
//    The others are gaps, by the grade of their best cause; a gap without a cause is unexplained.
// 3. A gap is charged to the balance that shows it.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "book/book.h"
#include "reconcile/cause.h"

namespace stakebook {

struct ReconciledBalance {
  std::int32_t account = no_account;
  std::int32_t posting = 0;  // into Account::postings
  Date effective;
  Reference source;  // the row that reports it
  ShareRange before;
  ShareRange change;
  std::optional<Shares> reported;
  std::optional<Shares> computed;  // absent where not determined
  // `before` is what was held when the filing was drawn up, not on the day: rows of later days that
  // were reported earlier are in it, earlier ones that were reported later are not (late_rows.h).
  bool in_order_of_filing = false;
  Check check = Check::nothing_reported;
  Shares gap;
  std::vector<GapCause> causes;   // of a gap, the strongest first
  Grade grade = Grade::reported;  // of a gap: of its best cause, or unexplained

  bool is_gap() const { return check == Check::gap; }
};

struct ReconciliationSummary {
  std::int64_t balances = 0;  // reported balances: first + checked + not_determined
  std::int64_t first = 0;     // that open an account
  std::int64_t checked = 0;   // exact + proven + plausible + unexplained
  std::int64_t exact = 0;
  std::int64_t final_totals = 0;  // of the exact ones
  std::int64_t proven = 0;
  std::int64_t plausible = 0;
  std::int64_t unexplained = 0;
  std::int64_t not_determined = 0;
  std::map<Cause, std::int64_t> by_cause;  // of the gaps that are not unexplained: the best cause

  std::int64_t gaps() const { return proven + plausible + unexplained; }
  ReconciliationSummary& operator+=(const ReconciliationSummary& other);
};

// Adds the balance under what became of it.
void count(const ReconciledBalance& balance, ReconciliationSummary& summary);

struct Reconciliation {
  std::vector<ReconciledBalance> balances;  // by account, in posting order; every reported balance
  ReconciliationSummary table_i;
  ReconciliationSummary table_ii;
};

// `claims`: those that the history was derived from; without them no footnote bears witness.
Reconciliation reconcile(const History& history, const Book& book,
                         const std::vector<Claim>& claims = {});

}  // namespace stakebook
