#include "vesting/sentence.h"

#include <algorithm>

#include "vesting/statements.h"

namespace stakebook::language {
namespace {

bool holds(std::span<const Token> tokens, std::string_view list) {
  return std::any_of(tokens.begin(), tokens.end(),
                     [&](const Token& token) { return in_list(token.text, list); });
}

constexpr std::string_view vesting_words =
    "vest vests vested vesting unvested exercisable nonforfeitable lapse lapses lapsed lapsing";
constexpr std::string_view event_words =
    "death disability dies disabled retirement retires retire terminates terminated termination "
    "terminate forfeited forfeit forfeiture merger acquisition accelerate accelerated accelerates "
    "acceleration";
constexpr std::string_view delivery_words =
    "delivered delivery deliver settled settlement settle paid payable payment distributed "
    "distribution "
    "distributions issued issuable sold interest price dividend dividends";
// In a sentence that says how things stand, these say that they do not yet.
constexpr std::string_view undoing_words =
    "if unless until earlier earliest later event not unvested upon when will shall would";

bool is_undone(std::span<const Token> tokens) {
  if (holds(tokens, undoing_words)) return true;
  for (Cursor cursor(tokens); !cursor.at_end(); cursor.advance()) {
    if (cursor.is("except") && !cursor.is("as", 1)) return true;
  }
  return false;
}

bool speaks_of_control(std::span<const Token> tokens) {
  Cursor cursor(tokens);
  for (; !cursor.at_end(); cursor.advance()) {
    if (cursor.accept("change in|of control") || cursor.accept("corporate transaction"))
      return true;
  }
  return false;
}

struct Signs {
  bool fraction = false;  // a part, less than the whole
  bool when = false;      // instalments, anniversaries, frequencies, dates
  bool counted_when = false;
  bool amount = false;   // "the remainder"
  bool counted = false;  // a count stands before a verb: "5,000 of the options are vested"
  bool verb = false;
  bool being = true;  // every verb says how things stand
  bool at = false;
  bool emphatic = false;
};

Signs signs_of(std::span<const Phrase> phrases) {
  Signs signs;
  bool count_before = false;
  for (const Phrase& phrase : phrases) {
    const Content& content = phrase.content;
    if (const auto* amount = std::get_if<Amount>(&content)) {
      count_before = amount->count.has_value();
      signs.amount = signs.amount || amount->rest || amount->remaining;
      if (amount->fraction && amount->fraction->value < Ratio(1)) signs.fraction = true;
    } else if (const auto* installments = std::get_if<Installments>(&content)) {
      if (installments->count || installments->fraction) signs.counted_when = true;
      if (installments->period || installments->equal) signs.counted_when = true;
    } else if (const auto* verb = std::get_if<Verb>(&content)) {
      signs.verb = true;
      signs.counted = signs.counted || count_before;
      signs.being = signs.being && verb->being;
      signs.emphatic = signs.emphatic || verb->emphatic;
    } else if (std::holds_alternative<At>(content) ||
               std::holds_alternative<Immediately>(content)) {
      signs.at = true;
    } else if (std::holds_alternative<Dates>(content) || std::holds_alternative<End>(content)) {
      signs.when = true;
    } else if (std::holds_alternative<Anniversaries>(content) ||
               std::holds_alternative<Frequency>(content)) {
      signs.counted_when = true;
    }
    if (std::holds_alternative<Unknown>(content)) count_before = false;
  }
  signs.when = signs.when || signs.counted_when;
  return signs;
}

bool is_state(const Sentence& sentence, const Signs& signs) {
  if (is_undone(sentence.tokens) || signs.fraction || signs.amount || signs.counted) return false;
  const bool dated = std::any_of(
      sentence.clauses.clauses.begin(), sentence.clauses.clauses.end(), [](const Clause& clause) {
        return (clause.dates && !clause.dates->as_of) || clause.anniversaries ||
               clause.installments || clause.frequency || clause.duration || clause.start ||
               clause.end;
      });
  if (dated) return false;
  if (signs.verb && signs.being && (signs.emphatic || signs.at)) return true;
  // "Represents fully vested shares of restricted stock".
  Cursor cursor(sentence.tokens);
  return !sentence.clauses.has_verb && cursor.accept("represents|reflects fully vested");
}

Sentence read_sentence(std::span<const Token> tokens) {
  Sentence sentence;
  sentence.tokens = tokens;
  const std::vector<Phrase> phrases = read_phrases(tokens);
  const Signs signs = signs_of(phrases);
  if (!holds(tokens, vesting_words)) {
    if ((signs.fraction || signs.amount) && signs.when && !holds(tokens, delivery_words)) {
      sentence.kind = Sentence::Kind::fragment;
      sentence.reason = "a part and a time are named without saying what happens then";
    }
    return sentence;
  }
  sentence.clauses = read_clauses(tokens, phrases);
  const bool event = holds(tokens, event_words) || speaks_of_control(tokens);
  if (is_state(sentence, signs)) {
    sentence.kind = Sentence::Kind::state;
  } else if (!sentence.clauses.has_verb) {
    sentence.kind = Sentence::Kind::mention;
    const bool counted = signs.fraction || signs.counted_when;
    const bool negated = signs.when && holds(tokens, "not until unless");
    if ((counted && !holds(tokens, delivery_words)) || negated) {
      sentence.kind = Sentence::Kind::unread;
      sentence.reason = "vesting is described in words that are not understood";
    }
  } else if (event && !signs.when && (!signs.fraction || speaks_of_control(tokens))) {
    sentence.kind = Sentence::Kind::side;
  } else if (!sentence.clauses.fault.empty()) {
    sentence.kind = Sentence::Kind::unread;
    sentence.reason = sentence.clauses.fault;
  } else if (sentence.clauses.clauses.empty()) {
    // "the settlement of awards that vested"
    sentence.kind = sentence.clauses.past ? Sentence::Kind::mention : Sentence::Kind::unread;
    sentence.reason = "when it vests is not said";
  } else {
    sentence.kind = Sentence::Kind::schedule;
  }
  return sentence;
}

// Where a proviso begins; the sentence's end where there is none.
std::size_t proviso_in(std::span<const Token> sentence) {
  for (std::size_t i = 1; i < sentence.size(); ++i) {
    Cursor cursor(sentence, i);
    if (cursor.accept("provided , however") || cursor.accept("provided however") ||
        cursor.accept("provided , further") || cursor.accept("provided further")) {
      // A proviso of service belongs to its sentence: "provided, however, that he is employed".
      const auto rest = sentence.subspan(i);
      if (holds(rest, event_words) || speaks_of_control(rest) || holds(rest, vesting_words))
        return i;
    }
  }
  return sentence.size();
}

}  // namespace

std::vector<Sentence> read_sentences(std::string_view text, std::span<const Token> tokens) {
  std::vector<Sentence> result;
  for (const auto sentence : sentences(tokens)) {
    if (!read_statements(text, sentence).empty()) {
      result.push_back({Sentence::Kind::mention, sentence, {}, {}});
      continue;
    }
    const std::size_t proviso = proviso_in(sentence);
    result.push_back(read_sentence(sentence.first(proviso)));
    if (proviso < sentence.size()) result.push_back(read_sentence(sentence.subspan(proviso)));
  }
  return result;
}

std::string condition_in(std::span<const Token> tokens) {
  constexpr std::string_view single =
      "milestone milestones tsr objective objectives goal goals metric metrics liquidity hurdle "
      "hurdles "
      "achievement attainment attained achieved approval psu psus prsu prsus pbrsu pbrsus msu msus "
      "interpolated ebitda "
      "earned target payout threshold";
  for (Cursor cursor(tokens); !cursor.at_end(); cursor.advance()) {
    const std::string& word = cursor.peek().text;
    if (in_list(word, single)) return word;
    if (word == "performance") {
      // The name of a plan is no condition: "Omnibus Performance Incentive Plan".
      bool plan = false;
      for (int ahead = 1; ahead <= 4; ++ahead) plan = plan || cursor.is("plan", ahead);
      if (!plan) return word;
    }
    Cursor ahead = cursor;
    if (ahead.accept("earlier|earliest|later|latest to? occur? of")) return word + " of";
    if (ahead.accept("market capitalization|price|condition|conditions"))
      return "market " + tokens[ahead.position() - 1].text;
    if (ahead.accept("shareholder|stockholder return")) return "shareholder return";
    if (ahead.accept("trading days")) return "trading days";
    if (ahead.accept("weighted average")) return "weighted average price";
  }
  return {};
}

}  // namespace stakebook::language
