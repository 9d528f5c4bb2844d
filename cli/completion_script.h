// Completion for bash, zsh and fish, written from the table of commands.
#pragma once

#include <string>

namespace stakebook::cli {

std::string bash_completion();
std::string zsh_completion();
std::string fish_completion();

}  // namespace stakebook::cli
