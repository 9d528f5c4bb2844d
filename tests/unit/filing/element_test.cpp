#include "filing/element.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

namespace stakebook {
namespace {

TEST_CASE("Every element is found by its name, and by no other") {
  std::set<std::string> names;
  for (std::size_t i = 1; i < element_count; ++i) {
    const auto element = static_cast<Element>(i);
    const std::string name(name_of(element));
    CAPTURE(name);
    CHECK(names.insert(name).second);
    CHECK(element_of(name) == element);
    CHECK(element_of(name + "s") != element);
    CHECK(element_of(name.substr(1)) != element);
    std::string changed = name;
    changed[changed.size() / 2] = '_';
    CHECK(element_of(changed) == Element::unknown);
  }
  for (const char* name :
       {"", "x", "memo", "Value", "transactiondate", "valueOwned", "footnoteI"}) {
    CAPTURE(name);
    CHECK(element_of(name) == Element::unknown);
  }
}

TEST_CASE("Every element that the SEC's schemas name is known") {
  const auto folder = std::filesystem::path(STAKEBOOK_SHARED) / "corpus/specification/schema";
  if (!std::filesystem::is_directory(folder)) {
    MESSAGE("skipped: the schemas are not there");
    return;
  }
  std::size_t seen = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string file = entry.path().filename().string();
    if (!file.starts_with("ownership")) continue;
    std::ifstream stream(entry.path());
    const std::string text(std::istreambuf_iterator<char>(stream), {});
    const std::string tag = "<xs:element name=\"";
    for (std::size_t at = text.find(tag); at != std::string::npos; at = text.find(tag, at + 1)) {
      const std::size_t start = at + tag.size();
      const std::string name = text.substr(start, text.find('"', start) - start);
      // The filer's password is taken out of what EDGAR publishes, and by the reader elsewhere.
      if (name == "rptOwnerCcc") continue;
      CAPTURE(name);
      CHECK(element_of(name) != Element::unknown);
      ++seen;
    }
  }
  CHECK(seen > 100);
}

}  // namespace
}  // namespace stakebook
