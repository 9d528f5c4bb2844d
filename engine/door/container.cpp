#include "door/container.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>

namespace stakebook::door {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view bytes;
  std::string_view name;
};

// Known, and not unpacked: docs/decisions.md says why.
constexpr std::array unsupported_archives = {
    Magic{"\xFD"
          "7zXZ\0"sv,
          "an xz"},
    Magic{"BZh"sv, "a bzip2"},
    Magic{"\x28\xB5\x2F\xFD"sv, "a zstd"},
    Magic{"\x1F\x9D"sv, "a compress (.Z)"},
    Magic{"7z\xBC\xAF\x27\x1C"sv, "a 7z"},
    Magic{"Rar!\x1A\x07"sv, "a rar"},
};

constexpr std::size_t tar_block = 512;

bool is_zero(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c == '\0'; });
}

// POSIX 1003.1, ustar: an octal number, led by blanks and ended by a blank or a zero byte.
std::optional<unsigned> octal(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  unsigned value = 0;
  std::size_t digits = 0;
  for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '7'; ++digits) {
    value = value * 8 + static_cast<unsigned>(text[digits] - '0');
  }
  return digits > 0 ? std::optional(value) : std::nullopt;
}

// The sum of the header's bytes, its own field counted as blanks. Some old writers summed signed
// bytes.
bool is_tar_header(std::string_view head) {
  constexpr std::size_t sum_at = 148;
  constexpr std::size_t sum_size = 8;
  if (head.size() < tar_block) return false;
  const auto stated = octal(head.substr(sum_at, sum_size));
  if (!stated || head[0] == '\0') return false;
  unsigned as_unsigned = 0;
  int as_signed = 0;
  for (std::size_t i = 0; i < tar_block; ++i) {
    const char c = i >= sum_at && i < sum_at + sum_size ? ' ' : head[i];
    as_unsigned += static_cast<unsigned char>(c);
    as_signed += static_cast<signed char>(c);
  }
  return *stated == as_unsigned || static_cast<int>(*stated) == as_signed;
}

// Empty where it is none of them.
std::string_view name_of_archive(std::string_view head) {
  for (const Magic& magic : unsupported_archives) {
    if (head.starts_with(magic.bytes)) return magic.name;
  }
  return {};
}

}  // namespace

Container container_of(std::string_view head) {
  if (head.starts_with("\x1F\x8B\x08"sv)) return Container::gzip;
  // A member, or the end of an archive that has none.
  if (head.starts_with("PK\x03\x04"sv) || head.starts_with("PK\x05\x06"sv)) return Container::zip;
  if (is_tar_header(head)) return Container::tar;
  // An empty tar archive is two blocks of zero bytes, perhaps more of them.
  if (head.size() >= 2 * tar_block && is_zero(head)) return Container::tar;
  return name_of_archive(head).empty() ? Container::none : Container::unsupported;
}

Diagnostic unsupported_archive(std::string_view head) {
  return {"archive-unsupported",
          Severity::error,
          "is " + std::string(name_of_archive(head)) +
              " archive, which is not unpacked here; unpack it and import what comes out",
          {}};
}

}  // namespace stakebook::door
