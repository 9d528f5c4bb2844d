#include "door/reconciled_books.h"

#include "door/books.h"
#include "door/issuers_ahead.h"
#include "door/parties.h"

namespace stakebook::door {
namespace {

// Leaves the owner's claims, the records that concern every owner, and the owner's balances.
void narrow_to(const Party& owner, std::vector<Claim> claims, ReconciledBook& reconciled) {
  auto& [book, result] = reconciled;
  book.owner = owner;
  book.claims = std::move(claims);
  std::erase_if(result.balances, [&book = book](const ReconciledBalance& balance) {
    return book.claim(balance.source.entry) == nullptr;
  });
  result.table_i = {};
  result.table_ii = {};
  for (const ReconciledBalance& balance : result.balances) {
    const AccountIdentity& account =
        book.history.accounts[static_cast<std::size_t>(balance.account)];
    count(balance, account.table == Table::non_derivative ? result.table_i : result.table_ii);
  }
}

ReconciledBook reconciled_book(const Journal& journal, const Party& issuer, const Asked& asked,
                               const Question& question) {
  ReconciledBook reconciled;
  reconciled.book = book_of(journal, issuer, std::nullopt, question);
  const IssuerBook& book = reconciled.book;
  reconciled.result = reconcile(book.history, book.book, book.claims);
  if (asked.owner) {
    narrow_to(*asked.owner, journal.claims_of(issuer.id, asked.owner->id, question.known),
              reconciled);
  }
  return reconciled;
}

}  // namespace

void for_each_reconciled_book(const Journal& journal, const std::string& path,
                              const Question& question,
                              const std::function<bool(ReconciledBook&&)>& visit) {
  const Asked asked = resolve(journal, question);
  IssuersAhead<ReconciledBook> ahead(journal, path, asked.issuers,
                                     [&](const Journal& own, const Party& issuer) {
                                       return reconciled_book(own, issuer, asked, question);
                                     });
  while (auto reconciled = ahead.next()) {
    if (!reconciled->book.claims.empty() && !visit(std::move(*reconciled))) return;
  }
}

}  // namespace stakebook::door
