// How far one file or stream may be unpacked, with all the archives in it, and how far it was.
//
//   42 kB that unpack to 70 MB: "unpacks to more than 200 times its size"
//
// Every byte that is unpacked goes through one of the two sources below, so that a small
// file cannot keep the import busy for hours, at whatever depth it unfolds.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "door/byte_source.h"
#include "filing/reader.h"

namespace stakebook::door {

struct UnpackLimits {
  std::size_t document_bytes_max = ReadLimits().bytes_max;
  std::size_t sibling_bytes_max = 512U << 20;  // of a group: sibling_group.h
  int depth_max = 4;                           // an archive in an archive: 2
  std::int64_t members_max = 1'000'000;
  std::uint64_t unpacked_bytes_max = std::uint64_t{1} << 40;
  // Unpacked bytes for each packed one, judged from `ratio_free_bytes` unpacked bytes on. Filings
  // shrink to a tenth or twentieth; the format's own limit is 1032.
  std::uint64_t ratio_max = 200;
  std::uint64_t ratio_free_bytes = 64U << 20;
};

class UnpackBudget {
 public:
  // `size` of the file, where it is one.
  UnpackBudget(const UnpackLimits& limits, std::optional<std::uint64_t> size)
      : limits_(limits), size_(size) {}
  void take_packed(std::size_t count) { packed_ += count; }
  void take_unpacked(std::size_t count);
  void take_member();
  std::uint64_t packed() const { return packed_; }
  // What is too much, for a sentence about the archive; empty where nothing is.
  const std::string& exceeded() const { return exceeded_; }

 private:
  const UnpackLimits& limits_;
  std::optional<std::uint64_t> size_;
  std::uint64_t packed_ = 0;
  std::uint64_t unpacked_ = 0;
  std::int64_t members_ = 0;
  std::string exceeded_;
};

// The file or stream itself.
class PackedSource : public ByteSource {
 public:
  PackedSource(std::unique_ptr<ByteSource> source, UnpackBudget& budget)
      : source_(std::move(source)), budget_(budget) {}
  std::string_view read() override;
  std::string failure() const override { return source_->failure(); }

 private:
  std::unique_ptr<ByteSource> source_;
  UnpackBudget& budget_;
};

// What is unpacked of it: the current member of an archive, or a compressed stream.
class UnpackedSource : public ByteSource {
 public:
  UnpackedSource(ByteSource& source, UnpackBudget& budget) : source_(source), budget_(budget) {}
  UnpackedSource(std::unique_ptr<ByteSource> source, UnpackBudget& budget)
      : owned_(std::move(source)), source_(*owned_), budget_(budget) {}
  std::string_view read() override;
  std::string failure() const override;

 private:
  std::unique_ptr<ByteSource> owned_;
  ByteSource& source_;
  UnpackBudget& budget_;
};

}  // namespace stakebook::door
