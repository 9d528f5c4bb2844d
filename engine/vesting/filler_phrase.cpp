// What stands beside a schedule without changing it: service, acceleration, plan terms, list marks.
//
// Each kind is a bag of words: a phrase that begins with one of its openings, goes on over its
// words, and holds one of the words it needs. A word outside the bag ends it, and is then read,
// or refused, as any other.
#include <array>

#include "vesting/phrase.h"

namespace stakebook::language {
namespace {

struct Bag {
  std::string_view openings;  // patterns, apart by ";"
  std::string_view words;
  std::string_view needed;
};

// "subject to the reporting person's continued service through each vesting date"
constexpr Bag service{
    "subject to;subject , in each case , to;subject in each case to;assuming;provided that?;"
    "provided , that;provided , however , that;contingent upon|on;conditioned upon|on;conditional "
    "upon|on;so|as long as;based on|upon",
    "the reporting person persons his her their its he she they recipient recipient's grantee "
    "holder "
    "optionee participant executive officer continued continuous continuously continuing continues "
    "continue continuation service services serving serve serves employment employed employee "
    "employ "
    "relationship provide provides provision with to for by of in on and or as a an is are be been "
    "remain remains remaining issuer company corporation its subsidiaries subsidiary parent "
    "successor employer affiliates "
    "affiliate through each such the that applicable respective relevant scheduled vesting date "
    "dates "
    "vest director consultant advisor provider status good standing board directors , case until "
    "at "
    "time period anniversary any all members member",
    "service services employment employed serve serves serving provider status director employee"};
// "subject to accelerated vesting under certain circumstances"
constexpr Bag acceleration{
    "subject to;and subject to;subject , in each case , to;with;provided that?;provided , "
    "that;except "
    "that",
    "will shall fully full immediately become vest vests vested exercisable if is are occurrence "
    "merger "
    "sale involuntary good reason without cause accelerates accelerated accelerate acceleration "
    "earlier early vesting of in under upon certain circumstances "
    "events event situations conditions the as provided specified described set forth award "
    "agreement "
    "plan change control death disability retirement termination employment or and a an to other "
    "qualifying following such any , company issuer",
    "accelerated acceleration accelerate accelerates earlier"};
// "subject to the terms and conditions of the underlying award agreement"
constexpr Bag plan_terms{
    "subject to;pursuant to;in accordance with;under;and;in each case subject to",
    "the terms term conditions provisions condition of and an applicable underlying award "
    "agreement "
    "agreements plan grant restricted stock option unit units rsu equity incentive omnibus company "
    "issuer to a its related pursuant under long compensation performance",
    "agreement agreements plan"};

bool read_opening(Cursor& cursor, std::string_view openings) {
  while (!openings.empty()) {
    const std::size_t end = openings.find(';');
    if (cursor.accept(openings.substr(0, end))) return true;
    openings = end == std::string_view::npos ? std::string_view() : openings.substr(end + 1);
  }
  return false;
}

bool read_bag(Cursor& cursor, const Bag& bag) {
  const std::size_t start = cursor.position();
  if (!read_opening(cursor, bag.openings)) return false;
  bool needed = false;
  std::size_t end = start;
  while (!cursor.at_end()) {
    const std::string& text = cursor.peek().text;
    const bool ordinal = cursor.is_any({"first", "second", "third", "fourth", "fifth"});
    if (!in_list(text, bag.words) && !(ordinal && cursor.is("anniversary", 1))) break;
    needed = needed || in_list(text, bag.needed);
    const bool joins = cursor.is_any({",", "and", "or", "to", "the"});
    cursor.advance();
    if (!joins) end = cursor.position();
  }
  cursor.move_to(needed ? end : start);
  return needed;
}

// The longer before the shorter.
constexpr std::array fixed = {
    "as follows :?",
    "in each case",
    "as to",
    "with respect to",
    "with respect to the following",
    "to the extent of",
    "at a|the rate of",
    "on a cumulative basis",
    "in installments",
    "and then",
    "then",
    "and convert|converts into|to shares|share? of? class? a? common stock on? a? one? for? one? "
    "basis?",
    "and settle|settles in|into shares? of? class? a? common stock",
    "and be? settled|distributed|delivered in|into? shares? of? class? a? common stock",
    "( but not distribution )",
    "( based on the original grant amount|size? )",
    "with",
    "at",
    "and",
    "which",
    "that",
    "of",
    "generally",
};

// "(i)", "(a)", "i)", "1)": the mark of a list.
bool read_mark(Cursor& cursor) {
  constexpr std::string_view marks = "i ii iii iv v vi vii a b c d e f x y z 1 2 3 4 5 6 7";
  const std::size_t start = cursor.position();
  cursor.accept("(");
  if (in_list(cursor.peek().text, marks)) {
    cursor.advance();
    if (cursor.accept(")")) return true;
  }
  cursor.move_to(start);
  return false;
}

bool read_rounding(Cursor& cursor) {
  return cursor.accept(
             "( excluding any fractional portion|share|shares less? than? one? share? )") ||
         cursor.accept("( ,? rounded down to the nearest whole share|unit )") ||
         cursor.accept("rounded down to the nearest whole share|unit");
}

}  // namespace

std::optional<Content> read_filler(Cursor& cursor) {
  if (cursor.accept("of the|such|these? remaining unvested? portion?") ||
      cursor.accept("of the unvested")) {
    if (read_units(cursor)) return OfTheRemainder{};
    return std::nullopt;
  }
  if (cursor.accept("of which")) return OfWhich{};
  if (cursor.accept("and|that|which? will|shall? expire|expires|expiring on?") ||
      cursor.accept("and? is|are|remains|remain? exercisable until|through")) {
    if (const auto date = read_date(cursor)) return Expiry{*date};
    return std::nullopt;
  }
  if (read_rounding(cursor)) return RoundedDown{};
  for (const Bag* bag : {&acceleration, &service, &plan_terms}) {
    if (read_bag(cursor, *bag)) return Filler{};
  }
  for (const std::string_view phrase : fixed) {
    if (cursor.accept(phrase)) return Filler{};
  }
  if (read_mark(cursor)) return Filler{};
  const Token& token = cursor.peek();
  if (token.kind == Token::Kind::sign && in_list(token.text, ", ; : ( ) \" - .")) {
    cursor.advance();
    return Filler{};
  }
  return std::nullopt;
}

}  // namespace stakebook::language
