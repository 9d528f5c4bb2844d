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
  std::string plain(text.substr(0, length));
  plain[10] = ' ';
  return Instant::parse(plain);
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
