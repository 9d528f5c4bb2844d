#include "door/files.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "support/temporary_folder.h"
#include "value/error.h"

using namespace stakebook;
using namespace stakebook::door;

namespace {

std::vector<FoundFile> all_files(const std::vector<std::string>& paths) {
  FileWalk walk(paths);
  std::vector<FoundFile> files;
  while (auto file = walk.next()) files.push_back(std::move(*file));
  return files;
}

std::string code_of(const std::optional<Diagnostic>& obstacle) {
  return obstacle ? obstacle->code : "";
}

}  // namespace

TEST_CASE("files come in the order of their names, folders in their place among them") {
  const TemporaryFolder folder;
  folder.write("b.xml", "");
  folder.write("a/z.xml", "");
  folder.write("a/b/c.xml", "");
  folder.write("c.xml", "");
  folder.write("B.xml", "");
  const auto files = all_files({folder.at("c.xml"), folder.at("")});
  std::vector<std::string> names;
  for (const FoundFile& file : files) names.push_back(file.path);
  CHECK(names == std::vector<std::string>{folder.at("c.xml"), folder.at("B.xml"),
                                          folder.at("a/b/c.xml"), folder.at("a/z.xml"),
                                          folder.at("b.xml"), folder.at("c.xml")});
}

TEST_CASE("a path that is not there is an error before any file is read") {
  const TemporaryFolder folder;
  folder.write("a.xml", "");
  try {
    FileWalk walk({folder.at("a.xml"), folder.at("missing")});
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::not_found);
    CHECK(error.place() == folder.at("missing"));
    CHECK_FALSE(error.remedy().empty());
  }
}

TEST_CASE("a folder that leads back to itself is told once and does not hang the walk") {
  const TemporaryFolder folder;
  folder.write("a/b.xml", "");
  std::filesystem::create_directory_symlink(folder.at("a"), folder.at("a/loop"));
  const auto files = all_files({folder.at("a")});
  REQUIRE(files.size() == 2);
  CHECK_FALSE(files[0].obstacle.has_value());
  CHECK(files[1].path == folder.at("a/loop"));
  CHECK(code_of(files[1].obstacle) == "folder-loop");
}

TEST_CASE("links that lead nowhere and pipes are told, and nobody waits for them") {
  const TemporaryFolder folder;
  std::filesystem::create_symlink(folder.at("gone"), folder.at("link"));
  REQUIRE(::mkfifo(folder.at("pipe").c_str(), 0600) == 0);
  folder.write("real.xml", "x");
  std::filesystem::create_symlink(folder.at("real.xml"), folder.at("way.xml"));
  const auto files = all_files({folder.at("")});
  REQUIRE(files.size() == 4);
  CHECK(code_of(files[0].obstacle) == "file-unreadable");
  CHECK(code_of(files[1].obstacle) == "not-a-file");
  CHECK_FALSE(files[2].obstacle.has_value());
  CHECK_FALSE(files[3].obstacle.has_value());  // a link to a file is that file
  CHECK(code_of(read_file(folder.at("pipe"), 10).obstacle) == "not-a-file");
}

TEST_CASE("a file is read whole up to the limit, and one byte more is too much") {
  const TemporaryFolder folder;
  const std::string path = folder.write("a", "12345");
  CHECK(read_file(path, 5).bytes == "12345");
  CHECK(code_of(read_file(path, 4).obstacle) == "limit-exceeded");
  CHECK(read_file(folder.write("empty", ""), 4).bytes.empty());
  CHECK(code_of(read_file(folder.at("missing"), 4).obstacle) == "file-unreadable");
}

TEST_CASE("EDGAR's folders and file names give a filing its accession number") {
  const TemporaryFolder folder;
  folder.write("1234/000120000125000007/form4.xml", "");
  folder.write("1234/loose.xml", "");
  folder.write("1234/0001200001-25-000008.txt", "");
  const auto files = all_files({folder.at("")});
  REQUIRE(files.size() == 3);
  CHECK(files[0].accession->to_text() == "0001200001-25-000008");
  CHECK(files[1].accession->to_text() == "0001200001-25-000007");
  CHECK_FALSE(files[2].accession.has_value());
}
