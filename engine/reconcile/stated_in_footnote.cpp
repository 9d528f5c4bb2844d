#include "reconcile/stated_in_footnote.h"

#include "reconcile/stated_amount.h"
#include "value/grouped.h"

namespace stakebook {
namespace {

// Smaller numbers count only where the words speak of the balance: "each unit is one share".
const Shares bare_amount_min = Shares(100);

struct Statement {
  CitedFootnote footnote;
  StatedAmount stated;
};

// What the row's footnotes say of shares that came in or went out, as the gap's sign asks.
std::vector<Statement> statements_of(const Investigation& investigation, const Gap& gap) {
  std::vector<Statement> result;
  for (const CitedFootnote& footnote : investigation.cited(gap.source)) {
    for (StatedAmount& stated : stated_amounts(footnote.text)) {
      if (stated.form || stated.fractions || stated.amount <= Shares(1)) continue;
      if (!stated.balance && stated.amount < bare_amount_min) continue;
      result.push_back({footnote, std::move(stated)});
    }
  }
  return result;
}

bool moves(const StatedAmount& stated, const Gap& gap) {
  return gap.size.is_negative() ? stated.disposed : stated.acquired;
}

GapCause cause_from(const std::vector<const Statement*>& statements, const Gap& gap, Grade grade) {
  GapCause cause;
  cause.cause = Cause::stated_in_footnote;
  cause.grade = grade;
  cause.statement = statements.size() == 1 ? "a footnote states the number"
                                           : "the numbers that footnotes state make up the gap";
  cause.evidence.push_back(balance_figure(gap.source));
  for (const Statement* statement : statements) {
    cause.evidence.push_back({statement->footnote.place, {}, 0, {}, {}});
    cause.quotes.push_back(statement->stated.sentence);
  }
  return cause;
}

}  // namespace

std::optional<GapCause> find_stated_in_footnote(const Investigation& investigation,
                                                const Gap& gap) {
  const Shares size = gap.size.is_negative() ? -gap.size : gap.size;
  // What describes the row's own transaction says nothing of others.
  if (size == gap.change || size == -gap.change) return std::nullopt;
  const std::vector<Statement> statements = statements_of(investigation, gap);
  std::vector<const Statement*> moving;
  Shares sum;
  for (const Statement& statement : statements) {
    if (!moves(statement.stated, gap)) continue;
    moving.push_back(&statement);
    sum += statement.stated.amount;
  }
  const auto grade_of = [&](const Statement& statement) {
    return investigation.said_before(gap, statement.stated.sentence) ? Grade::plausible
                                                                     : Grade::proven;
  };
  for (const Statement* statement : moving) {
    if (statement->stated.amount == size) {
      return cause_from({statement}, gap, grade_of(*statement));
    }
  }
  if (moving.size() > 1 && sum == size) {
    Grade grade = Grade::proven;
    for (const Statement* statement : moving) grade = std::max(grade, grade_of(*statement));
    return cause_from(moving, gap, grade);
  }
  for (const Statement& statement : statements) {
    const bool fits = statement.stated.amount == size && statement.stated.balance;
    if (fits) return cause_from({&statement}, gap, Grade::plausible);
  }
  return std::nullopt;
}

}  // namespace stakebook
