#include "source_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace stakebook::tidy {
namespace {

const std::filesystem::path project = STAKEBOOK_SOURCE;

bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

enum class Kind { code, comment, literal };

// Where the token that starts at `start` ends, and what it is. A token is a comment, a literal with
// its quotes, or one character of code.
std::size_t token_end(std::string_view text, std::size_t start, Kind& kind) {
  const auto after = [&](std::string_view end, std::size_t from) {
    const std::size_t found = text.find(end, from);
    return found == std::string_view::npos ? text.size() : found + end.size();
  };
  const std::string_view rest = text.substr(start);
  kind = Kind::comment;
  if (rest.starts_with("//")) return std::min(text.find('\n', start), text.size());
  if (rest.starts_with("/*")) return after("*/", start + 2);
  kind = Kind::literal;
  const bool in_word = start > 0 && is_word(text[start - 1]);
  if (rest.starts_with("R\"") && !in_word) {
    const std::size_t open = text.find('(', start);
    if (open == std::string_view::npos) return text.size();
    const std::string close = ")" + std::string(text.substr(start + 2, open - start - 2)) + "\"";
    return after(close, open);
  }
  const char quote = rest.front();
  if (quote == '"' || (quote == '\'' && !in_word)) {  // else a digit separator: 1'000
    std::size_t end = start + 1;
    while (end < text.size() && text[end] != quote) end += text[end] == '\\' ? 2 : 1;
    return std::min(end + 1, text.size());
  }
  kind = Kind::code;
  return start + 1;
}

}  // namespace

std::string finding(const SourceFile& file, std::size_t line, const std::string& what) {
  return file.path + ":" + std::to_string(line) + ": " + what;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return lines;
}

bool ends_with(std::string_view text, std::string_view end) { return text.ends_with(end); }

bool is_header(const SourceFile& file) { return ends_with(file.path, ".h"); }

bool is_code(const SourceFile& file) { return is_header(file) || ends_with(file.path, ".cpp"); }

std::string engine_folder(std::string_view path) {
  constexpr std::string_view engine = "engine/";
  if (!path.starts_with(engine)) return {};
  path.remove_prefix(engine.size());
  const std::size_t slash = path.find('/');
  return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash));
}

std::string code_of(std::string_view text, Literals literals) {
  std::string code;
  for (std::size_t at = 0; at < text.size();) {
    Kind kind = Kind::code;
    const std::size_t end = token_end(text, at, kind);
    const bool kept = kind == Kind::code || (kind == Kind::literal && literals == Literals::kept);
    for (; at < end; ++at) code += kept || text[at] == '\n' ? text[at] : ' ';
  }
  return code;
}

std::vector<std::string> literals_of(std::string_view text) {
  std::vector<std::string> literals;
  for (std::size_t at = 0; at < text.size();) {
    Kind kind = Kind::code;
    const std::size_t end = token_end(text, at, kind);
    if (kind == Kind::literal && text[at] == '"' && end - at >= 2) {
      literals.emplace_back(text.substr(at + 1, end - at - 2));
    }
    at = end;
  }
  return literals;
}

std::string text_of(const std::string& path) {
  std::ifstream file(project / path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<SourceFile> files_below(const std::string& folder) {
  std::vector<SourceFile> files;
  if (!std::filesystem::is_directory(project / folder)) return files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(project / folder)) {
    if (!entry.is_regular_file()) continue;
    const std::string path = entry.path().lexically_relative(project).generic_string();
    files.push_back({path, text_of(path)});
  }
  std::sort(files.begin(), files.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace stakebook::tidy
