// One field of a form, as filed: its presence, its value, what was typed, the footnotes it cites.
//
//   <transactionShares><value>66.9030</value><footnoteId id="F1"/></transactionShares>
//     presence given, value 66.903, as_filed "66.9030", footnotes F1
//   <transactionPricePerShare><footnoteId id="F2"/></transactionPricePerShare>
//     presence absent, no value, footnotes F2: the price stands in a footnote only
//
// 1. absent != empty != zero: no element (or, inside a wrapper, no <value>), an element without
//    text, "0".
// 2. value is set if and only if presence is given and the text could be read as a T.
// 3. as_filed is the text where it is not value's canonical text ("1,000", "2007-11-20-05:00",
//    "007"); where the two are the same it is empty. White space is collapsed; it carries no
//    meaning.
// 4. The reported text is never lost and never changed: filed_text() gives it back.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "value/date.h"
#include "value/quantity.h"

namespace stakebook {

enum class Presence : unsigned char { absent, empty, given };

// "F1" to "F99", as the footnote element's id attribute has it; odd ids are kept as they are.
using FootnoteId = std::string;

inline std::string canonical_text(const std::string& value) { return value; }
inline std::string canonical_text(bool value) { return value ? "1" : "0"; }
inline std::string canonical_text(Date value) { return value.to_text(); }
template <class Unit>
std::string canonical_text(Quantity<Unit> value) {
  return value.to_text();
}

template <class T>
struct Field {
  Presence presence = Presence::absent;
  std::optional<T> value;
  std::string as_filed;
  std::vector<FootnoteId> footnotes;

  bool has_value() const { return value.has_value(); }
  const T& operator*() const { return *value; }
  const T* operator->() const { return &*value; }
  // No value, but a footnote that may give one.
  bool is_footnote_only() const { return presence != Presence::given && !footnotes.empty(); }
  std::string filed_text() const {
    if (!as_filed.empty()) return as_filed;
    return value ? canonical_text(*value) : std::string();
  }

  friend bool operator==(const Field&, const Field&) = default;
};

}  // namespace stakebook
