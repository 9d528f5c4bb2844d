// Rules about the text of one file.
#include <algorithm>
#include <array>
#include <filesystem>
#include <regex>

#include "rules.h"

namespace stakebook::tidy {
namespace {

constexpr std::size_t columns_max = 100;
constexpr std::size_t file_lines_max = 400;
constexpr std::size_t function_lines_max = 70;
constexpr std::size_t opening_lines_max = 15;

std::size_t characters(std::string_view line) {
  return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

// Whether `text` holds `word` with no character of a longer word on either side.
template <class InWord>
bool holds(std::string_view text, std::string_view word, InWord in_word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !in_word(text[at - 1])) && (end == text.size() || !in_word(text[end])))
      return true;
  }
  return false;
}

Findings words_in_code(const SourceFile& file, const std::vector<std::string_view>& words,
                       const std::string& why) {
  Findings findings;
  const std::string code = code_of(file.text, Literals::blanked);
  std::size_t number = 0;
  for (std::string_view line : lines_of(code)) {
    ++number;
    for (std::string_view word : words) {
      if (!holds(line, word, is_word)) continue;
      findings.push_back(finding(file, number, std::string(word) + ": " + why));
    }
  }
  return findings;
}

}  // namespace

Findings floating_point(const SourceFile& file) {
  Findings findings;
  const std::string code = code_of(file.text, Literals::blanked);
  std::size_t number = 0;
  for (std::string_view line : lines_of(code)) {
    ++number;
    if (line.find("= delete") != std::string_view::npos) continue;
    if (holds(line, "double", is_word) || holds(line, "float", is_word)) {
      findings.push_back(finding(file, number, "floating point in engine/"));
    }
  }
  return findings;
}

Findings ambient_state(const SourceFile& file) {
  return words_in_code(file,
                       {"system_clock", "getenv", "setlocale", "localtime", "gmtime", "ctime",
                        "isspace", "isdigit", "isalpha", "isalnum", "tolower", "toupper", "locale"},
                       "the engine asks neither clock, environment nor locale");
}

Findings sizes(const SourceFile& file) {
  Findings findings;
  const auto lines = lines_of(file.text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (characters(lines[i]) > columns_max) {
      findings.push_back(finding(file, i + 1, "more than 100 columns"));
    }
  }
  if (lines.size() > file_lines_max) {
    findings.push_back(finding(file, lines.size(), "more than 400 lines"));
  }
  return findings;
}

// Leans on clang-format: a definition starts at the margin (or two columns in, within a class), and
// the brace that closes it stands alone at the same column.
Findings long_functions(const SourceFile& file) {
  Findings findings;
  const std::string code = code_of(file.text, Literals::blanked);
  const auto lines = lines_of(code);
  std::size_t start = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool at_margin =
        !lines[i].empty() && (is_word(lines[i].front()) || lines[i].front() == '[');
    if (at_margin) start = i;
    if (lines[i] != "}" || i - start + 1 <= function_lines_max) continue;
    const std::string_view opening = lines[start];
    const bool is_function = opening.find('(') != std::string_view::npos;
    if (is_function) {
      findings.push_back(finding(file, start + 1, "a function of more than 70 lines"));
    }
  }
  return findings;
}

Findings header_openings(const SourceFile& file) {
  if (!is_header(file)) return {};
  const auto lines = lines_of(file.text);
  std::size_t opening = 0;
  while (opening < lines.size() && lines[opening].starts_with("//")) ++opening;
  if (opening == 0) return {finding(file, 1, "a header opens by saying what it is")};
  if (opening > opening_lines_max) {
    return {finding(file, opening, "a header opens with at most 15 lines")};
  }
  if (opening == lines.size() || lines[opening] != "#pragma once") {
    return {finding(file, opening + 1, "#pragma once follows the opening comment")};
  }
  return {};
}

Findings machine_paths(const SourceFile& file) {
  // In two parts, so that this file does not break its own rule.
  static const std::vector<std::string> roots = {
      "/ho"
      "me/",
      "/ro"
      "ot/",
      "/wo"
      "rk/",
      "/Us"
      "ers/"};
  Findings findings;
  std::size_t number = 0;
  for (std::string_view line : lines_of(file.text)) {
    ++number;
    for (const std::string& root : roots) {
      const std::size_t at = line.find(root);
      if (at == std::string_view::npos) continue;
      const bool absolute = at == 0 || !(is_word(line[at - 1]) || line[at - 1] == '.');
      if (absolute) findings.push_back(finding(file, number, "a path of one machine: " + root));
    }
  }
  return findings;
}

Findings dead_links(const SourceFile& file, bool (*exists)(const std::string& path)) {
  static const std::regex link(R"(\]\(([^)#\s]+)(#[^)]*)?\))");
  Findings findings;
  const auto folder = std::filesystem::path(file.path).parent_path();
  std::size_t number = 0;
  for (std::string_view line : lines_of(file.text)) {
    ++number;
    const std::string text(line);
    for (std::sregex_iterator match(text.begin(), text.end(), link), end; match != end; ++match) {
      const std::string target = (*match)[1];
      if (target.find("://") != std::string::npos || target.starts_with("mailto:")) continue;
      const std::string path = (folder / target).lexically_normal().generic_string();
      if (!exists(path)) findings.push_back(finding(file, number, "no such file: " + path));
    }
  }
  return findings;
}

Findings undocumented(const std::set<std::string>& names, const std::string& document_path,
                      std::string_view document) {
  Findings findings;
  for (const std::string& name : names) {
    if (!holds(document, name, [](char c) { return is_word(c) || c == '-'; })) {
      findings.push_back(document_path + ": does not explain " + name);
    }
  }
  return findings;
}

std::set<std::string> options_named(const SourceFile& file) {
  static const std::regex option("--[a-z][a-z-]*");
  std::set<std::string> options;
  for (const std::string& literal : literals_of(file.text)) {
    if (std::regex_match(literal, option)) options.insert(literal);
  }
  return options;
}

std::set<std::string> codes_named(const SourceFile& file) {
  static const std::regex code("[a-z]+(-[a-z0-9]+)+");
  std::set<std::string> codes;
  for (const std::string& literal : literals_of(file.text)) {
    if (std::regex_match(literal, code)) codes.insert(literal);
  }
  return codes;
}

Findings strangers_at_the_top(const std::vector<std::string>& names) {
  static const std::set<std::string> residents = {
      "CMakeLists.txt", "CMakePresets.json", "README.md", "check", "cli", "docs",
      "engine",         "fixtures",          "tests",     "try"};
  Findings findings;
  for (const std::string& name : names) {
    const bool kept_out_of_git = name == "build" || ends_with(name, ".db") ||
                                 ends_with(name, ".db-wal") || ends_with(name, ".db-shm");
    if (name.starts_with(".") || kept_out_of_git || residents.contains(name)) continue;
    findings.push_back(name + ": nothing else stands at the top level");
  }
  return findings;
}

}  // namespace stakebook::tidy
