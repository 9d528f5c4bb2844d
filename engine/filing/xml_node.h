// Whether a parser's handle (a node, an attribute) stands for anything.
//
// The handles' own test is a call into the library, and the readers ask it several times an
// element; a handle is one pointer, and that is looked at in place. Independent of the parser's
// header.
#pragma once

#include <bit>
#include <type_traits>

namespace stakebook {

template <class Handle>
bool exists(const Handle& handle) {
  static_assert(sizeof(Handle) == sizeof(const void*) && std::is_trivially_copyable_v<Handle>);
  return std::bit_cast<const void*>(handle) != nullptr;
}

// Calls take(child) for every child, text and elements alike.
template <class Node, class Take>
void for_each_child(const Node& parent, Take&& take) {
  for (Node child = parent.first_child(); exists(child); child = child.next_sibling()) take(child);
}

}  // namespace stakebook
