#include "door/found_document.h"

#include "door/byte_source.h"
#include "door/files.h"

namespace stakebook::door {

void FoundDocument::set_too_large(std::string_view begins_with, std::size_t bytes_max) {
  constexpr std::size_t beginning_max = 64U << 10;
  obstacle = {"limit-exceeded", Severity::error, too_large(bytes_max), {}};
  beginning = begins_with.substr(0, beginning_max);
}

std::size_t FoundDocument::load() const {
  std::size_t sum = bytes.size() + (file ? static_cast<std::size_t>(file->size()) : 0);
  for (const FoundDocument& sibling : siblings) sum += sibling.load();
  return sum;
}

}  // namespace stakebook::door
