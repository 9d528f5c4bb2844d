// Two rows, field beside field.
#pragma once

#include <string_view>
#include <type_traits>

#include "filing/document.h"

namespace stakebook {

// Calls visit("snake_cased_element_name", field of a, field of b) for every Field of a row.
template <class Visitor>
void for_each_field_of_both(const Row& a, const Row& b, Visitor&& visit) {
  for_each_field(a, [&]<class Left>(std::string_view name, const Field<Left>& left) {
    for_each_field(b, [&]<class Right>(std::string_view other, const Field<Right>& right) {
      if constexpr (std::is_same_v<Left, Right>) {
        if (name == other) visit(name, left, right);
      }
    });
  });
}

}  // namespace stakebook
