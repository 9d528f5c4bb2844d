// Collects what a filing's footnotes say of vesting, and of holdings in words. Private to event/.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "event/grant_claim.h"
#include "filing/filing.h"
#include "journal/claim.h"

namespace stakebook {

// Footnotes parsed once each: filers repeat them word for word, from row to row and year to year.
class FootnoteReadings {
 public:
  const VestingText& vesting(const std::string& text);
  const std::vector<HoldingStatement>& statements(const std::string& text);
  std::optional<Date> holdings_as_of(const std::string& text);  // amendment_text.h

 private:
  std::unordered_map<std::string, VestingText> vesting_;
  std::unordered_map<std::string, std::vector<HoldingStatement>> statements_;
  std::unordered_map<std::string, std::optional<Date>> days_;
};

// `events` are the filing's, table I then table II, in row order.
void collect_terms(const Claim& claim, const Filing& filing, const std::vector<Event>& events,
                   FootnoteReadings& readings, std::vector<TermsClaim>& into);

void collect_statements(const Claim& claim, const Filing& filing, Date effective,
                        FootnoteReadings& readings, std::vector<StatementClaim>& into);

// Terms that a record states for the grant that `event` reports.
TermsClaim recorded_terms(const Claim& claim, const Event& event, const VestingTerms& terms,
                          std::optional<Shares> granted);

}  // namespace stakebook
