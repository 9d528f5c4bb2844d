#include "door/document_walk.h"

#include <doctest/doctest.h>

#include "support/made_archive.h"
#include "support/temporary_folder.h"

using namespace stakebook;
using namespace stakebook::door;

namespace {

std::vector<FoundDocument> walked(const std::vector<std::string>& paths) {
  DocumentWalk walk(paths);
  std::vector<FoundDocument> found;
  while (auto document = walk.next()) found.push_back(std::move(*document));
  return found;
}

std::vector<std::string> sources_of(const std::vector<FoundDocument>& found) {
  std::vector<std::string> sources;
  for (const FoundDocument& document : found) sources.push_back(document.source);
  return sources;
}

std::string bytes_of(const FoundDocument& document) {
  return document.file ? document.file->read(1000).bytes : document.bytes;
}

const std::string submission_table = "ACCESSION_NUMBER\tFILING_DATE\n0001200001-24-000001\t1\n";
const std::string footnote_table = "FOOTNOTE_ID\tACCESSION_NUMBER\r\nF1\t0001200001-24-000001\r\n";

}  // namespace

TEST_CASE("archives come in their place among files, whatever their names say") {
  const TemporaryFolder folder;
  folder.write("a.xml", tar().add("2.xml", "two").add("1.xml", "one").bytes());
  folder.write("b.zip", "no zip at all");
  folder.write("c", zip().add("x/3.xml", "three").bytes());
  const auto found = walked({folder.at("")});
  CHECK(sources_of(found) ==
        std::vector<std::string>{folder.at("a.xml") + "!/2.xml", folder.at("a.xml") + "!/1.xml",
                                 folder.at("b.zip"), folder.at("c") + "!/x/3.xml"});
  CHECK(bytes_of(found[0]) == "two");
  CHECK(bytes_of(found[2]) == "no zip at all");
  CHECK(bytes_of(found[3]) == "three");
  for (std::size_t i = 1; i < found.size(); ++i) CHECK(found[i - 1].position <= found[i].position);
}

TEST_CASE("tables that lie beside each other come as one document, in a folder and in an archive") {
  const TemporaryFolder folder;
  folder.write("q/FOOTNOTES.tsv", footnote_table);
  folder.write("q/SUBMISSION.tsv", submission_table);
  folder.write("q/a.xml", "x");
  folder.write("q/below/b.xml", "y");
  folder.write("q/z.tsv", submission_table);
  folder.write("r.zip", zip()
                            .add("1/SUBMISSION.tsv", submission_table)
                            .add("1/readme.htm", "<html>")
                            .add("1/FOOTNOTES.tsv", footnote_table)
                            .add("2/SUBMISSION.tsv", submission_table)
                            .bytes());
  folder.write("s.xml", "s");
  const auto found = walked({folder.at("")});
  const std::string zip_name = folder.at("r.zip");
  CHECK(sources_of(found) == std::vector<std::string>{folder.at("q/a.xml"),
                                                      folder.at("q/below/b.xml"), folder.at("q"),
                                                      zip_name + "!/1/readme.htm", zip_name + "!/1",
                                                      zip_name + "!/2", folder.at("s.xml")});
  REQUIRE(found[2].siblings.size() == 3);
  CHECK(found[2].siblings[0].source == folder.at("q/FOOTNOTES.tsv"));
  CHECK(bytes_of(found[2].siblings[1]) == submission_table);
  REQUIRE(found[4].siblings.size() == 2);
  CHECK(found[4].siblings[1].source == zip_name + "!/1/FOOTNOTES.tsv");
  CHECK(bytes_of(found[4].siblings[1]) == footnote_table);
  CHECK(found[4].load() == submission_table.size() + footnote_table.size());
}

TEST_CASE("a zip ends where it ends, wherever in what is read at once its directory begins") {
  constexpr std::size_t members = 2500;
  std::uint32_t state = 1;
  const auto noise = [&state](std::size_t size) {
    std::string bytes(size, '\0');
    for (char& byte : bytes) byte = static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
    return bytes;
  };
  for (std::size_t before = 0; before < 256U << 10; before += 40'000) {
    const TemporaryFolder folder;
    MadeArchive archive = zip();
    archive.add("before", noise(before));
    for (std::size_t i = 1; i < members; ++i) {
      archive.add("a rather long name for a file " + std::to_string(i), noise(150));
    }
    const std::string bytes = archive.bytes();
    REQUIRE(bytes.size() - bytes.find("PK\x01\x02") > 192U << 10);
    folder.write("a.zip", bytes);
    folder.write("b.zip", bytes + zip().add("behind", "").bytes());
    const auto whole = walked({folder.at("a.zip")});
    CHECK(whole.size() == members);
    CHECK_FALSE(whole.back().obstacle.has_value());
    const auto longer = walked({folder.at("b.zip")});
    REQUIRE(longer.size() == members + 1);
    CHECK(longer.back().obstacle->code == "archive-damaged");
  }
}

TEST_CASE("an index may be larger than a filing, from wherever it comes") {
  DocumentWalkOptions options;
  options.limits.document_bytes_max = 20;
  std::string stream;
  options.stream = [&stream] { return std::make_unique<MemorySource>(stream); };
  const auto taken = [&](const std::string& bytes) {
    stream = bytes;
    return DocumentWalk({"-"}, options).next()->bytes;
  };
  const std::string mark = "\xEF\xBB\xBF";
  const std::string titles = "CIK|Company Name|Form Type|Date Filed|Filename\n";
  const std::string list = " {\"filings\": {\"recent\": {}}}";
  for (const std::string& index : {titles, mark + titles, list, mark + list}) {
    CHECK(taken(index) == index);
    CHECK(taken(zip().add("a", index).bytes()) == index);
  }
  CHECK(taken("<" + titles).empty());
  CHECK(taken("longer than a filing can be").empty());
}

TEST_CASE("a table is told by its header row, not by its name") {
  CHECK(joins_siblings("x.txt", submission_table));
  CHECK(joins_siblings("x.txt", "\xEF\xBB\xBF" + footnote_table));
  CHECK_FALSE(joins_siblings("SUBMISSION.tsv", "ACCESSION_NUMBER\n"));
  CHECK_FALSE(joins_siblings("SUBMISSION.tsv", "accession\tdate\nACCESSION_NUMBER\tb\n"));
  CHECK_FALSE(joins_siblings("SUBMISSION.tsv", "MY_ACCESSION_NUMBER\tb\n"));
}
