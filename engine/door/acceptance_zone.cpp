// Problem. EDGAR documents no zone for acceptanceDateTime. A comparison of 64,936 filings with the
// Eastern time of their headers (published in 2026) found UTC for most filers, and for nearly one
// in four the Eastern clock with a "Z" behind it. It is the same for nearly all filings of one
// filer; the text does not tell.
//
// Observation. EDGAR accepts filings on weekdays from 6:00 to 22:00 Eastern, and the filing date is
// the day of acceptance or the business day after it. So some texts can be read in one way only:
//   2024-01-06T01:30, filed 2024-01-05    UTC: 20:30 of the 5th.  Eastern: 1:30 of a Saturday
//   2024-01-05T07:30, filed 2024-01-05    UTC: 2:30 at night.     Eastern: 7:30
//   2024-01-05T18:41, filed 2024-01-05    either
//
// Therefore. A text that can be read in one way is read so. The others of a list are read as its
// witnesses are, where there are two at least and none against them. The rest stay without a time:
// their filing date is enough to know the day.
#include "door/acceptance_zone.h"

#include "value/eastern_time.h"

namespace stakebook::door {
namespace {

constexpr int witnesses_min = 2;
constexpr std::int32_t opens = 6 * 3600;
// What begins before 22:00 is accepted a little later.
constexpr std::int32_t closes = 22 * 3600 + 1800;
// From a Friday evening over a holiday to Tuesday.
constexpr int days_to_filing_date_max = 4;

// "2024-01-05T18:41:25.000Z", with or without the fraction.
std::optional<Instant> clock_of(std::string_view text) {
  constexpr std::size_t length = 19;
  if (text.size() < length + 1 || text[10] != 'T' || !text.ends_with('Z')) return std::nullopt;
  return Instant::parse_typed(text.substr(0, length));
}

bool can_be(const Instant& accepted, Date filed) {
  const Weekday day = accepted.date.weekday();
  const int days = filed - accepted.date;
  return day != Weekday::saturday && day != Weekday::sunday && accepted.seconds >= opens &&
         accepted.seconds <= closes && days >= 0 && days <= days_to_filing_date_max;
}

struct Readings {
  std::optional<Instant> utc;
  std::optional<Instant> eastern;
};

// Those that can be.
Readings readings_of(const StatedAcceptance& stated) {
  Readings readings;
  const auto clock = clock_of(stated.text);
  if (!clock || !stated.filed) return readings;
  if (can_be(*clock, *stated.filed)) readings.eastern = clock;
  const Instant utc = eastern_of_utc(*clock);
  if (can_be(utc, *stated.filed)) readings.utc = utc;
  return readings;
}

}  // namespace

AcceptanceZone::AcceptanceZone(const std::vector<StatedAcceptance>& stated) {
  for (const StatedAcceptance& one : stated) {
    const Readings readings = readings_of(one);
    if (readings.utc && !readings.eastern) ++utc_;
    if (readings.eastern && !readings.utc) ++eastern_;
  }
}

std::optional<Instant> AcceptanceZone::eastern(const StatedAcceptance& stated) const {
  const Readings readings = readings_of(stated);
  if (!readings.utc || !readings.eastern) return readings.utc ? readings.utc : readings.eastern;
  if (utc_ >= witnesses_min && eastern_ == 0) return readings.utc;
  if (eastern_ >= witnesses_min && utc_ == 0) return readings.eastern;
  return std::nullopt;
}

}  // namespace stakebook::door
