// MANIFEST.tsv of the corpus: a line a document, with what another XML library counted in it.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

using ManifestLine = std::map<std::string, std::string>;  // by the column's name

inline std::vector<std::string> split_at(const std::string& line, char separator) {
  std::vector<std::string> result;
  std::stringstream stream(line);
  for (std::string cell; std::getline(stream, cell, separator);) result.push_back(cell);
  return result;
}

inline std::vector<ManifestLine> manifest() {
  std::ifstream in(STAKEBOOK_SHARED "/corpus/MANIFEST.tsv");
  std::string text;
  std::getline(in, text);
  const std::vector<std::string> names = split_at(text, '\t');
  std::vector<ManifestLine> lines;
  while (std::getline(in, text)) {
    const std::vector<std::string> values = split_at(text, '\t');
    REQUIRE(values.size() == names.size());
    ManifestLine line;
    for (std::size_t i = 0; i < names.size(); ++i) line[names[i]] = values[i];
    lines.push_back(line);
  }
  return lines;
}
