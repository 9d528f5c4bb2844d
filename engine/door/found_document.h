// What a walk over files, archives and streams comes to: a document, or why there is none.
//
//   source      "feed.tar.gz!/20240610.nc": the way down, ! after each archive
//   bytes       of an archive's member or a stream; of a plain file only `file`, to be read later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "value/diagnostic.h"
#include "value/identifier.h"

namespace stakebook::door {

class OpenFile;

struct FoundDocument {
  std::string source;
  std::optional<Diagnostic> obstacle = {};  // set where there are no bytes to read
  std::string bytes = {};
  std::string beginning = {};                 // of a document that is too large, to tell what it is
  std::shared_ptr<const OpenFile> file = {};  // set where `bytes` are still to be read
  std::optional<AccessionNumber> accession = {};  // that the path tells
  bool is_of_archive = false;
  bool is_sibling = false;                   // joins_siblings() was true of it
  std::vector<FoundDocument> siblings = {};  // set where several are one: sibling_group.h
  std::uint64_t position = 0;  // bytes of the files and streams walked so far, for the progress

  // There are too many bytes.
  void set_too_large(std::string_view begins_with, std::size_t bytes_max);
  // Bytes that it takes in memory once it is read.
  std::size_t load() const;
};

}  // namespace stakebook::door
