#include "door/found_document.h"

#include "door/files.h"

namespace stakebook::door {

std::size_t FoundDocument::load() const {
  std::size_t sum = bytes.size() + (file ? static_cast<std::size_t>(file->size()) : 0);
  for (const FoundDocument& sibling : siblings) sum += sibling.load();
  return sum;
}

}  // namespace stakebook::door
