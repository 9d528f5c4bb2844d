#include "reconcile/plan_accrual.h"

#include <array>

#include "value/text.h"

namespace stakebook {
namespace {

constexpr int largest_part_of_balance = 20;  // a twentieth

constexpr std::array<std::string_view, 14> plans = {"401(k)",
                                                    "401k",
                                                    "espp",
                                                    "stock purchase plan",
                                                    "reinvestment",
                                                    "reinvested",
                                                    "drip",
                                                    "dividend equivalent",
                                                    "savings plan",
                                                    "thrift plan",
                                                    "retirement plan",
                                                    "profit sharing",
                                                    "employee stock ownership",
                                                    "deferred compensation"};

bool names_plan(std::string_view text) {
  for (const std::string_view plan : plans) {
    if (contains_ignoring_case(text, plan)) return true;
  }
  return false;
}

}  // namespace

std::optional<GapCause> find_plan_accrual(const Investigation& investigation, const Gap& gap) {
  if (!gap.size.is_positive()) return std::nullopt;
  if (gap.size.amount() * Decimal(largest_part_of_balance) > gap.before.amount()) {
    return std::nullopt;
  }
  GapCause cause;
  cause.cause = Cause::plan_accrual;
  cause.evidence.push_back(balance_figure(gap.source));
  const AccountIdentity& account = investigation.identity(gap.account);
  if (names_plan(account.nature)) {
    cause.statement = "the shares are held in a plan that adds without reports: " + account.nature;
    cause.evidence.push_back({gap.source, "nature_of_ownership", 0, {}, {}});
    return cause;
  }
  for (const CitedFootnote& footnote : investigation.cited(gap.source)) {
    if (!names_plan(footnote.text)) continue;
    cause.statement = "a footnote names a plan that adds without reports";
    cause.evidence.push_back({footnote.place, {}, 0, {}, {}});
    cause.quotes.push_back(footnote.text);
    return cause;
  }
  return std::nullopt;
}

}  // namespace stakebook
