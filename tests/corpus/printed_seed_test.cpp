// The printed form that the project began with says the same as the fixture that was made from its
// facts; what the fixture says is checked figure by figure in tests/unit/filing.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "filing/reader.h"

using namespace stakebook;

namespace {

Filing read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE_MESSAGE(in, "cannot open ", path);
  ReadResult result = read_filing(std::string(std::istreambuf_iterator<char>(in), {}));
  REQUIRE(result.filing);
  return std::move(*result.filing);
}

std::vector<std::string> codes(const Filing& filing) {
  std::vector<std::string> result;
  for (const Diagnostic& diagnostic : filing.diagnostics) result.push_back(diagnostic.code);
  return result;
}

}  // namespace

TEST_CASE("the seed reads as its fixture does, but for the wording of the footnotes") {
  const std::string path = STAKEBOOK_SHARED "/seed/000_04a7c4c523195082.txt";
  if (!std::filesystem::exists(path)) {
    MESSAGE("skipped: ../shared/seed is not here");
    return;
  }
  Filing seed = read(path);
  Filing fixture = read(STAKEBOOK_FIXTURES "/printed-form.txt");
  CHECK(seed.format == SourceFormat::printed_text);
  CHECK(seed.submission == fixture.submission);
  CHECK(codes(seed) == codes(fixture));
  REQUIRE(seed.document.footnotes.size() == 4);
  CHECK(seed.document.footnotes[1].text.find("430") != std::string::npos);
  CHECK(seed.document.footnotes[2].text.find("14,284") != std::string::npos);
  CHECK(seed.document.footnotes[2].text.find("47,144") == std::string::npos);
  for (const char* figure : {"47,144", "10,000", "42,856", "February 27, 2016"}) {
    CHECK(seed.document.footnotes[3].text.find(figure) != std::string::npos);
  }
  for (Footnote& footnote : seed.document.footnotes) footnote.text.clear();
  for (Footnote& footnote : fixture.document.footnotes) footnote.text.clear();
  CHECK(seed.document == fixture.document);
}
