// Holdings that a footnote states in words. Grammar, in one sentence:
//
//   statements: PERSON "holds" ["the following securities:"] item { (";" | "," | "and") item }
//   item:       [state] SECURITY ["(... within 60 days)"] "to purchase" N "shares of" SECURITY
//               [expiry]
//             | N [state] SECURITY [expiry]
//   expiry:     ("that expire" | "expiring") ["on"] DATE
//
// PERSON is the reporting owner or a spouse: what a fund or a trust holds is another account. An
// item that goes on otherwise ("... through a trust") is not read, since it may mean another
// holding.
#include "vesting/statements.h"

#include "value/text.h"
#include "vesting/date_words.h"
#include "vesting/number_words.h"

namespace stakebook {
namespace {

using language::Cursor;
using language::in_list;
using language::Token;

constexpr std::string_view person_words =
    "mr mrs ms dr person persons owner he she spouse wife husband undersigned filer officer "
    "director";
constexpr std::string_view spouse_words = "spouse wife husband";
constexpr std::string_view entity_words =
    "llc lp llp inc ltd trust fund funds partnership partners foundation deemed may disclaims "
    "which that "
    "if each";
constexpr std::string_view security_nouns =
    "options option warrants warrant shares units rsus rsu psus sars stock rights notes awards "
    "debentures";
constexpr std::string_view security_words =
    "class a b c d series common preferred ordinary restricted stock share deferred phantom "
    "performance "
    "employee director incentive non qualified nonqualified performance appreciation depositary "
    "american convertible voting nonvoting public private placement";

class StatementReader {
 public:
  StatementReader(std::string_view text, std::span<const Token> sentence)
      : text_(text), cursor_(sentence) {}

  std::vector<HoldingStatement> run() {
    while (!cursor_.at_end() && !find_holder()) cursor_.advance();
    while (!cursor_.at_end()) {
      auto statement = read_item();
      if (!statement) break;
      result_.push_back(std::move(*statement));
      if (!cursor_.accept("; and?") && !cursor_.accept(", and?") && !cursor_.accept("and")) break;
    }
    return std::move(result_);
  }

 private:
  // At "holds", with a person before it in the sentence.
  bool find_holder() {
    const std::size_t verb = cursor_.position();
    if (!cursor_.accept("holds|owns|hold|own")) return false;
    bool person = false;
    for (const Token& token : cursor_.tokens().first(verb)) {
      person = person || in_list(token.text, person_words);
      spouse_ = spouse_ || in_list(token.text, spouse_words);
      if (in_list(token.text, entity_words)) person = false;
      if (in_list(token.text, entity_words)) break;
    }
    if (!person) {
      cursor_.move_to(cursor_.tokens().size());
      return true;
    }
    cursor_.accept("directly|beneficially");
    cursor_.accept("the following securities|holdings|awards|options :?");
    cursor_.accept("a|an total|aggregate of");
    return true;
  }

  std::optional<HoldingStatement> read_item() {
    const std::size_t first = cursor_.position();
    HoldingStatement statement;
    statement.held_by_spouse = spouse_;
    read_state(statement);
    const bool read = cursor_.is_number() ? read_counted(statement) : read_right(statement);
    if (!read) return std::nullopt;
    if (!read_expiry(statement) || !at_item_end()) return std::nullopt;
    statement.quote = span_of(first, cursor_.position());
    return statement;
  }

  bool at_item_end() const { return cursor_.at_end() || cursor_.is_any({";", ",", ".", "and"}); }

  void read_state(HoldingStatement& statement) {
    using State = HoldingStatement::State;
    cursor_.accept("fully|currently");
    if (cursor_.accept("vested|exercisable")) statement.state = State::vested;
    if (cursor_.accept("unvested|unexercisable")) statement.state = State::unvested;
  }

  // "(or options that will vest within 60 days)", "exercisable within 60 days".
  void read_sixty_days(HoldingStatement& statement) {
    Cursor ahead = cursor_;
    const bool parenthesis = ahead.accept("(");
    if (!parenthesis && !ahead.accept("that? are? exercisable within 60|sixty days")) return;
    bool sixty = !parenthesis;
    while (parenthesis && !ahead.at_end() && !ahead.accept(")")) {
      sixty = sixty || (ahead.is("within") && ahead.is_any({"60", "sixty"}, 1));
      ahead.advance();
    }
    if (!sixty) return;
    statement.state = HoldingStatement::State::vested_within_60_days;
    cursor_ = ahead;
  }

  // "options to purchase 47,144 shares of common stock".
  bool read_right(HoldingStatement& statement) {
    const std::size_t first = cursor_.position();
    if (!read_security()) return false;
    const std::string head = words(first, cursor_.position());
    read_sixty_days(statement);
    if (!cursor_.accept("to purchase|acquire")) return false;
    const auto quantity = language::read_digits(cursor_);
    if (!quantity || !cursor_.accept("shares|share of")) return false;
    cursor_.accept("the issuer|company");
    const std::size_t underlying = cursor_.position();
    if (!read_security()) return false;
    statement.quantity = Shares(*quantity);
    statement.security = head + " to purchase " + words(underlying, cursor_.position());
    return true;
  }

  // "430 Class B warrants".
  bool read_counted(HoldingStatement& statement) {
    const auto quantity = language::read_digits(cursor_);
    if (!quantity) return false;
    read_state(statement);
    const std::size_t first = cursor_.position();
    if (!read_security()) return false;
    if (cursor_.is("of")) {
      cursor_.accept("of the? issuer|company?");
      if (!read_security()) return false;
    }
    statement.quantity = Shares(*quantity);
    statement.security = words(first, cursor_.position());
    read_sixty_days(statement);
    return true;
  }

  bool read_security() {
    bool noun = false;
    while (in_list(cursor_.peek().text, security_words) ||
           in_list(cursor_.peek().text, security_nouns)) {
      noun = in_list(cursor_.peek().text, security_nouns);
      cursor_.advance();
    }
    return noun;
  }

  // True where there is none, or where it is read.
  bool read_expiry(HoldingStatement& statement) {
    const std::size_t start = cursor_.position();
    cursor_.accept(",");
    cursor_.accept("that|which");
    if (!cursor_.accept("expire|expires|expiring on?")) {
      cursor_.move_to(start);
      return true;
    }
    statement.expires = language::read_date(cursor_);
    return statement.expires.has_value();
  }

  Span span_of(std::size_t first, std::size_t end) const {
    const Token& from = cursor_.tokens()[first];
    const Token& last = cursor_.tokens()[end - 1];
    return {from.begin, last.begin + last.length - from.begin};
  }
  std::string words(std::size_t first, std::size_t end) const {
    const Span span = span_of(first, end);
    return collapsed(text_.substr(span.begin, span.length));
  }

  std::string_view text_;
  Cursor cursor_;
  bool spouse_ = false;
  std::vector<HoldingStatement> result_;
};

}  // namespace

std::vector<HoldingStatement> language::read_statements(std::string_view text,
                                                        std::span<const Token> sentence) {
  return StatementReader(text, sentence).run();
}

std::vector<HoldingStatement> read_holding_statements(std::string_view text) {
  if (!contains_ignoring_case(text, "hold") && !contains_ignoring_case(text, "own")) return {};
  const std::vector<Token> tokens = language::tokenize(text);
  std::vector<HoldingStatement> result;
  for (const auto sentence : language::sentences(tokens)) {
    for (HoldingStatement& statement : language::read_statements(text, sentence)) {
      result.push_back(std::move(statement));
    }
  }
  return result;
}

}  // namespace stakebook
