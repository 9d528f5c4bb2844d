#include "filing/footnote_index.h"

#include "value/text.h"

namespace stakebook {
namespace {

// The n of "Fn" where it is written plainly and below 1024; 0 otherwise.
std::size_t plain_number(std::string_view id) {
  if (id.size() < 2 || id.size() > 5 || id[0] != 'F' || id[1] == '0') return 0;
  const auto number = parse_digits(id.substr(1));
  return number && *number < 1024 ? static_cast<std::size_t>(*number) : 0;
}

}  // namespace

std::string Subject::to_text() const {
  std::string text;
  if (row != 0) {
    text = table == Table::non_derivative ? "table I row " : "table II row ";
    text += std::to_string(row);
    if (element == Element::unknown) return text;
    text += ": ";
  }
  return text.append(name_of(element));
}

bool FootnoteIndex::Ids::insert(std::string_view id) {
  const std::size_t number = plain_number(id);
  if (number == 0) return odd_.insert(id).second;
  if (numbered_[number]) return false;
  numbered_[number] = true;
  return true;
}

bool FootnoteIndex::Ids::contains(std::string_view id) const {
  const std::size_t number = plain_number(id);
  return number == 0 ? odd_.contains(id) : numbered_[number];
}

void FootnoteIndex::cite(std::string_view id, std::size_t offset, Subject subject) {
  cited_.insert(id);
  citations_.push_back({id, offset, subject});
}

bool FootnoteIndex::define(std::string_view id, std::size_t offset) {
  footnotes_.push_back({id, offset, {}});
  return defined_.insert(id);
}

std::vector<FootnoteIndex::Mention> FootnoteIndex::missing_from(
    const Ids& ids, const std::vector<Mention>& mentions) {
  std::vector<Mention> result;
  for (const Mention& mention : mentions) {
    if (!ids.contains(mention.id)) result.push_back(mention);
  }
  return result;
}

std::vector<FootnoteIndex::Mention> FootnoteIndex::dangling() const {
  return missing_from(defined_, citations_);
}

std::vector<FootnoteIndex::Mention> FootnoteIndex::unreferenced() const {
  return missing_from(cited_, footnotes_);
}

}  // namespace stakebook
