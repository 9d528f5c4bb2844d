// Claims to events: what one issuer's filings and records say happened.
//
//   const History history = derive(journal.claims_of_issuer(issuer, known));
//
// Pure: the same claims give the same history, in whatever order they were imported, but for the
// entry numbers in its references. What was not known by a date is left out by asking the journal
// for the claims known then; nothing else changes.
#pragma once

#include <map>
#include <vector>

#include "event/amended_row.h"
#include "event/event.h"
#include "event/grant_claim.h"

namespace stakebook {

struct History {
  PartyId issuer = 0;
  std::vector<AccountIdentity> accounts;  // in order of first mention, as it became known
  std::vector<Event> events;  // by effective date; within a day as it became known, then by row
  std::vector<TermsClaim> terms;
  std::vector<StatementClaim> statements;
  std::map<Reference, Reference>
      replaced_by;                  // a row that an amendment replaced -> the row that replaced it
  std::vector<AmendedRow> amended;  // rows that an amendment replaced, took back or repeats
  Diagnostics diagnostics;          // rows that could not become events, with their place
  // Where amendments can be read in several ways: the other ways. Replay answers with what lies
  // between them all.
  std::vector<History> other_readings;
};

// What is derived beside the events. Reading what footnotes say of grants takes as long as all the
// rest; without them `terms` and `statements` hold what records say alone.
enum class Derived : unsigned char { with_grants, balances_alone };

History derive(const std::vector<Claim>& claims, Derived derived = Derived::with_grants);

// The last day that a source of the history speaks of or became known on.
Date last_day_of(const History& history);

}  // namespace stakebook
