#include "door/filings.h"

#include "door/parties.h"
#include "value/error.h"

namespace stakebook::door {

std::string filing_named(std::string_view text) {
  const auto ref = FigureReference::parse(text);
  return ref ? std::to_string(ref->place.entry) : std::string(text);
}

void for_each_filing(const Journal& journal, const Question& question, std::string_view filing,
                     const std::function<bool(Claim&&)>& visit) {
  FilingFilter filter{.filing = filing_named(filing), .known = question.known};
  if (!question.owner.empty() || !question.issuer.empty()) {
    const Asked asked = resolve(journal, question);
    if (asked.owner) filter.owner = asked.owner->id;
    if (!question.issuer.empty()) filter.issuer = asked.issuers.front().id;
  }
  journal.for_each_filing(filter, visit);
}

}  // namespace stakebook::door
