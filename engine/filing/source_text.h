// The bytes of a source as UTF-8 text, and where things stand in it.
//
//   SourceText source(bytes);
//   source.place(1204)          "line 40, column 17"
//
// 1. UTF-16 (with a mark, or plain from its first two characters) is turned into UTF-8; other bytes
//    stay as they are, in place.
// 2. Lines and columns count from 1; a column counts characters, and \r\n is one line end.
// 3. Places are found when asked for: a source that reads well never counts its lines.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "value/diagnostic.h"

namespace stakebook {

class SourceText {
 public:
  explicit SourceText(std::string_view bytes);
  SourceText(const SourceText&) = delete;
  SourceText& operator=(const SourceText&) = delete;

  std::string_view text() const { return text_; }
  bool was_utf16() const { return was_utf16_; }
  // `offset` counts bytes of text(); one beyond the end is the end.
  std::string place(std::size_t offset) const;

 private:
  std::string_view text_;
  std::string converted_;
  bool was_utf16_ = false;
  mutable std::vector<std::size_t> line_starts_;
};

// How far each byte of a repaired text has moved from its source.
class OffsetMap {
 public:
  // From `at` in the repaired text on, the source stands `shift` bytes more to the right.
  void add(std::size_t at, std::ptrdiff_t shift);
  std::size_t source_of(std::size_t repaired) const;

 private:
  struct Shift {
    std::size_t at;
    std::ptrdiff_t total;
  };
  std::vector<Shift> shifts_;
};

bool is_utf8(std::string_view text);
// Windows-1252, a superset of ISO 8859-1, as UTF-8.
std::string utf8_from_windows1252(std::string_view text, OffsetMap& map);

void append_utf8(std::string& text, char32_t character);

}  // namespace stakebook
