// The house rules, applied to this tree.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "rules.h"

using namespace stakebook::tidy;

namespace {

using Rule = Findings (*)(const SourceFile&);

std::vector<SourceFile> code_below(const std::string& folder) {
  std::vector<SourceFile> files = files_below(folder);
  std::erase_if(files, [](const SourceFile& file) { return !is_code(file); });
  return files;
}

void check_none(const Findings& findings) {
  for (const std::string& found : findings) FAIL_CHECK(found);
}

void check(Rule rule, const std::vector<std::string>& folders) {
  std::size_t files = 0;
  for (const std::string& folder : folders) {
    for (const SourceFile& file : code_below(folder)) {
      ++files;
      check_none(rule(file));
    }
  }
  CHECK(files > 0);
}

bool exists(const std::string& path) {
  return std::filesystem::exists(std::filesystem::path(STAKEBOOK_SOURCE) / path);
}

// Hyphenated words of the engine that are no codes of findings: names of an EDGAR header's lines,
// number words, names of allocation rules (docs/reference has these under their own headings).
const std::set<std::string> words_that_are_no_codes = {"acceptance-datetime",
                                                       "accession-number",
                                                       "central-index-key",
                                                       "conformed-period-of-report",
                                                       "conformed-submission-type",
                                                       "filed-as-of-date",
                                                       "filed-by",
                                                       "filing-date",
                                                       "fiscal-year-end",
                                                       "ims-document",
                                                       "reporting-owner",
                                                       "sec-document",
                                                       "sec-header",
                                                       "subject-company"};

}  // namespace

TEST_CASE("no folder of the engine includes one below it on the staircase") {
  check(steps_up_the_staircase, {"engine"});
}

TEST_CASE("third-party headers stay in their folders, and out of headers") {
  check(third_party_headers_astray, {"engine", "cli"});
}

TEST_CASE("there is no floating point in the engine") { check(floating_point, {"engine"}); }

TEST_CASE("the engine asks neither clock, environment nor locale") {
  check(ambient_state, {"engine"});
}

TEST_CASE("lines, functions and files are short, and headers open by saying what they are") {
  check(sizes, {"engine", "cli", "tests"});
  check(long_functions, {"engine", "cli"});
  check(header_openings, {"engine", "cli"});
}

TEST_CASE("no file tells where it was written") {
  for (const char* folder : {"engine", "cli", "tests", "fixtures", "docs", ".ci"}) {
    for (const SourceFile& file : files_below(folder)) check_none(machine_paths(file));
  }
  for (const char* path : {"README.md", "try", "check", "CMakeLists.txt", "CMakePresets.json"}) {
    check_none(machine_paths({path, text_of(path)}));
  }
}

TEST_CASE("nothing stands at the top level that does not belong there") {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(STAKEBOOK_SOURCE)) {
    names.push_back(entry.path().filename().string());
  }
  check_none(strangers_at_the_top(names));
}

TEST_CASE("every fixture is listed in fixtures/README.md") {
  const std::string readme = text_of("fixtures/README.md");
  std::set<std::string> names;
  for (const SourceFile& file : files_below("fixtures")) {
    names.insert(std::filesystem::path(file.path).filename().string());
  }
  names.erase("README.md");
  CHECK_FALSE(names.empty());
  check_none(undocumented(names, "fixtures/README.md", readme));
}

TEST_CASE("every option of every command is documented") {
  std::set<std::string> options;
  for (const SourceFile& file : code_below("cli")) options.merge(options_named(file));
  CHECK(options.contains("--owner"));
  options.erase("--into");  // of `manual`, which is for packagers and not in the list of commands
  check_none(
      undocumented(options, "docs/reference/commands.md", text_of("docs/reference/commands.md")));
}

TEST_CASE("every code that a finding may carry is documented") {
  std::set<std::string> codes;
  for (const char* folder :
       {"filing", "journal", "event", "book", "reconcile", "forecast", "door"}) {
    for (const SourceFile& file : code_below("engine/" + std::string(folder))) {
      if (!is_header(file)) codes.merge(codes_named(file));
    }
  }
  CHECK(codes.contains("year-impossible"));
  for (const std::string& word : words_that_are_no_codes) codes.erase(word);
  std::string reference;
  for (const SourceFile& file : files_below("docs/reference")) reference += file.text;
  check_none(undocumented(codes, "docs/reference", reference));
}

TEST_CASE("every link in the documents leads to a file") {
  std::vector<SourceFile> documents = files_below("docs");
  documents.push_back({"README.md", text_of("README.md")});
  documents.push_back({"fixtures/README.md", text_of("fixtures/README.md")});
  for (const SourceFile& file : documents) {
    if (ends_with(file.path, ".md")) check_none(dead_links(file, exists));
  }
}

TEST_CASE("every folder of unit tests mirrors one of the engine") {
  for (const SourceFile& file : code_below("tests/unit")) {
    const std::string below = file.path.substr(std::string("tests/unit/").size());
    const std::string folder = below.substr(0, below.find('/'));
    CAPTURE(file.path);
    CHECK(exists("engine/" + folder));
  }
}
