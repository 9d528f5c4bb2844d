// Printed copies and quarterly tables beside the XML of the same filings: they are further versions
// of filings that are held, so that no balance changes by them, whichever came first.
#include <doctest/doctest.h>

#include "corpus_files.h"
#include "stakebook.h"
#include "support/temporary_folder.h"

using namespace stakebook;

namespace {

struct Summaries {
  ReconciliationSummary table_i;
  ReconciliationSummary table_ii;
};

Summaries summaries_of(const Ledger& ledger) {
  Summaries sum;
  ledger.for_each_issuer_book({}, [&](IssuerBook&& answer) {
    const Reconciliation result = reconcile(answer.history, answer.book, answer.claims);
    sum.table_i += result.table_i;
    sum.table_ii += result.table_ii;
    return true;
  });
  return sum;
}

void check_same(const ReconciliationSummary& one, const ReconciliationSummary& other) {
  CHECK(one.checked == other.checked);
  CHECK(one.exact == other.exact);
  CHECK(one.final_totals == other.final_totals);
  CHECK(one.proven == other.proven);
  CHECK(one.plausible == other.plausible);
  CHECK(one.unexplained == other.unexplained);
}

}  // namespace

TEST_CASE("printed copies and quarterly tables beside the XML leave every balance as it was") {
  if (corpus_test::skips()) return;
  const std::string corpus = corpus_test::corpus.string();
  const std::vector<std::string> xml = {corpus + "/edgar", corpus + "/loose",
                                        corpus + "/submissions"};
  const TemporaryFolder folder;
  Ledger ledger = Ledger::create_or_open(folder.at("xml-first.db"));
  ledger.import(xml);
  const Summaries alone = summaries_of(ledger);
  CHECK(alone.table_i.exact >= 2059);
  CHECK(alone.table_ii.exact >= 183);
  CHECK(ledger.import({corpus + "/quarterly"}).totals.appended >= 440);
  CHECK(ledger.import({corpus + "/printed"}).totals.appended > 0);
  const Summaries beside = summaries_of(ledger);
  check_same(alone.table_i, beside.table_i);
  check_same(alone.table_ii, beside.table_ii);

  Ledger other = Ledger::create_or_open(folder.at("xml-last.db"));
  other.import({corpus + "/printed"});
  other.import({corpus + "/quarterly"});
  other.import(xml);
  const Summaries behind = summaries_of(other);
  check_same(alone.table_i, behind.table_i);
  check_same(alone.table_ii, behind.table_ii);
}
