// Man pages and docs/reference/commands.md, written from the table of commands.
#pragma once

#include <string>

#include "command.h"

namespace stakebook::cli {

// roff for man(1): stakebook(1) where `command` is nullptr, else stakebook-NAME(1).
std::string manual_page(const Command* command);
// "stakebook-record-split"
std::string page_name(const Command* command);
// Every command, as docs/reference/commands.md has it.
std::string commands_markdown();

}  // namespace stakebook::cli
