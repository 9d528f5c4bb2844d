#include "door/gzip_source.h"

#include <zlib.h>

#include <new>
#include <utility>

namespace stakebook::door {

struct GzipSource::Stream {
  Stream() {
    constexpr int gzip_only = 16 + MAX_WBITS;
    if (inflateInit2(&state, gzip_only) != Z_OK) throw std::bad_alloc();
  }
  ~Stream() { inflateEnd(&state); }
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  z_stream state = {};
};

GzipSource::GzipSource(std::unique_ptr<ByteSource> input)
    : input_(std::move(input)), stream_(std::make_unique<Stream>()) {}

GzipSource::~GzipSource() = default;

std::string_view GzipSource::read() {
  constexpr std::size_t block_size = 128U << 10;
  block_.resize(block_size);
  z_stream& state = stream_->state;
  state.next_out = reinterpret_cast<Bytef*>(block_.data());
  state.avail_out = static_cast<uInt>(block_.size());
  while (!is_at_end_ && state.avail_out > 0) {
    if (state.avail_in == 0 && !feed()) {
      std::string reason = input_->failure();
      if (reason.empty() && is_in_member_) reason = "the compressed data end early";
      end(std::move(reason));
    } else if (is_in_member_) {
      const int result = inflate(&state, Z_NO_FLUSH);
      if (result == Z_MEM_ERROR) throw std::bad_alloc();
      if (result == Z_STREAM_END) {
        is_in_member_ = false;
      } else if (result != Z_OK) {
        const std::string_view why = state.msg == nullptr ? "" : state.msg;
        end(why.empty() ? "the compressed data are damaged"
                        : "the compressed data are damaged: " + std::string(why));
      }
    } else {
      end_member();
    }
  }
  return std::string_view(block_).substr(0, block_.size() - state.avail_out);
}

// False at the end of the input.
bool GzipSource::feed() {
  const std::string_view block = input_->read();
  stream_->state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(block.data()));
  stream_->state.avail_in = static_cast<uInt>(block.size());
  return !block.empty();
}

// Behind a member: another one, padding, or what does not belong there.
void GzipSource::end_member() {
  z_stream& state = stream_->state;
  constexpr Bytef first_of_member = 0x1F;
  if (*state.next_in == first_of_member) {
    inflateReset(&state);
    is_in_member_ = true;
  } else if (*state.next_in == 0) {
    ++state.next_in;
    --state.avail_in;
  } else {
    end("something else stands behind its end");
  }
}

void GzipSource::end(std::string failure) {
  is_at_end_ = true;
  failure_ = std::move(failure);
}

}  // namespace stakebook::door
