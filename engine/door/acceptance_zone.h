// In which zone an index tells acceptance times: "2024-01-05T23:41:25.000Z".
//
// Problem. EDGAR documents no zone for acceptanceDateTime. A comparison of 64,936 filings with the
// Eastern time of their headers (published in 2026) found UTC for most filers, and for about one in
// four the Eastern clock with a "Z" behind it. It is the same for nearly all filings of one filer;
// the text does not tell.
//
// Observation. EDGAR accepts filings on weekdays from 6:00 to 22:00 Eastern, and the filing date is
// the day of acceptance or the business day after it. So some texts can be read one way only:
//   2024-01-06T01:30:00.000Z, filed 2024-01-05    UTC: 20:30 of the 5th.  Eastern: 1:30 of a Saturday
//   2024-01-05T07:30:00.000Z, filed 2024-01-05    UTC: 2:30 at night.     Eastern: 7:30
//   2024-01-05T18:41:25.000Z, filed 2024-01-05    either
//
// Therefore. A text that can be read in one way is read so. The others of a list are read as its
// witnesses are, where there are two at least and none against them. The rest stay without a time:
// their filing date is enough to know the day.
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
