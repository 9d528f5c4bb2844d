// What holds of every answer of a reader, whatever bytes it was given.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "filing/reader.h"
#include "filing/xml_writer.h"

namespace stakebook {

inline void require(bool holds) {
  if (!holds) std::abort();
}

inline void check_answer(const ReadResult& result) {
  require(result.filing.has_value() != result.refusal.has_value());
  if (result.refusal) {
    require(!result.refusal->code.empty() && !result.refusal->message.empty());
    return;
  }
  const auto check_field = [](std::string_view, const auto& field) {
    require(!field.value || field.presence == Presence::given);
    require(field.presence != Presence::given || !field.filed_text().empty());
  };
  const OwnershipDocument& document = result.filing->document;
  for (const Row& row : document.table_i) for_each_field(row, check_field);
  for (const Row& row : document.table_ii) for_each_field(row, check_field);
  for (const ReportingOwner& owner : document.reporting_owners) {
    for_each_owner_field(owner, check_field);
  }
  for_each_head_field(document, check_field);
}

// What was read from XML is written, and reads back into the same document.
inline void check_round_trip(const ReadResult& result) {
  if (!result.filing) return;
  const WrittenXml written = write_ownership_xml(*result.filing);
  for (const WrittenNote& note : written.left_out) {
    if (note.diagnostic.code == "character-left-out") return;
    require(note.diagnostic.code == "unread-left-out");
  }
  const ReadResult again = read_ownership_xml(written.text, {});
  require(again.filing.has_value());
  OwnershipDocument document = result.filing->document;
  document.unread.clear();
  require(again.filing->document == document);
}

// Small limits, so that the fuzzer reaches them.
inline ReadLimits fuzz_limits() {
  ReadLimits limits;
  limits.bytes_max = 16'000;
  limits.rows_max = 20;
  limits.text_max = 400;
  limits.depth_max = 8;
  limits.findings_max = 60;
  return limits;
}

}  // namespace stakebook
