// Reads the rows of Tables I and II out of their elements.
//
// Fields are told apart by name, wherever in the row they stand: a price that stands outside its
// transactionAmounts is read, with a diagnostic. A field that the row's kind does not have (an
// exercise date in Table I, an amount in a holding) is kept unread.
#pragma once

#include <cstdint>
#include <vector>

#include "filing/element.h"
#include "filing/xml_context.h"

namespace stakebook {

// Which elements a row holds, one bit each, for the checks that follow the reading.
class RowElements {
 public:
  static constexpr bool holds(Element element) {
    return element >= Element::transaction_coding && element <= Element::transaction_value;
  }
  // False where it was there already.
  bool add(Element element) {
    const bool first = !has(element);
    bits_ |= bit(element);
    return first;
  }
  bool has(Element element) const { return (bits_ & bit(element)) != 0; }

 private:
  static constexpr std::uint32_t bit(Element element) {
    return std::uint32_t{1} << (static_cast<unsigned>(element) -
                                static_cast<unsigned>(Element::transaction_coding));
  }
  std::uint32_t bits_ = 0;
};

struct RowFacts {
  Table table;
  std::size_t number;  // from 1
  RowElements elements;
  std::size_t offset;
};

// Appends one row to its table; `name` is the row's element.
RowFacts read_row(XmlContext& context, pugi::xml_node node, Element name);

}  // namespace stakebook
