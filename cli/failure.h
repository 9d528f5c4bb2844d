// Failures as their reader sees them, on standard error:
//
//   stakebook: there is no ledger
//     at stakebook.db
//     try: stakebook import PATH... makes one; --ledger FILE names another
#pragma once

#include "arguments.h"
#include "terminal.h"
#include "value/error.h"

namespace stakebook::cli {

// Each prints the failure and returns its exit code.
int tell(const UsageError& error);
int tell(const Error& error);
int tell(const OutputFailed& failed);
int tell_unexpected(std::string_view what);

}  // namespace stakebook::cli
