#include "reconcile/reconciliation.h"

namespace stakebook {
namespace {

void count(const Posting& posting, ReconciliationSummary& summary) {
  switch (posting.check) {
    case Check::nothing_reported: return;
    case Check::opens: ++summary.opens; break;
    case Check::chains:
      ++summary.checked;
      ++summary.chains;
      break;
    case Check::final_total:
      ++summary.checked;
      ++summary.final_totals;
      break;
    case Check::gap:
      ++summary.checked;
      ++summary.gaps;
      if (posting.downstream_of) ++summary.downstream;
      break;
    case Check::not_determined: ++summary.not_determined; break;
  }
  ++summary.balances;
}

ReconciledBalance reconciled(const Event& event, const Posting& posting) {
  ReconciledBalance balance;
  balance.effective = event.effective;
  balance.source = event.source;
  balance.before = posting.before;
  balance.change = posting.change;
  balance.reported = event.reported_following;
  balance.check = posting.check;
  balance.gap = posting.gap;
  balance.downstream_of = posting.downstream_of;
  if (posting.check == Check::gap) {
    balance.grade = posting.downstream_of ? Grade::plausible : Grade::unexplained;
  }
  switch (posting.check) {
    case Check::chains:
    case Check::opens: balance.computed = event.reported_following; break;
    case Check::final_total:
    case Check::gap: balance.computed = (posting.before + posting.change).exact(); break;
    case Check::nothing_reported:
    case Check::not_determined: break;
  }
  return balance;
}

}  // namespace

ReconciliationSummary& ReconciliationSummary::operator+=(const ReconciliationSummary& other) {
  balances += other.balances;
  opens += other.opens;
  checked += other.checked;
  chains += other.chains;
  final_totals += other.final_totals;
  gaps += other.gaps;
  downstream += other.downstream;
  not_determined += other.not_determined;
  return *this;
}

Reconciliation reconcile(const History& history, const Book& book) {
  Reconciliation result;
  for (std::size_t i = 0; i < book.accounts.size(); ++i) {
    const Account& account = book.accounts[i];
    ReconciliationSummary& summary =
        history.accounts[i].table == Table::non_derivative ? result.table_i : result.table_ii;
    for (std::size_t p = 0; p < account.postings.size(); ++p) {
      const Posting& posting = account.postings[p];
      if (posting.check == Check::nothing_reported) continue;
      const Event& event = event_of(history, posting);
      count(posting, summary);
      ReconciledBalance& balance = result.balances.emplace_back(reconciled(event, posting));
      balance.account = account.identity;
      balance.posting = static_cast<std::int32_t>(p);
    }
  }
  return result;
}

}  // namespace stakebook
