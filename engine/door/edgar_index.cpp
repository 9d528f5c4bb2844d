#include "door/edgar_index.h"

#include <algorithm>

#include "door/full_index.h"
#include "door/submission_list.h"
#include "value/text.h"

namespace stakebook::door {

std::optional<Listings> read_edgar_index(std::string_view bytes) {
  bytes = without_byte_order_mark(bytes);
  const std::string_view beginning = trimmed(bytes.substr(0, 256));
  // Most of what comes in is a filing, and is told from an index by its first character.
  if (beginning.starts_with('<')) return std::nullopt;
  if (beginning.starts_with('{')) return read_submission_list(bytes);
  return read_full_index(bytes);
}

std::size_t document_bytes_max(std::string_view head, std::size_t filing_bytes_max) {
  head = without_byte_order_mark(head);
  const std::string_view beginning = trimmed(head.substr(0, 256));
  const bool begins_index = !beginning.starts_with('<') &&
                            (beginning.starts_with('{') || read_full_index(head).has_value());
  return begins_index ? std::max(index_bytes_max, filing_bytes_max) : filing_bytes_max;
}

}  // namespace stakebook::door
