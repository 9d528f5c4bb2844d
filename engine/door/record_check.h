// A record before it enters the journal: complete, free of contradictions, its parties named well.
#pragma once

#include "journal/journal.h"

namespace stakebook::door {

// The record with its issuer and owner as the ledger names them (CIK, else name).
// Error(invalid_input) where it contradicts itself or names a row that is not there;
// Error(ambiguous) where a name is only a part of names that are there.
Record checked(const Journal& journal, const Record& record);

}  // namespace stakebook::door
