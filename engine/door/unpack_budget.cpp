#include "door/unpack_budget.h"

#include <algorithm>

namespace stakebook::door {

void UnpackBudget::take_unpacked(std::size_t count) {
  unpacked_ += count;
  // What is read twice counts once: overlapping members do not make a file larger.
  const std::uint64_t source = size_ ? std::min(packed_, *size_) : packed_;
  if (unpacked_ > limits_.unpacked_bytes_max) {
    exceeded_ = "unpacks to more than " + std::to_string(limits_.unpacked_bytes_max) + " bytes";
  } else if (unpacked_ > limits_.ratio_free_bytes && unpacked_ / limits_.ratio_max > source) {
    exceeded_ = "unpacks to more than " + std::to_string(limits_.ratio_max) + " times its size";
  }
}

void UnpackBudget::take_member() {
  if (++members_ > limits_.members_max) {
    exceeded_ = "holds more than " + std::to_string(limits_.members_max) + " members";
  }
}

std::string_view PackedSource::read() {
  const std::string_view block = source_->read();
  budget_.take_packed(block.size());
  return block;
}

std::string_view UnpackedSource::read() {
  if (!budget_.exceeded().empty()) return {};
  const std::string_view block = source_.read();
  budget_.take_unpacked(block.size());
  return budget_.exceeded().empty() ? block : std::string_view();
}

std::string UnpackedSource::failure() const {
  return budget_.exceeded().empty() ? source_.failure() : budget_.exceeded();
}

}  // namespace stakebook::door
