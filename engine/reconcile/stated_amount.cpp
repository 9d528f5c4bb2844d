#include "reconcile/stated_amount.h"

#include <algorithm>

#include "vesting/number_words.h"
#include "vesting/token.h"

namespace stakebook {
namespace {

using language::Cursor;
using language::Token;

constexpr std::string_view acquired_words =
    "acquired purchased received accrued credited reinvested reinvestment accumulated accumulation "
    "transferred distributed distribution issued contributed allocated acquisition purchase "
    "receipt";
constexpr std::string_view disposed_words =
    "forfeited forfeiture cancelled canceled cancellation surrendered excludes excluding expired "
    "lapsed transferred distributed distribution contributed withheld disposed";
constexpr std::string_view balance_words =
    "includes include including included reflects reflect reflecting excludes adjusted";
constexpr std::string_view unit_words = "share shares unit units rsu rsus";
constexpr std::string_view form_words = "form directly indirectly pecuniary";
constexpr std::string_view move_words =
    "transferred transfer contributed contribution distributed distribution change changes";
constexpr std::string_view plan_words =
    "plan espp drip 401 reinvestment reinvested dividend dividends";

// How many words may stand between a number and what it counts: "312 additional Class A shares".
constexpr int words_between_max = 5;

bool has_any(std::span<const Token> sentence, std::string_view list) {
  return std::any_of(sentence.begin(), sentence.end(), [&](const Token& token) {
    return token.kind != Token::Kind::sign && language::in_list(token.text, list);
  });
}

// A cardinal, or digits that are neither a price, a percentage nor a part of a date.
std::optional<Decimal> read_amount(Cursor& cursor) {
  if (cursor.is("$", -1) || cursor.is("/", -1) || cursor.is("rule", -1)) return std::nullopt;
  if (cursor.is_number()) return language::read_digits(cursor);
  const auto words = language::read_cardinal(cursor);
  return words ? std::optional(Decimal(*words)) : std::nullopt;
}

bool counts_shares(Cursor cursor) {
  for (int i = 0; i < words_between_max && !cursor.at_end(); ++i, cursor.advance()) {
    if (cursor.peek().kind != Token::Kind::word) return false;
    if (language::in_list(cursor.peek().text, unit_words)) return true;
    if (language::in_list(cursor.peek().text, "for to per")) return false;
  }
  return false;
}

std::vector<Decimal> amounts_of(std::span<const Token> sentence) {
  std::vector<Decimal> amounts;
  Cursor cursor(sentence);
  while (!cursor.at_end()) {
    const std::size_t start = cursor.position();
    const auto amount = read_amount(cursor);
    if (!amount || cursor.position() == start) {
      cursor.move_to(start + 1);
    } else if (counts_shares(cursor)) {
      amounts.push_back(*amount);
    }
  }
  return amounts;
}

std::string written(std::string_view text, std::span<const Token> sentence) {
  const std::size_t begin = sentence.front().begin;
  const std::size_t end = sentence.back().begin + sentence.back().length;
  return std::string(text.substr(begin, end - begin));
}

}  // namespace

std::vector<StatedAmount> stated_amounts(std::string_view text) {
  std::vector<StatedAmount> result;
  const std::vector<Token> tokens = language::tokenize(text);
  for (const std::span<const Token> sentence : language::sentences(tokens)) {
    if (sentence.empty()) continue;
    for (const Decimal amount : amounts_of(sentence)) {
      StatedAmount stated;
      stated.amount = Shares(amount);
      stated.acquired = has_any(sentence, acquired_words);
      stated.disposed = has_any(sentence, disposed_words);
      stated.balance = has_any(sentence, balance_words);
      stated.fractions = has_any(sentence, "fraction fractions fractional");
      stated.form = has_any(sentence, form_words) && has_any(sentence, move_words);
      stated.planned = has_any(sentence, plan_words);
      stated.sentence = written(text, sentence);
      result.push_back(std::move(stated));
    }
  }
  return result;
}

}  // namespace stakebook
