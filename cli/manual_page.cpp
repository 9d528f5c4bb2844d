#include "manual_page.h"

#include "catalogue.h"

namespace stakebook::cli {
namespace {

// A line of roff text: no escape, no leading control character, hyphens that stay hyphens.
std::string roff(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (escaped.empty() && (c == '.' || c == '\'')) escaped += "\\&";
    if (c == '\\')
      escaped += "\\e";
    else if (c == '-')
      escaped += "\\-";
    else
      escaped += c;
  }
  return escaped;
}

std::string roff_lines(std::string_view text) {
  std::string all;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    all += (begin == 0 ? "" : "\n    ") + roff(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return all;
}

std::string roff_paragraphs(std::string_view text) {
  std::string all;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    std::string paragraph(text.substr(begin, end - begin));
    for (char& c : paragraph) {
      if (c == '\n') c = ' ';
    }
    all += ".PP\n" + roff(paragraph) + '\n';
    begin = end + 2;
  }
  return all;
}

std::string roff_item(const std::string& term, std::string_view text) {
  return ".TP\n.B " + roff(term) + '\n' + roff(text) + '\n';
}

std::string shown(const OptionSpec& spec) {
  return spec.value.empty() ? spec.name : spec.name + ' ' + spec.value;
}

std::string roff_options(const std::vector<OptionSpec>& options) {
  std::string text;
  for (const OptionSpec& spec : options) {
    text += roff_item(shown(spec), spec.help + (spec.repeated ? "; may be repeated." : "."));
  }
  return text;
}

std::string roff_exit_codes(const std::vector<ExitCodeSpec>& codes) {
  std::string text;
  for (const ExitCodeSpec& spec : codes) {
    text += roff_item(std::to_string(spec.code), spec.meaning + '.');
  }
  return text;
}

std::string page_head(const std::string& name) {
  std::string upper = name;
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return ".TH " + upper + " 1 \"\" \"stakebook " STAKEBOOK_VERSION "\" \"Stakebook\"\n";
}

std::string root_page() {
  std::string text = page_head("stakebook");
  text += ".SH NAME\nstakebook \\- a ledger of beneficial ownership over SEC Forms 3, 4 and 5\n";
  text +=
      ".SH SYNOPSIS\n.B stakebook\n.I COMMAND\n[\\-\\-ledger FILE] [\\-\\-format table|json|csv]\n";
  text += ".SH COMMANDS\n";
  for (const Command& command : commands()) {
    if (command.hidden) continue;
    text += roff_item(command.name, command.summary + "; see " + page_name(&command) + "(1).");
  }
  text += ".SH OPTIONS\n" + roff_options(common_options());
  text += ".SH EXIT STATUS\n" + roff_exit_codes(common_exit_codes());
  text += ".SH ENVIRONMENT\n";
  text += roff_item("STAKEBOOK_LEDGER", "The ledger where --ledger does not name one.");
  text += roff_item("STAKEBOOK_AUTHOR", "The author of records where --author does not name one.");
  text += roff_item("NO_COLOR", "Where it is set, nothing is coloured.");
  text += roff_item("COLUMNS", "The width of tables where the output is not a terminal.");
  return text;
}

std::string markdown_options(const std::vector<OptionSpec>& options) {
  std::string text = "| option | meaning |\n|---|---|\n";
  for (const OptionSpec& spec : options) {
    std::string help = spec.help;
    if (spec.repeated) help += "; may be repeated";
    if (spec.required) help += " (required)";
    for (std::size_t bar = help.find('|'); bar != std::string::npos;
         bar = help.find('|', bar + 2)) {
      help.insert(bar, "\\");
    }
    text += "| `" + shown(spec) + "` | " + help + " |\n";
  }
  return text;
}

std::string markdown_exit_codes(const std::vector<ExitCodeSpec>& codes) {
  std::string text = "| exit code | meaning |\n|---|---|\n";
  for (const ExitCodeSpec& spec : codes) {
    text += "| " + std::to_string(spec.code) + " | " + spec.meaning + " |\n";
  }
  return text;
}

std::string indented(std::string_view lines) {
  std::string text;
  for (const char c : lines) {
    text += c;
    if (c == '\n') text += "        ";
  }
  return text;
}

std::string markdown_of(const Command& command) {
  std::string text = "\n## " + command.name + "\n\n" + command.summary + ".\n\n";
  text += "    stakebook " + command.name + (command.synopsis.empty() ? "" : " ") +
          command.synopsis + "\n\n";
  text += command.description + '\n';
  if (!command.operand.name.empty()) {
    text += "\n`" + command.operand.name + "`: " + command.operand.help + ".\n";
  }
  if (!command.options.empty()) text += '\n' + markdown_options(command.options);
  for (const Example& example : command.examples) {
    text += "\n    $ " + indented(example.line) + "\n\n" + example.says + '\n';
  }
  if (!command.exit_codes.empty()) text += '\n' + markdown_exit_codes(command.exit_codes);
  return text;
}

}  // namespace

std::string page_name(const Command* command) {
  if (command == nullptr) return "stakebook";
  std::string name = "stakebook-" + command->name;
  for (char& c : name) {
    if (c == ' ') c = '-';
  }
  return name;
}

std::string manual_page(const Command* command) {
  if (command == nullptr) return root_page();
  std::string text = page_head(page_name(command));
  text += ".SH NAME\n" + roff(page_name(command)) + " \\- " + roff(command->summary) + '\n';
  text += ".SH SYNOPSIS\n.B " + roff("stakebook " + command->name) + '\n' +
          roff(command->synopsis) + '\n';
  text += ".SH DESCRIPTION\n" + roff_paragraphs(command->description);
  text += ".SH OPTIONS\n";
  if (!command->operand.name.empty()) {
    text += roff_item(command->operand.name, command->operand.help + '.');
  }
  text += roff_options(command->options) + roff_options(common_options_of(*command));
  if (!command->examples.empty()) text += ".SH EXAMPLES\n";
  for (const Example& example : command->examples) {
    text +=
        ".PP\n.nf\n" + roff_lines("$ " + example.line) + "\n.fi\n.PP\n" + roff(example.says) + '\n';
  }
  text += ".SH EXIT STATUS\n" + roff_exit_codes(command->exit_codes) +
          roff_exit_codes(common_exit_codes());
  text += ".SH SEE ALSO\n.BR stakebook (1)\n";
  return text;
}

std::string commands_markdown() {
  std::string text =
      "# Commands\n\n"
      "This page is written by `stakebook manual --as markdown`, from the same table as `--help` "
      "and\n"
      "the man pages; a test compares it. What each exit code and message means: "
      "[errors.md](errors.md). `stakebook --version` says which version this is.\n\n"
      "Options of every command:\n\n";
  text += markdown_options(common_options());
  text += "\nEvery command may end with:\n\n" + markdown_exit_codes(common_exit_codes());
  for (const Command& command : commands()) {
    if (!command.hidden) text += markdown_of(command);
  }
  return text;
}

}  // namespace stakebook::cli
