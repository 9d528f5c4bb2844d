#include "arguments.h"
#include "catalogue.h"
#include "completion_script.h"
#include "exit_code.h"
#include "terminal.h"

namespace stakebook::cli {
namespace {

int run(const Arguments& arguments, Session&) {
  const std::string shell = *arguments.text("SHELL");
  if (shell == "bash")
    write_output(bash_completion());
  else if (shell == "zsh")
    write_output(zsh_completion());
  else if (shell == "fish")
    write_output(fish_completion());
  else
    throw UsageError("there is no completion for \"" + shell + '"', "bash, zsh or fish");
  return exit_code::fine;
}

}  // namespace

Command completion_command() {
  return {
      .name = "completion",
      .summary = "Print a completion script for bash, zsh or fish",
      .synopsis = "bash|zsh|fish",
      .description =
          "The script completes commands, options, their values where these are few, and paths. It "
          "is "
          "written from the same table as --help.",
      .operand = {.name = "SHELL", .help = "bash, zsh or fish"},
      .examples = {{"source <(stakebook completion bash)", "Completion in this shell."},
                   {"stakebook completion fish > ~/.config/fish/completions/stakebook.fish",
                    "Completion in every fish shell."}},
      .run = run,
  };
}

}  // namespace stakebook::cli
