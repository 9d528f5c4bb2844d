// What holds documents, told by how it begins and never by its name.
//
//   container_of("PK\x03\x04...")        zip
//   container_of(512 bytes of a tar)     tar, by the checksum of its first header
#pragma once

#include <cstddef>
#include <string_view>

#include "value/diagnostic.h"

namespace stakebook::door {

enum class Container : unsigned char {
  none,  // a document, perhaps
  gzip,  // holds one stream, whatever that is
  zip,
  tar,
  unsupported,  // an archive of another kind
};

// Of what the walk unpacks: everything but a document and what is not supported.
inline bool can_be_unpacked(Container kind) {
  return kind == Container::gzip || kind == Container::zip || kind == Container::tar;
}

// As many bytes of the beginning as container_of() looks at.
inline constexpr std::size_t container_head_size = 1024;

Container container_of(std::string_view head);

// Says which kind it is that is not unpacked.
Diagnostic unsupported_archive(std::string_view head);

}  // namespace stakebook::door
