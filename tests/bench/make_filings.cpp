// Writes many distinct filings to measure with: the corpus (or the fixtures) over and over, under
// other names and CIKs: an issuer every 80 filings, an owner every 12, as in real quarters.
//
//   make_filings FOLDER COUNT
//
// Not a test and not a bench: docs/performance.md says which figures were measured with it.
#include <algorithm>
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

// The text of each `element`, in order, becomes `text(0)`, `text(1)` ...
template <class Text>
void replace(std::string& document, const std::string& element, Text text) {
  const std::string open = "<" + element + ">";
  int position = 0;
  for (std::size_t at = document.find(open); at != std::string::npos;
       at = document.find(open, at + 1)) {
    const std::size_t begin = at + open.size();
    document.replace(begin, document.find('<', begin) - begin, text(position++));
  }
}

void relabel(std::string& document, std::int64_t number, std::int64_t count) {
  // Multiplied by a prime, so that neighbours among the files are not neighbours in the indexes.
  const auto spread = [&](std::int64_t one_in) {
    return 1 + number * 7919 % std::max<std::int64_t>(1, count / one_in);
  };
  const std::string issuer = std::to_string(spread(80));
  const auto owner = [&](int position) {
    return std::to_string(1'000'000 + spread(12) * 10 + position % 10);
  };
  replace(document, "issuerCik", [&](int) { return issuer; });
  replace(document, "issuerName", [&](int) { return "Issuer Number " + issuer; });
  replace(document, "issuerTradingSymbol", [&](int) { return "SYM" + issuer; });
  replace(document, "rptOwnerCik", owner);
  replace(document, "rptOwnerName",
          [&](int position) { return "Owner Number " + owner(position); });
  // Keeps the copies of a document apart.
  replace(document, "signatureName", [&](int) { return "Signer " + std::to_string(number); });
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
    std::string text = documents[static_cast<std::size_t>(i) % documents.size()];
    // A submission's header would contradict the renumbered document; the body alone is written.
    const std::size_t begin = text.find("<ownershipDocument");
    const std::size_t end = text.find("</ownershipDocument>");
    text = text.substr(begin, end - begin + 20) + "\n";
    relabel(text, i, wanted);
    const fs::path place = folder / std::to_string(i / 1000);
    if (i % 1000 == 0) fs::create_directories(place);
    std::ofstream(place / (std::to_string(i) + ".xml"), std::ios::binary) << text;
  }
  std::cout << wanted << " filings from " << documents.size() << " documents\n";
}
