#include "value/reference.h"

#include <algorithm>
#include <charconv>

#include "value/text.h"

namespace stakebook {
namespace {

template <class Integer>
std::optional<Integer> positive(std::string_view text) {
  Integer value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 1) return std::nullopt;
  return value;
}

// Takes the text up to `separator` off the front of `rest`.
std::string_view take(std::string_view& rest, char separator) {
  const std::size_t end = rest.find(separator);
  const std::string_view taken = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  return taken;
}

// Takes "~2007-11-21" and the like off the end of `text`; false where the date is not one.
template <class Moment>
bool take_date(std::string_view& text, char mark, std::optional<Moment> (*parse)(std::string_view),
               std::optional<Moment>& moment) {
  const std::size_t at = text.rfind(mark);
  if (at == std::string_view::npos) return true;
  moment = parse(text.substr(at + 1));
  text = text.substr(0, at);
  return moment.has_value();
}

// What `text` says where it is well formed but for spelling: leading zeros, a point too many.
std::optional<FigureReference> parsed_loosely(std::string_view text) {
  FigureReference result;
  if (!take_date(text, '~', Instant::parse_typed, result.known) ||
      !take_date(text, '@', Date::parse, result.on)) {
    return std::nullopt;
  }
  if (const std::size_t mark = text.rfind('#'); mark != std::string_view::npos) {
    const auto tranche = positive<std::int32_t>(text.substr(mark + 1));
    if (!tranche) return std::nullopt;
    result.tranche = *tranche;
    text = text.substr(0, mark);
  }
  const auto entry = positive<std::int64_t>(take(text, '.'));
  if (!entry) return std::nullopt;
  result.place.entry = *entry;
  if (text.empty()) return result;

  const std::string_view part = take(text, '.');
  if (part == "I" || part == "II") {
    result.place.part = part == "I" ? Part::table_i : Part::table_ii;
    const auto row = positive<std::int32_t>(take(text, '.'));
    if (!row) return std::nullopt;
    result.place.number = *row;
    result.field = std::string(text);
  } else if (part.size() > 1 && part.front() == 'F') {
    result.place.part = Part::footnote;
    const auto number = positive<std::int32_t>(part.substr(1));
    if (!number) return std::nullopt;
    result.place.number = *number;
    if (!text.empty()) {
      const auto statement = positive<std::int32_t>(text);
      if (!statement) return std::nullopt;
      result.place.statement = *statement;
    }
  } else {
    return std::nullopt;
  }
  return result;
}

}  // namespace

std::optional<FigureReference> FigureReference::parse(std::string_view text) {
  const auto result = parsed_loosely(text);
  const auto in_field_name = [](char c) {
    return (c >= 'a' && c <= 'z') || is_digit(c) || c == '_';
  };
  if (!result || result->to_text() != text ||
      !std::all_of(result->field.begin(), result->field.end(), in_field_name)) {
    return std::nullopt;
  }
  return result;
}

std::string FigureReference::to_text() const {
  std::string text = place.to_text();
  if (!field.empty()) text += "." + field;
  if (tranche > 0) text += "#" + std::to_string(tranche);
  if (on) text += "@" + on->to_text();
  if (known) text += "~" + known->to_word();
  return text;
}

std::optional<Reference> Reference::parse(std::string_view text) {
  const auto figure = FigureReference::parse(text);
  if (!figure || !figure->field.empty() || figure->tranche != 0 || figure->on || figure->known) {
    return std::nullopt;
  }
  return figure->place;
}

std::string Reference::to_text() const {
  std::string text = std::to_string(entry);
  switch (part) {
    case Part::entry: break;
    case Part::table_i: text += ".I." + std::to_string(number); break;
    case Part::table_ii: text += ".II." + std::to_string(number); break;
    case Part::footnote:
      text += ".F" + std::to_string(number);
      if (statement > 0) text += "." + std::to_string(statement);
      break;
  }
  return text;
}

std::string_view name_of(Grade grade) {
  switch (grade) {
    case Grade::reported: return "reported";
    case Grade::proven: return "proven";
    case Grade::plausible: return "plausible";
    case Grade::unexplained: return "unexplained";
  }
  return "";
}

}  // namespace stakebook
