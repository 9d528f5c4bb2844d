#include <filesystem>
#include <fstream>

#include "arguments.h"
#include "catalogue.h"
#include "exit_code.h"
#include "manual_page.h"
#include "terminal.h"
#include "value/error.h"

namespace stakebook::cli {
namespace {

void write_page(const std::filesystem::path& folder, const Command* command) {
  const std::filesystem::path path = folder / (page_name(command) + ".1");
  std::ofstream file(path, std::ios::binary);
  file << manual_page(command);
  if (!file.flush()) throw Error(ErrorKind::storage, "cannot write", path.string());
}

int run(const Arguments& arguments, Session&) {
  if (const auto folder = arguments.text("--into")) {
    std::error_code problem;
    std::filesystem::create_directories(*folder, problem);
    if (problem) throw Error(ErrorKind::storage, problem.message(), *folder);
    write_page(*folder, nullptr);
    for (const Command& command : commands()) {
      if (!command.hidden) write_page(*folder, &command);
    }
    return exit_code::fine;
  }
  if (arguments.text_or("--as", "man") == "markdown") {
    write_output(commands_markdown());
    return exit_code::fine;
  }
  std::string name;
  for (const std::string& word : arguments.texts("COMMAND"))
    name += (name.empty() ? "" : " ") + word;
  const Command* command = command_named(name);
  if (command == nullptr && !name.empty()) {
    throw UsageError("there is no command \"" + name + '"', "stakebook --help");
  }
  write_output(manual_page(command));
  return exit_code::fine;
}

}  // namespace

Command manual_command() {
  return {
      .name = "manual",
      .summary = "Print a man page, or the reference of all commands",
      .synopsis = "[COMMAND] [--as man|markdown] [--into FOLDER]",
      .description = "For packagers and for docs/reference/commands.md.",
      .operand = {.name = "COMMAND",
                  .help = "the command whose page to print; without it stakebook(1)",
                  .required = false,
                  .repeated = true},
      .options = {{.name = "--as",
                   .value = "KIND",
                   .help = "man: roff, one page; markdown: all commands",
                   .choices = {"man", "markdown"}},
                  {.name = "--into",
                   .value = "FOLDER",
                   .help = "write every man page into this folder"}},
      .examples = {{"stakebook manual holdings | man -l -", "The page of one command."}},
      .hidden = true,
      .run = run,
  };
}

}  // namespace stakebook::cli
