#include "door/edgar_index.h"

#include "door/full_index.h"
#include "door/submission_list.h"
#include "value/text.h"

namespace stakebook::door {

std::optional<Listings> read_edgar_index(std::string_view bytes) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  const std::string_view beginning = trimmed(bytes.substr(0, 256));
  // Most of what comes in is a filing, and is told from an index by its first character.
  if (beginning.starts_with('<')) return std::nullopt;
  if (beginning.starts_with('{')) return read_submission_list(bytes);
  return read_full_index(bytes);
}

bool begins_edgar_index(std::string_view head) {
  constexpr std::string_view master_titles = "CIK|Company Name|Form Type|Date Filed|";
  if (trimmed(head.substr(0, 256)).starts_with('{')) return true;
  return head.find(master_titles) != std::string_view::npos || read_full_index(head).has_value();
}

bool is_ownership_form(std::string_view form) {
  return (form.size() == 1 || (form.size() == 3 && form.substr(1) == "/A")) && form[0] >= '3' &&
         form[0] <= '5';
}

}  // namespace stakebook::door
