// Rules about #include lines.
#include <algorithm>
#include <array>
#include <optional>

#include "rules.h"

namespace stakebook::tidy {
namespace {

// The staircase of docs/architecture.md, top first. The door's own files stand at its foot.
constexpr std::array<std::string_view, 11> staircase = {"value", "vesting", "filing",    "journal",
                                                        "event", "book",    "reconcile", "forecast",
                                                        "audit", "report",  "door"};

std::optional<std::size_t> floor_of(std::string_view folder) {
  const auto* const found = std::find(staircase.begin(), staircase.end(), folder);
  if (found == staircase.end()) return std::nullopt;
  return static_cast<std::size_t>(found - staircase.begin());
}

struct ThirdParty {
  std::string_view header;  // the start of its include paths
  std::string_view folders;
};

// Chosen in docs/decisions.md; engine/CMakeLists.txt links them to the same folders.
constexpr std::array third_parties = {
    ThirdParty{"boost/", "value"},
    ThirdParty{"date/", "value"},
    ThirdParty{"pugixml.hpp", "filing"},
    ThirdParty{"libxml/", "filing"},
    ThirdParty{"sqlite3.h", "journal"},
    ThirdParty{"openssl/", "journal"},
    ThirdParty{"nlohmann/", "report door"},
    ThirdParty{"archive.h", "door"},
    ThirdParty{"archive_entry.h", "door"},
    ThirdParty{"zlib.h", "door"},
    ThirdParty{"CLI/", "cli"},
    // The operating system's: files, terminals, signals.
    ThirdParty{"unistd.h", "journal door cli"},
    ThirdParty{"fcntl.h", "journal door cli"},
    ThirdParty{"sys/", "journal door cli"},
};

struct Include {
  std::size_t line;
  std::string path;
  bool quoted;
};

std::vector<Include> includes_of(const SourceFile& file) {
  std::vector<Include> includes;
  const std::string code = code_of(file.text, Literals::kept);
  std::size_t number = 0;
  for (std::string_view line : lines_of(code)) {
    ++number;
    if (!line.starts_with("#include")) continue;
    const std::size_t open = line.find_first_of("<\"");
    const std::size_t close = line.find_last_of(">\"");
    if (open == std::string_view::npos || close <= open) continue;
    includes.push_back(
        {number, std::string(line.substr(open + 1, close - open - 1)), line[open] == '"'});
  }
  return includes;
}

bool holds_word(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    const std::size_t end = words.find(' ');
    if (words.substr(0, end) == word) return true;
    words = end == std::string_view::npos ? std::string_view() : words.substr(end + 1);
  }
  return false;
}

// C++'s own headers have neither a folder nor an ending.
bool is_standard(std::string_view path) { return path.find_first_of("/.") == std::string::npos; }

}  // namespace

Findings steps_up_the_staircase(const SourceFile& file) {
  Findings findings;
  const std::string folder = engine_folder(file.path);
  const auto own_floor = floor_of(folder);
  if (folder.empty()) return findings;  // stakebook.h and stakebook.cpp: the door
  if (!own_floor) return {file.path + ":1: the folder " + folder + " is no step of the staircase"};
  for (const Include& include : includes_of(file)) {
    if (!include.quoted) continue;
    const auto other = floor_of(include.path.substr(0, include.path.find('/')));
    if (other && *other <= *own_floor) continue;
    if (include.path == "stakebook.h" && folder == "door") continue;
    findings.push_back(finding(file, include.line, folder + "/ may not include " + include.path));
  }
  return findings;
}

Findings third_party_headers_astray(const SourceFile& file) {
  Findings findings;
  const bool in_cli = file.path.starts_with("cli/");
  const std::string folder = in_cli ? "cli" : engine_folder(file.path);
  for (const Include& include : includes_of(file)) {
    if (include.quoted || is_standard(include.path)) continue;
    const auto* const party = std::find_if(
        third_parties.begin(), third_parties.end(),
        [&](const ThirdParty& candidate) { return include.path.starts_with(candidate.header); });
    if (party == third_parties.end()) {
      findings.push_back(finding(file, include.line, include.path + " is not a chosen library"));
    } else if (!holds_word(party->folders, folder)) {
      findings.push_back(
          finding(file, include.line, include.path + " belongs in " + std::string(party->folders)));
    } else if (is_header(file)) {
      findings.push_back(
          finding(file, include.line, include.path + " belongs in a .cpp file, not in a header"));
    }
  }
  return findings;
}

}  // namespace stakebook::tidy
