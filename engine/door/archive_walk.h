// The documents of an archive and of the archives in it, front to back, with bounded memory.
//
//   ArchiveWalk walk(source, "feed.tar.gz", {});
//   while (auto document = walk.next()) ...    feed.tar.gz!/20240610.nc, feed.tar.gz!/a.zip!/b.xml
//
// 1. What a member is its first bytes tell: archives in archives are opened, to `depth_max`.
// 2. Compression alone (form4.xml.gz) adds nothing to the name and holds one document.
// 3. What was readable before damage comes; the rest is told as an obstacle, and so is whatever is
//    encrypted, too large, a link, a device, or beyond the limits. Only folders are passed over.
// 4. Nothing is written, so names with .. or a leading / are names like any other.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "door/archive_reader.h"
#include "door/found_document.h"
#include "door/unpack_budget.h"

namespace stakebook::door {

class ArchiveWalk {
 public:
  // What stands around the archive, and holds for its members where they tell nothing themselves.
  struct Surroundings {
    std::optional<AccessionNumber> accession = {};
    std::optional<std::uint64_t> size = {};  // of the file
  };

  // Whatever the input holds; a document that is neither packed nor compressed comes as it is.
  ArchiveWalk(std::unique_ptr<HeadedSource> input, std::string name,
              const Surroundings& surroundings, const UnpackLimits& limits = {});
  ~ArchiveWalk();
  std::optional<FoundDocument> next();
  // Bytes read of the input.
  std::uint64_t position() const;

 private:
  struct Layer;

  std::optional<FoundDocument> visit(const Member& member);
  std::optional<FoundDocument> enter(std::unique_ptr<HeadedSource> input, FoundDocument place);
  std::optional<FoundDocument> leave();
  static FoundDocument described(const Layer& layer, const Member& member);
  FoundDocument read_document(HeadedSource& input, FoundDocument place);
  FoundDocument too_deep(FoundDocument place) const;
  FoundDocument over_budget();

  const UnpackLimits limits_;
  UnpackBudget budget_;
  FoundDocument place_;  // the file's own
  std::unique_ptr<HeadedSource> unopened_;
  std::vector<std::unique_ptr<Layer>> layers_;  // innermost last
};

// The accession number that a file's name tells: 0001104659-24-070001.txt.gz, or without hyphens.
std::optional<AccessionNumber> accession_of_name(std::string_view name);

}  // namespace stakebook::door
