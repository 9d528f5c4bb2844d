// Calendar days. A Date is always valid: there is no way to hold 29 February 2007.
//
//   Date::of(2023, 8, 31)->plus_months(6)         2024-02-29   (clamped to the month's last day)
//   Date::parse("2007-11-20")                     2007-11-20
//   Date::parse_xml("2007-11-20-05:00")           2007-11-20   (the zone is dropped, the day kept)
//   Date::parse("2007-02-29")                     nullopt
//
// Proleptic Gregorian, years 1 to 9999; arithmetic that would leave them is Error(arithmetic).
// No clock anywhere: the engine never asks for today.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace stakebook {

enum class Weekday { sunday, monday, tuesday, wednesday, thursday, friday, saturday };

class Date {
 public:
  constexpr Date() = default;  // 1970-01-01

  static std::optional<Date> of(int year, int month, int day);
  // YYYY-MM-DD, nothing before or after.
  static std::optional<Date> parse(std::string_view text);
  // An xs:date: YYYY-MM-DD with an optional zone (Z, +hh:mm, -hh:mm), which never shifts the day.
  static std::optional<Date> parse_xml(std::string_view text);
  // YYYYMMDD, as EDGAR headers write it.
  static std::optional<Date> parse_compact(std::string_view text);
  // M/D/YYYY or MM/DD/YYYY, as printed forms write it.
  static std::optional<Date> parse_american(std::string_view text);
  static constexpr Date from_days(std::int32_t days_since_1970) {
    if (days_since_1970 < days_min || days_since_1970 > days_max) out_of_range();
    return Date(days_since_1970);
  }

  int year() const;
  int month() const;
  int day() const;
  Weekday weekday() const;
  constexpr std::int32_t days_since_1970() const { return days_; }
  std::string to_text() const;  // YYYY-MM-DD

  Date plus_days(int days) const;
  // The same day of the month, or the month's last day where it has no such day (domain rule 9.3).
  Date plus_months(int months) const;
  Date last_day_of_month() const;
  // This month, on `day` or on the month's last day where it is shorter.
  Date with_day_or_last(int day) const;

  friend constexpr auto operator<=>(Date, Date) = default;
  // Days from `right` to `left`.
  friend constexpr int operator-(Date left, Date right) { return left.days_ - right.days_; }

 private:
  static constexpr std::int32_t days_min = -719'162;   // 0001-01-01
  static constexpr std::int32_t days_max = 2'932'896;  // 9999-12-31

  explicit constexpr Date(std::int32_t days) : days_(days) {}
  [[noreturn]] static void out_of_range();

  std::int32_t days_ = 0;
};

}  // namespace stakebook

template <>
struct std::hash<stakebook::Date> {
  std::size_t operator()(stakebook::Date date) const {
    return static_cast<std::size_t>(date.days_since_1970()) * 0x9E3779B97F4A7C15U;
  }
};
