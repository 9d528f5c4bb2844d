// The XML of one ownership document, cut out of its source and made ready for the parser.
//
// The parser works in the buffer and changes it; places are found in the source, which stays.
// 1. The buffer is UTF-8, and holds no reference to a character that XML forbids.
// 2. place() speaks of the source as the user has it, whatever was repaired on the way.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "filing/markup_repair.h"
#include "filing/source_text.h"
#include "value/diagnostic.h"

namespace stakebook {

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

class XmlText {
 public:
  XmlText(const SourceText& source, Span part);

  std::string& buffer() { return buffer_; }
  std::string place(std::size_t offset) const;
  // Where in the source's text a place of the buffer stands.
  std::size_t source_offset(std::size_t offset) const { return source_of(offset, maps_.size()); }

  // After the parser refused: mends what can be mended in a fresh buffer. False where nothing
  // could.
  bool repair_markup();
  // What was repaired so far.
  const Diagnostics& repairs() const { return repairs_; }

 private:
  void load();
  void report(const std::vector<Repair>& repairs, std::size_t maps);
  std::size_t source_of(std::size_t offset, std::size_t maps) const;

  const SourceText& source_;
  Span part_;
  std::string buffer_;
  std::vector<OffsetMap> maps_;  // in the order the repairs were made
  Diagnostics repairs_;
};

}  // namespace stakebook
