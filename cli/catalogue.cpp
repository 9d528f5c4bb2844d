#include "catalogue.h"

#include <algorithm>

#include "exit_code.h"

namespace stakebook::cli {

const std::vector<Command>& commands() {
  static const std::vector<Command> all = [] {
    std::vector<Command> list = {import_command(),    set_aside_command(), diagnostics_command(),
                                 issuers_command(),   owners_command(),    holdings_command(),
                                 tranches_command(),  history_command(),   diff_command(),
                                 reconcile_command(), forecast_command(),  explain_command(),
                                 export_command()};
    for (Command& command : record_commands()) list.push_back(std::move(command));
    list.push_back(verify_command());
    list.push_back(help_command());
    list.push_back(completion_command());
    list.push_back(manual_command());
    return list;
  }();
  return all;
}

const Command* command_named(std::string_view name) {
  for (const Command& command : commands()) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

const std::vector<OptionSpec>& common_options() {
  static const std::vector<OptionSpec> all = {
      {.name = "--ledger",
       .value = "FILE",
       .help = "the ledger; by default $STAKEBOOK_LEDGER, else stakebook.db in this folder"},
      {.name = "--format",
       .value = "FORM",
       .help = "table (by default), json or csv",
       .choices = {"table", "json", "csv"}},
      {.name = "--help", .value = "", .help = "say what a command does, with an example"},
  };
  return all;
}

std::vector<OptionSpec> common_options_of(const Command& command) {
  std::vector<OptionSpec> all = common_options();
  std::erase_if(all, [&command](const OptionSpec& common) {
    return std::any_of(command.options.begin(), command.options.end(),
                       [&common](const OptionSpec& own) { return own.name == common.name; });
  });
  return all;
}

const std::vector<ExitCodeSpec>& common_exit_codes() {
  static const std::vector<ExitCodeSpec> all = {
      {exit_code::fine, "fine"},
      {exit_code::usage, "the command line cannot be followed, or names what is not there"},
      {exit_code::damaged, "the ledger is damaged, is none, or is of a newer format"},
      {exit_code::storage, "a file, a folder or the output cannot be read or written"},
      {exit_code::unexpected, "an error in stakebook itself"},
  };
  return all;
}

OptionSpec owner_option() {
  return {
      .name = "--owner", .value = "X", .help = "a reporting owner: a CIK, a name or a part of one"};
}

OptionSpec issuer_option() {
  return {.name = "--issuer",
          .value = "Y",
          .help = "an issuer: a CIK, a trading symbol, a name or a part of one"};
}

OptionSpec on_option() {
  return {.name = "--on",
          .value = "DATE",
          .help = "as of the end of this day; by default after everything that is held"};
}

OptionSpec known_option() {
  return {.name = "--known",
          .value = "DATE",
          .help =
              "as it was known at the end of this day, or at a time of it (2024-05-20T16:30, US "
              "Eastern); by default as known now"};
}

}  // namespace stakebook::cli
