// The verbs of vesting, told from the nouns and adjectives of the same words: "vest", "shall become
// vested and exercisable", "will lapse"; not "upon vesting", "unvested", "exercisable for one
// share".
#include "vesting/phrase.h"

namespace stakebook::language {
namespace {

constexpr std::string_view auxiliaries =
    "will shall is are was were has have had been be become becomes became becoming scheduled to "
    "and "
    "also previously expected continue continues generally immediately fully currently presently "
    "now "
    "originally initially each both";
constexpr std::string_view cores =
    "vest vests vested vesting exercisable nonforfeitable lapse lapses lapsed lapsing";
constexpr std::string_view companions =
    "settle settles settled convert converts converted payable deliverable delivered distributed "
    "distributes released release earned exercised";
// After these "vesting" is a noun and "vested" an adjective.
constexpr std::string_view before_a_noun =
    "upon the such accelerated on of by for to its their his her full before after applicable that "
    "subject prior any time service further future relevant early no until each through";
constexpr std::string_view after_vesting =
    "date dates of schedule commencement period periods condition conditions requirement "
    "requirements "
    "term terms provisions event start conditions tranche percentage percentages criteria is";
constexpr std::string_view after_vested =
    "options option shares share units rsus rsu awards award stock portion restricted deferred "
    "securities performance dsus";
constexpr std::string_view after_exercisable = "for into securities at or";

bool is_nominal(const Cursor& cursor) {
  if (cursor.peek(-1).joined && cursor.is_any({"un", "non"}, -1)) return true;
  const std::string& before = cursor.peek(-1).text;
  const std::string& after = cursor.peek(1).text;
  if (cursor.is("vesting")) return in_list(before, before_a_noun) || in_list(after, after_vesting);
  if (cursor.is("vested")) return in_list(after, after_vested) || before == "not";
  if (cursor.is("vest") || cursor.is("vests")) return before == "not" || before == "could";
  if (cursor.is("exercisable")) {
    if (after == "at" && cursor.is("any", 2)) return false;  // "exercisable at any time"
    return in_list(after, after_exercisable) || before == "early";
  }
  return false;
}

// "vest and settle in shares of Class A common stock".
void read_companions(Cursor& cursor) {
  while (true) {
    const std::size_t start = cursor.position();
    cursor.accept("and|or");
    while (in_list(cursor.peek().text, "become becomes became be are is")) cursor.advance();
    if (!in_list(cursor.peek().text, companions) ||
        (cursor.position() == start && !cursor.is("convert"))) {
      cursor.move_to(start);
      break;
    }
    cursor.advance();
    cursor.accept("in|into|to shares? of? the? company|issuer? class? a|b? common stock|shares");
  }
}

}  // namespace

std::optional<Verb> read_verb(Cursor& cursor) {
  const std::size_t start = cursor.position();
  Verb verb;
  if (cursor.accept("and? is|are|remains|remain? exercisable until|through")) return std::nullopt;
  if (cursor.accept("vesting will|shall? occur|occurs")) {
    verb.vests = true;
    return verb;
  }
  bool core = false;
  bool future = false;
  bool stative = false;
  std::size_t end = start;
  while (!cursor.at_end()) {
    const std::string& word = cursor.peek().text;
    if (in_list(word, cores)) {
      if (is_nominal(cursor)) break;
      core = true;
      verb.vests = verb.vests || word != "exercisable";
      verb.past = verb.past || word == "vested" || word == "lapsed";
      stative = stative || word == "vested" || word == "exercisable";
      cursor.advance();
      end = cursor.position();
      read_companions(cursor);
      if (cursor.position() > end) end = cursor.position();
      cursor.move_to(end);
      if (word == "exercisable" && cursor.accept("at any time")) {
        verb.emphatic = true;
        end = cursor.position();
      }
      // "immediately" after the verb says when.
      if (!cursor.is("and") && !cursor.is_any({"or", ","})) break;
      if (cursor.is(",")) break;
      continue;
    }
    if (cursor.accept("100 %") || cursor.accept("100 percent")) {
      verb.emphatic = true;
      continue;
    }
    if (!in_list(word, auxiliaries)) break;
    future = future || in_list(word, "will shall to");
    verb.being = verb.being || in_list(word, "is are was were been became");
    verb.past = verb.past || word == "became";
    verb.emphatic = verb.emphatic || in_list(word, "fully immediately currently presently now");
    cursor.advance();
  }
  if (!core) {
    cursor.move_to(start);
    return std::nullopt;
  }
  cursor.move_to(end);
  verb.being = verb.being && stative && !future;
  verb.past = verb.past && !future;
  return verb;
}

}  // namespace stakebook::language
