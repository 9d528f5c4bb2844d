// Reconciled books of an owner: the owner's balances, counted, out of the whole issuer.
#include <doctest/doctest.h>

#include "stakebook.h"
#include "support/temporary_folder.h"

using namespace stakebook;

TEST_CASE("of a question about an owner the balances, counts and claims are the owner's") {
  const TemporaryFolder folder;
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  for (const char* name : {"joint-filing", "missing-report", "exercise-and-sale"}) {
    ledger.import({std::string(STAKEBOOK_FIXTURES) + "/" + name});
  }
  std::int64_t owners = 0;
  for (const Party& owner : ledger.owners()) {
    const Question question{.owner = "#" + std::to_string(owner.id)};
    std::vector<ReconciledBook> reconciled;
    ledger.for_each_reconciled_book(question, [&reconciled](ReconciledBook&& book) {
      reconciled.push_back(std::move(book));
      return true;
    });
    const std::vector<IssuerBook> alone = ledger.books(question);
    REQUIRE(reconciled.size() == alone.size());
    for (std::size_t i = 0; i < alone.size(); ++i) {
      const IssuerBook& book = alone[i];
      const Reconciliation expected = reconcile(book.history, book.book, book.claims);
      const auto& [narrowed, result] = reconciled[i];
      REQUIRE(narrowed.owner);
      CHECK(narrowed.owner->id == owner.id);
      CHECK(narrowed.claims.size() == book.claims.size());
      CHECK(result.table_i.balances == expected.table_i.balances);
      CHECK(result.table_i.exact == expected.table_i.exact);
      CHECK(result.table_i.unexplained == expected.table_i.unexplained);
      CHECK(result.table_ii.balances == expected.table_ii.balances);
      REQUIRE(result.balances.size() == expected.balances.size());
      for (std::size_t k = 0; k < expected.balances.size(); ++k) {
        CHECK(result.balances[k].source == expected.balances[k].source);
      }
      ++owners;
    }
  }
  CHECK(owners > 3);
}
