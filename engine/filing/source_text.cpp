#include "filing/source_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace stakebook {
namespace {

enum class ByteOrder { none, little, big };

ByteOrder utf16_order(std::string_view bytes) {
  if (bytes.size() < 2) return ByteOrder::none;
  const auto first = static_cast<unsigned char>(bytes[0]);
  const auto second = static_cast<unsigned char>(bytes[1]);
  if (first == 0xFF && second == 0xFE) return ByteOrder::little;
  if (first == 0xFE && second == 0xFF) return ByteOrder::big;
  if (bytes.size() < 4) return ByteOrder::none;
  if (first != 0 && second == 0 && bytes[2] != 0 && bytes[3] == 0) return ByteOrder::little;
  if (first == 0 && second != 0 && bytes[2] == 0 && bytes[3] != 0) return ByteOrder::big;
  return ByteOrder::none;
}

// Lone surrogates and an odd last byte become U+FFFD, the character for what cannot be read.
std::string utf8_from_utf16(std::string_view bytes, ByteOrder order) {
  std::string text;
  text.reserve(bytes.size() / 2);
  const auto unit = [&](std::size_t at) {
    const auto low = static_cast<unsigned char>(bytes[order == ByteOrder::little ? at : at + 1]);
    const auto high = static_cast<unsigned char>(bytes[order == ByteOrder::little ? at + 1 : at]);
    return static_cast<char32_t>(low | (high << 8));
  };
  std::size_t at = 0;
  while (at + 1 < bytes.size()) {
    char32_t character = unit(at);
    at += 2;
    if (character >= 0xD800 && character < 0xDC00 && at + 1 < bytes.size() && unit(at) >= 0xDC00 &&
        unit(at) < 0xE000) {
      character = 0x10000 + ((character - 0xD800) << 10) + (unit(at) - 0xDC00);
      at += 2;
    } else if (character >= 0xD800 && character < 0xE000) {
      character = 0xFFFD;
    }
    append_utf8(text, character);
  }
  if (at < bytes.size()) append_utf8(text, 0xFFFD);
  return text;
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// The length of the well-formed UTF-8 sequence that `text` begins with, 0 where it is not one.
std::size_t sequence_length(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xC2 ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF5 ? 4
                                           : 0;
  if (length == 0 || length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(text[i])) return 0;
  }
  if (length < 3) return length;
  const auto second = static_cast<unsigned char>(text[1]);
  const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  const bool beyond = (lead == 0xED && second >= 0xA0) || (lead == 0xF4 && second >= 0x90);
  return overlong || beyond ? 0 : length;
}

// Windows-1252's bytes 80 to 9F; 0 where it has no character (such bytes become U+FFFD).
constexpr std::array<char32_t, 32> windows1252_high = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

}  // namespace

SourceText::SourceText(std::string_view bytes) : text_(bytes) {
  const ByteOrder order = utf16_order(bytes);
  if (order == ByteOrder::none) return;
  converted_ = utf8_from_utf16(bytes, order);
  text_ = converted_;
  was_utf16_ = true;
}

std::string SourceText::place(std::size_t offset) const {
  if (line_starts_.empty()) {
    line_starts_.push_back(0);
    for (std::size_t i = text_.find('\n'); i != std::string_view::npos;
         i = text_.find('\n', i + 1)) {
      line_starts_.push_back(i + 1);
    }
  }
  offset = std::min(offset, text_.size());
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const std::size_t start = *(after - 1);
  const std::string_view before = text_.substr(start, offset - start);
  const auto characters =
      std::count_if(before.begin(), before.end(), [](char c) { return !is_continuation(c); });
  return "line " + std::to_string(after - line_starts_.begin()) + ", column " +
         std::to_string(characters + 1);
}

void OffsetMap::add(std::size_t at, std::ptrdiff_t shift) {
  const std::ptrdiff_t before = shifts_.empty() ? 0 : shifts_.back().total;
  shifts_.push_back({at, before + shift});
}

std::size_t OffsetMap::source_of(std::size_t repaired) const {
  const auto after = std::upper_bound(shifts_.begin(), shifts_.end(), repaired,
                                      [](std::size_t at, const Shift& s) { return at < s.at; });
  if (after == shifts_.begin()) return repaired;
  const std::ptrdiff_t source = static_cast<std::ptrdiff_t>(repaired) + (after - 1)->total;
  return source < 0 ? 0 : static_cast<std::size_t>(source);
}

bool is_utf8(std::string_view text) {
  static constexpr std::size_t block = 64;
  std::size_t at = 0;
  while (at < text.size()) {
    while (at + block <= text.size()) {
      std::uint64_t all = 0;
      for (std::size_t i = 0; i < block; i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at + i, sizeof word);
        all |= word;
      }
      if ((all & 0x8080808080808080U) != 0) break;
      at += block;
    }
    const std::size_t end = std::min(text.size(), at + block);
    while (at < end) {
      const std::size_t length = sequence_length(text.substr(at));
      if (length == 0) return false;
      at += length;
    }
  }
  return true;
}

std::string utf8_from_windows1252(std::string_view text, OffsetMap& map) {
  std::string result;
  result.reserve(text.size() + text.size() / 8);
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      result.push_back(c);
      continue;
    }
    const std::size_t before = result.size();
    const char32_t high = byte < 0xA0 ? windows1252_high[byte - 0x80U] : byte;
    append_utf8(result, high == 0 ? 0xFFFD : high);
    map.add(result.size(), 1 - static_cast<std::ptrdiff_t>(result.size() - before));
  }
  return result;
}

void append_utf8(std::string& text, char32_t character) {
  const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (character < 0x80) {
    put(character);
  } else if (character < 0x800) {
    put(0xC0 | (character >> 6));
    put(0x80 | (character & 0x3F));
  } else if (character < 0x10000) {
    put(0xE0 | (character >> 12));
    put(0x80 | ((character >> 6) & 0x3F));
    put(0x80 | (character & 0x3F));
  } else {
    put(0xF0 | (character >> 18));
    put(0x80 | ((character >> 12) & 0x3F));
    put(0x80 | ((character >> 6) & 0x3F));
    put(0x80 | (character & 0x3F));
  }
}

}  // namespace stakebook
