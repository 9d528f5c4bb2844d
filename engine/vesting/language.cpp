#include "vesting/language.h"

#include <algorithm>

#include "value/error.h"
#include "value/text.h"
#include "vesting/expansion.h"
#include "vesting/grant_facts.h"
#include "vesting/resolve.h"
#include "vesting/sentence.h"

namespace stakebook {
namespace {

using language::Clause;
using language::ClauseList;
using language::GrantFacts;
using language::Resolution;
using language::Sentence;
using language::Token;

TermsReading outcome(TermsReading::Outcome outcome, std::string reason) {
  TermsReading reading;
  reading.outcome = outcome;
  reading.reason = std::move(reason);
  return reading;
}

TermsReading not_understood(std::string reason) {
  return outcome(TermsReading::Outcome::not_understood, std::move(reason));
}

Span span_of(std::span<const Token> tokens) {
  const std::size_t begin = tokens.front().begin;
  return {begin, tokens.back().begin + tokens.back().length - begin};
}

std::vector<Span> quotes_of(const std::vector<Sentence>& sentences, Sentence::Kind kind) {
  std::vector<Span> quotes;
  for (const Sentence& sentence : sentences) {
    if (sentence.kind != kind) continue;
    if (kind != Sentence::Kind::schedule) quotes.push_back(span_of(sentence.tokens));
    if (kind != Sentence::Kind::schedule) continue;
    for (const Clause& clause : sentence.clauses.clauses) {
      if (clause.last <= clause.first) continue;
      quotes.push_back(span_of(sentence.tokens.subspan(clause.first, clause.last - clause.first)));
    }
  }
  return quotes;
}

std::vector<Date> dates_of(const VestingTerms& terms) {
  std::vector<Date> dates;
  for (const DatedStep& step : dated_steps(terms)) dates.push_back(step.date);
  return dates;
}

// One schedule told in several sentences: each complete and all alike ("25% on each anniversary.
// ... 1,030 options vest on ..."), or each a part of it ("25% vest on ... . The rest vests
// monthly ...").
Resolution resolve_all(const std::vector<const Sentence*>& schedules, const GrantFacts& facts,
                       const RowContext& row) {
  std::vector<Resolution> alone;
  for (const Sentence* sentence : schedules)
    alone.push_back(resolve(sentence->clauses, facts, row));
  if (alone.size() == 1) return alone[0];
  const bool complete = std::all_of(alone.begin(), alone.end(), [](const Resolution& each) {
    return each.outcome == Resolution::Outcome::terms;
  });
  if (complete) {
    Resolution result = alone[0];
    for (const Resolution& each : alone) {
      if (dates_of(each.terms) != dates_of(alone[0].terms)) {
        Resolution several;
        several.reason = "it tells of several schedules";
        return several;
      }
      if (each.counts) result = each;  // what is counted outranks what is reckoned
    }
    return result;
  }
  ClauseList together;
  for (const Sentence* sentence : schedules) {
    const ClauseList& list = sentence->clauses;
    together.clauses.insert(together.clauses.end(), list.clauses.begin(), list.clauses.end());
    if (list.total && together.total && list.total != together.total) {
      Resolution several;
      several.reason = "it tells of several amounts granted";
      return several;
    }
    if (list.total) together.total = list.total;
    together.of_remainder = together.of_remainder || list.of_remainder;
    if (list.expires) together.expires = list.expires;
    together.rounded_down = together.rounded_down || list.rounded_down;
  }
  return resolve(together, facts, row);
}

// One day on which all of it vested, told in the past tense.
std::optional<Date> day_all_vested(const Resolution& resolution, const Sentence& sentence) {
  const auto steps = dated_steps(resolution.terms);
  if (!sentence.clauses.past || steps.size() != 1) return std::nullopt;
  return steps[0].date;
}

// "The units vested on February 22, 2020" beside a row of that day, or of the days in which its
// tax is withheld and its shares are delivered, tells what the row reports.
bool tells_of_the_row(Date vested, const RowContext& row) {
  if (row.is_grant || !row.transaction_date) return false;
  const int days = *row.transaction_date - vested;
  return days >= 0 && days <= 31;
}

TermsReading read_schedule(const std::vector<Sentence>& sentences, std::span<const Token> tokens,
                           const RowContext& row) {
  const GrantFacts facts = language::read_grant_facts(tokens);
  if (facts.several_dates) return not_understood("it tells of several grants");
  std::vector<const Sentence*> schedules;
  for (const Sentence& sentence : sentences) {
    if (sentence.kind == Sentence::Kind::schedule) schedules.push_back(&sentence);
  }
  Resolution resolution = resolve_all(schedules, facts, row);
  TermsReading reading;
  reading.quotes = quotes_of(sentences, Sentence::Kind::schedule);
  reading.reason = resolution.reason;
  switch (resolution.outcome) {
    case Resolution::Outcome::terms: break;
    case Resolution::Outcome::vested:
      reading.outcome = TermsReading::Outcome::vested;
      return reading;
    case Resolution::Outcome::inconsistent:
      reading.outcome = TermsReading::Outcome::inconsistent;
      return reading;
    case Resolution::Outcome::unclear:
      reading.outcome = TermsReading::Outcome::not_understood;
      return reading;
  }
  if (const auto vested = day_all_vested(resolution, *schedules[0])) {
    if (tells_of_the_row(*vested, row)) {
      return not_understood("it tells of the vesting that its row reports, not of a schedule");
    }
    if (schedules[0]->clauses.emphatic) {  // "became fully vested on March 1, 2015"
      reading.outcome = TermsReading::Outcome::vested;
      return reading;
    }
  }
  reading.outcome = TermsReading::Outcome::understood;
  reading.terms = std::move(resolution.terms);
  reading.granted = resolution.granted;
  reading.of_unvested_remainder = resolution.of_unvested_remainder;
  return reading;
}

TermsReading read_text(const std::vector<Token>& tokens, const std::vector<Sentence>& sentences,
                       const RowContext& row) {
  const auto any = [&](Sentence::Kind kind) {
    return std::any_of(sentences.begin(), sentences.end(),
                       [kind](const Sentence& sentence) { return sentence.kind == kind; });
  };
  const bool schedule = any(Sentence::Kind::schedule);
  const bool told = schedule || any(Sentence::Kind::side) || any(Sentence::Kind::state);
  const auto unread =
      std::find_if(sentences.begin(), sentences.end(), [&](const Sentence& sentence) {
        // A fragment is a part of a schedule only beside the rest of it.
        return sentence.kind == Sentence::Kind::unread ||
               (told && sentence.kind == Sentence::Kind::fragment);
      });
  if (!told && unread == sentences.end()) return {};
  if (const std::string condition = language::condition_in(tokens); !condition.empty()) {
    return not_understood("it depends on a condition: \"" + condition + "\"");
  }
  if (unread != sentences.end()) {
    TermsReading reading = not_understood(unread->reason);
    reading.quotes.push_back(span_of(unread->tokens));
    return reading;
  }
  if (!schedule) {
    if (any(Sentence::Kind::state)) {
      if (std::any_of(tokens.begin(), tokens.end(),
                      [](const Token& token) { return token.text == "repurchase"; })) {
        return not_understood(
            "it is exercisable, but the issuer may repurchase it: since when is not said");
      }
      TermsReading reading = outcome(TermsReading::Outcome::vested, {});
      reading.quotes = quotes_of(sentences, Sentence::Kind::state);
      return reading;
    }
    return not_understood("it tells of an event that changes the vesting, not of its dates");
  }
  for (const Sentence& sentence : sentences) {
    // Exercisable at once and vesting over time is one option; vested at once is another.
    if (sentence.kind == Sentence::Kind::state && sentence.clauses.vests) {
      return not_understood("it says that a part is vested and that a part is not");
    }
  }
  return read_schedule(sentences, tokens, row);
}

// A text without any of these roots has no verb of vesting (verb_phrase.cpp), so it tells nothing.
// Most footnotes end here: they are about prices and trusts.
bool may_tell_of_vesting(std::string_view text) {
  return contains_ignoring_case(text, "vest") || contains_ignoring_case(text, "exercisable") ||
         contains_ignoring_case(text, "forfeit") || contains_ignoring_case(text, "laps");
}

}  // namespace

struct VestingText::Parsed {
  std::string text;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;  // of `tokens`
  bool is_too_fine = false;
};

VestingText::VestingText(std::string_view text) {
  if (!may_tell_of_vesting(text)) return;
  parsed_ = std::make_unique<Parsed>();
  parsed_->text = text;
  try {
    parsed_->tokens = language::tokenize(parsed_->text);
    parsed_->sentences = language::read_sentences(parsed_->text, parsed_->tokens);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::arithmetic) throw;
    parsed_->is_too_fine = true;
  }
}

VestingText::VestingText(VestingText&&) noexcept = default;
VestingText& VestingText::operator=(VestingText&&) noexcept = default;
VestingText::~VestingText() = default;

TermsReading VestingText::read(const RowContext& row) const {
  constexpr const char* too_fine = "its fractions are too fine to be added up exactly";
  if (!parsed_) return {};
  if (parsed_->is_too_fine) return not_understood(too_fine);
  try {
    return read_text(parsed_->tokens, parsed_->sentences, row);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::arithmetic) throw;
    return not_understood(too_fine);
  }
}

TermsReading read_terms(std::string_view text, const RowContext& row) {
  return VestingText(text).read(row);
}

}  // namespace stakebook
