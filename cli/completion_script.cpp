#include "completion_script.h"

#include <algorithm>

#include "catalogue.h"
#include "value/text.h"

namespace stakebook::cli {
namespace {

std::vector<const Command*> listed_commands() {
  std::vector<const Command*> listed;
  for (const Command& command : commands()) {
    if (!command.hidden) listed.push_back(&command);
  }
  return listed;
}

std::vector<OptionSpec> options_of(const Command& command) {
  std::vector<OptionSpec> all = command.options;
  for (OptionSpec& common : common_options_of(command)) all.push_back(std::move(common));
  return all;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::string option_words(const Command& command) {
  std::vector<std::string> words;
  for (const OptionSpec& spec : options_of(command)) words.push_back(spec.name);
  return joined(words);
}

// The words that may come next: subcommands of "" or of "record".
std::string next_words(const std::string& group) {
  std::vector<std::string> words;
  const std::string prefix = group.empty() ? "" : group + ' ';
  for (const Command* command : listed_commands()) {
    if (!command->name.starts_with(prefix)) continue;
    const std::string rest = command->name.substr(prefix.size());
    if (rest.find(' ') == std::string::npos) words.push_back(rest);
  }
  return joined(words);
}

bool takes_path(const OptionSpec& spec) { return spec.value == "FILE" || spec.value == "FOLDER"; }

// In single quotes, for all three shells.
std::string in_quotes(std::string_view text) {
  std::string all = "'";
  for (const char c : text) {
    if (c == '\'')
      all += "'\\''";
    else
      all += c;
  }
  return all + '\'';
}

// What zsh's _arguments reads in brackets and after colons.
std::string zsh_escaped(std::string_view text) {
  std::string all;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') all += '\\';
    all += c;
  }
  return all;
}

std::string zsh_value(const OptionSpec& spec) {
  if (spec.value.empty()) return "";
  std::string action;
  if (!spec.choices.empty()) action = "(" + joined(spec.choices) + ")";
  if (takes_path(spec)) action = spec.value == "FILE" ? "_files" : "_files -/";
  return ":" + zsh_escaped(spec.value) + ":" + action;
}

std::string zsh_options(const std::vector<OptionSpec>& options, const std::string& indent) {
  std::string text;
  for (const OptionSpec& spec : options) {
    text += " \\\n" + indent +
            in_quotes((spec.repeated ? "*" : "") + spec.name + '[' + zsh_escaped(spec.help) + ']' +
                      zsh_value(spec));
  }
  return text;
}

std::string zsh_arguments(const Command& command, const std::string& indent) {
  std::string text = indent + "_arguments" + zsh_options(options_of(command), indent + "  ");
  if (command.operand.name == "PATH") text += " \\\n" + indent + "  '*:path:_files'";
  return text + '\n';
}

std::string zsh_choice(const std::string& group, const std::string& indent) {
  const std::string prefix = group.empty() ? "" : group + ' ';
  std::string text = indent + "local -a names=(\n";
  for (const Command* command : listed_commands()) {
    if (!command->name.starts_with(prefix)) continue;
    const std::string rest = command->name.substr(prefix.size());
    if (rest.find(' ') != std::string::npos) continue;
    text += indent + "  " + in_quotes(rest + ':' + zsh_escaped(command->summary)) + '\n';
  }
  return text + indent + ")\n" + indent + "_describe command names\n";
}

}  // namespace

std::string bash_completion() {
  std::string text =
      "# bash completion for stakebook; written by: stakebook completion bash\n"
      "_stakebook() {\n"
      "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}\n"
      "  local command='' word index\n"
      "  for ((index = 1; index < COMP_CWORD; ++index)); do\n"
      "    word=${COMP_WORDS[index]}\n"
      "    case $word in\n"
      "      --ledger|--format) ((++index)) ;;\n"
      "      -*) ;;\n"
      "      *) command=$word\n"
      "         [[ $word == record && $((index + 1)) -lt $COMP_CWORD ]] &&\n"
      "           command=\"record ${COMP_WORDS[index+1]}\"\n"
      "         break ;;\n"
      "    esac\n"
      "  done\n"
      "  case $previous in\n";
  std::vector<std::string> done;
  for (const Command* command : listed_commands()) {
    for (const OptionSpec& spec : options_of(*command)) {
      if (std::find(done.begin(), done.end(), spec.name) != done.end()) continue;
      done.push_back(spec.name);
      if (!spec.choices.empty()) {
        text += "    " + spec.name + ") COMPREPLY=($(compgen -W '" + joined(spec.choices) +
                "' -- \"$current\")); return ;;\n";
      } else if (takes_path(spec)) {
        text += "    " + spec.name + ") COMPREPLY=($(compgen -f -- \"$current\")); return ;;\n";
      } else if (!spec.value.empty()) {
        text += "    " + spec.name + ") COMPREPLY=(); return ;;\n";
      }
    }
  }
  text += "  esac\n  local words\n  case $command in\n";
  text += "    '') words='" + next_words("") + " --help --version --ledger --format' ;;\n";
  for (const Command* command : listed_commands()) {
    const std::string words =
        command->run == nullptr ? next_words(command->name) : option_words(*command);
    text += "    " + in_quotes(command->name) + ") words='" + words + "'";
    if (command->operand.name == "PATH") {
      text +=
          "\n      [[ $current == -* ]] || { COMPREPLY=($(compgen -f -- \"$current\")); return; }";
    }
    text += " ;;\n";
  }
  return text +
         "  esac\n"
         "  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
         "}\n"
         "complete -o filenames -F _stakebook stakebook\n";
}

std::string zsh_completion() {
  std::string text =
      "#compdef stakebook\n# zsh completion for stakebook; written by: stakebook completion zsh\n"
      "_stakebook() {\n"
      "  local curcontext=$curcontext state line\n"
      "  _arguments -C '--version[print the version]'" +
      zsh_options(common_options(), "    ") +
      " \\\n    '1: :->command' '*:: :->rest'\n"
      "  case $state in\n"
      "  command)\n" +
      zsh_choice("", "    ") +
      "    ;;\n"
      "  rest)\n"
      "    case $line[1] in\n";
  for (const Command* command : listed_commands()) {
    if (command->name.find(' ') != std::string::npos) continue;
    text += "    " + command->name + ")\n";
    if (command->run != nullptr) {
      text += zsh_arguments(*command, "      ");
    } else {
      text += "      if (( CURRENT == 2 )); then\n" + zsh_choice(command->name, "        ") +
              "      else\n        shift words; (( CURRENT-- ))\n        case $words[1] in\n";
      for (const Command* inner : listed_commands()) {
        if (!inner->name.starts_with(command->name + ' ')) continue;
        text += "        " + inner->name.substr(command->name.size() + 1) + ")\n" +
                zsh_arguments(*inner, "          ") + "          ;;\n";
      }
      text += "        esac\n      fi\n";
    }
    text += "      ;;\n";
  }
  return text + "    esac\n    ;;\n  esac\n}\n_stakebook \"$@\"\n";
}

std::string fish_completion() {
  std::string text =
      "# fish completion for stakebook; written by: stakebook completion fish\n"
      "complete -c stakebook -f\n"
      "complete -c stakebook -n __fish_use_subcommand -l version -d 'print the version'\n";
  for (const Command* command : listed_commands()) {
    const std::size_t space = command->name.find(' ');
    const std::string word = command->name.substr(space == std::string::npos ? 0 : space + 1);
    std::string group = command->name.substr(0, space);
    std::string condition = "__fish_use_subcommand";
    if (space != std::string::npos) condition = in_quotes("__fish_seen_subcommand_from " + group);
    text += "complete -c stakebook -n " + condition + " -a " + word + " -d " +
            in_quotes(command->summary) + '\n';
    const std::string seen = in_quotes("__fish_seen_subcommand_from " + word);
    if (command->operand.name == "PATH") text += "complete -c stakebook -n " + seen + " -F\n";
    for (const OptionSpec& spec : options_of(*command)) {
      text += "complete -c stakebook -n " + seen + " -l " + spec.name.substr(2) + " -d " +
              in_quotes(spec.help);
      if (!spec.choices.empty())
        text += " -x -a " + in_quotes(joined(spec.choices));
      else if (takes_path(spec))
        text += " -r -F";
      else if (!spec.value.empty())
        text += " -x";
      text += '\n';
    }
  }
  return text;
}

}  // namespace stakebook::cli
