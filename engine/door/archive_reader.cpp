#include "door/archive_reader.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <clocale>
#include <cstddef>
#include <limits>
#include <new>
#include <utility>

#include "value/text.h"

namespace stakebook::door {
namespace {

constexpr std::array<char, 4096> zeros{};
constexpr std::uint64_t tar_block_bytes = 512;
// More zeros than pad any tar, or stand in any filing: a device that never ends gives them.
constexpr std::uint64_t zeros_max = 256U << 20;
// More than libarchive reads ahead of a zip's next member.
constexpr std::size_t recent_max = 64U << 10;

std::string_view end_of(std::string_view bytes, std::uint64_t size_max) {
  return bytes.substr(bytes.size() - std::min<std::uint64_t>(bytes.size(), size_max));
}

// What stands behind the last member of a zip: its directory, which ends with a record of 22 bytes
// and a comment (APPNOTE.TXT 4.3.16); of Zip64 too.
class ZipEnd {
 public:
  void take(std::string_view block) {
    bytes_seen_ += block.size();
    bytes_.append(block);
    has_member_ = has_member_ || bytes_.find(member_mark) != std::string::npos;
    for (std::size_t place = bytes_.find(end_mark); place != std::string::npos;
         place = bytes_.find(end_mark, place + 1)) {
      const std::string_view record = std::string_view(bytes_).substr(place);
      if (record.size() < record_size) break;
      const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(record[at]); };
      const std::size_t comment_size = byte(20) + byte(21) * std::size_t{256};
      const std::uint64_t end = bytes_seen_ - record.size() + record_size + comment_size;
      end_min_ = std::min(end_min_, end);
    }
    bytes_.erase(0, bytes_.size() - std::min(bytes_.size(), record_size - 1));
  }
  bool has_member() const { return has_member_; }
  bool is_there() const { return end_min_ <= bytes_seen_; }

 private:
  static constexpr std::string_view member_mark = "PK\x03\x04";
  static constexpr std::string_view end_mark = "PK\x05\x06";
  static constexpr std::size_t record_size = 22;

  std::string bytes_;  // that may begin a record
  std::uint64_t bytes_seen_ = 0;
  std::uint64_t end_min_ = std::numeric_limits<std::uint64_t>::max();  // of a record seen
  bool has_member_ = false;
};

// libarchive spells names in the thread's locale, and drops what that cannot spell. While one of
// these lives it is the same one everywhere, whatever the user's is.
class Utf8Names {
 public:
  Utf8Names() : previous_(uselocale(utf8())) {}
  ~Utf8Names() { uselocale(previous_); }
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;

 private:
  // Part of the C library. Where it is missing, names that are not ASCII are numbered instead.
  static locale_t utf8() {
    static const locale_t made = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return made;
  }

  locale_t previous_;
};

Member::Kind kind_of(struct archive_entry* entry) {
  if (archive_entry_hardlink(entry) != nullptr) return Member::Kind::link;
  switch (archive_entry_filetype(entry)) {
    case AE_IFREG: return Member::Kind::file;
    case AE_IFDIR: return Member::Kind::folder;
    case AE_IFLNK: return Member::Kind::link;
    default: return Member::Kind::other;
  }
}

std::string link_target_of(struct archive_entry* entry) {
  const char* target = archive_entry_hardlink(entry);
  if (target == nullptr) target = archive_entry_symlink(entry);
  return target == nullptr ? std::string() : target;
}

}  // namespace

struct ArchiveReader::State {
  struct Free {
    void operator()(struct archive* opened) const { archive_read_free(opened); }
  };
  ByteSource& input;
  Container kind;
  std::unique_ptr<struct archive, Free> archive;
  std::string_view last_block;   // of the input
  std::string_view pending;      // the rest of what the input gave
  std::uint64_t bytes_read = 0;  // of the input
  std::uint64_t zeros_read = 0;  // at the end of what was read of the input
  std::string recent;            // of a zip: the end of what was read before that block
  std::uint64_t members = 0;
  std::uint64_t given = 0;  // bytes of the member
  std::string_view block;   // read already, and to be given after a hole
  std::uint64_t hole = 0;   // zero bytes to be given before `block`
  std::uint64_t size = 0;   // of the member, where it is told
  bool is_at_data_end = false;
  std::string failure;

  void fail() {
    failure = input.failure();
    if (!failure.empty()) return;
    const char* message = archive_error_string(archive.get());
    failure = message == nullptr ? "it is damaged" : collapsed(message);
  }

  // The methods of zip that need little memory, whatever the archive says. libarchive tells them
  // in the name of the format, of each member anew.
  std::string unreadable(struct archive_entry* entry) const {
    if (archive_entry_is_encrypted(entry) != 0) return "is encrypted";
    if (kind != Container::zip) return {};
    const char* format = archive_format_name(archive.get());
    const std::string_view name = format == nullptr ? "" : format;
    if (name.ends_with("(deflation)") || name.ends_with("(uncompressed)")) return {};
    return "is packed by a method that is not read";
  }

  void read_block() {
    if (kind == Container::zip) {
      if (last_block.size() >= recent_max) recent.clear();
      recent.append(end_of(last_block, recent_max));
      if (recent.size() > 2 * recent_max) recent.erase(0, recent.size() - recent_max);
    }
    if (pending.empty()) pending = input.read();
    last_block = pending.substr(0, recent_max);
    pending.remove_prefix(last_block.size());
    bytes_read += last_block.size();
    const std::size_t last = last_block.find_last_not_of('\0');
    if (last != std::string_view::npos) zeros_read = 0;
    zeros_read += last_block.size() - (last + 1);  // npos + 1 is 0
  }

