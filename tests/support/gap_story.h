// Filings as text (filing_story.h) and what is found out about their gaps.
//
//   explained(story)      "2.I.1 gap 0.44: proven hidden fractions\n"
#pragma once

#include <string>

#include "reconcile/reconciliation.h"
#include "support/filing_story.h"

namespace stakebook::gap_story {

inline Reconciliation reconciled(const std::vector<Claim>& filings) {
  const History history = derive(filings);
  return reconcile(history, replay(history), filings);
}
inline Reconciliation reconciled(const std::string& story) {
  return reconciled(filing_story::filings_of(story));
}

// One line a gap: the row, the gap, its causes.
inline std::string explained(const Reconciliation& reconciliation) {
  std::string result = "\n";
  for (const ReconciledBalance& balance : reconciliation.balances) {
    if (!balance.is_gap()) continue;
    result += balance.source.to_text() + " gap " + balance.gap.to_text() + ":";
    if (balance.causes.empty()) result += " unexplained";
    for (const GapCause& cause : balance.causes) {
      result += " " + std::string(name_of(cause.grade)) + " " + std::string(name_of(cause.cause));
    }
    result += "\n";
  }
  return result;
}
inline std::string explained(const std::string& story) { return explained(reconciled(story)); }

// The first cause of a row's gap; an empty one where there is none.
inline GapCause cause_of(const Reconciliation& reconciliation, const std::string& row) {
  for (const ReconciledBalance& balance : reconciliation.balances) {
    if (balance.source.to_text() == row && !balance.causes.empty()) return balance.causes.front();
  }
  return {};
}

}  // namespace stakebook::gap_story
