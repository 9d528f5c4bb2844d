#include "filing/xml_escape.h"

namespace stakebook {
namespace {

struct Character {
  char32_t code = 0;
  std::size_t size = 1;  // in bytes
  bool valid = false;    // UTF-8, and allowed in XML 1.0
};

constexpr bool is_xml_character(char32_t code) {
  if (code < 0x20) return code == '\t' || code == '\n' || code == '\r';
  if (code >= 0xD800 && code <= 0xDFFF) return false;
  return code <= 0x10FFFF && code != 0xFFFE && code != 0xFFFF;
}

// The character that begins at the start of a text that is not empty.
Character first_of(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead < 0x80) return {lead, 1, is_xml_character(lead)};
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < size) return {};
  char32_t code = lead & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0U) != 0x80) return {};
    code = (code << 6U) | (byte & 0x3FU);
  }
  constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};  // by size; less is written shorter
  if (code < smallest[size]) return {};
  return {code, size, is_xml_character(code)};
}

std::string_view reference_for(char32_t code, Quoting quoting) {
  switch (code) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '\r': return "&#13;";
    default: break;
  }
  if (quoting == Quoting::text) return {};
  switch (code) {
    case '"': return "&quot;";
    case '\t': return "&#9;";
    case '\n': return "&#10;";
    default: return {};
  }
}

}  // namespace

std::size_t append_escaped(std::string& out, std::string_view text, Quoting quoting) {
  std::size_t replaced = 0;
  while (!text.empty()) {
    const Character character = first_of(text);
    const std::string_view reference = reference_for(character.code, quoting);
    if (!character.valid) {
      out.append("\xEF\xBF\xBD");
      ++replaced;
    } else if (!reference.empty()) {
      out.append(reference);
    } else {
      out.append(text.substr(0, character.size));
    }
    text.remove_prefix(character.size);
  }
  return replaced;
}

std::size_t character_count(std::string_view text) {
  std::size_t count = 0;
  for (; !text.empty(); ++count) text.remove_prefix(first_of(text).size);
  return count;
}

}  // namespace stakebook
