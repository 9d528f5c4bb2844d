// docs/reference/printed-forms.md, tried out: each reproducer that is a fixture as it is, or with
// one text replaced by another, brings its diagnostic about, and the page and the readers of
// printed forms know the same codes.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "filing/reader.h"
#include "support/file_text.h"
#include "value/text.h"

namespace stakebook {
namespace {

const std::filesystem::path source = STAKEBOOK_SOURCE;

struct Reproducer {
  std::string fixture;
  std::string from;  // empty where the fixture is taken as it is
  std::string to;
};

// "html: `>1,500<` by `>1,5OO<`", "tabs as it is"; nullopt for words.
std::optional<Reproducer> reproducer_of(std::string_view how) {
  const std::string fixture(how.substr(0, how.find_first_of(": ")));
  if (how == fixture + " as it is") return Reproducer{fixture, "", ""};
  const std::size_t middle = how.find("` by `");
  if (middle == std::string_view::npos || how.back() != '`') return std::nullopt;
  const std::size_t open = how.find('`');
  return Reproducer{fixture, std::string(how.substr(open + 1, middle - open - 1)),
                    std::string(how.substr(middle + 6, how.size() - middle - 7))};
}

// The lines of the table of diagnostics: code and how.
std::vector<std::pair<std::string, std::string>> rows_of_page() {
  std::vector<std::pair<std::string, std::string>> rows;
  std::ifstream in(source / "docs/reference/printed-forms.md");
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with("| `")) continue;
    const std::size_t last = line.rfind('|');
    const std::size_t before = line.rfind("| ", last - 1);
    rows.emplace_back(line.substr(3, line.find('`', 3) - 3),
                      std::string(trimmed(line.substr(before + 1, last - before - 1))));
  }
  return rows;
}

std::string fixture_of(const std::string& name) {
  static const std::map<std::string, std::string> files = {{"html", "printed-page.html"},
                                                           {"tabs", "printed-form.txt"},
                                                           {"columns", "printed-columns.txt"}};
  return file_text(source / "fixtures" / files.at(name));
}

TEST_CASE("each reproducer of a diagnostic of printed forms brings it about") {
  int tried = 0;
  for (const auto& row : rows_of_page()) {
    const std::string& code = row.first;
    const auto reproducer = reproducer_of(row.second);
    if (!reproducer) continue;
    std::string text = fixture_of(reproducer->fixture);
    if (!reproducer->from.empty()) {
      const std::size_t at = text.find(reproducer->from);
      REQUIRE_MESSAGE(at != std::string::npos, code, ": not in the fixture: ", reproducer->from);
      text.replace(at, reproducer->from.size(), reproducer->to);
    }
    const ReadResult result = read_filing(text);
    REQUIRE_MESSAGE(result.filing, code);
    const auto& said = result.filing->diagnostics;
    CHECK_MESSAGE(std::any_of(said.begin(), said.end(),
                              [&](const Diagnostic& one) { return one.code == code; }),
                  code);
    ++tried;
  }
  CHECK(tried >= 11);
}

TEST_CASE("the page of printed forms and its readers know the same codes") {
  std::set<std::string> on_page;
  for (const auto& row : rows_of_page()) on_page.insert(row.first);
  std::string code_of_readers;
  for (const auto& entry : std::filesystem::directory_iterator(source / "engine/filing")) {
    const std::string name = entry.path().filename().string();
    const bool reads = name.starts_with("printed_") || name.starts_with("html_");
    if (!reads && name != "reader.cpp") continue;  // where refusals are worded
    code_of_readers += file_text(entry.path());
  }
  for (const std::string& code : on_page) {
    CHECK_MESSAGE(code_of_readers.find('"' + code + '"') != std::string::npos, code);
  }
  for (std::size_t at = 0; (at = code_of_readers.find("\"printed-", at)) != std::string::npos;) {
    const std::size_t end = code_of_readers.find('"', ++at);
    CHECK_MESSAGE(on_page.count(code_of_readers.substr(at, end - at)) == 1,
                  code_of_readers.substr(at, end - at));
  }
}

}  // namespace
}  // namespace stakebook
