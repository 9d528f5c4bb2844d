// Does the ledger say today what was appended? Everything is read back and hashed again.
#pragma once

#include "journal/journal.h"
#include "journal/sqlite.h"

namespace stakebook {

// Never throws for what the file holds: what cannot be read is a problem. Reads every entry once.
VerifyReport verify_ledger(Database& database);

}  // namespace stakebook
