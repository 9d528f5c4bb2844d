// One archive, member by member and front to back.
//
//   ArchiveReader reader(input, Container::zip);
//   while (auto member = reader.next()) ...      name, kind, size
//     while (auto block = reader.read(); ...)    its bytes
//   reader.failure()                             why it ended early, or empty
//
// 1. Nothing is written anywhere: names, links and devices are words, not places.
// 2. Memory does not grow with the archive; a zip's directory at its end is not needed.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "door/byte_source.h"
#include "door/container.h"

namespace stakebook::door {

struct Member {
  enum class Kind : unsigned char { file, folder, link, other };
  std::string name;  // as the archive spells it
  Kind kind = Kind::file;
  std::string link_target;            // of a link
  std::optional<std::uint64_t> size;  // where the archive tells it beforehand
  std::string unreadable;             // why its bytes cannot be read: "is encrypted"; or empty
};

class ArchiveReader : public ByteSource {
 public:
  // `kind` is zip or tar. The input must outlive the reader.
  ArchiveReader(ByteSource& input, Container kind);
  ~ArchiveReader() override;

  // Passes over what is left of the member before. Absent at the end, and after a failure.
  std::optional<Member> next();
  // Of the current member.
  std::string_view read() override;
  // Of the archive, or of the current member.
  std::string failure() const override;
  // Nothing but zero bytes was read, as of a tar without members. To be asked at its end.
  bool holds_only_zeros() const;
  // How the archive ends behind its last member. Reads all that is left; to be asked at its end.
  enum class Ending : unsigned char {
    whole,
    cut_off,  // a zip without its directory's end
    goes_on,  // another zip stands behind
  };
  Ending ending();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace stakebook::door
