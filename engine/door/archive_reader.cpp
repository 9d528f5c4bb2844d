#include "door/archive_reader.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <clocale>
#include <cstddef>
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
  std::uint64_t bytes_read = 0;  // of the input
  std::uint64_t zeros_read = 0;  // at the end of what was read of the input
  std::string recent;            // the end of what was read of the input, of a zip
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
    last_block = input.read();
    bytes_read += last_block.size();
    const std::size_t last = last_block.find_last_not_of('\0');
    if (last != std::string_view::npos) zeros_read = 0;
    zeros_read += last_block.size() - (last + 1);  // npos + 1 is 0
    if (kind != Container::zip) return;
    if (last_block.size() >= recent_max) recent.clear();
    recent.append(last_block.substr(last_block.size() - std::min(last_block.size(), recent_max)));
    if (recent.size() > 2 * recent_max) recent.erase(0, recent.size() - recent_max);
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
    : state_(new State{input, kind, {}, {}, 0, 0, {}, 0, 0, {}, 0, 0, false, {}}) {
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

bool ArchiveReader::has_more_behind() {
  State& state = *state_;
  if (state.kind == Container::tar) return false;  // read to its end
  const auto used = static_cast<std::uint64_t>(archive_filter_bytes(state.archive.get(), -1));
  // Behind the members of a zip stands its directory, of which libarchive wants only the beginning.
  const std::uint64_t unused = state.bytes_read - std::min(used, state.bytes_read);
  std::string rest = state.recent.substr(state.recent.size() -
                                         std::min<std::uint64_t>(unused, state.recent.size()));
  constexpr std::string_view member = "PK\x03\x04";
  for (;;) {
    if (rest.find(member) != std::string::npos) return true;
    state.read_block();
    if (state.last_block.empty()) return false;
    rest.erase(0, rest.size() - std::min(rest.size(), member.size() - 1));
    rest.append(state.last_block);
  }
}

}  // namespace stakebook::door
