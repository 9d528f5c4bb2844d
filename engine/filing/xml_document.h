// Reads an <ownershipDocument> element into the context's document: one pass over the children of
// each element, told apart by name, in whatever order they stand.
#pragma once

#include "filing/xml_context.h"

namespace stakebook {

void read_document(XmlContext& context, pugi::xml_node root);

}  // namespace stakebook
