#include "vesting/phrase.h"

namespace stakebook::language {
namespace {

std::optional<Content> read_content(Cursor& cursor) {
  const std::size_t start = cursor.position();
  if (const auto verb = read_verb(cursor)) return *verb;
  cursor.move_to(start);
  // Before the amounts: "in 25% installments", "1/15/24".
  if (auto when = read_when(cursor)) return when;
  cursor.move_to(start);
  if (cursor.is("of") || cursor.is("subject")) {
    if (auto filler = read_filler(cursor)) return filler;
    cursor.move_to(start);
  }
  if (auto amount = read_amount(cursor)) return *amount;
  cursor.move_to(start);
  if (auto filler = read_filler(cursor)) return filler;
  cursor.move_to(start);
  if (read_units(cursor)) return Filler{};
  cursor.move_to(start);
  return std::nullopt;
}

}  // namespace

std::vector<Phrase> read_phrases(std::span<const Token> sentence) {
  std::vector<Phrase> phrases;
  Cursor cursor(sentence);
  while (!cursor.at_end()) {
    const std::size_t first = cursor.position();
    auto content = read_content(cursor);
    if (!content) {
      content = Unknown{};
      cursor.move_to(first + 1);
    }
    phrases.push_back({*content, first, cursor.position()});
  }
  return phrases;
}

}  // namespace stakebook::language
