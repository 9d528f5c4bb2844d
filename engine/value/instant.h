// When a claim became public: EDGAR's acceptance time, US Eastern, to the second where it is known.
//
//   Instant::parse_compact("20230606213204")   2023-06-06 21:32:04
//
// A claim whose time of day is not known counts as made at the end of its day's known claims:
// instants order by day, then by time, unknown times last.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "value/date.h"

namespace stakebook {

struct Instant {
  static constexpr std::int32_t time_unknown = 86'400;

  Date date;
  std::int32_t seconds = time_unknown;  // since midnight, Eastern; 86400 where it is not known

  // YYYYMMDDhhmmss, as <ACCEPTANCE-DATETIME> writes it.
  static std::optional<Instant> parse_compact(std::string_view text);
  // "2023-06-06 21:32:04" or "2023-06-06"; the reverse of to_text().
  static std::optional<Instant> parse(std::string_view text);
  // As people type it: "T" or a blank before the time, seconds or none ("2023-06-06T21:32" is
  // 21:32:00).
  static std::optional<Instant> parse_typed(std::string_view text);
  std::string to_text() const;
  // With "T" before the time: one word, for references.
  std::string to_word() const;

  friend auto operator<=>(const Instant&, const Instant&) = default;
};

}  // namespace stakebook
