// What is listed as noticed: by the readers, and when filings are put together.
#include <doctest/doctest.h>

#include "stakebook.h"
#include "support/temporary_folder.h"

using namespace stakebook;

namespace {

const std::string fixtures = STAKEBOOK_FIXTURES;

// "entry code" of each.
std::vector<std::string> noticed(const Ledger& ledger, const NoticedFilter& filter = {}) {
  std::vector<std::string> result;
  for (const Noticed& one : ledger.noticed(filter)) {
    result.push_back(std::to_string(one.entry) + " " + one.diagnostic.code);
  }
  return result;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("what readers noticed and what shows between filings are one list, by entry") {
  const TemporaryFolder folder;
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  ledger.import({fixtures + "/quarterly-tables", fixtures + "/odd/comma-in-number.xml",
                 fixtures + "/exercise-and-sale"});
  CHECK(noticed(ledger) == Texts{"1 version-superseded", "2 version-superseded",
                                 "3 version-superseded", "4 number-repaired"});
  CHECK(noticed(ledger, {.filing = "0009300001-24-000002"}) == Texts{"2 version-superseded"});
  CHECK(noticed(ledger, {.filing = "4"}) == Texts{"4 number-repaired"});
  CHECK(noticed(ledger, {.code = "number-repaired"}) == Texts{"4 number-repaired"});
  CHECK(noticed(ledger, {.filing = "3", .code = "version-superseded"}) ==
        Texts{"3 version-superseded"});
  CHECK(noticed(ledger, {.code = "tables-differ"}).empty());
  const Noticed first = ledger.noticed().front();
  CHECK(first.accession == "0009300001-24-000001");
  CHECK(first.source == fixtures + "/quarterly-tables/SUBMISSION.tsv:2");
}
