// Files of the corpus, and a folder for what is made of them.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace corpus_test {

namespace fs = std::filesystem;

inline const fs::path corpus = fs::path(STAKEBOOK_SHARED) / "corpus";
inline const fs::path schemas = corpus / "specification/schema";

inline bool skips() {
  if (fs::exists(corpus / "MANIFEST.tsv")) return false;
  MESSAGE("skipped: ../shared/corpus is not here");
  return true;
}

inline std::string file_text(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE_MESSAGE(in, "cannot open ", path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::vector<fs::path> files_below(const std::string& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(corpus / folder)) {
    if (entry.is_regular_file() && entry.path().extension() != ".json") {
      files.push_back(entry.path());
    }
  }
  return files;
}

// A folder that goes when this does.
struct Folder {
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "stakebook-schema-XXXXXX").string();
    path = mkdtemp(pattern.data());
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  fs::path path;
};

}  // namespace corpus_test
