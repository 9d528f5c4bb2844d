#include "arguments.h"
#include "catalogue.h"
#include "exit_code.h"
#include "help.h"
#include "session.h"
#include "suggest.h"
#include "terminal.h"

namespace stakebook::cli {
namespace {

int run(const Arguments& arguments, Session& session) {
  std::string name;
  for (const std::string& word : arguments.texts("COMMAND"))
    name += (name.empty() ? "" : " ") + word;
  const Command* command = command_named(name);
  if (command == nullptr && !name.empty()) {
    std::vector<std::string> names;
    for (const Command& one : commands()) names.push_back(one.name);
    const auto meant = nearest(name, names);
    throw UsageError("there is no command \"" + name + '"',
                     meant ? "stakebook help " + *meant : "stakebook --help");
  }
  write_output(help_text(command, session.report().width));
  return exit_code::fine;
}

}  // namespace

Command help_command() {
  return {
      .name = "help",
      .summary = "Say what a command does; the same as COMMAND --help",
      .synopsis = "[COMMAND]",
      .description = "Without a command, lists them all.",
      .operand = {.name = "COMMAND",
                  .help = "a command, such as holdings or record split",
                  .required = false,
                  .repeated = true},
      .examples = {{"stakebook help record split", "How to enter a split."}},
      .run = run,
  };
}

}  // namespace stakebook::cli
