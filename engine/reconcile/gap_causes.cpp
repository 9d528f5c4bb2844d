#include "reconcile/gap_causes.h"

#include <algorithm>
#include <array>

#include "reconcile/hidden_fractions.h"

namespace stakebook {
namespace {

using Finder = std::optional<GapCause> (*)(const Investigation&, const Gap&);

// In the order of Cause.
constexpr std::array<Finder, 1> finders = {find_hidden_fractions};

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
