#include "report/issuer_totals.h"

#include <algorithm>

#include "book/same_shares.h"
#include "report/words.h"

namespace stakebook {
namespace {

const Account& account_at(const IssuerBook& book, std::int32_t account) {
  return book.book.accounts[static_cast<std::size_t>(account)];
}

const AccountIdentity& identity_of(const IssuerBook& book, std::int32_t account) {
  return book.history.accounts[static_cast<std::size_t>(account_at(book, account).identity)];
}

// "Fund LP, 48,800 (3.I.1@2024-05-06)".
std::string holder_text(const IssuerBook& book, std::int32_t account) {
  return names_of(book, identity_of(book, account).holders) + ", " +
         grouped(account_at(book, account).balance) + " (" +
         balance_reference(book, account_at(book, account)).to_text() + ')';
}

std::string reason_text(const SameShares& same) {
  const auto& [left, right] = same.rows.front();
  std::string text =
      left.to_text() + " and " + right.to_text() + " say the same of date, amount and balance";
  if (same.rows.size() > 1) text += ", as do " + counted(std::ssize(same.rows) - 1, "other pair");
  if (same.named_in.empty()) return text;
  return text + "; the words of " + same.named_in.front().to_text() + " name the other holder";
}

}  // namespace

void add_issuer_totals(Page& page, const IssuerBook& book) {
  const std::vector<SameShares> same = same_shares(book.claims, book.history, book.book);
  TextTable table({{"Security", Align::left, true, 16},
                   {"Accounts", Align::right},
                   {"Owned", Align::right},
                   {"Grade"}});
  for (const SecurityTotal& total : totals_of(book.history, book.book, same)) {
    if (total.accounts < 2) continue;
    table.row({total.security_title,
               grouped(total.accounts),
               {grouped(total.balance), Ink::bold},
               grade_cell(total.grade)});
  }
  if (table.empty()) return;
  page.heading("All of them together (Table I)");
  page.table(table);
  for (const SameShares& one : same) {
    if (identity_of(book, one.accounts.front()).table != Table::non_derivative) continue;
    std::string holders;
    for (const std::int32_t account : one.accounts) {
      holders += (holders.empty() ? "" : "; ") + holder_text(book, account);
    }
    page.line(
        "Counted once, as perhaps the same shares: " + holders + ". " + reason_text(one) + '.',
        Ink::doubtful, 2);
  }
}

void add_issuer_totals(Node::Members& members, const IssuerBook& book) {
  const std::vector<SameShares> same = same_shares(book.claims, book.history, book.book);
  Node totals = Node::list();
  for (const SecurityTotal& total : totals_of(book.history, book.book, same)) {
    totals.add(Node::object({{"security_title", total.security_title},
                             {"balance", node_of(total.balance)},
                             {"grade", name_of(total.grade)},
                             {"accounts", total.accounts},
                             {"left_out", total.left_out}}));
  }
  Node list = Node::list();
  for (const SameShares& one : same) {
    Node accounts = Node::list();
    for (const std::int32_t account : one.accounts) {
      accounts.add(
          Node::object({{"account", node_of(book, identity_of(book, account))},
                        {"balance", node_of(account_at(book, account).balance)},
                        {"ref", balance_reference(book, account_at(book, account)).to_text()}}));
    }
    Node rows = Node::list();
    for (const auto& [left, right] : one.rows) {
      rows.add(Node::object(
          {{"ref", row_reference(left).to_text()}, {"same_as", row_reference(right).to_text()}}));
    }
    Node named = Node::list();
    for (const FigureReference& place : one.named_in) named.add(place.to_text());
    list.add(Node::object({{"accounts", std::move(accounts)},
                           {"rows", std::move(rows)},
                           {"named_in", std::move(named)},
                           {"grade", name_of(Grade::plausible)}}));
  }
  members.emplace_back("totals", std::move(totals));
  members.emplace_back("same_shares", std::move(list));
}

}  // namespace stakebook
