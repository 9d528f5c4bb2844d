// format_1.sql is a ledger that the program of format 1 wrote: entry 1, a Form 4 in the folder
// 000910000124000001 with the dates of an index in its content; 2, a Form 3; 3, a split.
#include "journal/older_format.h"

#include <doctest/doctest.h>

#include <fstream>

#include "journal/journal.h"
#include "made_filings.h"
#include "raw_ledger.h"

namespace stakebook {
namespace {

using made::RawLedger;
using made::TemporaryLedger;

const std::string head_hash_of_format_1 =
    "ef0160066b151afc86de7e750a32a7db20b11966dc015fc248c277e1bb1dc866";

void write_format_1(const std::string& path) {
  std::ifstream file(STAKEBOOK_SOURCE "/tests/unit/journal/format_1.sql");
  const std::string sql{std::istreambuf_iterator<char>(file), {}};
  REQUIRE(sql.size() > 10'000);
  RawLedger(path).execute(sql);
}

std::string format_in(const std::string& path) {
  return RawLedger(path).value("PRAGMA user_version");
}

Listing listing(const char* accession, Date filed) {
  return {.accession = *AccessionNumber::parse(accession), .form = "4", .filed = filed};
}

TEST_CASE("A ledger of format 1 is read as it is, and stays of format 1") {
  const TemporaryLedger ledger;
  write_format_1(ledger.path());
  const Journal journal = Journal::open(ledger.path(), Journal::Access::read);
  const VerifyReport report = journal.verify();
  CHECK(report.problems == std::vector<std::string>());
  CHECK(report.entries == 3);
  CHECK(report.head_hash == head_hash_of_format_1);
  const std::vector<Claim> claims = journal.claims_of_issuer(journal.issuers().at(0).id);
  REQUIRE(claims.size() == 3);
  CHECK(claims[0].filing()->submission.accession->to_text() == "0009100001-24-000001");
  CHECK(claims[0].known == Instant{*Date::of(2024, 6, 13)});
  CHECK(journal.owners().size() == 1);
  CHECK(format_in(ledger.path()) == "1");
}

TEST_CASE("Opened to be written to, a ledger of format 1 is upgraded and every hash stays") {
  const TemporaryLedger ledger;
  const TemporaryLedger fresh;
  write_format_1(ledger.path());
  {
    Journal journal = Journal::open(ledger.path(), Journal::Access::write);
    CHECK(journal.verify().problems == std::vector<std::string>());
    Journal::Batch batch = journal.begin_batch();
    CHECK(batch.append(listing("0009100001-24-000001", *Date::of(2024, 6, 14)), "master.idx"));
    batch.commit();
    const VerifyReport report = journal.verify();
    CHECK(report.problems == std::vector<std::string>());
    CHECK(report.head_hash == head_hash_of_format_1);
    CHECK(report.listings == 1);
    // What the filing holds is not replaced by what an index says.
    CHECK(journal.claim(1).known == Instant{*Date::of(2024, 6, 13)});
    Journal::open_or_create(fresh.path());
  }
  CHECK(format_in(ledger.path()) == "2");
  const std::string schema = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY 1";
  CHECK(RawLedger(ledger.path()).rows(schema) == RawLedger(fresh.path()).rows(schema));
}

TEST_CASE("A filing that format 1 kept with its path's number is held already") {
  const TemporaryLedger ledger;
  write_format_1(ledger.path());
  Journal journal = Journal::open(ledger.path(), Journal::Access::write);
  // As it is read today: the number is the path's, and no date is the filing's own.
  Filing filing = *journal.claim(1).filing();
  const Submission before = filing.submission;
  filing.submission = {};
  filing.submission.accession = before.accession;
  filing.submission.accession_is_from_path = true;
  Journal::Batch batch = journal.begin_batch();
  const Appended again = batch.append(filing, "elsewhere/000910000124000001/form4.xml");
  CHECK(again.outcome == AppendOutcome::held_already);
  CHECK(again.entry == 1);
  filing.document.table_i.at(0).transaction_shares = made::given(Shares(7));
  CHECK(batch.append(filing, "other.xml").outcome == AppendOutcome::second_version);
  batch.commit();
  CHECK(journal.verify().problems == std::vector<std::string>());
}

}  // namespace
}  // namespace stakebook
