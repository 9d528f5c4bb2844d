#include "door/gap_causes.h"

#include <algorithm>

#include "door/books.h"

namespace stakebook::door {
namespace {

void add_gaps(const IssuerBook& book, std::vector<ReconciledBalance>& gaps) {
  Reconciliation result = reconcile(book.history, book.book, book.claims);
  for (ReconciledBalance& balance : result.balances) {
    if (balance.is_gap()) gaps.push_back(std::move(balance));
  }
}

std::string rule_of(const GapCause& cause) {
  std::string rule(name_of(cause.cause));
  std::replace(rule.begin(), rule.end(), ' ', '-');
  return rule;
}

}  // namespace

std::vector<ReconciledBalance> GapCauses::gaps() const {
  std::vector<ReconciledBalance> gaps;
  if (book_.owner) add_gaps(book_of(journal_, book_.issuer, std::nullopt, book_.question), gaps);
  add_gaps(book_, gaps);
  return gaps;
}

std::vector<GapCause> GapCauses::of(const Posting& posting) {
  if (posting.check != Check::gap) return {};
  if (!gaps_) gaps_ = gaps();
  const Reference& row = event_of(book_.history, posting).source;
  const auto found =
      std::find_if(gaps_->begin(), gaps_->end(), [&](const ReconciledBalance& balance) {
        return balance.source == row && balance.gap == posting.gap;
      });
  return found == gaps_->end() ? std::vector<GapCause>() : found->causes;
}

ExplanationStep cause_step(const GapCause& cause) {
  ExplanationStep step;
  step.statement = cause.statement;
  if (cause.correction) {
    const auto& [row, field, value] = *cause.correction;
    step.statement += "; " + row.to_text() + '.' + field + " would be " + value;
  }
  step.rule = rule_of(cause);
  step.grade = cause.grade;
  step.quotes = cause.quotes;
  return step;
}

bool is_said(const GapCause& cause, const std::vector<Inference>& inferences) {
  return std::any_of(
      inferences.begin(), inferences.end(),
      [rule = rule_of(cause)](const Inference& inference) { return inference.rule == rule; });
}

}  // namespace stakebook::door
