#include "door/sibling_group.h"

#include <algorithm>
#include <utility>

#include "value/path.h"
#include "value/text.h"

namespace stakebook::door {
namespace {

std::string named(std::string_view folder) {
  if (folder.empty()) return ".";
  if (folder.ends_with("!/")) return std::string(folder.substr(0, folder.size() - 2));
  return std::string(folder.size() > 1 ? folder.substr(0, folder.size() - 1) : folder);
}

}  // namespace

bool describes_tables(std::string_view name) {
  return same_ignoring_case(name, "FORM_345_readme.htm") ||
         same_ignoring_case(name, "FORM_345_metadata.json");
}

bool joins_siblings(std::string_view name, std::string_view head) {
  if (describes_tables(name)) return true;
  constexpr std::string_view column = "ACCESSION_NUMBER";
  head = without_byte_order_mark(head);
  const std::string_view line = head.substr(0, head.find_first_of("\r\n"));
  if (line.find('\t') == std::string_view::npos) return false;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find('\t', at), line.size());
    if (same_ignoring_case(line.substr(at, end - at), column)) return true;
    at = end + 1;
  }
  return false;
}

std::optional<FoundDocument> SiblingGroups::left_at(std::optional<std::string_view> source) {
  if (groups_.empty()) return std::nullopt;
  if (source && source->starts_with(groups_.back().folder)) return std::nullopt;
  FoundDocument left = std::move(groups_.back().document);
  groups_.pop_back();
  return left;
}

void SiblingGroups::add(FoundDocument sibling) {
  const std::string_view folder = folder_of(sibling.source);
  if (groups_.empty() || groups_.back().folder != folder) {
    FoundDocument group;
    group.source = named(folder);
    groups_.push_back({std::string(folder), std::move(group)});
  }
  FoundDocument& group = groups_.back().document;
  group.position = sibling.position;
  group.is_of_archive = sibling.is_of_archive;
  group.siblings.push_back(std::move(sibling));
}

}  // namespace stakebook::door
