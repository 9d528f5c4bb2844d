// A stream whose bytes come in pieces of a size.
#pragma once

#include <string_view>

#include "door/byte_source.h"

namespace stakebook {

class PiecesSource : public door::ByteSource {
 public:
  PiecesSource(std::string_view bytes, std::size_t size) : bytes_(bytes), size_(size) {}
  std::string_view read() override {
    const std::string_view piece = bytes_.substr(0, size_);
    bytes_.remove_prefix(piece.size());
    return piece;
  }

 private:
  std::string_view bytes_;
  std::size_t size_;
};

}  // namespace stakebook
