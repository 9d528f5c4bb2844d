// A correction that `reconcile --suggest` prints closes its gap when a shell runs it.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "report/report.h"
#include "stakebook.h"
#include "support/temporary_folder.h"

using namespace stakebook;

namespace {

ReconciledBook reconciled_book(const Ledger& ledger) {
  std::vector<ReconciledBook> books;
  ledger.for_each_reconciled_book({}, [&books](ReconciledBook&& book) {
    books.push_back(std::move(book));
    return true;
  });
  REQUIRE(books.size() == 1);
  return std::move(books.front());
}

ReconciledBalance& gap_of(ReconciledBook& book) {
  std::vector<ReconciledBalance>& balances = book.result.balances;
  const auto gap = std::find_if(balances.begin(), balances.end(),
                                [](const ReconciledBalance& balance) { return balance.is_gap(); });
  REQUIRE(gap != balances.end());
  return *gap;
}

}  // namespace

TEST_CASE("a suggested correction closes its gap when a shell runs it as it was printed") {
  const TemporaryFolder folder;
  const std::string path = folder.at("Ann's ledger.db");
  std::string script;
  {
    Ledger ledger = Ledger::create_or_open(path);
    ledger.import({std::string(STAKEBOOK_FIXTURES) + "/missing-report"});
    ReconciledBook book = reconciled_book(ledger);
    // 21,000 less 2,000 is not the 19,250 reported; 1,750 sold would be.
    ReconciledBalance& gap = gap_of(book);
    GapCause slip;
    slip.cause = Cause::reporting_error;
    slip.statement = "1,750 sold, not 2,000; it's the broker's figure";
    slip.correction = SuggestedCorrection{gap.source, "transaction_shares", "1750"};
    gap.causes = {slip};
    script = report_suggestions({book}, {path, "stakebook reconcile --suggest"}, {});
  }
  std::ofstream(folder.at("corrections.sh")) << script;
  const std::string command = "PATH='" STAKEBOOK_PROGRAM_FOLDER "':\"$PATH\" sh '" +
                              folder.at("corrections.sh") + "' > '" + folder.at("output") + '\'';
  REQUIRE(std::system(command.c_str()) == 0);

  const Ledger ledger = Ledger::open(path);
  CHECK(ledger.journal().entries() == 3);
  const ReconciledBook book = reconciled_book(ledger);
  CHECK(book.result.table_i.gaps() == 0);
  CHECK(book.result.table_i.exact == 1);
}
