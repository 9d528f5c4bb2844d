#include "vesting/number_words.h"

#include <array>

#include "value/text.h"

namespace stakebook::language {
namespace {

constexpr std::array<std::string_view, 20> cardinals = {
    "",         "one",     "two",     "three",     "four",     "five",    "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 20> ordinals = {
    "",           "first",     "second",    "third",       "fourth",     "fifth",     "sixth",
    "seventh",    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",   "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"};
constexpr std::array<std::string_view, 10> tens = {"",      "",      "twenty",  "thirty", "forty",
                                                   "fifty", "sixty", "seventy", "eighty", "ninety"};
constexpr std::array<std::string_view, 10> tenths = {
    "",         "",         "twentieth",  "thirtieth", "fortieth",
    "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"};

template <std::size_t Size>
std::optional<int> index_of(const std::array<std::string_view, Size>& words,
                            std::string_view word) {
  for (std::size_t i = 1; i < Size; ++i) {
    if (!words[i].empty() && words[i] == word) return static_cast<int>(i);
  }
  return std::nullopt;
}

bool is_whole(const Token& token) {
  return token.kind == Token::Kind::number && token.text.find('.') == std::string::npos;
}

std::optional<int> cardinal_in_words(Cursor& cursor) {
  if (const auto unit = index_of(cardinals, cursor.peek().text)) {
    cursor.advance();
    return unit;
  }
  const auto ten = index_of(tens, cursor.peek().text);
  if (!ten) return std::nullopt;
  cursor.advance();
  const auto unit = index_of(cardinals, cursor.peek().text);
  if (!unit || *unit > 9) return *ten * 10;
  cursor.advance();
  return *ten * 10 + *unit;
}

std::optional<int> ordinal_in_words(Cursor& cursor) {
  if (const auto unit = index_of(ordinals, cursor.peek().text)) {
    cursor.advance();
    return unit;
  }
  if (const auto ten = index_of(tenths, cursor.peek().text)) {
    cursor.advance();
    return *ten * 10;
  }
  const auto ten = index_of(tens, cursor.peek().text);
  const auto unit = index_of(ordinals, cursor.peek(1).text);
  if (!ten || !unit || *unit > 9) return std::nullopt;
  cursor.move_to(cursor.position() + 2);
  return *ten * 10 + *unit;
}

// What a fraction is parts of: "third", "thirds", "quarter", "forty-eighth".
std::optional<int> read_denominator(Cursor& cursor) {
  if (cursor.accept("half|halves")) return 2;
  if (cursor.accept("quarter|quarters")) return 4;
  const std::size_t start = cursor.position();
  const std::string_view text = cursor.peek().text;
  if (text.ends_with('s')) {  // "two thirds"
    const std::string_view singular = text.substr(0, text.size() - 1);
    const auto unit = index_of(ordinals, singular);
    if (unit && *unit > 2) {
      cursor.advance();
      return unit;
    }
    return std::nullopt;
  }
  const auto denominator = ordinal_in_words(cursor);
  if (denominator && *denominator > 2) return denominator;
  cursor.move_to(start);
  return std::nullopt;
}

// "1/48", "1/48th": not the beginning of a date (7/28/22).
std::optional<Ratio> read_slashed(Cursor& cursor) {
  const Token& numerator = cursor.peek();
  const Token& denominator = cursor.peek(2);
  if (!is_whole(numerator) || !cursor.is("/", 1) || !is_whole(denominator)) return std::nullopt;
  if (cursor.is("/", 3) && cursor.is_number(4)) return std::nullopt;
  const auto above = parse_digits(numerator.text);
  const auto below = parse_digits(denominator.text);
  if (!above || !below || *below == 0 || *above > *below) return std::nullopt;
  cursor.move_to(cursor.position() + 3);
  return Ratio(*above, *below);
}

bool read_percent_sign(Cursor& cursor) {
  return cursor.accept("%") || cursor.accept("percent") || cursor.accept("per cent");
}

std::optional<WrittenFraction> read_percentage(Cursor& cursor) {
  const std::size_t start = cursor.position();
  Decimal percent;
  int decimals = 0;
  if (cursor.is_number() && cursor.peek().suffix.empty()) {
    const std::string text = cursor.peek().text;
    const auto value = Decimal::parse(text);
    if (!value) return std::nullopt;
    percent = *value;
    if (const std::size_t point = text.find('.'); point != std::string::npos) {
      decimals = static_cast<int>(text.size() - point - 1);
    }
    cursor.advance();
  } else if (const auto words = cardinal_in_words(cursor)) {
    percent = *words;
    cursor.accept("and");
  } else {
    return std::nullopt;
  }
  const auto mixed = read_slashed(cursor);  // 33-1/3%
  const auto part = Ratio::between(percent, Decimal(100));
  if (!read_percent_sign(cursor) || !part || percent > Decimal(100)) {
    cursor.move_to(start);
    return std::nullopt;
  }
  return WrittenFraction{mixed ? *part + *mixed * Ratio(1, 100) : *part, decimals};
}

std::optional<WrittenFraction> read_one_fraction(Cursor& cursor) {
  if (const auto percentage = read_percentage(cursor)) return percentage;
  if (const auto slashed = read_slashed(cursor)) return WrittenFraction{*slashed, 0};
  const std::size_t start = cursor.position();
  if (const auto above = cardinal_in_words(cursor)) {
    if (const auto below = read_denominator(cursor); below && *above < *below) {
      return WrittenFraction{Ratio(*above, *below), 0};
    }
  }
  cursor.move_to(start);
  return std::nullopt;
}

}  // namespace

std::optional<int> read_cardinal(Cursor& cursor) {
  std::optional<int> result;
  const std::size_t start = cursor.position();
  if (is_whole(cursor.peek()) && cursor.peek().suffix.empty()) {
    result = parse_digits(cursor.peek().text);
    cursor.advance();
  } else {
    result = cardinal_in_words(cursor);
  }
  if (!result || *result < 1 || *result > 400) {
    cursor.move_to(start);
    return std::nullopt;
  }
  if (cursor.is("(") && cursor.is(")", 2) && cursor.peek(1).text == std::to_string(*result)) {
    cursor.move_to(cursor.position() + 3);
  }
  return result;
}

std::optional<int> read_ordinal(Cursor& cursor) {
  if (cursor.is_number() && !cursor.peek().suffix.empty()) {
    const auto result = parse_digits(cursor.peek().text);
    if (result) cursor.advance();
    return result;
  }
  return ordinal_in_words(cursor);
}

std::optional<Decimal> read_digits(Cursor& cursor) {
  if (!cursor.is_number() || !cursor.peek().suffix.empty()) return std::nullopt;
  const auto result = Decimal::parse(cursor.peek().text);
  if (result) cursor.advance();
  return result;
}

std::optional<WrittenFraction> read_fraction(Cursor& cursor) {
  const std::size_t start = cursor.position();
  auto result = read_one_fraction(cursor);
  if (!result || !cursor.is("(")) return result;
  Cursor restated = cursor;
  restated.advance();
  const auto again = read_one_fraction(restated);
  if (!again || !restated.accept(")")) return result;
  if (again->value != result->value) {
    cursor.move_to(start);
    return std::nullopt;
  }
  cursor = restated;
  return result;
}

}  // namespace stakebook::language
