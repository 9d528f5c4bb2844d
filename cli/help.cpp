#include "help.h"

#include <algorithm>

#include "catalogue.h"
#include "value/text.h"

namespace stakebook::cli {
namespace {

constexpr int text_width_max = 88;  // longer lines tire the reader

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

// "  left   right filled beside it"
std::string two_columns(const std::string& left, std::string_view right, std::size_t left_width,
                        int width) {
  const int indent = static_cast<int>(left_width) + 4;
  std::string text = filled(right, width, indent);
  const std::string head = "  " + padded(left, left_width) + "  ";
  if (left.size() > left_width) return "  " + left + '\n' + text;
  return text.replace(0, static_cast<std::size_t>(indent), head);
}

std::string shown(const OptionSpec& spec) {
  return spec.value.empty() ? spec.name : spec.name + ' ' + spec.value;
}

std::string options_text(const std::vector<OptionSpec>& options, std::size_t left_width,
                         int width) {
  std::string text;
  for (const OptionSpec& spec : options) {
    std::string help = spec.help;
    if (spec.repeated) help += "; may be repeated";
    text += two_columns(shown(spec), help, left_width, width);
  }
  return text;
}

std::string commands_text(const std::string& group, int width) {
  const std::string prefix = group.empty() ? "" : group + ' ';
  std::size_t left_width = 0;
  std::vector<const Command*> listed;
  for (const Command& command : commands()) {
    if (command.hidden || !command.name.starts_with(prefix) || command.name == group) continue;
    if (command.name.find(' ', prefix.size()) != std::string::npos) continue;
    listed.push_back(&command);
    left_width = std::max(left_width, command.name.size());
  }
  std::string text;
  for (const Command* command : listed) {
    text += two_columns(command->name, command->summary, left_width, width);
  }
  return text;
}

// "Usage: stakebook record split --issuer Y ...", broken only before an option or a bracket.
std::string usage_text(const Command& command, int width) {
  const std::string indent(11, ' ');
  std::string line = "Usage: stakebook " + command.name;
  std::string text;
  std::string piece;
  const auto end_piece = [&] {
    if (line.size() + 1 + piece.size() > static_cast<std::size_t>(width)) {
      text += line + '\n';
      line = indent;
    }
    if (!piece.empty()) line += ' ' + piece;
    piece.clear();
  };
  const std::string& synopsis = command.synopsis;
  int depth = 0;
  for (std::size_t i = 0; i < synopsis.size(); ++i) {
    if (synopsis[i] == '[' || synopsis[i] == '(') ++depth;
    if (synopsis[i] == ']' || synopsis[i] == ')') --depth;
    const bool breaks =
        synopsis[i] == ' ' && depth == 0 && i + 1 < synopsis.size() &&
        (synopsis[i + 1] == '-' || synopsis[i + 1] == '[' || synopsis[i + 1] == '(');
    if (breaks)
      end_piece();
    else
      piece += synopsis[i];
  }
  end_piece();
  return text + line + '\n';
}

// The further lines of an example stand under its first.
std::string continued(std::string_view line) {
  std::string text;
  for (const char c : line) {
    text += c;
    if (c == '\n') text += "      ";
  }
  return text;
}

std::string overview(int width) {
  std::string text =
      "stakebook - a ledger of beneficial ownership over SEC Forms 3, 4 and 5\n\n"
      "Usage: stakebook COMMAND [OPTIONS]\n\nCommands:\n";
  text += commands_text("", width);
  text += "\nOptions of every command:\n";
  text += options_text(common_options(), 13, width);
  text += two_columns("--version", "print the version", 13, width);
  text +=
      "\nExample:\n"
      "  $ stakebook import filings/\n"
      "  $ stakebook holdings --owner Lindqvist --on 2024-06-30\n"
      "  $ stakebook explain 2.I.1@2024-06-30\n"
      "\nstakebook COMMAND --help tells more of each.\n";
  return text;
}

}  // namespace

std::string filled(std::string_view text, int width, int indent) {
  const std::size_t line_max = static_cast<std::size_t>(std::max(width - indent, 20));
  const std::string lead(static_cast<std::size_t>(indent), ' ');
  std::string all;
  std::string line;
  const auto end_line = [&] {
    if (!line.empty()) all += lead + line + '\n';
    line.clear();
  };
  std::size_t position = 0;
  while (position < text.size()) {
    if (text.substr(position).starts_with("\n\n")) {
      end_line();
      all += '\n';
    }
    while (position < text.size() && is_space(text[position])) ++position;
    std::size_t end = position;
    while (end < text.size() && !is_space(text[end])) ++end;
    const std::string_view word = text.substr(position, end - position);
    if (!line.empty() && line.size() + 1 + word.size() > line_max) end_line();
    if (!word.empty()) line += (line.empty() ? "" : " ") + std::string(word);
    position = end;
  }
  end_line();
  return all;
}

std::string help_text(const Command* command, int width) {
  const int columns = std::clamp(width, 40, text_width_max);
  if (command == nullptr) return overview(columns);
  std::string text = "stakebook " + command->name + " - " + command->summary + "\n\n";
  text += usage_text(*command, columns) + '\n';
  text += filled(command->description, columns, 0);
  std::size_t left_width = 13;
  for (const OptionSpec& spec : command->options) {
    left_width = std::max(left_width, std::min<std::size_t>(shown(spec).size(), 22));
  }
  if (command->run == nullptr) text += "\nCommands:\n" + commands_text(command->name, columns);
  if (!command->operand.name.empty()) {
    text += '\n' + two_columns(command->operand.name, command->operand.help, left_width, columns);
  }
  if (!command->options.empty()) {
    text += "\nOptions:\n" + options_text(command->options, left_width, columns);
  }
  text += "\nOptions of every command:\n" +
          options_text(common_options_of(*command), left_width, columns);
  if (!command->examples.empty()) text += "\nExample:\n";
  for (const Example& example : command->examples) {
    text += "  $ " + continued(example.line) + '\n' + filled(example.says, columns, 6);
  }
  if (!command->exit_codes.empty()) text += "\nExit codes, beside those of every command:\n";
  for (const ExitCodeSpec& spec : command->exit_codes) {
    text += two_columns(std::to_string(spec.code), spec.meaning, 3, columns);
  }
  return text;
}

}  // namespace stakebook::cli
