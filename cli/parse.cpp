#include "parse.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>

#include "catalogue.h"
#include "suggest.h"

namespace stakebook::cli {
namespace {

struct Bound {  // a table's options as CLI11 knows them
  CLI::App* app = nullptr;
  const Command* command = nullptr;
  std::map<const CLI::Option*, std::string> names;
};

// How a value comes to be empty.
constexpr const char* unset_variable = "; a variable that should give it may be unset";

std::string full_name(const Command* command) {
  return command == nullptr ? "stakebook" : "stakebook " + command->name;
}

std::string help_remedy(const Command* command) { return full_name(command) + " --help"; }

void bind(Bound& bound, const OptionSpec& spec) {
  const std::string names = spec.name == "--help" ? "-h,--help" : spec.name;
  CLI::Option* option = nullptr;
  if (spec.value.empty()) {
    option = bound.app->add_flag(names);
  } else {
    option = bound.app->add_option(names)->type_size(1)->expected(1);
  }
  option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  bound.names[option] = spec.name;
}

CLI::App* child(CLI::App& app, const std::string& name) {
  CLI::App* made = app.add_subcommand(name);
  made->set_help_flag();
  made->allow_extras();
  made->require_subcommand(0, 1);
  return made;
}

void collect(const Bound& bound, Arguments& arguments) {
  std::map<const CLI::Option*, std::size_t> taken;
  for (const CLI::Option* option : bound.app->parse_order()) {
    const std::size_t index = taken[option]++;
    const auto& results = option->results();
    if (index < results.size()) arguments.add(bound.names.at(option), results[index]);
  }
}

std::vector<std::string> option_names(const Command* command) {
  std::vector<std::string> names;
  if (command == nullptr) {
    names.push_back("--version");
    for (const OptionSpec& spec : common_options()) names.push_back(spec.name);
    return names;
  }
  for (const OptionSpec& spec : command->options) names.push_back(spec.name);
  for (const OptionSpec& spec : common_options_of(*command)) names.push_back(spec.name);
  return names;
}

// The words that may follow `group` ("" for the first word of the command line).
std::vector<std::string> command_words(const std::string& group) {
  std::vector<std::string> words;
  const std::string prefix = group.empty() ? "" : group + ' ';
  for (const Command& command : commands()) {
    if (command.hidden || !command.name.starts_with(prefix)) continue;
    const std::string rest = command.name.substr(prefix.size());
    if (!rest.empty() && rest.find(' ') == std::string::npos) words.push_back(rest);
  }
  return words;
}

[[noreturn]] void refuse_option(const Command* command, const std::string& typed) {
  const std::string name = typed.substr(0, typed.find('='));
  const std::string message =
      command == nullptr ? "there is no option " + name : command->name + " has no option " + name;
  for (const std::string format : {"json", "csv"}) {
    if (name == "--" + format) throw UsageError(message, "--format " + format);
  }
  if (const auto meant = nearest(name, option_names(command))) {
    throw UsageError(message, *meant);
  }
  throw UsageError(message, help_remedy(command));
}

bool has_option(const Command& command, std::string_view name) {
  return std::any_of(command.options.begin(), command.options.end(),
                     [&](const OptionSpec& spec) { return spec.name == name; });
}

// "stakebook owners --match "musk"" for "stakebook owners musk".
std::string remedy_for_word(const Command& command, const std::string& typed) {
  for (const char* const option : {"--owner", "--match"}) {
    if (!has_option(command, option)) continue;
    return full_name(&command) + ' ' + option + " \"" + typed + '"';
  }
  return help_remedy(&command);
}

[[noreturn]] void refuse_word(const Command* command, const std::string& typed) {
  const bool group = command == nullptr || command->run == nullptr;
  if (!group) {
    throw UsageError("\"" + typed + "\" is one word too many for " + command->name,
                     remedy_for_word(*command, typed));
  }
  const std::string message = command == nullptr
                                  ? "there is no command \"" + typed + '"'
                                  : command->name + " has no command \"" + typed + '"';
  if (command == nullptr && typed == "version") {
    throw UsageError(message, "stakebook --version");
  }
  if (const auto meant = nearest(typed, command_words(command ? command->name : ""))) {
    throw UsageError(message, full_name(command) + ' ' + *meant);
  }
  throw UsageError(message, help_remedy(command));
}

void refuse_options(const Command* command, const std::vector<std::string>& words) {
  const bool group = command == nullptr || command->run == nullptr;
  for (const std::string& word : words) {
    const bool option = word.size() > 1 && word[0] == '-';
    // Behind a mistyped command every option is unknown; the command is what to tell of.
    if (!option && group) refuse_word(command, word);
    if (option) refuse_option(command, word);
  }
}

// Words that are neither options nor their values: operands where the command takes any.
void take_operands(const Bound& bound, std::vector<std::string> words, Arguments& arguments) {
  const OperandSpec none;
  const OperandSpec& operand = bound.command != nullptr ? bound.command->operand : none;
  std::size_t taken = 0;
  for (std::string& word : words) {
    const bool fits = !operand.name.empty() && (operand.repeated || taken == 0);
    if (!fits) refuse_word(bound.command, word);
    if (word.empty()) {
      throw UsageError("a " + operand.name + " is empty", operand.help + unset_variable);
    }
    arguments.add(operand.name, std::move(word));
    ++taken;
  }
}

// "DATE" for "--on", whichever command it belongs to.
std::string value_name(const std::string& option) {
  for (const OptionSpec& spec : common_options()) {
    if (spec.name == option) return spec.value;
  }
  for (const Command& command : commands()) {
    for (const OptionSpec& spec : command.options) {
      if (spec.name == option) return spec.value;
    }
  }
  return "VALUE";
}

const OptionSpec* spec_of(const Command& command, const std::string& name) {
  for (const auto* list : {&command.options, &common_options()}) {
    for (const OptionSpec& spec : *list) {
      if (spec.name == name) return &spec;
    }
  }
  return nullptr;
}

void check_choice(const OptionSpec& spec, const std::string& value) {
  if (spec.choices.empty()) return;
  if (std::find(spec.choices.begin(), spec.choices.end(), value) != spec.choices.end()) return;
  const std::string message = spec.name + ' ' + value + ": not one of its values";
  if (const auto meant = nearest(value, spec.choices)) {
    throw UsageError(message, spec.name + ' ' + *meant);
  }
  std::string list;
  for (const std::string& choice : spec.choices) list += (list.empty() ? "" : ", ") + choice;
  throw UsageError(message, list);
}

void check_values(const Command& command, const Arguments& arguments) {
  std::map<std::string, int> times;
  const std::vector<std::string> names = option_names(&command);
  for (const auto& [name, value] : arguments.given()) {
    const OptionSpec* spec = spec_of(command, name);
    if (spec == nullptr || spec->value.empty()) continue;
    if (std::find(names.begin(), names.end(), value) != names.end()) {
      throw UsageError(name + " has no value: \"" + value + "\" follows it",
                       name + ' ' + spec->value);
    }
    if (value.empty()) {
      throw UsageError(name + " is empty", name + ' ' + spec->value + unset_variable);
    }
    if (++times[name] > 1 && !spec->repeated) {
      throw UsageError(name + " is given twice", "each question apart, or one " + name);
    }
    check_choice(*spec, value);
  }
}

void check_needs(const Command& command, const Arguments& arguments) {
  const std::string usage = full_name(&command) + ' ' + command.synopsis;
  for (const OptionSpec& spec : command.options) {
    if (spec.required && !arguments.has(spec.name)) {
      throw UsageError(command.name + " needs " + spec.name + ' ' + spec.value, usage);
    }
  }
  const OperandSpec& operand = command.operand;
  if (!operand.name.empty() && operand.required && !arguments.has(operand.name)) {
    throw UsageError(command.name + " needs a " + operand.name + ": " + operand.help, usage);
  }
}

CLI::App& bind_all(CLI::App& root, std::vector<Bound>& bounds) {
  root.set_help_flag();
  root.allow_extras();
  root.require_subcommand(0, 1);
  Bound top{&root, nullptr, {}};
  for (const OptionSpec& spec : common_options()) bind(top, spec);
  bind(top, {.name = "--version", .value = "", .help = ""});
  bounds.push_back(std::move(top));
  std::map<std::string, CLI::App*> groups;
  for (const Command& command : commands()) {
    const std::size_t space = command.name.find(' ');
    CLI::App* parent =
        space == std::string::npos ? &root : groups.at(command.name.substr(0, space));
    Bound bound{child(*parent, command.name.substr(space == std::string::npos ? 0 : space + 1)),
                &command,
                {}};
    groups[command.name] = bound.app;
    for (const OptionSpec& spec : command.options) bind(bound, spec);
    for (const OptionSpec& spec : common_options_of(command)) bind(bound, spec);
    bounds.push_back(std::move(bound));
  }
  return root;
}

}  // namespace

Invocation parse(int count, char** words) {
  CLI::App root;
  std::vector<Bound> bounds;
  bind_all(root, bounds);
  Invocation invocation;
  // What follows "--" is operands, whatever it looks like; CLI11 parses a reversed list.
  std::vector<std::string> typed(words + 1, words + count);
  const auto mark = std::find(typed.begin(), typed.end(), "--");
  const std::vector<std::string> behind_mark(mark == typed.end() ? mark : mark + 1, typed.end());
  typed.erase(mark, typed.end());
  std::reverse(typed.begin(), typed.end());
  try {
    root.parse(std::move(typed));
  } catch (const CLI::ArgumentMismatch& mismatch) {
    const std::string what = mismatch.what();  // "--owner: 1 required TEXT missing"
    const std::string name = what.substr(0, what.find(':'));
    throw UsageError(name + " has no value", name + ' ' + value_name(name));
  } catch (const CLI::ParseError& error) {
    throw UsageError(error.what(), "stakebook --help");
  }
  for (const Bound& bound : bounds) {
    if (!bound.app->parsed()) continue;
    if (bound.command != nullptr) invocation.command = bound.command;
    collect(bound, invocation.arguments);
  }
  invocation.help = invocation.arguments.has("--help");
  invocation.version = invocation.arguments.has("--version");
  const bool checked = invocation.command != nullptr && !invocation.help;
  if (checked) check_values(*invocation.command, invocation.arguments);
  for (const Bound& bound : bounds) {
    if (!bound.app->parsed()) continue;
    std::vector<std::string> loose = bound.app->remaining();
    refuse_options(bound.command, loose);
    if (bound.command == invocation.command) {
      loose.insert(loose.end(), behind_mark.begin(), behind_mark.end());
    }
    take_operands(bound, std::move(loose), invocation.arguments);
  }
  if (checked) check_needs(*invocation.command, invocation.arguments);
  return invocation;
}

}  // namespace stakebook::cli
