// Why the reported balances of a book differ from the replay, for whoever explains them.
#pragma once

#include <optional>

#include "stakebook.h"

namespace stakebook::door {

// Reconciles when it is first asked, as most explanations have no gap: the whole issuer, since
// other owners' accounts may be witnesses. The journal and the book must outlive it.
class GapCauses {
 public:
  GapCauses(const Journal& journal, const IssuerBook& book) : journal_(journal), book_(book) {}
  // The strongest first; empty where the posting has no gap, or none that is explained.
  std::vector<GapCause> of(const Posting& posting);

 private:
  std::vector<ReconciledBalance> gaps() const;

  const Journal& journal_;
  const IssuerBook& book_;
  std::optional<std::vector<ReconciledBalance>> gaps_;
};

// The statement and quotes of a cause, under its name as a rule: "change-of-form".
ExplanationStep cause_step(const GapCause& cause);
// The replay has found the cause already, and says so.
bool is_said(const GapCause& cause, const std::vector<Inference>& inferences);

}  // namespace stakebook::door
