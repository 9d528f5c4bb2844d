// The words that the tables use for enumerators, both ways.
#pragma once

#include <optional>
#include <string_view>

#include "filing/document.h"
#include "filing/filing.h"
#include "value/diagnostic.h"

namespace stakebook {

// filing.accession_from, where the folder or the file is named by the number.
constexpr std::string_view accession_from_path = "path";

constexpr std::string_view name_of(RowKind kind) {
  return kind == RowKind::holding ? "holding" : "transaction";
}

constexpr std::string_view name_of(Presence presence) {
  switch (presence) {
    case Presence::absent: return "absent";
    case Presence::empty: return "empty";
    case Presence::given: return "given";
  }
  return "";
}

// The enumerator among 0 ... `last` that has this name.
template <class Enumeration>
std::optional<Enumeration> named(std::string_view name, Enumeration last) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (name_of(static_cast<Enumeration>(i)) == name) return static_cast<Enumeration>(i);
  }
  return std::nullopt;
}

}  // namespace stakebook
