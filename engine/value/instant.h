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
  std::string to_text() const;

  friend auto operator<=>(const Instant&, const Instant&) = default;
};

}  // namespace stakebook
