#include "vesting/token.h"

#include <algorithm>
#include <array>

#include "value/text.h"

namespace stakebook::language {
namespace {

constexpr std::string_view abbreviations =
    "inc no nos mr mrs ms dr jr sr co corp ltd llc lp vs approx jan feb mar apr jun jul aug sep "
    "sept "
    "oct nov dec st u s n v a l p";

struct Spelling {
  std::string_view bytes;
  char meant;
};
// UTF-8 punctuation that typists use for ASCII's.
constexpr std::array<Spelling, 8> spellings = {{{"\xE2\x80\x98", '\''},
                                                {"\xE2\x80\x99", '\''},
                                                {"\xE2\x80\x9C", '"'},
                                                {"\xE2\x80\x9D", '"'},
                                                {"\xE2\x80\x93", '-'},
                                                {"\xE2\x80\x94", '-'},
                                                {"\xE2\x80\x91", '-'},
                                                {"\xC2\xA0", ' '}}};

struct Character {
  char meant = 0;
  std::size_t length = 1;
};

Character character_at(std::string_view text, std::size_t position) {
  if (static_cast<unsigned char>(text[position]) < 0x80) return {text[position], 1};
  for (const Spelling& spelling : spellings) {
    if (text.substr(position, spelling.bytes.size()) == spelling.bytes) {
      return {spelling.meant, spelling.bytes.size()};
    }
  }
  return {text[position], 1};
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {}

  std::vector<Token> run() {
    while (position_ < text_.size()) step();
    return std::move(tokens_);
  }

 private:
  char meant(std::size_t at) const {
    return at < text_.size() ? character_at(text_, at).meant : ' ';
  }

  void step() {
    const Character next = character_at(text_, position_);
    if (is_space(next.meant)) {
      position_ += next.length;
      spaced_ = true;
    } else if (is_letter(next.meant)) {
      word();
    } else if (is_digit(next.meant) || (next.meant == '.' && is_digit(meant(position_ + 1)))) {
      number();
    } else if (next.meant == '-' && !spaced_ && !tokens_.empty() &&
               tokens_.back().kind != Token::Kind::sign && joins(position_ + next.length)) {
      position_ += next.length;
      joined_ = true;
    } else {
      sign(next);
    }
  }

  bool joins(std::size_t at) const { return is_letter(meant(at)) || is_digit(meant(at)); }

  void push(Token token) {
    token.length = position_ - token.begin;
    token.spaced = spaced_;
    token.joined = joined_;
    spaced_ = joined_ = false;
    tokens_.push_back(std::move(token));
  }

  void sign(Character next) {
    Token token;
    token.kind = Token::Kind::sign;
    token.begin = position_;
    token.text = std::string(1, next.meant);
    position_ += next.length;
    push(std::move(token));
  }

  void word() {
    Token token;
    token.begin = position_;
    token.capital = text_[position_] >= 'A' && text_[position_] <= 'Z';
    while (position_ < text_.size()) {
      const Character next = character_at(text_, position_);
      if (next.meant == '\'') {
        const char after = meant(position_ + next.length);
        const char later = meant(position_ + next.length + 1);
        if (lower(after) == 's' && !is_letter(later)) {
          position_ += next.length + 1;
          break;
        }
        if (!is_letter(after)) {
          if (token.text.ends_with('s')) position_ += next.length;
          break;
        }
      } else if (!is_letter(next.meant)) {
        break;
      } else {
        token.text.push_back(lower(next.meant));
      }
      position_ += next.length;
    }
    push(std::move(token));
  }

  void number() {
    Token token;
    token.kind = Token::Kind::number;
    token.begin = position_;
    bool point = false;
    while (position_ < text_.size()) {
      const char next = text_[position_];
      if (is_digit(next)) {
        token.text.push_back(next);
      } else if (next == ',' && !point && thousand_follows()) {
        token.grouped = true;
      } else if (next == '.' && !point && is_digit(meant(position_ + 1))) {
        point = true;
        token.text.push_back(next);
      } else {
        break;
      }
      ++position_;
    }
    for (const std::string_view suffix : {"st", "nd", "rd", "th"}) {
      if (same_ignoring_case(text_.substr(position_, 2), suffix) &&
          !is_letter(meant(position_ + 2))) {
        token.suffix = suffix;
        position_ += 2;
        break;
      }
    }
    push(std::move(token));
  }

  // Exactly three digits after the comma: "14,286", not "31, 2008" nor "6,1".
  bool thousand_follows() const {
    return is_digit(meant(position_ + 1)) && is_digit(meant(position_ + 2)) &&
           is_digit(meant(position_ + 3)) && !is_digit(meant(position_ + 4));
  }

  std::string_view text_;
  std::size_t position_ = 0;
  bool spaced_ = false;
  bool joined_ = false;
  std::vector<Token> tokens_;
};

bool ends_sentence(std::span<const Token> tokens, std::size_t i) {
  if (tokens[i].text != "." || tokens[i].kind != Token::Kind::sign) return false;
  if (i + 1 == tokens.size()) return true;
  const Token& next = tokens[i + 1];
  const bool opens = next.capital || next.kind != Token::Kind::word;
  if (!next.spaced || !opens || next.text == "," || next.text == ")") return false;
  if (i == 0 || tokens[i - 1].kind != Token::Kind::word) return true;
  const Token& before = tokens[i - 1];
  if (before.text.size() == 1 || in_list(before.text, abbreviations)) {
    // "... of Example Inc. The option vests": an article opens a sentence all the same.
    return in_list(next.text, "the these this each such upon one");
  }
  return true;
}

// Whether `text` is the alternative that begins at `at` of a pattern: "day" at 5 of "date|day?".
bool stands_at(std::string_view pattern, std::size_t at, std::string_view text) {
  if (!pattern.substr(at).starts_with(text)) return false;
  pattern.remove_prefix(at + text.size());
  return pattern.empty() || pattern.front() == ' ' || pattern.front() == '|' || pattern == "?" ||
         pattern.starts_with("? ");
}

}  // namespace

std::vector<Token> tokenize(std::string_view text) { return Tokenizer(text).run(); }

std::vector<std::span<const Token>> sentences(std::span<const Token> tokens) {
  std::vector<std::span<const Token>> result;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!ends_sentence(tokens, i)) continue;
    if (i > begin) result.push_back(tokens.subspan(begin, i - begin));
    begin = i + 1;
  }
  if (begin < tokens.size()) result.push_back(tokens.subspan(begin));
  return result;
}

