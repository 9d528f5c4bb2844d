// --help: what a command does, its options, an example, its exit codes.
#pragma once

#include <string>

#include "command.h"

namespace stakebook::cli {

// Of one command, or of stakebook itself where `command` is nullptr.
std::string help_text(const Command* command, int width);

// Words filled into lines of at most `width`, each led by `indent` blanks; paragraphs divided by an
// empty line stay divided.
std::string filled(std::string_view text, int width, int indent);

}  // namespace stakebook::cli
