#include "report/reconciled_balance.h"

#include <algorithm>

#include "event/claim_place.h"
#include "report/words.h"

namespace stakebook {
namespace {

FigureReference reported_reference(const ReconciledBalance& balance) {
  FigureReference reference = row_reference(balance.source);
  if (balance.source.part == Part::table_i || balance.source.part == Part::table_ii) {
    reference.field = "shares_owned_following_transaction";
  }
  return reference;
}

Node correction_node(const IssuerBook& book, const std::optional<SuggestedCorrection>& correction) {
  if (!correction) return {};
  const auto filed = filed_text(book, *correction);
  return Node::object({{"ref", reference_of(*correction).to_text()},
                       {"filed", filed ? Node(*filed) : Node()},
                       {"to", correction->value}});
}

Node causes_node(const IssuerBook& book, const ReconciledBalance& balance) {
  Node list = Node::list();
  for (const GapCause& cause : balance.causes) {
    Node evidence = Node::list();
    for (const FigureReference& reference : cause.evidence) evidence.add(reference.to_text());
    Node quotes = Node::list();
    for (const std::string& quote : cause.quotes) quotes.add(quote);
    list.add(Node::object({{"cause", code_node(name_of(cause.cause))},
                           {"grade", name_of(cause.grade)},
                           {"statement", cause.statement},
                           {"evidence", std::move(evidence)},
                           {"quotes", std::move(quotes)},
                           {"correction", correction_node(book, cause.correction)}}));
  }
  return list;
}

}  // namespace

const AccountIdentity& account_of(const IssuerBook& book, const ReconciledBalance& balance) {
  return book.history.accounts[static_cast<std::size_t>(balance.account)];
}

const Event& event_of(const IssuerBook& book, const ReconciledBalance& balance) {
  const Account& account = book.book.accounts[static_cast<std::size_t>(balance.account)];
  return event_of(book.history, account.postings[static_cast<std::size_t>(balance.posting)]);
}

std::string_view standing_of(const ReconciledBalance& balance) {
  switch (balance.check) {
    case Check::chains: return "exact";
    case Check::gap: return name_of(balance.grade);
    default: return name_of(balance.check);
  }
}

std::string_view mark_of(const ReconciledBalance& balance) {
  switch (ink_of(balance)) {
    case Ink::good: return "green";
    case Ink::doubtful: return "yellow";
    case Ink::bad: return "red";
    default: return "grey";
  }
}

Ink ink_of(const ReconciledBalance& balance) {
  switch (balance.check) {
    case Check::chains:
    case Check::final_total: return Ink::good;
    case Check::gap: break;
    default: return Ink::faint;
  }
  if (balance.grade == Grade::proven) return Ink::good;
  return balance.grade == Grade::plausible ? Ink::doubtful : Ink::bad;
}

std::optional<std::string> filed_text(const IssuerBook& book,
                                      const SuggestedCorrection& correction) {
  const Claim* claim = claim_at(book.claims, correction.row.entry);
  const Row* row = claim == nullptr ? nullptr : row_at(*claim, correction.row);
  std::optional<std::string> text;
  if (row == nullptr) return text;
  for_each_field(*row, [&](std::string_view name, const auto& field) {
    if (name == correction.field) text = field.filed_text();
  });
  return text;
}

FigureReference reference_of(const SuggestedCorrection& correction) {
  FigureReference reference = row_reference(correction.row);
  reference.field = correction.field;
  return reference;
}

Node node_of(const IssuerBook& book, const ReconciledBalance& balance) {
  const Event& event = event_of(book, balance);
  return Node::object({{"account", node_of(book, account_of(book, balance))},
                       {"date", balance.effective.to_text()},
                       {"event", code_node(name_of(event.kind))},
                       {"code", event.code == 0 ? Node() : Node(std::string(1, event.code))},
                       {"before", node_of(balance.before)},
                       {"in_order_of_filing", balance.in_order_of_filing},
                       {"change", node_of(balance.change)},
                       {"reported", node_or_null(balance.reported)},
                       {"computed", node_or_null(balance.computed)},
                       {"gap", balance.is_gap() ? Node(balance.gap.to_text()) : Node()},
                       {"check", code_node(name_of(balance.check))},
                       {"causes", causes_node(book, balance)},
                       {"grade", name_of(balance.grade)},
                       {"mark", mark_of(balance)},
                       {"ref", reported_reference(balance).to_text()}});
}

std::vector<Cause> all_causes() {
  std::vector<Cause> causes;
  for (unsigned char i = 0; !name_of(static_cast<Cause>(i)).empty(); ++i) {
    causes.push_back(static_cast<Cause>(i));
  }
  return causes;
}

Node node_of(const ReconciliationSummary& counts) {
  Node by_cause = Node::object({});
  for (const Cause cause : all_causes()) {
    const auto found = counts.by_cause.find(cause);
    by_cause.add(code_of(name_of(cause)), found == counts.by_cause.end() ? 0 : found->second);
  }
  by_cause.add("unexplained", counts.unexplained);
  return Node::object({{"balances", counts.balances},
                       {"first", counts.first},
                       {"checked", counts.checked},
                       {"exact", counts.exact},
                       {"final_totals", counts.final_totals},
                       {"proven", counts.proven},
                       {"plausible", counts.plausible},
                       {"unexplained", counts.unexplained},
                       {"not_determined", counts.not_determined},
                       {"by_cause", std::move(by_cause)}});
}

bool is_among(const ReconciledBalance& balance, BalancesShown shown) {
  switch (shown) {
    case BalancesShown::all: return true;
    case BalancesShown::gaps: return balance.is_gap();
    case BalancesShown::unexplained: return balance.is_gap() && balance.grade == Grade::unexplained;
    case BalancesShown::plausible: return balance.is_gap() && balance.grade == Grade::plausible;
    case BalancesShown::proven: return balance.is_gap() && balance.grade == Grade::proven;
    case BalancesShown::exact:
      return balance.check == Check::chains || balance.check == Check::final_total;
    case BalancesShown::open:
      return balance.check == Check::opens || balance.check == Check::not_determined;
  }
  return false;
}

bool has_any(const ReconciledBook& book, BalancesShown shown) {
  const std::vector<ReconciledBalance>& balances = book.result.balances;
  return shown == BalancesShown::all ||
         std::any_of(balances.begin(), balances.end(), [shown](const ReconciledBalance& balance) {
           return is_among(balance, shown);
         });
}

ReconciledIssuer counts_of(const ReconciledBook& book) {
  return {book.book.issuer, book.result.table_i, book.result.table_ii};
}

}  // namespace stakebook
