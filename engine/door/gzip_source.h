// What a gzip stream holds (RFC 1952): all of its members end to end, as `gzip -d` gives them.
//
// 1. Where it is cut off or damaged, all that was readable comes, and then failure() says why.
// 2. Checksums and lengths are compared. Zero bytes behind the end are padding; anything else there
//    is a failure.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "door/byte_source.h"

namespace stakebook::door {

class GzipSource : public ByteSource {
 public:
  explicit GzipSource(std::unique_ptr<ByteSource> input);
  ~GzipSource() override;
  std::string_view read() override;
  std::string failure() const override { return failure_; }

 private:
  struct Stream;

  bool feed();
  void end_member();
  void end(std::string failure);

  std::unique_ptr<ByteSource> input_;
  std::unique_ptr<Stream> stream_;
  std::string block_;
  bool is_in_member_ = true;
  bool is_at_end_ = false;
  std::string failure_;
};

}  // namespace stakebook::door
