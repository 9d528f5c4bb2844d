// Applies the corrections that a user recorded to the rows they speak of. The reported value stays
// in the claim; the event is made from the corrected row and says so.
#pragma once

#include <map>
#include <vector>

#include "event/inference.h"
#include "journal/claim.h"

namespace stakebook {

class Corrections {
 public:
  explicit Corrections(const std::vector<Claim>& claims);

  bool concern(const Reference& row) const { return by_row_.contains(row); }
  // The row with its corrected fields; `inferences` gains one for each.
  Row applied(Row row, const Reference& place, std::vector<Inference>& inferences) const;

 private:
  std::multimap<Reference, const Claim*> by_row_;
};

// Sets one field of a row from text, by its snake-cased element name; false where there is no such
// field or the text is not a value of its type.
bool set_field(Row& row, std::string_view field, std::string_view text);

}  // namespace stakebook
