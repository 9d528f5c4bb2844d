// A text file of the project, as the house rules see it.
//
//   SourceFile{"engine/value/date.h", "#pragma once\n..."}
//
// Paths are relative to the project's folder, with '/'.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stakebook::tidy {

struct SourceFile {
  std::string path;
  std::string text;
};

// What is wrong, with its place: "engine/value/date.h:12: ...".
using Findings = std::vector<std::string>;

std::string finding(const SourceFile& file, std::size_t line, const std::string& what);

std::vector<std::string_view> lines_of(std::string_view text);
bool ends_with(std::string_view text, std::string_view end);
bool is_code(const SourceFile& file);    // .h or .cpp
bool is_header(const SourceFile& file);  // .h
// "value" of "engine/value/date.h", "" of "engine/stakebook.h".
std::string engine_folder(std::string_view path);

// The same lines with comments blanked, and with the contents of literals blanked too unless they
// are to be kept.
enum class Literals { blanked, kept };
std::string code_of(std::string_view text, Literals literals);

// The string literals of a source text, without their quotes, comments left out.
std::vector<std::string> literals_of(std::string_view text);

// Every file below `folder` (relative to the project), in name order. A folder that is not there
// is an empty one.
std::vector<SourceFile> files_below(const std::string& folder);
// A file of the project; empty text where there is none.
std::string text_of(const std::string& path);

}  // namespace stakebook::tidy
