#include "filing/field_text.h"

#include <cstdint>
#include <cstring>

#include "value/text.h"

namespace stakebook {
namespace {

// Whether one of eight characters is below 0x0E (as white space other than a blank is) or two
// blanks follow each other. May say yes where neither is so (" !" is taken for two blanks), never
// no where one is.
bool may_be_loose(const char* eight) {
  constexpr std::uint64_t ones = 0x0101010101010101U;
  constexpr std::uint64_t highs = 0x8080808080808080U;
  std::uint64_t word = 0;
  std::memcpy(&word, eight, sizeof word);
  const std::uint64_t controls = (word - ones * 0x0E) & ~word & highs;
  const std::uint64_t differences = word ^ (ones * ' ');
  const std::uint64_t blanks = (differences - ones) & ~differences & highs;
  return (controls | (blanks & (blanks >> 8))) != 0;
}

// May say no of a text that is collapsed, which then is collapsed for nothing.
bool is_collapsed(std::string_view text) {
  if (text.empty()) return true;
  if (is_space(text.front()) || is_space(text.back())) return false;
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 7) {
    if (may_be_loose(text.data() + at)) return false;
  }
  for (at = at == 0 ? 1 : at; at < text.size(); ++at) {
    if (is_space(text[at]) && (text[at] != ' ' || text[at - 1] == ' ')) return false;
  }
  return true;
}

}  // namespace

std::string collapsed_fast(std::string_view text) {
  return is_collapsed(text) ? std::string(text) : collapsed(text);
}

std::string in_quotes(std::string_view text) {
  static constexpr std::size_t shown = 60;
  std::string result = "\"" + std::string(text.substr(0, shown));
  // Not through the middle of a character.
  while (text.size() > shown &&
         (static_cast<unsigned char>(text[result.size() - 1]) & 0xC0U) == 0x80U) {
    result.pop_back();
  }
  return result + (text.size() > shown ? "...\"" : "\"");
}

}  // namespace stakebook
