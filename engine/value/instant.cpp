#include "value/instant.h"

#include "value/text.h"

namespace stakebook {
namespace {

std::optional<std::int32_t> seconds_of_day(std::string_view hours, std::string_view minutes,
                                           std::string_view seconds) {
  const auto h = parse_digits(hours);
  const auto m = parse_digits(minutes);
  const auto s = parse_digits(seconds);
  if (!h || !m || !s || *h > 23 || *m > 59 || *s > 59) return std::nullopt;
  return *h * 3600 + *m * 60 + *s;
}

}  // namespace

std::optional<Instant> Instant::parse_compact(std::string_view text) {
  if (text.size() != 14) return std::nullopt;
  const auto date = Date::parse_compact(text.substr(0, 8));
  const auto seconds = seconds_of_day(text.substr(8, 2), text.substr(10, 2), text.substr(12, 2));
  if (!date || !seconds) return std::nullopt;
  return Instant{*date, *seconds};
}

std::optional<Instant> Instant::parse(std::string_view text) {
  const auto date = Date::parse(text.substr(0, 10));
  if (!date) return std::nullopt;
  if (text.size() == 10) return Instant{*date, time_unknown};
  if (text.size() != 19 || text[10] != ' ' || text[13] != ':' || text[16] != ':')
    return std::nullopt;
  const auto seconds = seconds_of_day(text.substr(11, 2), text.substr(14, 2), text.substr(17, 2));
  if (!seconds) return std::nullopt;
  return Instant{*date, *seconds};
}

std::optional<Instant> Instant::parse_typed(std::string_view text) {
  std::string spelled(text);
  if (spelled.size() > 10 && (spelled[10] == 'T' || spelled[10] == 't')) spelled[10] = ' ';
  if (spelled.size() == 16) spelled += ":00";
  return parse(spelled);
}

std::string Instant::to_word() const {
  std::string text = to_text();
  if (text.size() > 10) text[10] = 'T';
  return text;
}

std::string Instant::to_text() const {
  std::string text = date.to_text();
  if (seconds == time_unknown) return text;
  const auto two_digits = [](int value) {
    return std::string{static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
  };
  return text + " " + two_digits(seconds / 3600) + ":" + two_digits(seconds / 60 % 60) + ":" +
         two_digits(seconds % 60);
}

}  // namespace stakebook
