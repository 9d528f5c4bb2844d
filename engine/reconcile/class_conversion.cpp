#include "reconcile/class_conversion.h"

#include <algorithm>
#include <array>

#include "value/grouped.h"
#include "value/text.h"

namespace stakebook {
namespace {

const Shares specific_min = Shares(1000);

constexpr std::array<std::string_view, 5> words = {"converted", "conversion", "reclassif", "merger",
                                                   "recapitaliz"};

std::optional<CitedFootnote> words_of(const Investigation& investigation, const Gap& gap) {
  for (const CitedFootnote& footnote : investigation.cited(gap.source)) {
    for (const std::string_view word : words) {
      if (contains_ignoring_case(footnote.text, word)) return footnote;
    }
  }
  return std::nullopt;
}

bool is_other_class(const Investigation& investigation, const Gap& gap, const Gap& other) {
  const AccountIdentity& here = investigation.identity(gap.account);
  const AccountIdentity& there = investigation.identity(other.account);
  return other.account != gap.account && here.holders == there.holders &&
         here.direct == there.direct && folded_nature(here.nature) == folded_nature(there.nature) &&
         folded_title(here.security_title) != folded_title(there.security_title) &&
         other.overlaps(gap);
}

bool has_row_of(const Investigation& investigation, const Gap& gap) {
  const auto& postings = investigation.postings(gap.account);
  return std::any_of(postings.begin(), postings.end(), [&](const Posting& posting) {
    return posting.change.exact() == gap.size || posting.change.exact() == -gap.size;
  });
}

}  // namespace

std::optional<GapCause> find_class_conversion(const Investigation& investigation, const Gap& gap) {
  std::vector<const Gap*> others = investigation.gaps_of(-gap.size);
  std::erase_if(others,
                [&](const Gap* other) { return !is_other_class(investigation, gap, *other); });
  if (others.size() != 1) return std::nullopt;
  const Gap& other = *others.front();
  auto said = words_of(investigation, gap);
  if (!said) said = words_of(investigation, other);
  const bool specific = (gap.size.is_negative() ? -gap.size : gap.size) >= specific_min &&
                        investigation.gaps_of(gap.size).size() == 1 &&
                        investigation.gaps_of(-gap.size).size() == 1;
  const bool proven = said && specific && !investigation.is_undone(gap) &&
                      !has_row_of(investigation, gap) && !has_row_of(investigation, other);
  if (!said && !specific) return std::nullopt;
  GapCause cause;
  cause.cause = Cause::class_conversion;
  cause.grade = proven ? Grade::proven : Grade::plausible;
  const bool out = gap.size.is_negative();
  cause.statement = grouped(out ? -gap.size : gap.size) + (out ? " became " : " were ") +
                    investigation.identity(other.account).security_title;
  cause.evidence = {balance_figure(gap.source), balance_figure(other.source)};
  if (said) {
    cause.evidence.push_back({said->place, {}, 0, {}, {}});
    cause.quotes.push_back(said->text);
  }
  return cause;
}

}  // namespace stakebook
