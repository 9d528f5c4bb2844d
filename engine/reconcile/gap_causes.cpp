#include "reconcile/gap_causes.h"

#include <algorithm>
#include <array>

#include "reconcile/change_of_form.h"
#include "reconcile/class_conversion.h"
#include "reconcile/exit_cause.h"
#include "reconcile/filing_missing.h"
#include "reconcile/hidden_fractions.h"
#include "reconcile/plan_accrual.h"
#include "reconcile/reporting_error.h"
#include "reconcile/settlement.h"
#include "reconcile/split_cause.h"
#include "reconcile/stated_in_footnote.h"

namespace stakebook {
namespace {

using Finder = std::optional<GapCause> (*)(const Investigation&, const Gap&);

// In the order of Cause.
constexpr std::array<Finder, 8> finders = {find_split,
                                           find_change_of_form,
                                           find_settlement,
                                           find_class_conversion,
                                           find_stated_in_footnote,
                                           find_hidden_fractions,
                                           find_plan_accrual,
                                           find_reporting_error};
// Of silence, not of figures: they are looked for where no other cause is found.
constexpr std::array<Finder, 2> finders_of_silence = {find_filing_missing, find_exit};

bool is_proven(const GapCause& cause) { return cause.grade == Grade::proven; }

template <class Finders>
void add_causes(const Investigation& investigation, const Gap& gap, const Finders& all,
                std::vector<GapCause>& causes) {
  for (const Finder find : all) {
    if (auto cause = find(investigation, gap)) causes.push_back(std::move(*cause));
  }
}

}  // namespace

std::vector<GapCause> causes_of(const Investigation& investigation, const Gap& gap) {
  std::vector<GapCause> causes;
  add_causes(investigation, gap, finders, causes);
  if (causes.empty()) add_causes(investigation, gap, finders_of_silence, causes);
  const auto proven = std::count_if(causes.begin(), causes.end(), is_proven);
  if (proven == 0) return causes;
  std::erase_if(causes, [](const GapCause& cause) { return !is_proven(cause); });
  if (proven > 1) {
    for (GapCause& cause : causes) cause.grade = Grade::plausible;
  }
  return causes;
}

}  // namespace stakebook
