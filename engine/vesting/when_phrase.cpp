// When something vests: dates, instalments, frequencies, durations, starts and ends.
#include "vesting/phrase.h"

namespace stakebook::language {
namespace {

constexpr std::string_view instalment_adjectives =
    "successive consecutive substantially approximately nearly roughly equal annual annually "
    "yearly "
    "quarterly monthly semi semiannual cumulative vesting separate subsequent as possible ( )";
constexpr std::string_view instalment_nouns =
    "installments instalments increments tranches portions parts amounts";

std::optional<Period> period_of_adjective(const Cursor& cursor) {
  if (cursor.is("monthly")) return Period{1, Period::Unit::months};
  if (cursor.is("quarterly")) return Period{3, Period::Unit::months};
  const bool half = cursor.is("semi", -1);
  if (cursor.is_any({"annual", "annually", "yearly"})) {
    return Period{half ? 6 : 12, Period::Unit::months};
  }
  if (cursor.is("semiannual")) return Period{6, Period::Unit::months};
  return std::nullopt;
}

std::optional<Installments> read_installments(Cursor& cursor) {
  Installments result;
  if (cursor.accept("ratably|rateably|evenly|equally") || cursor.accept("pro rata")) {
    result.equal = true;
    return result;
  }
  if (!cursor.accept("in a series of")) cursor.accept("in|as");
  result.fraction = read_fraction(cursor);
  if (!result.fraction) result.count = read_cardinal(cursor);
  while (true) {
    if (!result.fraction && !result.count) result.fraction = read_fraction(cursor);
    if (!in_list(cursor.peek().text, instalment_adjectives)) break;
    if (cursor.is("equal")) result.equal = true;
    if (cursor.is("semi") && !cursor.is("annual", 1) && !cursor.is("annually", 1))
      return std::nullopt;
    if (const auto period = period_of_adjective(cursor)) result.period = period;
    cursor.advance();
  }
  if (!in_list(cursor.peek().text, instalment_nouns)) return std::nullopt;
  cursor.advance();
  if (!result.fraction && cursor.accept("of")) {
    result.fraction = read_fraction(cursor);
    if (!result.fraction) cursor.move_to(cursor.position() - 1);
    if (result.fraction) cursor.accept("each");
  }
  return result;
}

std::optional<Moment> read_moment(Cursor& cursor) {
  if (auto anniversaries = read_anniversaries(cursor)) return Moment(*anniversaries);
  if (const auto reference = read_reference(cursor)) {
    if (reference->kind == Reference::Kind::stated) return Moment(*reference->date);
    return Moment(*reference);
  }
  return std::nullopt;
}

std::optional<Start> read_start(Cursor& cursor) {
  if (cursor.accept("beginning|commencing|starting|begin|commence|begins|commences "
                    "on|with|from|as|at? of?")) {
    if (auto moment = read_moment(cursor)) return Start{*moment, true};
    return std::nullopt;
  }
  if (cursor.accept("with|and? the first such|of? which? installment|instalment|tranche? "
                    "vesting|vested|vests|"
                    "vest|occurring|will|to? vest|occur? on")) {
    if (auto moment = read_moment(cursor)) return Start{*moment, true};
    return std::nullopt;
  }
  if (cursor.accept("from and after") || cursor.accept("following|from|after|since") ||
      cursor.accept("measured from")) {
    if (auto moment = read_moment(cursor)) return Start{*moment, false};
  }
  return std::nullopt;
}

// "so that 100% of the shares will be fully vested on", up to the moment.
bool read_so_that(Cursor& cursor) {
  constexpr std::string_view words =
      "it they 100 % percent all of the such these shares share options option units rsus "
      "restricted stock award "
      "awards subject to underlying this will shall would be is are were was become becomes fully "
      "vested "
      "vest vests and exercisable in full entire total aggregate number";
  if (!cursor.accept("so|such that") && !cursor.accept("with")) return false;
  bool vested = false;
  while (in_list(cursor.peek().text, words)) {
    vested = vested || cursor.is_any({"vested", "vest", "vests", "exercisable"});
    cursor.advance();
  }
  cursor.accept("on|by|as|at of?");
  return vested;
}

std::optional<End> read_end(Cursor& cursor) {
  const std::size_t start = cursor.position();
  if (read_so_that(cursor)) {
    if (auto moment = read_moment(cursor)) return End{moment, true};
  }
  cursor.move_to(start);
  if (cursor.accept("until the|such|all|this? options|option|shares|award|rsus|units? is|are? "
                    "fully vested") ||
      cursor.accept("until vested in full")) {
    return End{};
  }
  if (cursor.accept("until|through|ending|ends|ended|to on|and? including?")) {
    if (auto moment = read_moment(cursor)) return End{moment, false};
  }
  return std::nullopt;
}

std::optional<int> months_of_unit(Cursor& cursor) {
  if (cursor.accept("year|years|annum")) return 12;
  if (cursor.accept("month|months")) return 1;
  if (cursor.accept("quarter|quarters")) return 3;
  return std::nullopt;
}

std::optional<Duration> read_duration(Cursor& cursor) {
  if (!cursor.accept("over|for|during a|an|the? period? of?")) return std::nullopt;
  const bool following = cursor.accept("following|succeeding|next|subsequent");
  const auto count = read_cardinal(cursor);
  const auto unit = count ? months_of_unit(cursor) : std::nullopt;
  if (!unit) return std::nullopt;
  cursor.accept("vesting|time? period|term");
  return Duration{*count * *unit, following};
}

std::optional<Frequency> read_frequency(Cursor& cursor) {
  const auto months = [](int count) { return Period{count, Period::Unit::months}; };
  const std::size_t start = cursor.position();
  if (cursor.accept("on a") && period_of_adjective(cursor)) {
    const auto period = *period_of_adjective(cursor);
    cursor.advance();
    if (cursor.accept("basis")) return Frequency{period, {}};
  }
  cursor.move_to(start);
  if (cursor.accept("on the last day of each|every calendar? month")) {
    return Frequency{months(1), DayRule{DayRule::Kind::last_day_of_month, 0}};
  }
  if (cursor.accept("on the")) {
    const auto day = read_ordinal(cursor);
    if (day && *day <= 31 && cursor.accept("day of each|every calendar? month")) {
      return Frequency{months(1), DayRule{DayRule::Kind::fixed_day_or_last, *day}};
    }
    cursor.move_to(start);
  }
  cursor.accept("on the same day of|in");
  const bool at_the_end = cursor.accept("at|on the end of");
  if (cursor.accept("monthly")) return Frequency{months(1), {}};
  if (cursor.accept("quarterly")) return Frequency{months(3), {}};
  if (cursor.accept("annually|yearly")) return Frequency{months(12), {}};
  if (cursor.accept("semi annually") || cursor.accept("semiannually"))
    return Frequency{months(6), {}};
  const bool rate =
      cursor.accept("per|a");  // "20% per year", "20% a year"; not "a four-year schedule"
  if (!rate && !cursor.accept("each|every successive|subsequent|additional|following?")) {
    return std::nullopt;
  }
  const auto count = rate ? std::nullopt : read_cardinal(cursor);
  const auto unit = months_of_unit(cursor);
  if (!unit || cursor.is("anniversary")) return std::nullopt;
  const bool period = cursor.accept("period");
  // "at the end of each month" may mean the calendar's month: only a counted period is plain.
  if (at_the_end && !(count && period)) return std::nullopt;
  return Frequency{months(*unit * count.value_or(1)), {}};
}

std::optional<Content> read_dates(Cursor& cursor) {
  Dates dates;
  dates.as_of = cursor.is("as");
  const bool on = cursor.accept("on|as|at? of?");
  dates.each = cursor.accept("each of? the? following? dates? :?");
  if (!dates.each && on) cursor.accept("the following dates :?");
  const auto list = read_date_list(cursor);
  if (!list) return std::nullopt;
  dates.list = *list;
  // A definition in parentheses: (the "First Vesting Date").
  Cursor ahead = cursor;
  if (ahead.accept("( the|each|a? \"")) {
    while (!ahead.at_end() && !ahead.accept(")")) ahead.advance();
    cursor = ahead;
  }
  return dates;
}

std::optional<Content> read_at(Cursor& cursor) {
  if (cursor.accept("on|upon|at|as of?")) {
    const auto reference = read_reference(cursor);
    if (reference && reference->kind != Reference::Kind::stated) return At{*reference};
  }
  return std::nullopt;
}

std::optional<Content> read_anniversary_phrase(Cursor& cursor) {
  const bool over = cursor.accept("over");  // "over the 48 monthly anniversaries of"
  if (!over) cursor.accept("on|upon|at|as|by of?");
  auto anniversaries = read_anniversaries(cursor);
  if (!anniversaries || (over && anniversaries->numbers.size() < 2)) return std::nullopt;
  if (anniversaries->every && !anniversaries->of && cursor.is("thereafter")) {
    return Frequency{anniversaries->unit, {}};  // "each anniversary thereafter"
  }
  return *anniversaries;
}

template <class Result>
std::optional<Content> attempt(std::optional<Result> (*reader)(Cursor&), Cursor& cursor) {
  const std::size_t start = cursor.position();
  if (auto result = reader(cursor)) return Content(*result);
  cursor.move_to(start);
  return std::nullopt;
}

}  // namespace

std::optional<Content> read_when(Cursor& cursor) {
  if (cursor.accept("thereafter")) return Thereafter{};
  if (cursor.accept("immediately")) return Immediately{};
  if (cursor.accept("respectively")) return Respectively{};
  if (auto end = attempt(read_end, cursor)) return end;
  if (auto installments = attempt(read_installments, cursor)) return installments;
  if (auto anniversaries = attempt(read_anniversary_phrase, cursor)) return anniversaries;
  if (auto duration = attempt(read_duration, cursor)) return duration;
  if (auto frequency = attempt(read_frequency, cursor)) return frequency;
  if (auto start = attempt(read_start, cursor)) return start;
  if (auto dates = attempt(read_dates, cursor)) return dates;
  return attempt(read_at, cursor);
}

}  // namespace stakebook::language
