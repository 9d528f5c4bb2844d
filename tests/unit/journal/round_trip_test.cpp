#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "filing/reader.h"
#include "journal/journal.h"
#include "made_filings.h"

namespace stakebook {
namespace {

using made::RandomFilings;
using made::same;
using made::TemporaryLedger;

void require_whole(const Journal& journal) {
  const VerifyReport report = journal.verify();
  for (const std::string& problem : report.problems) MESSAGE(problem);
  REQUIRE(report.problems.empty());
}

TEST_CASE("A random filing reads back exactly as it was appended") {
  const TemporaryLedger ledger;
  Journal journal = Journal::open_or_create(ledger.path());
  RandomFilings random(20240305);
  std::vector<Filing> filings;
  std::vector<std::int64_t> entries;
  Journal::Batch batch = journal.begin_batch();
  for (int i = 0; i < 400; ++i) {
    filings.push_back(random.filing());
    entries.push_back(batch.append(filings.back(), "file " + std::to_string(i)).entry);
  }
  batch.commit();
  for (std::size_t i = 0; i < filings.size(); ++i) {
    const Claim claim = journal.claim(entries[i]);
    REQUIRE(claim.filing() != nullptr);
    CHECK(same(*claim.filing(), filings[i]));
    CHECK(claim.known == filings[i].known());
    CHECK(claim.source == "file " + std::to_string(i));
  }
  require_whole(journal);
}

TEST_CASE("A random record reads back exactly as it was appended") {
  const TemporaryLedger ledger;
  Journal journal = Journal::open_or_create(ledger.path());
  RandomFilings random(20240306);
  std::vector<std::pair<std::int64_t, Record>> appended;
  Journal::Batch batch = journal.begin_batch();
  for (int i = 0; i < 400; ++i) {
    const Record record = random.record(static_cast<std::int64_t>(appended.size()));
    appended.emplace_back(batch.append(record, "records").entry, record);
  }
  batch.commit();
  for (const auto& [entry, record] : appended) {
    const Claim claim = journal.claim(entry);
    REQUIRE(claim.record() != nullptr);
    CHECK(*claim.record() == record);
    CHECK(claim.known == record.known);
  }
  require_whole(journal);
}

TEST_CASE("Every filing of the corpus reads back exactly as it was appended") {
  const std::filesystem::path corpus = std::filesystem::path(STAKEBOOK_SHARED) / "corpus";
  if (!std::filesystem::exists(corpus)) {
    MESSAGE("SKIPPED: the corpus is not there");
    return;
  }
  const TemporaryLedger ledger;
  Journal journal = Journal::open_or_create(ledger.path());
  std::vector<Filing> filings;
  std::vector<Appended> appended;
  Journal::Batch batch = journal.begin_batch();
  for (const char* folder : {"edgar", "loose", "submissions", "printed", "odd"}) {
    for (const auto& file : std::filesystem::recursive_directory_iterator(corpus / folder)) {
      if (!file.is_regular_file()) continue;
      std::ifstream stream(file.path(), std::ios::binary);
      const std::string bytes(std::istreambuf_iterator<char>(stream), {});
      ReadResult result = read_filing(bytes);
      if (!result.filing) {
        batch.set_aside(file.path().string(), *result.refusal);
        continue;
      }
      appended.push_back(batch.append(*result.filing, file.path().string()));
      filings.push_back(std::move(*result.filing));
    }
  }
  batch.commit();
  REQUIRE(filings.size() > 560);  // the corpus has 566 documents in edgar, loose and submissions
  std::size_t new_entries = 0;
  for (std::size_t i = 0; i < filings.size(); ++i) {
    const Claim claim = journal.claim(appended[i].entry);
    REQUIRE(claim.filing() != nullptr);
    CHECK(claim.filing()->document == filings[i].document);
    if (appended[i].outcome == AppendOutcome::held_already) continue;
    ++new_entries;
    CHECK(same(*claim.filing(), filings[i]));
  }
  CHECK(journal.entries() == static_cast<std::int64_t>(new_entries));
  require_whole(journal);
}

}  // namespace
}  // namespace stakebook
