// docs/reference/quarterly-tables.md, tried out: each example brings its diagnostic about, and
// every code of the reader of tables stands on one of the pages.
#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "filing/quarterly_tables.h"
#include "support/file_text.h"
#include "value/text.h"

using namespace stakebook;

namespace {

const std::filesystem::path source = STAKEBOOK_SOURCE;

struct Example {
  std::string code;
  std::string severity;
  std::string file;
  std::string from;
  std::string to;
};

// A cell without its code marks, its escapes undone.
std::string bare(std::string_view cell) {
  cell = trimmed(cell);
  if (cell == "``") return {};
  if (cell.starts_with('`')) cell = cell.substr(1, cell.size() - 2);
  std::string text(cell);
  for (std::size_t at = 0; (at = text.find("\\t", at)) != std::string::npos;) {
    text.replace(at, 2, "\t");
  }
  return text;
}

std::vector<Example> page() {
  std::ifstream in(source / "docs/reference/quarterly-tables.md");
  std::vector<Example> examples;
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with("| `")) continue;
    std::vector<std::string> cells;
    for (std::size_t at = 0; at + 1 < line.size();) {
      const std::size_t next = line.find('|', at + 1);
      cells.push_back(bare(std::string_view(line).substr(at + 1, next - at - 1)));
      at = next;
    }
    if (cells.size() == 6) examples.push_back({cells[0], cells[1], cells[3], cells[4], cells[5]});
  }
  return examples;
}

// "code, severity" of everything that is said of the fixture after the replacement.
std::set<std::string> told(const Example& example) {
  std::array<std::string, quarterly_tables_count> texts;
  QuarterlyBytes bytes;
  for (std::size_t i = 0; i < quarterly_tables_count; ++i) {
    const auto table = static_cast<QuarterlyTable>(i);
    const std::string file = std::string(name_of(table)) + ".tsv";
    texts[i] = file_text(source / "fixtures/quarterly-tables" / file);
    if (file == example.file) {
      const std::size_t at = texts[i].find(example.from);
      REQUIRE(at != std::string::npos);
      texts[i].replace(at, example.from.size(), example.to);
    }
    bytes[table] = texts[i];
  }
  std::set<std::string> result;
  const auto tell = [&](const Diagnostic& one, const char* mark) {
    result.insert(one.code + ", " + std::string(name_of(one.severity)) + mark);
  };
  const QuarterlyTables tables(bytes);
  if (tables.refusal()) tell(*tables.refusal(), "");
  for (const QuarterlySetAside& one : tables.set_aside()) tell(one.reason, "");
  for (std::size_t i = 0; i < tables.filings(); ++i) {
    const ReadResult read = tables.read(i);
    REQUIRE(read.filing);
    for (const Diagnostic& one : read.filing->diagnostics) {
      CHECK_FALSE(one.place.empty());
      tell(one, ", read");
    }
  }
  return result;
}

std::set<std::string> codes_in(const std::string& text, const std::string& pattern) {
  std::set<std::string> codes;
  const std::regex code(pattern);
  for (std::sregex_iterator match(text.begin(), text.end(), code), end; match != end; ++match) {
    codes.insert((*match)[1]);
  }
  return codes;
}

}  // namespace

TEST_CASE("each example on the tables' page brings its diagnostic about, as grave as it says") {
  CHECK(told({}).empty());
  std::size_t tried = 0;
  for (const Example& example : page()) {
    if (example.file == "-") continue;
    CAPTURE(example.code);
    CHECK(told(example).count(example.code + ", " + example.severity) == 1);
    ++tried;
  }
  CHECK(tried >= 13);
}

TEST_CASE("every code of the reader of tables is on its page or on the readers' page") {
  std::set<std::string> documented;
  for (const char* file : {"quarterly-tables.md", "diagnostics.md", "import-diagnostics.md"}) {
    documented.merge(codes_in(file_text(source / "docs/reference" / file), "\n\\| `([a-z0-9-]+)`"));
  }
  std::set<std::string> used;
  for (const auto& entry : std::filesystem::directory_iterator(source / "engine/filing")) {
    if (!entry.path().filename().string().starts_with("quarterly")) continue;
    used.merge(codes_in(file_text(entry.path()), "\"([a-z]+(-[a-z0-9]+)+)\""));
  }
  CHECK(used.size() > 20);
  for (const std::string& code : used) CHECK_MESSAGE(documented.count(code) == 1, code);
}
