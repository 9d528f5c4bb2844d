// The command line, read against the table of commands.
#pragma once

#include "arguments.h"
#include "command.h"

namespace stakebook::cli {

struct Invocation {
  const Command* command = nullptr;  // nullptr: none was named
  bool help = false;
  bool version = false;
  Arguments arguments;
};

// UsageError for an unknown command or option (with the nearest that there is), an option without
// its value, one given twice, a value not among its choices, a missing or superfluous operand.
Invocation parse(int count, char** words);

}  // namespace stakebook::cli
