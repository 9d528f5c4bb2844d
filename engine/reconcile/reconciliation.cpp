#include "reconcile/reconciliation.h"

#include "reconcile/gap_causes.h"

namespace stakebook {
namespace {

ReconciledBalance reconciled(const Event& event, const Posting& posting) {
  ReconciledBalance balance;
  balance.effective = event.effective;
  balance.source = event.source;
  balance.before = posting.checked_from();
  balance.in_order_of_filing = posting.drawn_up_from.has_value();
  balance.change = posting.change;
  balance.reported = event.reported_following;
  balance.check = posting.check;
  balance.gap = posting.gap;
  switch (posting.check) {
    case Check::chains:
    case Check::opens: balance.computed = event.reported_following; break;
    case Check::final_total:
    case Check::gap: balance.computed = (posting.checked_from() + posting.change).exact(); break;
    case Check::nothing_reported:
    case Check::not_determined: break;
  }
  return balance;
}

GapCause downstream_cause(const Posting& posting) {
  GapCause cause;
  cause.cause = Cause::downstream_of_amendment;
  for (const Inference& inference : posting.inferences) {
    if (inference.rule != "downstream-of-amendment") continue;
    cause.grade = inference.grade;
    cause.statement = inference.statement;
    cause.evidence = inference.premises;
  }
  return cause;
}

void find_causes(const Investigation& investigation, std::vector<ReconciledBalance>& balances) {
  for (ReconciledBalance& balance : balances) {
    if (!balance.is_gap()) continue;
    const auto place = static_cast<std::size_t>(balance.posting);
    const Posting& posting = investigation.postings(balance.account)[place];
    if (posting.downstream_of) {
      balance.causes.push_back(downstream_cause(posting));
    } else if (const Gap* gap = investigation.gap_at(balance.account, place)) {
      balance.causes = causes_of(investigation, *gap);
    }
    balance.grade = balance.causes.empty() ? Grade::unexplained : balance.causes.front().grade;
  }
}

void count_gap(const ReconciledBalance& balance, ReconciliationSummary& summary) {
  switch (balance.grade) {
    case Grade::proven: ++summary.proven; break;
    case Grade::plausible: ++summary.plausible; break;
    default: ++summary.unexplained;
  }
  if (!balance.causes.empty()) ++summary.by_cause[balance.causes.front().cause];
}

}  // namespace

void count(const ReconciledBalance& balance, ReconciliationSummary& summary) {
  ++summary.balances;
  switch (balance.check) {
    case Check::nothing_reported: return;
    case Check::opens: ++summary.first; return;
    case Check::not_determined: ++summary.not_determined; return;
    case Check::final_total: ++summary.final_totals; [[fallthrough]];
    case Check::chains: ++summary.exact; break;
    case Check::gap: count_gap(balance, summary); break;
  }
  ++summary.checked;
}

ReconciliationSummary& ReconciliationSummary::operator+=(const ReconciliationSummary& other) {
  balances += other.balances;
  first += other.first;
  checked += other.checked;
  exact += other.exact;
  final_totals += other.final_totals;
  proven += other.proven;
  plausible += other.plausible;
  unexplained += other.unexplained;
  not_determined += other.not_determined;
  for (const auto& [cause, number] : other.by_cause) by_cause[cause] += number;
  return *this;
}

Reconciliation reconcile(const History& history, const Book& book,
                         const std::vector<Claim>& claims) {
  Reconciliation result;
  for (const Account& account : book.accounts) {
    for (std::size_t p = 0; p < account.postings.size(); ++p) {
      const Posting& posting = account.postings[p];
      if (posting.check == Check::nothing_reported) continue;
      ReconciledBalance& balance =
          result.balances.emplace_back(reconciled(event_of(history, posting), posting));
      balance.account = account.identity;
      balance.posting = static_cast<std::int32_t>(p);
    }
  }
  find_causes(Investigation(history, book, claims), result.balances);
  for (const ReconciledBalance& balance : result.balances) {
    const AccountIdentity& account = history.accounts[static_cast<std::size_t>(balance.account)];
    count(balance, account.table == Table::non_derivative ? result.table_i : result.table_ii);
  }
  return result;
}

}  // namespace stakebook
