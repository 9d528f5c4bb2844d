#include "reconcile/split_ratio.h"

#include <algorithm>
#include <array>

#include "vesting/number_words.h"
#include "vesting/token.h"

namespace stakebook {
namespace {

using language::Cursor;
using language::Token;

constexpr std::int64_t whole_ratio_max = 50;
// Others that companies choose: 3-for-2, a ten percent stock dividend.
constexpr std::array<std::pair<std::int64_t, std::int64_t>, 14> odd_ratios = {{{3, 2},
                                                                               {4, 3},
                                                                               {5, 2},
                                                                               {5, 3},
                                                                               {5, 4},
                                                                               {6, 5},
                                                                               {7, 5},
                                                                               {8, 5},
                                                                               {11, 10},
                                                                               {21, 20},
                                                                               {23, 20},
                                                                               {103, 100},
                                                                               {1, 100},
                                                                               {1, 200}}};

const std::vector<Ratio>& usual_ratios() {
  static const std::vector<Ratio> ratios = [] {
    std::vector<Ratio> all;
    for (std::int64_t n = 2; n <= whole_ratio_max; ++n) all.emplace_back(n);
    for (const auto& [above, below] : odd_ratios) all.emplace_back(above, below);
    for (std::int64_t n = 2; n <= whole_ratio_max; ++n) all.emplace_back(1, n);
    return all;
  }();
  return ratios;
}

std::optional<std::int64_t> read_part(Cursor& cursor) {
  if (cursor.accept("a") || cursor.accept("an")) return 1;
  const auto number = language::read_cardinal(cursor);
  return number ? std::optional<std::int64_t>(*number) : std::nullopt;
}

// "3-for-1", "three for one", "4:1".
std::optional<Ratio> read_ratio(Cursor& cursor, bool is_reverse) {
  const std::size_t start = cursor.position();
  const auto above = read_part(cursor);
  if (above && (cursor.accept("for") || cursor.accept(":"))) {
    const auto below = read_part(cursor);
    if (below) {
      const Ratio ratio(*above, *below);
      // "a reverse split of 20:1" is one new for twenty old.
      return is_reverse && ratio > Ratio(1) ? ratio.inverse() : ratio;
    }
  }
  cursor.move_to(start);
  return std::nullopt;
}

// "5% stock dividend": 21 new for 20 old.
std::optional<Ratio> read_dividend(Cursor& cursor) {
  const std::size_t start = cursor.position();
  const auto percent = language::read_fraction(cursor);
  if (percent && cursor.accept("stock|share dividend")) return Ratio(1) + percent->value;
  cursor.move_to(start);
  return std::nullopt;
}

bool has(std::span<const Token> sentence, std::string_view words) {
  return std::any_of(sentence.begin(), sentence.end(), [&](const Token& token) {
    return token.kind == Token::Kind::word && language::in_list(token.text, words);
  });
}

}  // namespace

bool is_ratio_between(Ratio ratio, Shares before, Shares after) {
  const Decimal exact = ratio.of(before.amount(), 4, Rounding::half_up);
  if (exact == after.amount()) return true;
  if (!before.amount().is_integer() || !after.amount().is_integer() || exact.is_integer()) {
    return false;
  }
  return after.amount() == exact.rounded(0, Rounding::floor) ||
         after.amount() == exact.rounded(0, Rounding::ceiling);
}

std::optional<Ratio> ratio_between(Shares before, Shares after) {
  if (!before.is_positive() || !after.is_positive()) return std::nullopt;
  for (const Ratio& ratio : usual_ratios()) {
    if (is_ratio_between(ratio, before, after)) return ratio;
  }
  return std::nullopt;
}

std::vector<StatedRatio> stated_ratios(std::string_view text) {
  std::vector<StatedRatio> result;
  const std::vector<Token> tokens = language::tokenize(text);
  for (const std::span<const Token> sentence : language::sentences(tokens)) {
    if (!has(sentence, "split splits dividend dividends")) continue;
    const std::size_t begin = sentence.front().begin;
    const std::size_t length = sentence.back().begin + sentence.back().length - begin;
    Cursor cursor(sentence);
    while (!cursor.at_end()) {
      auto ratio = read_ratio(cursor, has(sentence, "reverse"));
      if (!ratio) ratio = read_dividend(cursor);
      if (!ratio) {
        cursor.advance();
      } else if (*ratio != Ratio(1) && !ratio->is_zero()) {
        result.push_back({*ratio, std::string(text.substr(begin, length))});
      }
    }
  }
  return result;
}

std::string ratio_in_words(Ratio ratio) {
  return std::to_string(ratio.numerator()) + "-for-" + std::to_string(ratio.denominator());
}

}  // namespace stakebook
