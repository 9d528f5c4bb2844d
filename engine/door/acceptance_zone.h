// In which zone an index tells acceptance times, decided by when EDGAR is open; acceptance_zone.cpp
// says why.
//
//   2024-01-06T01:30:00.000Z, filed 2024-01-05    2024-01-05 20:30:00: it can only be UTC
//   2024-01-05T18:41:25.000Z, filed 2024-01-05    as the others of its list are; else absent
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "value/instant.h"

namespace stakebook::door {

struct StatedAcceptance {
  std::string text;
  std::optional<Date> filed;
};

class AcceptanceZone {
 public:
  // Everything that one list states.
  explicit AcceptanceZone(const std::vector<StatedAcceptance>& stated);
  // US Eastern; absent where the zone cannot be told.
  std::optional<Instant> eastern(const StatedAcceptance& stated) const;

 private:
  int utc_ = 0;  // texts that can be read in this way only
  int eastern_ = 0;
};

}  // namespace stakebook::door
