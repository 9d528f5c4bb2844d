// A row of Table I or II as XML, in the order of the schema of its form.
#pragma once

#include <cstddef>

#include "filing/document.h"

namespace stakebook {

class XmlOutput;

// Which of the six schemas a document is held to; without a number, none fits its type.
struct SchemaForm {
  char number = 0;  // '3', '4' or '5'
  bool amendment = false;
};

void write_row(XmlOutput& out, const Row& row, std::size_t number, SchemaForm form);

}  // namespace stakebook
