#include "event/transaction_code.h"

#include <array>

namespace stakebook {
namespace {

using enum EventKind;

// The direction column holds A, D, or ? where both occur in practice.
struct CodeRule {
  char code;
  EventKind acquired;  // kind of an acquisition under this code
  EventKind disposed;
  char direction_table_i;
  char direction_table_ii;
  std::string_view meaning;
};

constexpr std::array code_rules = {
    CodeRule{'P', acquisition, disposition, 'A', '?', "open-market or private purchase"},
    CodeRule{'S', acquisition, disposition, 'D', '?', "open-market or private sale"},
    CodeRule{'A', grant, disposition, 'A', 'A',
             "grant, award or other acquisition from the issuer"},
    CodeRule{'D', acquisition, cancellation, 'D', 'D', "disposition to the issuer"},
    CodeRule{'F', acquisition, withholding, 'D', 'D',
             "payment of exercise price or tax by withholding"},
    CodeRule{'I', acquisition, disposition, '?', '?', "discretionary transaction under a plan"},
    CodeRule{'M', exercise, exercise, 'A', 'D',
             "exercise or conversion of a derivative (Rule 16b-3)"},
    CodeRule{'C', conversion, conversion, 'A', '?', "conversion of a derivative"},
    CodeRule{'E', expiration, expiration, '?', '?', "expiration of a short derivative position"},
    CodeRule{'H', expiration, expiration, '?', 'D',
             "expiration of a long derivative, with value received"},
    CodeRule{'O', exercise, exercise, 'A', 'D', "exercise of an out-of-the-money derivative"},
    CodeRule{'X', exercise, exercise, '?', 'D',
             "exercise of an in-the-money or at-the-money derivative"},
    CodeRule{'G', gift, gift, '?', '?', "bona fide gift"},
    CodeRule{'L', acquisition, disposition, 'A', 'A', "small acquisition (Rule 16a-6)"},
    CodeRule{'W', inheritance, inheritance, '?', '?',
             "acquisition or disposition by will or descent"},
    CodeRule{'Z', voting_trust, voting_trust, '?', '?',
             "deposit into or withdrawal from a voting trust"},
    CodeRule{'J', acquisition, disposition, '?', '?', "other acquisition or disposition"},
    CodeRule{'U', tender, tender, 'D', 'D', "tender of shares in a change of control"},
};

const CodeRule* rule_of(char code) {
  for (const CodeRule& rule : code_rules) {
    if (rule.code == code) return &rule;
  }
  return nullptr;
}

}  // namespace

std::optional<Direction> direction_of(char code, Table table) {
  const CodeRule* rule = rule_of(code);
  if (rule == nullptr) return std::nullopt;
  const char direction =
      table == Table::non_derivative ? rule->direction_table_i : rule->direction_table_ii;
  if (direction == 'A') return Direction::acquired;
  if (direction == 'D') return Direction::disposed;
  return std::nullopt;
}

EventKind kind_of(char code, Table table, std::optional<Direction> direction) {
  const bool acquired = direction == Direction::acquired;
  const CodeRule* rule = rule_of(code);
  if (rule == nullptr) return acquired ? acquisition : disposition;
  // Code D in table I is a sale or surrender of shares to the issuer; in table II it ends a
  // derivative.
  if (code == 'D' && table == Table::non_derivative && !acquired) return disposition;
  return acquired ? rule->acquired : rule->disposed;
}

std::string_view meaning_of(char code) {
  const CodeRule* rule = rule_of(code);
  return rule == nullptr ? std::string_view() : rule->meaning;
}

bool is_exercise_or_conversion(char code) {
  return code == 'M' || code == 'C' || code == 'X' || code == 'O';
}

}  // namespace stakebook
