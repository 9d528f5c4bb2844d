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
  return text.find(no_break_space) == nowhere;
}

}  // namespace

std::string_view trimmed_text(std::string_view text) {
  for (;;) {
    text = trimmed(text);
    if (text.substr(0, 2) == no_break_space) {
      text.remove_prefix(2);
    } else if (text.size() >= 2 && text.substr(text.size() - 2) == no_break_space) {
      text.remove_suffix(2);
    } else {
      return text;
    }
  }
}

std::string collapsed_fast(std::string_view text) {
  if (is_collapsed(text)) return std::string(text);
  std::string blanks;
  blanks.reserve(text.size());
  for (;;) {
    const std::size_t at = text.find(no_break_space);
    blanks.append(text.substr(0, at));
    if (at == nowhere) return collapsed(blanks);
    blanks.push_back(' ');
    text.remove_prefix(at + no_break_space.size());
  }
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
