// The exit codes, one meaning each. docs/reference/errors.md explains them to users.
#pragma once

namespace stakebook::cli::exit_code {

inline constexpr int fine = 0;
inline constexpr int findings = 1;   // something does not reconcile
inline constexpr int usage = 2;      // the command line, or a name, date or reference in it
inline constexpr int set_aside = 3;  // some input was not taken
inline constexpr int damaged = 4;    // the ledger does not verify, is none, or is of a newer format
inline constexpr int storage = 5;    // a disk, a folder or an output that cannot be written or read
inline constexpr int busy = 6;       // another process writes to the ledger
inline constexpr int unexpected = 70;    // an error in stakebook itself (EX_SOFTWARE of sysexits.h)
inline constexpr int interrupted = 130;  // 128 + SIGINT, as shells have it
inline constexpr int terminated = 143;   // 128 + SIGTERM
inline constexpr int reader_gone = 141;  // 128 + SIGPIPE

}  // namespace stakebook::cli::exit_code