  static la_ssize_t read_input(struct archive* archive, void* data, const void** block) {
    auto& state = *static_cast<State*>(data);
    state.read_block();
    *block = state.last_block.data();
    if (state.kind == Container::tar && state.zeros_read > zeros_max) {
      archive_set_error(archive, EIO, "it goes on with nothing but zero bytes");
      return ARCHIVE_FATAL;
    }
    if (state.last_block.empty() && !state.input.failure().empty()) {
      archive_set_error(archive, EIO, "%s", state.input.failure().c_str());
      return ARCHIVE_FATAL;
    }
    return static_cast<la_ssize_t>(state.last_block.size());
  }
};

ArchiveReader::ArchiveReader(ByteSource& input, Container kind)
    : state_(new State{input, kind, {}, {}, {}, 0, 0, {}, 0, 0, {}, 0, 0, false, {}}) {
  state_->archive.reset(archive_read_new());
  struct archive* const archive = state_->archive.get();
  const Utf8Names names;
  if (archive == nullptr) throw std::bad_alloc();
  // Exactly what was seen, one layer: nothing else is looked for, inside or around it.
  if (kind == Container::zip) {
    archive_read_support_format_zip_streamable(archive);
  } else {
    archive_read_support_format_tar(archive);
    archive_read_set_format_option(archive, "tar", "read_concatenated_archives", "1");
  }
  if (archive_read_open(archive, state_.get(), nullptr, State::read_input, nullptr) != ARCHIVE_OK) {
    state_->fail();
  }
}

ArchiveReader::~ArchiveReader() = default;

std::optional<Member> ArchiveReader::next() {
  State& state = *state_;
  struct archive* const archive = state.archive.get();
  const Utf8Names names;
  if (state.members == 0 && !state.failure.empty()) return std::nullopt;
  struct archive_entry* entry = nullptr;
  const int result = archive_read_next_header(archive, &entry);
  if (result == ARCHIVE_EOF) {
    state.failure = state.input.failure();
    // A tar that was cut off between two members lacks the blocks of zeros at its end.
    if (state.failure.empty() && state.kind == Container::tar && state.zeros_read < tar_block_bytes)
      state.failure = "it ends without its end mark";
    return std::nullopt;
  }
  if (result != ARCHIVE_OK && result != ARCHIVE_WARN) {
    state.fail();
    return std::nullopt;
  }
  ++state.members;
  state.failure.clear();
  state.given = 0;
  state.hole = 0;
  state.block = {};
  state.is_at_data_end = false;
  Member member;
  const char* name = archive_entry_pathname(entry);
  if (name == nullptr) name = archive_entry_pathname_utf8(entry);
  if (name != nullptr) member.name = name;
  if (member.name.empty()) member.name = "member " + std::to_string(state.members);
  member.kind = kind_of(entry);
  member.link_target = link_target_of(entry);
  if (archive_entry_size_is_set(entry) != 0) {
    member.size = static_cast<std::uint64_t>(std::max<la_int64_t>(archive_entry_size(entry), 0));
  }
  state.size = member.size.value_or(0);
  member.unreadable = state.unreadable(entry);
  return member;
}

// Of a sparse file in a tar the holes are not stored; they read as zero bytes.
std::string_view ArchiveReader::read() {
  State& state = *state_;
  if (state.hole == 0 && state.block.empty() && !state.is_at_data_end) {
    const void* data = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    int result = ARCHIVE_OK;
    do {
      result = archive_read_data_block(state.archive.get(), &data, &size, &offset);
    } while (result == ARCHIVE_OK && size == 0);
    state.is_at_data_end = result != ARCHIVE_OK;
    if (state.is_at_data_end && result != ARCHIVE_EOF) state.fail();
    // With a warning come the last data, and that their checksum or length does not agree.
    const bool has_data = result == ARCHIVE_OK || result == ARCHIVE_WARN;
    std::uint64_t begin = state.given;
    if (has_data) {
      begin = static_cast<std::uint64_t>(std::max<la_int64_t>(offset, 0));
      state.block = {static_cast<const char*>(data), size};
    } else if (result == ARCHIVE_EOF && state.kind == Container::tar) {
      begin = state.size;
    }
    if (begin > state.given) state.hole = begin - state.given;
  }
  std::string_view given;
  if (state.hole > 0) {
    given = {zeros.data(), std::min<std::uint64_t>(state.hole, zeros.size())};
    state.hole -= given.size();
  } else {
    given = std::exchange(state.block, {});
  }
  state.given += given.size();
  return given;
}

std::string ArchiveReader::failure() const { return state_->failure; }

bool ArchiveReader::holds_only_zeros() const { return state_->zeros_read == state_->bytes_read; }

ArchiveReader::Ending ArchiveReader::ending() {
  State& state = *state_;
  if (state.kind == Container::tar) return Ending::whole;  // read to its end
  const auto used = static_cast<std::uint64_t>(archive_filter_bytes(state.archive.get(), -1));
  // libarchive wants only the beginning of the directory.
  const std::uint64_t unused = state.bytes_read - std::min(used, state.bytes_read);
  const std::size_t of_block = state.last_block.size();
  ZipEnd end;
  if (unused > of_block) end.take(end_of(state.recent, unused - of_block));
  end.take(end_of(state.last_block, unused));
  while (!state.last_block.empty()) {
    state.read_block();
    end.take(state.last_block);
  }
  if (end.has_member()) return Ending::goes_on;
  return end.is_there() ? Ending::whole : Ending::cut_off;
}

}  // namespace stakebook::door
