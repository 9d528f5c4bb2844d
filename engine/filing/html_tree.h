// An HTML page as a tree of elements and texts: what libxml2's parser makes of any bytes.
//
//   <td class="FormData">500<br><a href="#F1"><sup>(1)</sup></a>   unclosed, as pages have it
//     td > "500", br, a > sup > "(1)"
//
// 1. Nodes stand in the document's order: a node's parent and everything before it have smaller
//    indices; what stands inside a node is [node + 1, node.end).
// 2. Names of elements and attributes are in lower case; text is UTF-8, references resolved.
// 3. Scripts, styles and comments are left out. Nothing is loaded from anywhere.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stakebook {

struct HtmlNode {
  std::string name;  // empty for a text
  std::string text;  // of a text
  std::string link;  // href
  int colspan = 1;
  int rowspan = 1;
  bool ticked = false;  // has the attribute `checked`
  int line = 0;         // in the source, counted from 1
  std::size_t parent = 0;
  std::size_t end = 0;  // behind the last node inside
};

struct HtmlLimits {
  int depth_max = 256;
  std::size_t nodes_max = 300'000;
};

// Node 0 is the page itself, without a name.
using HtmlTree = std::vector<HtmlNode>;

// nullopt where the page breaks the limits. `text` is UTF-8.
std::optional<HtmlTree> html_tree(std::string_view text, const HtmlLimits& limits);

}  // namespace stakebook
