#include "filing/xml_text.h"

#include <utility>

namespace stakebook {

XmlText::XmlText(const SourceText& source, Span part) : source_(source), part_(part) { load(); }

void XmlText::load() {
  maps_.clear();
  repairs_.clear();
  const std::string_view part = source_.text().substr(part_.begin, part_.end - part_.begin);
  if (is_utf8(part)) {
    buffer_ = part;
  } else {
    OffsetMap map;
    buffer_ = utf8_from_windows1252(part, map);
    maps_.push_back(std::move(map));
    repairs_.push_back({"encoding-repaired",
                        Severity::note,
                        "the text is not UTF-8 and is read as Windows-1252",
                        {}});
  }
  OffsetMap map;
  std::vector<Repair> repairs;
  repair_references(buffer_, map, repairs);
  report(repairs, maps_.size());
  maps_.push_back(std::move(map));
}

bool XmlText::repair_markup() {
  load();
  bool changed = false;
  std::vector<Repair> repairs;
  OffsetMap joining;
  if (auto joined = joined_lines(buffer_, joining, repairs)) {
    report(repairs, maps_.size());
    maps_.push_back(std::move(joining));
    buffer_ = std::move(*joined);
    changed = true;
  }
  repairs.clear();
  OffsetMap mending;
  std::string mended = repaired_tags(buffer_, mending, repairs);
  if (repairs.size() == repairs_max) return false;
  if (!repairs.empty()) {
    report(repairs, maps_.size());
    maps_.push_back(std::move(mending));
    buffer_ = std::move(mended);
    changed = true;
  }
  return changed;
}

void XmlText::report(const std::vector<Repair>& repairs, std::size_t maps) {
  for (const Repair& repair : repairs) {
    repairs_.push_back({repair.code, Severity::warning, repair.message,
                        source_.place(source_of(repair.offset, maps))});
  }
}

std::string XmlText::place(std::size_t offset) const {
  return source_.place(source_offset(offset));
}

std::size_t XmlText::source_of(std::size_t offset, std::size_t maps) const {
  while (maps > 0) offset = maps_[--maps].source_of(offset);
  return part_.begin + offset;
}

}  // namespace stakebook
