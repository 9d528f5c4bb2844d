#include "reconcile/exit_cause.h"

namespace stakebook {
namespace {

bool is_exit(const OwnershipDocument* document) {
  return document != nullptr && document->not_subject_to_section16.value.value_or(false);
}

bool is_entry(const OwnershipDocument* document) {
  return document != nullptr && document->document_type.value == "3";
}

}  // namespace

std::optional<GapCause> find_exit(const Investigation& investigation, const Gap& gap) {
  const Posting* before = investigation.neighbour(gap, -1);
  if (before == nullptr) return std::nullopt;
  const Reference& last = investigation.event(*before).source;
  if (last.entry == gap.source.entry) return std::nullopt;
  const bool left = is_exit(investigation.document(last.entry));
  if (!left && !is_entry(investigation.document(gap.source.entry))) return std::nullopt;
  GapCause cause;
  cause.cause = Cause::exit_from_section_16;
  cause.statement = left
                        ? "the report before says that the owner is no longer subject to Section 16"
                        : "a new Form 3 shows that the owner was not subject to Section 16 before";
  cause.evidence = {{{left ? last.entry : gap.source.entry, Part::entry, 0, 0}, {}, 0, {}, {}},
                    balance_figure(gap.source)};
  return cause;
}

}  // namespace stakebook
