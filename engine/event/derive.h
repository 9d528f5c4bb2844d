// Claims to events: what one issuer's filings and records say happened.
//
//   const History history = derive(journal.claims_of_issuer(issuer, known));
//
// Pure: the same claims give the same history. What was not known by a date is left out by asking
// the journal for the claims known then; nothing else changes.
#pragma once

#include <map>
#include <vector>

#include "event/event.h"
#include "event/grant_claim.h"

namespace stakebook {

struct History {
  PartyId issuer = 0;
  std::vector<AccountIdentity> accounts;  // in order of first mention
  std::vector<Event> events;  // by effective date; within a day in order of known, then source
  std::vector<TermsClaim> terms;
  std::vector<StatementClaim> statements;
  std::map<Reference, Reference>
      replaced_by;          // a row that an amendment replaced -> the row that replaced it
  Diagnostics diagnostics;  // rows that could not become events, with their place
};

History derive(const std::vector<Claim>& claims);

}  // namespace stakebook
