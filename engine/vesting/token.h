// The words, numbers and signs of a footnote, and a cursor that reads phrases off them.
//
//   "One-third of the RSU's vest on 1/15/24."
//     one third(joined) of the rsu vest on 1 / 15 / 24 .
//
// 1. A token's text is lower case; a possessive ending is dropped, a number's commas are too.
// 2. A hyphen inside a word only joins: "forty-eight" and "forty eight" are the same two tokens.
// 3. begin and length always refer to the text as given.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stakebook::language {

struct Token {
  enum class Kind : unsigned char { word, number, sign };
  Kind kind = Kind::word;
  std::string text;    // "anniversary", "14286", "6.25", ",", "\"" for any double quote
  std::string suffix;  // of a number: "st", "nd", "rd", "th"
  std::size_t begin = 0;
  std::size_t length = 0;
  bool spaced = false;   // white space stands before it
  bool joined = false;   // a hyphen without spaces stands before it
  bool capital = false;  // it begins with a capital letter
  bool grouped = false;  // a number written with commas
};

std::vector<Token> tokenize(std::string_view text);

// The sentences of a text. A full stop ends one unless it belongs to an abbreviation ("Inc.",
// "Feb.").
std::vector<std::span<const Token>> sentences(std::span<const Token> tokens);

class Cursor {
 public:
  explicit Cursor(std::span<const Token> tokens, std::size_t position = 0)
      : tokens_(tokens), position_(position) {}

  bool at_end() const { return position_ >= tokens_.size(); }
  std::size_t position() const { return position_; }
  void move_to(std::size_t position) { position_ = position; }
  void advance() { ++position_; }
  std::span<const Token> tokens() const { return tokens_; }
  // The token `ahead` places on (or back, where negative); an empty sign outside the text.
  const Token& peek(int ahead = 0) const;
  bool is(std::string_view text, int ahead = 0) const { return peek(ahead).text == text; }
  bool is_any(std::initializer_list<std::string_view> texts, int ahead = 0) const;
  bool is_number(int ahead = 0) const { return peek(ahead).kind == Token::Kind::number; }

  // Reads `pattern` and moves past it, or stays: words apart by blanks, each "a|b|c" for one of
  // them, with a final "?" where it may be missing: accept("on|as_of? the? grant date|day").
  bool accept(std::string_view pattern);

 private:
  std::span<const Token> tokens_;
  std::size_t position_ = 0;
};

// Whether `word` is one of the words of `list`, which are apart by blanks.
bool in_list(std::string_view word, std::string_view list);

}  // namespace stakebook::language
