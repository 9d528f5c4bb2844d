#include "reconcile/gap_causes.h"

#include <algorithm>
#include <array>

#include "reconcile/change_of_form.h"
#include "reconcile/hidden_fractions.h"
#include "reconcile/split_cause.h"
#include "reconcile/stated_in_footnote.h"

namespace stakebook {
namespace {

using Finder = std::optional<GapCause> (*)(const Investigation&, const Gap&);

// In the order of Cause.
constexpr std::array<Finder, 4> finders = {find_split, find_change_of_form, find_stated_in_footnote,
                                           find_hidden_fractions};

bool is_proven(const GapCause& cause) { return cause.grade == Grade::proven; }

}  // namespace

std::vector<GapCause> causes_of(const Investigation& investigation, const Gap& gap) {
  std::vector<GapCause> causes;
  for (const Finder find : finders) {
    if (auto cause = find(investigation, gap)) causes.push_back(std::move(*cause));
  }
  const auto proven = std::count_if(causes.begin(), causes.end(), is_proven);
  if (proven == 0) return causes;
  std::erase_if(causes, [](const GapCause& cause) { return !is_proven(cause); });
  if (proven > 1) {
    for (GapCause& cause : causes) cause.grade = Grade::plausible;
  }
  return causes;
}

}  // namespace stakebook
