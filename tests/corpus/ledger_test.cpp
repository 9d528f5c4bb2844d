// The whole corpus through the door: nothing crashes, nothing is dropped, nothing changes when it
// is imported again, and what is stored verifies. The row counts of MANIFEST.tsv were taken with
// another XML library.
#include <doctest/doctest.h>

#include <filesystem>

#include "book/same_shares.h"
#include "stakebook.h"
#include "support/manifest.h"

using namespace stakebook;

namespace {

const std::string corpus = STAKEBOOK_SHARED "/corpus";

struct ManifestTotals {
  std::int64_t documents = 0;
  std::int64_t table_i = 0;
  std::int64_t table_ii = 0;
};

ManifestTotals manifest_totals() {
  ManifestTotals totals;
  for (const ManifestLine& line : manifest()) {
    ++totals.documents;
    for (const auto& [column, cell] : line) {
      if (column.starts_with("table1_")) totals.table_i += std::stoi(cell);
      if (column.starts_with("table2_")) totals.table_ii += std::stoi(cell);
    }
  }
  return totals;
}

// A simple order search accounts for 80.8% and 53.3% of the balances that can be checked.
void check_counts(const char* table, const ReconciliationSummary& counts, int per_mille) {
  MESSAGE(table << ": " << counts.checked << " checked, " << counts.exact << " exact, "
                << counts.proven << " proven, " << counts.plausible << " plausible, "
                << counts.unexplained << " unexplained");
  CHECK(counts.exact * 1000 > counts.checked * per_mille);
  CHECK(counts.checked == counts.exact + counts.gaps());
  CHECK(counts.balances == counts.first + counts.checked + counts.not_determined);
  std::int64_t with_cause = 0;
  for (const auto& [cause, number] : counts.by_cause) with_cause += number;
  CHECK(with_cause == counts.proven + counts.plausible);
}

}  // namespace

TEST_CASE("the corpus comes in whole, once, verifies, and reconciles better than a simple search") {
  if (!std::filesystem::exists(corpus)) {
    MESSAGE("skipped: ../shared/corpus is not here");
    return;
  }
  const auto folder = std::filesystem::temp_directory_path() / "stakebook-corpus-test";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  const std::vector<std::string> paths = {corpus + "/edgar", corpus + "/loose",
                                          corpus + "/submissions"};
  {
    Ledger ledger = Ledger::create_or_open((folder / "corpus.db").string());
    const ManifestTotals counted = manifest_totals();
    const ImportReport first = ledger.import(paths);
    CHECK(first.set_aside.empty());
    CHECK(first.totals.appended + first.totals.held_already == counted.documents);
    CHECK(first.rows == counted.table_i + counted.table_ii);

    // The sixteen indexes list 237 of the filings (counted with another JSON reader).
    CHECK(first.indexes == 16);
    CHECK(first.listings == 237);

    const VerifyReport verified = ledger.verify();
    CHECK(verified.problems.empty());
    CHECK(verified.listings == 237);
    CHECK(verified.rows == first.rows);

    const ImportReport again = ledger.import(paths);
    CHECK(again.totals.appended == 0);
    CHECK(again.totals.held_already == counted.documents);
    CHECK(ledger.verify().head_hash == verified.head_hash);

    ReconciliationSummary table_i;
    ReconciliationSummary table_ii;
    std::int64_t rows = 0;
    for (const Party& issuer : ledger.issuers()) {
      for (const IssuerBook& book : ledger.books({.owner = {}, .issuer = issuer.cik->to_text()})) {
        const Reconciliation result = reconcile(book.history, book.book, book.claims);
        table_i += result.table_i;
        table_ii += result.table_ii;
        // Nobody in the corpus files a control chain separately; five officers of one company have
        // equal awards, dates and balances.
        CHECK(same_shares(book.claims, book.history, book.book).empty());
        for (const Account& account : book.book.accounts) {
          rows += static_cast<std::int64_t>(account.postings.size());
        }
      }
    }
    // Every row became a posting, but for those that an amendment replaced or repeated.
    CHECK(rows > first.rows - 60);
    CHECK(rows <= first.rows);
    check_counts("table I", table_i, 808);
    check_counts("table II", table_ii, 533);
  }
  std::filesystem::remove_all(folder);
}
