// Reported balances against the replay: what chains, what does not, by how much.
//
//   reconcile(history, book).table_i   checked 3, chains 3, final totals 0, gaps 0
//
// A balance counts as checked where there is something to compare it with: a balance before it in
// the same account, exact, or bounded without contradiction. A gap is explained where a row carried
// an error that an amendment has corrected since (`downstream_of`); every other is "unexplained".
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "book/book.h"

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
  Check check = Check::nothing_reported;
  Shares gap;
  std::optional<Reference> downstream_of;  // of a gap: the amended row that explains it
  Grade grade = Grade::reported;           // unexplained for gaps without a cause
};

struct ReconciliationSummary {
  std::int64_t balances = 0;  // reported balances
  std::int64_t opens = 0;
  std::int64_t checked = 0;  // chains + final_totals + gaps
  std::int64_t chains = 0;
  std::int64_t final_totals = 0;
  std::int64_t gaps = 0;
  std::int64_t downstream = 0;  // of the gaps: those that an amendment explains
  std::int64_t not_determined = 0;

  ReconciliationSummary& operator+=(const ReconciliationSummary& other);
};

struct Reconciliation {
  std::vector<ReconciledBalance> balances;  // by account, in posting order; every reported balance
  ReconciliationSummary table_i;
  ReconciliationSummary table_ii;
};

Reconciliation reconcile(const History& history, const Book& book);

}  // namespace stakebook
