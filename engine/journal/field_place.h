// From the columns `place` and `field` of citation and as_filed to the field of a document.
#pragma once

#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>

#include "filing/document.h"
#include "journal/place_text.h"

namespace stakebook {

struct NumberedPlace {
  std::string_view part;
  std::size_t number = 0;  // from 1

  // The item of a list that has this number; nullptr where the list is shorter.
  template <class List>
  auto* in(List& list) const {
    return number >= 1 && number <= list.size() ? &list[number - 1] : nullptr;
  }
};

// "II.3" as part and number; nullopt where PlaceText does not write it so.
inline std::optional<NumberedPlace> parse_place(std::string_view text) {
  const std::size_t point = text.find('.');
  if (point > signature_place.size()) return std::nullopt;
  NumberedPlace place{text.substr(0, point), 0};
  const char* const end = text.data() + text.size();
  std::from_chars(text.data() + point + 1, end, place.number);
  if (PlaceText(place.part, place.number).text() != text) return std::nullopt;
  return place;
}

// The row that a place names; nullptr where there is none.
inline Row* row_at(OwnershipDocument& document, std::string_view place) {
  const auto numbered = parse_place(place);
  if (!numbered) return nullptr;
  if (numbered->part == table_i_place) return numbered->in(document.table_i);
  if (numbered->part == table_ii_place) return numbered->in(document.table_ii);
  return nullptr;
}

// Calls use(field) with the field of that place and name; false where there is none.
template <class Use>
bool with_field(OwnershipDocument& document, std::string_view place, std::string_view name,
                Use&& use) {
  bool found = false;
  const auto visit = [&](std::string_view candidate, auto& field) {
    if (candidate != name) return;
    found = true;
    use(field);
  };
  if (place == form_place) {
    for_each_head_field(document, visit);
    return found;
  }
  if (Row* const row = row_at(document, place)) {
    for_each_field(*row, visit);
    return found;
  }
  const auto numbered = parse_place(place);
  if (!numbered) return false;
  if (numbered->part == owner_place) {
    ReportingOwner* const owner = numbered->in(document.reporting_owners);
    if (owner != nullptr) for_each_owner_field(*owner, visit);
  } else if (numbered->part == signature_place) {
    OwnerSignature* const signature = numbered->in(document.owner_signatures);
    if (signature != nullptr) {
      visit("signature_name", signature->signature_name);
      visit("signature_date", signature->signature_date);
    }
  }
  return found;
}

}  // namespace stakebook
