// A command as data: parsing, --help, man pages, completion and docs/reference/commands.md are all
// written from these tables, so none of them can tell a different story.
//
//   {"holdings", "What an owner held on a date", ..., options {--owner X, ...}, run}
//
// 1. Every option that a command reads stands in its table; the parser knows no others.
// 2. `run` returns an exit code of exit_code.h; what fails is thrown (UsageError, Error).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stakebook::cli {

class Arguments;
class Session;

struct OptionSpec {
  std::string name = {};   // "--owner"
  std::string value = {};  // "X", "DATE", "FILE"; empty for a flag
  std::string help = {};   // a sentence without its full stop
  bool required = false;
  bool repeated = false;
  std::vector<std::string> choices = {};  // all that the value may be; empty: anything
};

struct OperandSpec {
  std::string name = {};  // "PATH"; empty where the command takes none
  std::string help = {};
  bool required = true;
  bool repeated = false;
};

struct Example {
  std::string line;  // "stakebook holdings --owner Lindqvist --on 2024-06-30"
  std::string says;  // what it shows
};

struct ExitCodeSpec {
  int code;
  std::string meaning;
};

struct Command {
  std::string name;         // "holdings", "record split"
  std::string summary;      // one line, no full stop
  std::string synopsis;     // what follows the name
  std::string description;  // paragraphs, divided by an empty line
  OperandSpec operand = {};
  std::vector<OptionSpec> options = {};
  std::vector<Example> examples = {};
  std::vector<ExitCodeSpec> exit_codes = {};  // beside those of every command
  bool hidden = false;                        // for packagers: not in the list of commands
  int (*run)(const Arguments&, Session&) = nullptr;
};

}  // namespace stakebook::cli
