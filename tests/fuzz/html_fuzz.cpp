#include "filing/html_page.h"
#include "reader_fuzz.h"

// Nothing stands outside the tree: a node ends within its parent, a line's text within the page.
static void check_tree(std::string_view bytes) {
  using namespace stakebook;
  const auto tree = html_tree(bytes, {32, 2'000});
  if (!tree) return;
  for (std::size_t i = 1; i < tree->size(); ++i) {
    const HtmlNode& node = (*tree)[i];
    require(node.parent < i && node.end > i && node.end <= (*tree)[node.parent].end);
  }
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stakebook;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check_answer(read_printed_html(bytes, {}));
  check_answer(read_printed_html(bytes, fuzz_limits()));
  check_tree(bytes);
  return 0;
}
