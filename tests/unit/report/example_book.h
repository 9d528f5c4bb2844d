// A small book made by hand: one owner, three accounts, one grant, every number in view.
//
//   direct      +5,000 -> 105,000 (opens), -500 -> 104,500 (chains), -700 -> 103,900 (gap of +100)
//   by trust    230, held
//   option      -5,000 -> 90,000; 50,000 vested, 40,000 vesting on 2026-06-30
#pragma once

#include "report/report.h"

namespace example {

using namespace stakebook;

inline Date date(const char* text) { return *Date::parse(text); }
inline Shares shares(const char* text) { return *Shares::parse(text); }
inline ShareRange exactly(const char* text) { return ShareRange::exactly(shares(text)); }

inline Event event(EventKind kind, char code, std::int32_t account, const char* day,
                   const Reference& source) {
  Event result;
  result.kind = kind;
  result.code = code;
  result.account = account;
  result.effective = date(day);
  result.known = {date("2025-03-05")};
  result.source = source;
  return result;
}

inline Posting posting(std::int32_t event, const char* before, const char* change,
                       const char* after, Check check) {
  Posting result;
  result.event = event;
  result.before = exactly(before);
  result.change = exactly(change);
  result.after = exactly(after);
  result.check = check;
  return result;
}

inline AccountIdentity identity(Table table, const char* title, const char* nature) {
  AccountIdentity result;
  result.issuer = 1;
  result.holders = {2};
  result.table = table;
  result.security_title = title;
  result.direct = std::string_view(nature).empty();
  result.nature = nature;
  return result;
}

inline GrantPosition option_grant() {
  GrantPosition grant;
  grant.account = 2;
  grant.anchor = {7, Part::table_ii, 1, 0};
  grant.security = "Option (Right to Buy)";
  grant.holders = {2};
  grant.strike = Price::parse("4.25");
  grant.expires = date("2030-02-27");
  const auto figure = [](const char* amount, Grade grade) {
    Figure result;
    result.amount = exactly(amount);
    result.grade = grade;
    result.ref.place = {7, Part::table_ii, 1, 0};
    return result;
  };
  grant.granted.amount = ShareRange::unknown();
  grant.exercised = figure("5000", Grade::reported);
  grant.exercised.amount = ShareRange::at_least(shares("5000"));
  grant.remaining = figure("90000", Grade::reported);
  grant.vested = figure("50000", Grade::proven);
  grant.unvested = figure("40000", Grade::proven);
  grant.terms = TermsReading::Outcome::understood;
  Tranche tranche;
  tranche.number = 1;
  tranche.vests = date("2026-06-30");
  tranche.quantity = shares("40000");
  tranche.state = TrancheState::unvested;
  tranche.is_forecast = true;
  tranche.grade = Grade::proven;
  tranche.ref.place = {7, Part::table_ii, 1, 0};
  tranche.ref.tranche = 1;
  grant.tranches = {tranche};
  grant.notes = {"the schedule agrees with the holding stated in words"};
  return grant;
}

inline IssuerBook book() {
  IssuerBook result;
  result.issuer.id = 1;
  result.issuer.cik = Cik::parse("1234");
  result.issuer.name = "Harbor Light Corp";
  result.issuer.trading_symbol = "HBL";
  Party owner;
  owner.id = 2;
  owner.cik = Cik::parse("4321");
  owner.name = "Walker Ann";
  result.owner = owner;
  result.parties = {result.issuer, owner};
  result.question = {"walker", "hbl", date("2025-03-04"), Instant{date("2025-03-31")}};

  result.history.issuer = 1;
  result.history.accounts = {identity(Table::non_derivative, "Common Stock", ""),
                             identity(Table::non_derivative, "Common Stock", "By Trust"),
                             identity(Table::derivative, "Option (Right to Buy)", "")};
  result.history.accounts[2].strike = Price::parse("4.25");
  result.history.accounts[2].expiration = date("2030-02-27");

  Event exercise = event(EventKind::exercise, 'M', 0, "2025-03-03", {7, Part::table_i, 1, 0});
  exercise.change = exactly("5000");
  exercise.reported_following = shares("105000");
  exercise.price = Price::parse("4.25");
  exercise.inferences = {{"exercise-pair",
                          "Table II moves 5,000 units of the same exercise",
                          Grade::proven,
                          {*FigureReference::parse("7.II.1.transaction_shares")}}};
  Event first_sale = event(EventKind::disposition, 'S', 0, "2025-03-03", {7, Part::table_i, 2, 0});
  first_sale.change = exactly("-500");
  first_sale.reported_following = shares("104500");
  first_sale.price = Price::parse("16.39");
  Event second_sale = event(EventKind::disposition, 'S', 0, "2025-03-04", {8, Part::table_i, 1, 0});
  second_sale.change = exactly("-700");
  second_sale.reported_following = shares("103900");
  Event holding = event(EventKind::holding, 0, 1, "2025-03-03", {7, Part::table_i, 3, 0});
  holding.reported_following = shares("230");
  Event option = event(EventKind::exercise, 'M', 2, "2025-03-03", {7, Part::table_ii, 1, 0});
  option.change = exactly("-5000");
  option.reported_following = shares("90000");
  result.history.events = {exercise, first_sale, second_sale, holding, option};

  Account direct;
  direct.identity = 0;
  direct.postings = {posting(0, "100000", "5000", "105000", Check::opens),
                     posting(1, "105000", "-500", "104500", Check::chains),
                     posting(2, "104500", "-700", "103900", Check::gap)};
  direct.postings[2].gap = shares("100");
  direct.opening = exactly("100000");
  direct.balance = exactly("103900");
  direct.anchor = {7, Part::table_i, 1, 0};
  Account trust;
  trust.identity = 1;
  trust.postings = {posting(3, "230", "0", "230", Check::opens)};
  trust.opening = exactly("230");
  trust.balance = exactly("230");
  trust.anchor = {7, Part::table_i, 3, 0};
  Account options;
  options.identity = 2;
  options.postings = {posting(4, "95000", "-5000", "90000", Check::opens)};
  options.opening = exactly("95000");
  options.balance = exactly("90000");
  options.anchor = {7, Part::table_ii, 1, 0};
  result.book.accounts = {direct, trust, options};
  result.book.grants = {option_grant()};
  return result;
}

inline ReconciledBook reconciled(IssuerBook book) {
  Reconciliation result = reconcile(book.history, book.book, book.claims);
  return {std::move(book), std::move(result)};
}

// The same, reconciled, and the gap of +100 explained by these causes.
inline ReconciledBook with_causes(std::vector<GapCause> causes) {
  ReconciledBook result = reconciled(book());
  for (ReconciledBalance& balance : result.result.balances) {
    if (!balance.is_gap()) continue;
    ReconciliationSummary& counts = result.result.table_i;
    balance.grade = causes.front().grade;
    --counts.unexplained;
    ++(balance.grade == Grade::proven ? counts.proven : counts.plausible);
    ++counts.by_cause[causes.front().cause];
    balance.causes = std::move(causes);
  }
  return result;
}

}  // namespace example