const Token& Cursor::peek(int ahead) const {
  static const Token outside{Token::Kind::sign, {}, {}, 0, 0, true, false, false, false};
  const auto at = static_cast<std::ptrdiff_t>(position_) + ahead;
  if (at < 0 || at >= static_cast<std::ptrdiff_t>(tokens_.size())) return outside;
  return tokens_[static_cast<std::size_t>(at)];
}

bool Cursor::is_any(std::initializer_list<std::string_view> texts, int ahead) const {
  return std::find(texts.begin(), texts.end(), peek(ahead).text) != texts.end();
}

bool Cursor::accept(std::string_view pattern) {
  // One pass over the pattern: most calls fail at its first element, and there are very many of
  // them, so a text is compared only where its first letter fits.
  std::size_t at = position_;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const std::string_view text =
        at < tokens_.size() ? std::string_view(tokens_[at].text) : std::string_view();
    const char first = text.empty() ? ' ' : text.front();
    const std::size_t element = i;
    bool found = false;
    for (bool begins = true; i < pattern.size() && pattern[i] != ' '; ++i) {
      if (begins && pattern[i] == first) found = found || stands_at(pattern, i, text);
      begins = pattern[i] == '|';
    }
    const bool may_be_missing = i - element > 1 && pattern[i - 1] == '?';
    if (found) {
      ++at;
    } else if (!may_be_missing) {
      return false;
    }
  }
  position_ = at;
  return true;
}

bool in_list(std::string_view word, std::string_view list) {
  if (word.empty()) return false;
  for (std::size_t at = list.find(word); at != std::string_view::npos;
       at = list.find(word, at + 1)) {
    const bool begins = at == 0 || list[at - 1] == ' ';
    const std::size_t end = at + word.size();
    if (begins && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

}  // namespace stakebook::language
