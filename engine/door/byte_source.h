// Bytes in sequence, whatever they come from: a file, a pipe, memory, a member of an archive.
//
//   HeadedSource source(std::make_unique<DescriptorSource>(descriptor));
//   source.head(1024)                                what it begins with, to tell what it is
//   while (auto block = source.read(); ...) ...      all of it, the head included
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace stakebook::door {

class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;
  // Some more bytes, which stay where they are until the next call; empty at the end.
  virtual std::string_view read() = 0;
  // Why the end is not the true one; empty where it is.
  virtual std::string failure() const { return {}; }
};

// All of it, until its end or its failure; a little more than `bytes_max` where there is more.
std::string read_whole(ByteSource& source, std::size_t bytes_max);
// What to say of it then.
std::string too_large(std::size_t bytes_max);

// Takes no part in opening or closing the descriptor.
class DescriptorSource : public ByteSource {
 public:
  explicit DescriptorSource(int descriptor);
  std::string_view read() override;
  std::string failure() const override { return failure_; }

 private:
  int descriptor_;
  std::string block_;
  std::string failure_;
};

class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}
  std::string_view read() override { return std::exchange(bytes_, {}); }

 private:
  std::string_view bytes_;
};

// A source whose beginning can be looked at before it is read.
class HeadedSource : public ByteSource {
 public:
  explicit HeadedSource(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}
  // The first `size` bytes, or all where there are fewer. Before the first read() only.
  std::string_view head(std::size_t size);
  std::string_view read() override;
  std::string failure() const override { return source_->failure(); }

 private:
  std::unique_ptr<ByteSource> source_;
  std::string head_;
  bool head_is_given_ = false;
};

}  // namespace stakebook::door
