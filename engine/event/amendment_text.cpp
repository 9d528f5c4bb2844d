#include "event/amendment_text.h"

#include <algorithm>
#include <optional>
#include <span>

#include "vesting/date_words.h"
#include "vesting/number_words.h"
#include "vesting/token.h"

namespace stakebook {
namespace {

using language::Cursor;
using language::in_list;
using language::Token;
using Kind = AmendmentStatement::Kind;
using Sentence = std::span<const Token>;

constexpr std::string_view denials = "not no never neither nor without cannot isn't doesn't didn't";
constexpr std::string_view conditions = "may might could would if unless whether until";
constexpr std::string_view corrections =
    "rather instead correct corrects corrected correctly correction correcting actual actually "
    "incorrect incorrectly wrong wrongly fact typographical misstated overstated understated";
constexpr std::string_view report_words = "form forms filing report statement filings reports";
constexpr std::string_view row_words =
    "transaction transactions row rows line lines entry entries sale sales purchase purchases "
    "acquisition acquisitions disposition dispositions grant grants award awards exercise gift "
    "gifts conversion holding holdings option options unit units shares rsu rsus withholding";
constexpr std::string_view happening_words =
    "transaction transactions sale sales purchase purchases acquisition acquisitions disposition "
    "dispositions grant grants award awards exercise gift gifts conversion withholding";
constexpr std::string_view attribute_words =
    "number price prices date dates code title balance amount amounts total footnote explanation "
    "signature attorney box name address";
constexpr std::string_view places_of_report =
    "in on the original originally initial prior previous previously earlier form filed with by "
    "reporting person on this that such as_of of above reported first";

bool any_of(Sentence words, std::string_view list) {
  return std::any_of(words.begin(), words.end(),
                     [&](const Token& token) { return in_list(token.text, list); });
}

bool ends_clause(const Token& token) {
  return in_list(token.text, ", ; . ( ) : and but because since");
}

// "does not withdraw", "did not, and does not, withdraw": a denial of the verb at `verb`.
bool is_denied(Sentence words, std::size_t verb) {
  std::size_t steps = 0;
  for (std::size_t i = verb; i-- > 0; ++steps) {
    if (steps >= 3 && ends_clause(words[i])) return false;
    if (in_list(words[i].text, denials)) return true;
    if (steps > 8) return false;
  }
  return false;
}

Sentence before(Sentence words, std::size_t at) { return words.first(at); }
Sentence clause_after(Sentence words, std::size_t at) {
  std::size_t end = at;
  while (end < words.size() && !ends_clause(words[end])) ++end;
  return words.subspan(at, end - at);
}

// Where `pattern` (Cursor::accept) ends, for each place that it begins at.
template <class Use>
void each_match(Sentence words, std::string_view pattern, Use&& use) {
  Cursor cursor(words);
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    cursor.move_to(begin);
    if (cursor.accept(pattern)) use(begin, cursor.position());
  }
}

bool matches(Sentence words, std::string_view pattern) {
  bool any = false;
  each_match(words, pattern, [&](std::size_t, std::size_t) { any = true; });
  return any;
}

bool names_report(Sentence words) {
  return any_of(words, report_words) && !any_of(words, "registration proxy attorney plan");
}

// "withdraws such Form 4", "is hereby withdrawn", "was filed in error", "should be disregarded".
bool withdraws_filing(Sentence words) {
  bool found = false;
  each_match(words, "withdraw|withdraws|withdrawing|rescind|rescinds|rescinding",
             [&](std::size_t at, std::size_t end) {
               const Sentence object =
                   words.subspan(end, std::min<std::size_t>(10, words.size() - end));
               if (!is_denied(words, at) && names_report(object)) found = true;
             });
  each_match(words, "is|are|was|were|be|been|being hereby? withdrawn|rescinded|disregarded",
             [&](std::size_t at, std::size_t) {
               if (!is_denied(words, at + 1) && names_report(before(words, at))) found = true;
             });
  each_match(words, "disregard", [&](std::size_t at, std::size_t end) {
    if (!is_denied(words, at) && names_report(clause_after(words, end))) found = true;
  });
  each_match(words, "was|were filed in error|mistake", [&](std::size_t at, std::size_t end) {
    const Sentence rest = clause_after(words, end);
    const bool ends = rest.empty() || (rest.size() > 1 && rest[0].text == "on");
    if (!is_denied(words, at + 1) && names_report(before(words, at)) && ends) found = true;
  });
  each_match(words, "should not have been filed", [&](std::size_t at, std::size_t) {
    if (names_report(before(words, at))) found = true;
  });
  return found;
}

// What follows "reported in error" may only say where it was reported; anything else says how.
bool only_says_where(Sentence rest) {
  return std::all_of(rest.begin(), rest.end(), [](const Token& token) {
    return token.kind != Token::Kind::word || in_list(token.text, places_of_report) ||
           in_list(token.text,
                   "january february march april may june july august september october november "
                   "december jan feb mar apr jun jul aug sep sept oct nov dec");
  });
}

// The subject of a passive sentence is rows, not a price, a number or a date of them.
bool is_about_rows(Sentence subject) {
  return any_of(subject, row_words) && !any_of(subject, attribute_words);
}

bool retracts_rows(Sentence words) {
  bool found = false;
  each_match(words, "should not have been reported|included|listed|disclosed|reflected",
             [&](std::size_t at, std::size_t end) {
               if (is_about_rows(before(words, at)) && only_says_where(clause_after(words, end)))
                 found = true;
             });
  const auto passive = [&](std::size_t at, std::size_t end) {
    if (!is_denied(words, at + 1) && is_about_rows(before(words, at)) &&
        only_says_where(clause_after(words, end))) {
      found = true;
    }
  };
  each_match(words, "was|were|been reported|included|listed|disclosed in error", passive);
  each_match(words, "was|were|been reported|included|listed|disclosed by mistake", passive);
  each_match(words, "was|were|been erroneously|mistakenly|inadvertently reported|listed|disclosed",
             passive);
  each_match(words, "was|were|been reported|listed|disclosed erroneously|mistakenly|inadvertently",
             passive);
  each_match(words, "did not occur|happen", [&](std::size_t at, std::size_t end) {
    if (any_of(before(words, at), happening_words) && only_says_where(clause_after(words, end)) &&
        !any_of(clause_after(words, end), "on"))
      found = true;
  });
  return found;
}

// "is a duplicate of", "was inadvertently reported twice".
bool reports_duplicate(Sentence words) {
  bool found = false;
  each_match(words, "duplicate|duplicates|duplicated|duplicative|twice",
             [&](std::size_t at, std::size_t) {
               const bool of_rows = any_of(words, row_words) || names_report(words);
               if (!is_denied(words, at) && of_rows &&
                   any_of(words,
                          "reported filed is was were "
                          "duplicates duplicate"))
                 found = true;
             });
  return found && !any_of(words, attribute_words);
}

// "amends and restates the Form 4 in its entirety": the form, not a part of it.
bool restates_filing(Sentence words) {
  bool found = false;
  each_match(words, "in its|their entirety", [&](std::size_t at, std::size_t) {
    const Sentence head = before(words, at);
    const bool verb = any_of(head,
                             "restate restates restated restating supersede supersedes superseded "
                             "superseding replace replaces replaced replacing");
    if (verb && names_report(head) && !any_of(head, "table footnote footnotes remarks exhibit") &&
        !any_of(head, denials))
      found = true;
  });
  return found;
}

bool adds(Sentence words) {
  return any_of(words, "omitted omits omission excluded additional") ||
         matches(words, "not included|reported|disclosed|reflected in|on") ||
         matches(words, "failed to report|include|disclose") ||
         matches(words, "to add|adds|adding");
}

bool corrects(Sentence words) {
  return any_of(words, corrections) ||
         any_of(words,
                "erroneously mistakenly inadvertently error errors mistake clerical "
                "scrivener misreported");
}

// "May 3" is a month, "may be" a condition.
bool is_conditional(Sentence words) {
  return std::any_of(words.begin(), words.end(), [](const Token& token) {
    return in_list(token.text, conditions) && !(token.text == "may" && token.capital);
  });
}

std::optional<Kind> kind_of_sentence(Sentence words) {
  const bool conditional = is_conditional(words);
  if (!conditional && withdraws_filing(words)) return Kind::withdraws_filing;
  if (!conditional && restates_filing(words)) return Kind::restates_filing;
  const bool goes_on = any_of(words, corrections) || matches(words, "should have");
  const bool says_should_not = matches(words, "should not have been");
  if (!conditional && (!goes_on || says_should_not) && !any_of(words, corrections)) {
    if (reports_duplicate(words)) return Kind::reports_duplicate;
    if (retracts_rows(words)) return Kind::retracts_rows;
  }
  if (adds(words)) return Kind::adds;
  if (corrects(words)) return Kind::corrects;
  return std::nullopt;
}

// "Form 4" and "10b5-1" are no amounts; a date's numbers are none either.
void collect_figures(Sentence words, AmendmentStatement& into) {
  Cursor cursor(words);
  while (!cursor.at_end()) {
    if (const auto date = language::read_date(cursor)) {
      into.dates.push_back(*date);
      continue;
    }
    const bool after_form = cursor.position() > 0 && cursor.is_any({"form", "rule", "table"}, -1);
    if (const auto number = language::read_digits(cursor)) {
      if (!after_form) into.amounts.emplace_back(*number);
      continue;
    }
    cursor.advance();
  }
}

}  // namespace

