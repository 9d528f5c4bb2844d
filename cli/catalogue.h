// All commands, in the order in which help lists them, and what they share.
#pragma once

#include <vector>

#include "command.h"

namespace stakebook::cli {

const std::vector<Command>& commands();
// nullptr where there is none of this name.
const Command* command_named(std::string_view name);
// --ledger, --format, --help: options of every command.
const std::vector<OptionSpec>& common_options();
// Those of them that the command does not take in a form of its own.
std::vector<OptionSpec> common_options_of(const Command& command);
// The exit codes that every command may end with.
const std::vector<ExitCodeSpec>& common_exit_codes();

// Options that several commands share.
OptionSpec owner_option();
OptionSpec issuer_option();
OptionSpec on_option();
OptionSpec known_option();

// One file a command.
Command import_command();
Command set_aside_command();
Command diagnostics_command();
Command issuers_command();
Command owners_command();
Command holdings_command();
Command tranches_command();
Command history_command();
Command diff_command();
Command reconcile_command();
Command forecast_command();
Command explain_command();
Command export_command();
std::vector<Command> record_commands();
Command verify_command();
Command help_command();
Command completion_command();
Command manual_command();

}  // namespace stakebook::cli
