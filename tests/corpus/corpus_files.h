// Files of the corpus.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "support/file_text.h"

namespace corpus_test {

namespace fs = std::filesystem;

inline const fs::path corpus = fs::path(STAKEBOOK_SHARED) / "corpus";
inline const fs::path schemas = corpus / "specification/schema";

inline bool skips() {
  if (fs::exists(corpus / "MANIFEST.tsv")) return false;
  MESSAGE("skipped: ../shared/corpus is not here");
  return true;
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

}  // namespace corpus_test
