#include "door/byte_source.h"

#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace stakebook::door {

std::string read_whole(ByteSource& source, std::size_t bytes_max) {
  std::string bytes;
  for (auto block = source.read(); !block.empty(); block = source.read()) {
    bytes.append(block.substr(0, bytes_max + 1 - bytes.size()));
    if (bytes.size() > bytes_max) break;
  }
  return bytes;
}

std::string too_large(std::size_t bytes_max) {
  return "is larger than the limit of " + std::to_string(bytes_max) + " bytes";
}

DescriptorSource::DescriptorSource(int descriptor) : descriptor_(descriptor) {}

std::string_view DescriptorSource::read() {
  constexpr std::size_t block_size = 256U << 10;
  block_.resize(block_size);
  for (;;) {
    const ssize_t count = ::read(descriptor_, block_.data(), block_.size());
    if (count >= 0) return std::string_view(block_).substr(0, static_cast<std::size_t>(count));
    if (errno == EINTR) continue;
    failure_ = "cannot be read: " + std::generic_category().message(errno);
    return {};
  }
}

std::string_view HeadedSource::head(std::size_t size) {
  while (head_.size() < size) {
    const std::string_view block = source_->read();
    if (block.empty()) break;
    head_.append(block);
  }
  return std::string_view(head_).substr(0, size);
}

std::string_view HeadedSource::read() {
  if (!std::exchange(head_is_given_, true) && !head_.empty()) return head_;
  if (!head_.empty()) head_ = std::string();
  return source_->read();
}

}  // namespace stakebook::door
