#include "vesting/phrase.h"

namespace stakebook::language {
namespace {

constexpr std::string_view unit_words =
    "the this these those such its their an a said of which total aggregate whole entire number "
    "amount "
    "original originally initial initially subject to underlying covered by represented under "
    "shares "
    "share stock stocks common class b options option optioned unit units rsu rsus restricted "
    "award "
    "awards awarded grant granted reported herein warrant warrants securities non qualified "
    "qualified "
    "nonqualified nonstatutory statutory incentive employee director deferred phantom purchase "
    "right "
    "rights sar sars appreciation ads adss american depositary ordinary time based service voting "
    "performance_none company issuer corporation then portion remaining unvested remainder balance";
constexpr std::string_view unit_nouns =
    "shares share stock options option unit units rsu rsus award awards grant warrant warrants "
    "securities rights sar sars which ads adss portion remainder balance";
constexpr std::string_view after_a_count =
    "on vest vests vested vesting exercisable became become becomes "
    "will shall are were each is was";

bool begins_reference(const Cursor& cursor) {
  Cursor ahead = cursor;
  ahead.accept("of?");
  return ahead.accept("the|such? grant date") || ahead.accept("the|such? date of") ||
         ahead.accept("the? award date") || ahead.accept("the? first|second|third");
}

// "options to purchase", "of the shares": a noun must be among the words.
std::optional<Units> read_noun_phrase(Cursor& cursor) {
  const std::size_t start = cursor.position();
  Units units;
  bool noun = false;
  while (!cursor.at_end() && in_list(cursor.peek().text, unit_words) && !begins_reference(cursor)) {
    // "subject to" goes on only towards the award; towards a condition it is another phrase.
    if (cursor.is("subject") &&
        !cursor.is_any(
            {"the", "this", "such", "these", "option", "each", "an", "a", "stock", "award"}, 2)) {
      break;
    }
    if (cursor.is("to") &&
        !cursor.is_any({"subject", "option", "options", "right", "rights", "warrant", "warrants"},
                       -1)) {
      break;
    }
    noun = noun || in_list(cursor.peek().text, unit_nouns);
    units.of_remainder =
        units.of_remainder || cursor.is_any({"remaining", "unvested", "remainder", "balance"});
    cursor.advance();
  }
  cursor.accept("in this|the|such grant|award");
  if (noun) return units;
  cursor.move_to(start);
  return std::nullopt;
}

// What follows a fraction: "of the shares", "of the 892,500 shares subject to the option".
void read_whole(Cursor& cursor, Amount& amount) {
  const std::size_t start = cursor.position();
  if (cursor.accept("of")) {
    cursor.accept("the|such|these|an? aggregate|total|original?");
    if (const auto total = read_digits(cursor); total && read_noun_phrase(cursor)) {
      amount.total = total;
      return;
    }
    cursor.move_to(start);
  }
  if (const auto units = read_noun_phrase(cursor)) amount.of_remainder = units->of_remainder;
}

std::optional<Decimal> read_count(Cursor& cursor) {
  const std::size_t start = cursor.position();
  if (cursor.is("$", -1)) return std::nullopt;
  const auto count = read_digits(cursor);
  if (count) {
    if (read_noun_phrase(cursor)) return count;
    if (in_list(cursor.peek().text, after_a_count)) return count;
    // "39,422 and 39,423 shares": the noun comes after the last.
    if (cursor.is("and") && cursor.is_number(1)) return count;
  }
  cursor.move_to(start);
  return std::nullopt;
}

std::optional<Amount> read_rest(Cursor& cursor) {
  Amount amount;
  if (cursor.accept("the? remainder|balance|rest")) {
    amount.rest = true;
    if (cursor.accept("of")) read_noun_phrase(cursor);
    return amount;
  }
  if (!cursor.accept("the? remaining|final")) return std::nullopt;
  amount.remaining = true;
  if ((amount.fraction = read_fraction(cursor))) {
    const bool final_part = cursor.accept("of the? remainder|remaining");
    if (final_part) return std::nullopt;
    read_whole(cursor, amount);
    return amount;
  }
  if ((amount.count = read_count(cursor))) return amount;
  amount.rest = true;
  if (!read_noun_phrase(cursor)) return std::nullopt;
  return amount;
}

std::optional<Amount> read_whole_amount(Cursor& cursor) {
  Amount amount;
  amount.whole = true;
  if (cursor.accept("in full") || cursor.accept("in its|their entirety")) return amount;
  if (!cursor.accept("all")) return std::nullopt;
  if (!cursor.accept("of which")) read_whole(cursor, amount);
  return amount;
}

std::optional<Amount> read_any(Cursor& cursor) {
  if (auto rest = read_rest(cursor)) return rest;
  cursor.accept("an additional|further");
  cursor.accept("additional");
  cursor.accept("an aggregate of");
  Amount amount;
  if ((amount.fraction = read_fraction(cursor))) {
    amount.whole = amount.fraction->value == Ratio(1);
    read_whole(cursor, amount);
  } else if (!(amount.count = read_count(cursor))) {
    return read_whole_amount(cursor);
  }
  // "1/3 each on", not "5% each three months".
  if (cursor.is("each") && cursor.is("on", 1)) amount.each = cursor.accept("each");
  return amount;
}

}  // namespace

std::optional<Units> read_units(Cursor& cursor) { return read_noun_phrase(cursor); }

std::optional<Amount> read_amount(Cursor& cursor) {
  const std::size_t start = cursor.position();
  auto amount = read_any(cursor);
  if (!amount) cursor.move_to(start);
  return amount;
}

}  // namespace stakebook::language
