#include <algorithm>
#include <array>

#include "filing/printed_form.h"
#include "value/text.h"

namespace stakebook {
namespace {

bool is_code(std::string_view text) {
  return text.size() == 2 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || is_digit(c);
         });
}

std::vector<std::string_view> split_by_gaps(std::string_view line) {
  std::vector<std::string_view> parts;
  while (!line.empty()) {
    const std::size_t gap = std::min(line.find("  "), line.size());
    const std::string_view part = trimmed_text(line.substr(0, gap));
    if (!part.empty()) parts.push_back(part);
    line.remove_prefix(std::min(gap + 2, line.size()));
  }
  return parts;
}

}  // namespace

bool is_american_zip(std::string_view text) {
  if (text.size() != 5 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 5 ? text[i] != '-' : !is_digit(text[i])) return false;
  }
  return true;
}

bool is_any_zip(std::string_view text) {
  const auto is_part = [](char c) { return is_digit(c) || is_letter(c) || c == ' ' || c == '-'; };
  return !text.empty() && text.size() <= 10 && std::all_of(text.begin(), text.end(), is_part) &&
         std::any_of(text.begin(), text.end(), is_digit);
}

std::optional<PrintedPlace> place_in_line(std::string_view line) {
  line = trimmed_text(line);
  const auto parts = split_by_gaps(line);
  if (parts.size() == 3) {
    return PrintedPlace{collapsed_fast(parts[0]), collapsed_fast(parts[1]),
                        collapsed_fast(parts[2])};
  }
  // "CITY, ST ZIP"
  const std::size_t comma = line.rfind(',');
  if (parts.size() > 2 || comma == std::string_view::npos) return std::nullopt;
  const std::string rest = collapsed_fast(line.substr(comma + 1));
  const std::size_t space = rest.find(' ');
  if (space == std::string::npos || !is_code(std::string_view(rest).substr(0, space))) {
    return std::nullopt;
  }
  return PrintedPlace{collapsed_fast(line.substr(0, comma)), rest.substr(0, space),
                      rest.substr(space + 1)};
}

void set_text(Field<std::string>& field, std::string_view text) {
  const std::string plain = collapsed_fast(trimmed_text(text));
  if (plain.empty()) return;
  field.presence = Presence::given;
  field.value = plain;
}

void set_date(Field<Date>& field, Date date, std::string_view as_printed) {
  field.presence = Presence::given;
  field.value = date;
  field.as_filed = as_printed;
}

void tick(Field<bool>& field) {
  field.presence = Presence::given;
  field.value = true;
}

void set_place(const PrintedPlace& place, ReportingOwner& owner) {
  set_text(owner.rpt_owner_city, place.city);
  set_text(owner.rpt_owner_zip_code, place.zip);
  // The country of that name is printed like the state; a zip code tells them apart.
  const bool unsure = same_ignoring_case(place.state, "GEORGIA") && !is_american_zip(place.zip);
  if (const auto code = state_code(place.state); code && !unsure) {
    set_text(owner.rpt_owner_state, *code);
    owner.rpt_owner_state.as_filed = place.state;
  } else if (is_code(place.state)) {
    set_text(owner.rpt_owner_state, place.state);
  } else {
    set_text(owner.rpt_owner_state_description, place.state);
  }
}

}  // namespace stakebook