std::vector<AmendmentStatement> amendment_statements_in(std::string_view text) {
  std::vector<AmendmentStatement> statements;
  const std::vector<Token> tokens = language::tokenize(text);
  for (const Sentence words : language::sentences(tokens)) {
    const auto kind = kind_of_sentence(words);
    if (!kind) continue;
    AmendmentStatement& statement = statements.emplace_back();
    statement.kind = *kind;
    const std::size_t begin = words.front().begin;
    statement.quote = text.substr(begin, words.back().begin + words.back().length - begin);
    collect_figures(words, statement);
  }
  return statements;
}

std::vector<AmendmentStatement> amendment_statements_in(const OwnershipDocument& document) {
  std::vector<AmendmentStatement> all = amendment_statements_in(document.remarks.filed_text());
  for (const Footnote& footnote : document.footnotes) {
    for (AmendmentStatement& statement : amendment_statements_in(footnote.text)) {
      statement.footnote = footnote.id;
      all.push_back(std::move(statement));
    }
  }
  return all;
}

bool speaks_as_of_this_filing(std::string_view text) {
  const std::vector<Token> tokens = language::tokenize(text);
  for (const Sentence words : language::sentences(tokens)) {
    if (matches(words, "as of the date of this|the filing|amendment|report|form")) return true;
  }
  return false;
}

std::optional<Date> holdings_as_of(std::string_view text) {
  const std::vector<Token> tokens = language::tokenize(text);
  std::optional<Date> day;
  each_match(tokens, "represents|reflects total? holdings|ownership as of",
             [&](std::size_t, std::size_t end) {
               Cursor cursor(tokens, end);
               day = language::read_date(cursor);
             });
  return day;
}

}  // namespace stakebook
