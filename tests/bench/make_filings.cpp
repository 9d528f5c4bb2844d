// Writes many distinct filings to measure with: the corpus (or the fixtures) over and over, each
// time with other CIKs, so that each copy is another issuer's and another owner's.
//
//   make_filings FOLDER COUNT        100,000 filings: about 170 issuers and owners times 177 copies
//
// Not a test and not a bench: docs/performance.md says which figures were measured with it.
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::vector<std::string> documents_under(const fs::path& folder) {
  std::vector<std::string> documents;
  if (!fs::exists(folder)) return documents;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".xml" && entry.path().extension() != ".txt") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(file)), {});
    if (text.find("<ownershipDocument") != std::string::npos) documents.push_back(std::move(text));
  }
  return documents;
}

// Moves every CIK in `element` to the block of this copy: 0001318605 of copy 7 becomes 0007318605.
void renumber(std::string& text, const std::string& element, std::int64_t copy) {
  const std::string open = "<" + element + ">";
  for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at + 1)) {
    const std::size_t begin = at + open.size();
    const std::size_t end = text.find('<', begin);
    const std::int64_t cik = std::atoll(text.substr(begin, end - begin).c_str());
    std::string digits = std::to_string(copy * 1'000'000 + cik % 1'000'000);
    if (digits.size() < 10) digits.insert(0, 10 - digits.size(), '0');
    text.replace(begin, end - begin, digits);
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: make_filings FOLDER COUNT\n";
    return 2;
  }
  const fs::path folder = arguments[1];
  const std::int64_t wanted = std::atoll(arguments[2]);
  std::vector<std::string> documents;
  for (const char* part : {"edgar", "loose", "submissions"}) {
    const auto more = documents_under(fs::path(STAKEBOOK_SHARED) / "corpus" / part);
    documents.insert(documents.end(), more.begin(), more.end());
  }
  if (documents.empty()) documents = documents_under(STAKEBOOK_FIXTURES);
  for (std::int64_t i = 0; i < wanted; ++i) {
    const std::int64_t copy = i / static_cast<std::int64_t>(documents.size()) + 1;
    std::string text = documents[static_cast<std::size_t>(i) % documents.size()];
    // A submission's header would contradict the renumbered document; the body alone is written.
    const std::size_t begin = text.find("<ownershipDocument");
    const std::size_t end = text.find("</ownershipDocument>");
    text = text.substr(begin, end - begin + 20) + "\n";
    renumber(text, "issuerCik", copy);
    renumber(text, "rptOwnerCik", copy);
    const fs::path place = folder / std::to_string(i / 1000);
    if (i % 1000 == 0) fs::create_directories(place);
    std::ofstream(place / (std::to_string(i) + ".xml"), std::ios::binary) << text;
  }
  std::cout << wanted << " filings from " << documents.size() << " documents\n";
}
