// docs/reference/diagnostics.md, tried out: each example brings its diagnostic about, and every
// code of the readers stands on the page.
#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "filing/reader.h"
#include "filing/xml_writer.h"
#include "support/file_text.h"
#include "value/text.h"

namespace stakebook {
namespace {

const std::filesystem::path source = STAKEBOOK_SOURCE;

struct Example {
  std::string code;
  std::string severity;
  std::string from;
  std::string to;
};

// A cell without its code marks.
std::string bare(std::string_view cell) {
  cell = trimmed(cell);
  if (cell.starts_with('`')) cell = cell.substr(1, cell.size() - 2);
  return std::string(cell);
}

std::vector<Example> page(const std::string& name = "diagnostics.md") {
  std::ifstream in(source / "docs/reference" / name);
  std::vector<Example> examples;
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with("| `")) continue;
    std::vector<std::string> cells;
    for (std::size_t at = line.find('|'); at + 1 < line.size();) {
      const std::size_t next = line.find('|', at + 1);
      cells.push_back(bare(std::string_view(line).substr(at + 1, next - at - 1)));
      at = next;
    }
    REQUIRE_MESSAGE(cells.size() == 5, line);
    examples.push_back({cells[0], cells[1], cells[3], cells[4]});
  }
  return examples;
}

TEST_CASE("Each example on the page brings its diagnostic about, with the severity it says") {
  const std::string good = file_text(source / "fixtures/odd/good.xml");
  REQUIRE(read_filing(good).filing->diagnostics.empty());
  std::size_t tried = 0;
  for (const Example& example : page()) {
    if (example.from == "-") continue;
    CAPTURE(example.code);
    const std::size_t at = good.find(example.from);
    REQUIRE(at != std::string::npos);
    const ReadResult result =
        read_filing(std::string(good).replace(at, example.from.size(), example.to));
    Diagnostics told = result.refusal ? Diagnostics{*result.refusal} : result.filing->diagnostics;
    const auto found = std::find_if(told.begin(), told.end(), [&](const Diagnostic& diagnostic) {
      return diagnostic.code == example.code;
    });
    REQUIRE(found != told.end());
    CHECK(name_of(found->severity) == example.severity);
    CHECK_FALSE(found->place.empty());
    ++tried;
  }
  CHECK(tried > 40);
}

bool is_of_writer(const std::string& source_name) {
  return source_name.starts_with("xml_output") || source_name.starts_with("xml_writer") ||
         source_name.starts_with("xml_row_writer");
}

// Every hyphenated literal of the sources of the readers, or of the writer; those of the header are
// keys, not codes.
std::set<std::string> codes_of(bool writer) {
  std::set<std::string> codes;
  for (const auto& entry : std::filesystem::directory_iterator(source / "engine/filing")) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("printed") || name.starts_with("quarterly")) continue;
    if (name.starts_with("html_")) continue;
    const bool says = name == "field_text.h" || name == "footnote_index.h";
    if (entry.path().extension() != ".cpp" && !says) continue;
    if (is_of_writer(name) != writer) continue;
    const std::string text = file_text(entry.path());
    for (std::size_t at = text.find('"'); at != std::string::npos; at = text.find('"', at + 1)) {
      std::size_t end = at + 1;
      while (end < text.size() && (std::islower(static_cast<unsigned char>(text[end])) != 0 ||
                                   is_digit(text[end]) || text[end] == '-')) {
        ++end;
      }
      const std::string word = text.substr(at + 1, end - at - 1);
      const bool code = end < text.size() && text[end] == '"' && word.size() > 3 &&
                        word.find('-') != std::string::npos && is_letter(word[0]);
      if (code && (name != "submission_header.cpp" || word.starts_with("header-"))) {
        codes.insert(word);
      }
    }
  }
  return codes;
}

TEST_CASE("The page and the readers know the same codes") {
  std::set<std::string> on_page;
  for (const Example& example : page()) CHECK(on_page.insert(example.code).second);
  const std::set<std::string> in_readers = codes_of(false);
  CHECK(in_readers.size() > 50);
  for (const std::string& code : in_readers) CHECK_MESSAGE(on_page.count(code) == 1, code);
  for (const std::string& code : on_page) CHECK_MESSAGE(in_readers.count(code) == 1, code);
}

std::size_t times(const std::vector<WrittenNote>& notes, const Example& example) {
  return static_cast<std::size_t>(
      std::count_if(notes.begin(), notes.end(), [&](const WrittenNote& note) {
        return note.diagnostic.code == example.code &&
               name_of(note.diagnostic.severity) == example.severity;
      }));
}

TEST_CASE("Each example of the writer's page brings its objection about, and the codes are its") {
  const std::string good = file_text(source / "fixtures/odd/good.xml");
  const auto noted = [](const std::string& text) {
    WrittenXml written = write_ownership_xml(*read_filing(text).filing);
    written.objections.insert(written.objections.end(), written.left_out.begin(),
                              written.left_out.end());
    return written.objections;
  };
  std::set<std::string> on_page;
  std::size_t tried = 0;
  for (const Example& example : page("export-diagnostics.md")) {
    CHECK(on_page.insert(example.code).second);
    if (example.from == "-") continue;
    CAPTURE(example.code);
    const std::size_t at = good.find(example.from);
    REQUIRE(at != std::string::npos);
    const std::string bent = std::string(good).replace(at, example.from.size(), example.to);
    CHECK(times(noted(bent), example) == times(noted(good), example) + 1);
    ++tried;
  }
  CHECK(tried >= 7);
  CHECK(on_page == codes_of(true));
}

}  // namespace
}  // namespace stakebook
