#include "journal/journal.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>

#include "made_filings.h"
#include "raw_ledger.h"
#include "value/error.h"

namespace stakebook {
namespace {

using made::plain_filing;
using made::RawLedger;
using made::TemporaryLedger;

Filing with_accession(Filing filing, const std::string& accession) {
  filing.submission.accession = AccessionNumber::parse(accession);
  return filing;
}

Record split(const std::string& issuer, std::int64_t ratio, const std::string& known) {
  return {*Date::parse("2024-06-03"), *Instant::parse(known), "E. Rhode", "8-K",
          RecordedSplit{issuer, Ratio(ratio)}};
}

template <class Operation>
ErrorKind kind_thrown(Operation&& operation) {
  try {
    operation();
  } catch (const Error& error) {
    CHECK_FALSE(error.place().empty());
    CHECK_FALSE(error.remedy().empty());
    return error.kind();
  }
  FAIL("nothing was thrown");
  return ErrorKind::arithmetic;
}

TEST_CASE("The same content twice is one entry, whatever its source, format and diagnostics") {
  const TemporaryLedger ledger;
  Journal journal = Journal::open_or_create(ledger.path());
  Journal::Batch batch = journal.begin_batch();
  Filing filing = plain_filing("11", "21", 100);
  CHECK(batch.append(filing, "a.xml").outcome == AppendOutcome::appended);
  filing.format = SourceFormat::submission_text;
  filing.diagnostics.clear();
  const Appended again = batch.append(filing, "b.txt");
  CHECK(again.outcome == AppendOutcome::held_already);
  CHECK(again.entry == 1);
  CHECK(batch.append(plain_filing("11", "21", 101), "c.xml").entry == 2);
  batch.commit();
  CHECK(journal.entries() == 2);
  CHECK(journal.claim(1).source == "a.xml");
}

TEST_CASE("An accession number with other content is a second version, and both are kept") {
  const TemporaryLedger ledger;
  Journal journal = Journal::open_or_create(ledger.path());
  Journal::Batch batch = journal.begin_batch();
  const std::string accession = "0001104659-21-000001";
  batch.append(with_accession(plain_filing("11", "21", 100), accession), "a.xml");
  const Appended second =
      batch.append(with_accession(plain_filing("11", "21", 200), accession), "a2.xml");
  CHECK(second.outcome == AppendOutcome::second_version);
  CHECK(second.entry == 2);
  const Appended third =
      batch.append(with_accession(plain_filing("11", "21", 100), accession), "a3.xml");
  CHECK(third.outcome == AppendOutcome::held_already);
  batch.commit();
  CHECK(journal.verify().problems.empty());
}

TEST_CASE("The quarterly tables and another source of a filing are no two versions of it") {
  const TemporaryLedger ledger;
  Journal journal = Journal::open_or_create(ledger.path());
  Journal::Batch batch = journal.begin_batch();
  const auto filing = [](SourceFormat format, int shares) {
    Filing result = with_accession(plain_filing("11", "21", shares), "0001104659-21-000001");
    result.format = format;
    return result;
  };
  constexpr auto tables = SourceFormat::quarterly_tables;
  constexpr auto xml = SourceFormat::ownership_xml;
  CHECK(batch.append(filing(tables, 100), "a").outcome == AppendOutcome::appended);
  CHECK(batch.append(filing(xml, 101), "b").outcome == AppendOutcome::appended);
  CHECK(batch.append(filing(xml, 102), "c").outcome == AppendOutcome::second_version);
  CHECK(batch.append(filing(tables, 103), "d").outcome == AppendOutcome::second_version);
  batch.commit();
  CHECK(journal.claim(1).filing()->format == tables);
  CHECK(journal.verify().problems.empty());
}

TEST_CASE("An accession number and EDGAR's dates are content") {
  const Filing bare = plain_filing("11", "21", 100);
  Filing dated = bare;
  dated.submission.accepted = Instant::parse("2024-03-06 18:01:02");
  CHECK(canonical_bytes(with_accession(bare, "0001104659-21-000001")) != canonical_bytes(bare));
  CHECK(canonical_bytes(dated) != canonical_bytes(bare));
}

TEST_CASE("A batch that is not committed leaves no trace") {
  const TemporaryLedger ledger;
  Journal journal = Journal::open_or_create(ledger.path());
  {
    Journal::Batch batch = journal.begin_batch();
    batch.append(plain_filing("11", "21", 100), "a.xml");
    batch.set_aside("b.xml", {"not-xml", Severity::error, "no element", ""});
  }
  CHECK(journal.entries() == 0);
  CHECK(journal.issuers().empty());
  CHECK(journal.set_aside().empty());
  Journal::Batch batch = journal.begin_batch();
  CHECK(batch.append(plain_filing("11", "21", 100), "a.xml").entry == 1);
  batch.commit();
  CHECK(journal.verify().problems.empty());
  CHECK(journal.issuers().size() == 1);
}

TEST_CASE("A committed batch takes nothing more") {
  const TemporaryLedger ledger;
  Journal journal = Journal::open_or_create(ledger.path());
  Journal::Batch batch = journal.begin_batch();
  batch.append(plain_filing("11", "21", 100), "a.xml");
  batch.commit();
  CHECK(kind_thrown([&] { batch.append(plain_filing("11", "21", 1), "b.xml"); }) ==
        ErrorKind::storage);
  CHECK(journal.entries() == 1);
}

TEST_CASE("A file set aside is kept once, with its reason") {
  const TemporaryLedger ledger;
  Journal journal = Journal::open_or_create(ledger.path());
  const Diagnostic reason{"not-xml", Severity::error, "no element", "line 1"};
  for (int i = 0; i < 2; ++i) {
    Journal::Batch batch = journal.begin_batch();
    batch.set_aside("bad.xml", reason);
    batch.commit();
  }
  REQUIRE(journal.set_aside().size() == 1);
  CHECK(journal.set_aside()[0].source == "bad.xml");
  CHECK(journal.set_aside()[0].reason == reason);
}

TEST_CASE("What was noticed in a filing can be asked for, by filing and by code") {
  const TemporaryLedger ledger;
  Journal journal = Journal::open_or_create(ledger.path());
  Filing first = with_accession(plain_filing("11", "21", 100), "0001104659-21-000001");
  const Diagnostic comma{"number-repaired", Severity::warning, "1,100 is read as 1100", "line 3"};
  const Diagnostic flag{"boolean-repaired", Severity::note, "Yes", "line 9"};
  first.diagnostics = {comma, flag};
  Filing second = plain_filing("11", "21", 200);
  second.diagnostics = {comma};
  Journal::Batch batch = journal.begin_batch();
  batch.append(first, "a.xml");
  batch.append(second, "b.xml");
  batch.commit();
  REQUIRE(journal.noticed().size() == 3);
  CHECK(journal.noticed()[1].diagnostic == flag);
  CHECK(journal.noticed()[2].source == "b.xml");
  CHECK(journal.noticed()[2].accession.empty());
  CHECK(journal.noticed({.code = "number-repaired"}).size() == 2);
  CHECK(journal.noticed({.filing = "000110465921000001"}).size() == 2);
  REQUIRE(journal.noticed({.filing = "2", .code = "number-repaired"}).size() == 1);
  CHECK(journal.noticed({.filing = "2"})[0].entry == 2);
  CHECK(kind_thrown([&] { journal.noticed({.filing = "3"}); }) == ErrorKind::not_found);
  CHECK(kind_thrown([&] { journal.noticed({.filing = "a.xml"}); }) == ErrorKind::invalid_input);
}

TEST_CASE("A second writer is told that it must wait, and readers are not") {
  const TemporaryLedger ledger;
  Journal first = Journal::open_or_create(ledger.path());
  Journal second = Journal::open(ledger.path(), Journal::Access::write);
  Journal::Batch batch = first.begin_batch();
  batch.append(plain_filing("11", "21", 100), "a.xml");
  CHECK(kind_thrown([&] { second.begin_batch(); }) == ErrorKind::busy);
  CHECK(kind_thrown([&] { first.begin_batch(); }) == ErrorKind::busy);
  const Journal reader = Journal::open(ledger.path(), Journal::Access::read);
  CHECK(reader.entries() == 0);
  batch.commit();
  CHECK(reader.entries() == 1);
  Journal::Batch other = second.begin_batch();
  CHECK(other.append(plain_filing("11", "21", 101), "b.xml").entry == 2);
  other.commit();
  CHECK(reader.verify().problems.empty());
  CHECK(reader.entries() == 2);
}

TEST_CASE("A ledger opened to be read takes no batch") {
  const TemporaryLedger ledger;
  { Journal::open_or_create(ledger.path()); }
  Journal reader = Journal::open(ledger.path(), Journal::Access::read);
  CHECK(kind_thrown([&] { reader.begin_batch(); }) == ErrorKind::storage);
}

TEST_CASE("What is not a ledger is said not to be one, and stays as it is") {
  const TemporaryLedger ledger;
  const auto open = [&](Journal::Access access) {
    return kind_thrown([&] { Journal::open(ledger.path(), access); });
  };
  const auto create = [&] { return kind_thrown([&] { Journal::open_or_create(ledger.path()); }); };
  SUBCASE("nothing is there") {
    CHECK(open(Journal::Access::read) == ErrorKind::not_found);
    CHECK(open(Journal::Access::write) == ErrorKind::not_found);
    CHECK_FALSE(std::filesystem::exists(ledger.path()));
  }
  SUBCASE("text") {
    std::ofstream(ledger.path()) << std::string(5000, 'x');
    CHECK(open(Journal::Access::read) == ErrorKind::damaged);
    CHECK(open(Journal::Access::write) == ErrorKind::damaged);
    CHECK(create() == ErrorKind::damaged);
    CHECK(std::filesystem::file_size(ledger.path()) == 5000);
  }
  SUBCASE("a few bytes") {
    std::ofstream(ledger.path()) << "hello";
    CHECK(open(Journal::Access::read) == ErrorKind::damaged);
    CHECK(create() == ErrorKind::damaged);
    CHECK(std::filesystem::file_size(ledger.path()) == 5);
  }
  SUBCASE("another program's database") {
    RawLedger(ledger.path()).execute("CREATE TABLE t (a)");
    CHECK(open(Journal::Access::read) == ErrorKind::damaged);
    CHECK(create() == ErrorKind::damaged);
  }
  SUBCASE("a folder") {
    std::filesystem::create_directory(ledger.path());
    CHECK(open(Journal::Access::read) == ErrorKind::damaged);
    CHECK(create() == ErrorKind::damaged);
  }
  SUBCASE("a folder that does not exist") {
    CHECK(kind_thrown([&] { Journal::open_or_create(ledger.path() + "/no/ledger.db"); }) ==
          ErrorKind::storage);
  }
  SUBCASE("a later format") {
    { Journal::open_or_create(ledger.path()); }
    RawLedger(ledger.path()).execute("PRAGMA user_version = 99");
    CHECK(open(Journal::Access::read) == ErrorKind::newer_format);
    CHECK(open(Journal::Access::write) == ErrorKind::newer_format);
    CHECK(create() == ErrorKind::newer_format);
  }
}

TEST_CASE("An empty file becomes a ledger") {
  const TemporaryLedger ledger;
  std::ofstream(ledger.path()).close();
  Journal journal = Journal::open_or_create(ledger.path());
  CHECK(journal.entries() == 0);
  const VerifyReport report = journal.verify();
  CHECK(report.problems.empty());
  CHECK(report.head_hash == std::string(64, '0'));
}

TEST_CASE("A path may hold every character that a URI gives a meaning") {
  const TemporaryLedger ledger;
  const std::string path = (ledger.folder() / "a%20b?mode=ro#c.db").string();
  Journal journal = Journal::open_or_create(path);
  Journal::Batch batch = journal.begin_batch();
  batch.append(plain_filing("11", "21", 100), "a.xml");
  batch.commit();
  CHECK(std::filesystem::exists(path));
  CHECK(Journal::open(path, Journal::Access::read).entries() == 1);
}

TEST_CASE("Claims of an issuer and of an owner come in entry order, as known on a day") {
  const TemporaryLedger ledger;
  Journal journal = Journal::open_or_create(ledger.path());
  Journal::Batch batch = journal.begin_batch();
  const auto append = [&](const char* issuer, const char* owner, const char* accepted) {
    Filing filing = plain_filing(issuer, owner, 100);
    filing.submission.accepted = Instant::parse(accepted);
    return batch.append(filing, "x").entry;
  };
  append("11", "21", "2024-06-05 10:00:00");              // 1
  append("12", "21", "2024-06-01 10:00:00");              // 2: another issuer
  append("11", "22", "2024-06-03 23:59:59");              // 3: another owner
  append("11", "21", "2024-06-03");                       // 4
  batch.append(split("11", 3, "2024-06-02"), "records");  // 5
  batch.append(split("12", 5, "2024-06-02"), "records");  // 6
  batch.commit();
  const auto entries = [](const std::vector<Claim>& claims) {
    std::vector<std::int64_t> numbers;
    for (const Claim& claim : claims) numbers.push_back(claim.entry);
    return numbers;
  };
  using Numbers = std::vector<std::int64_t>;
  const PartyId issuer = journal.issuers("11").at(0).id;
  const PartyId owner = journal.owners("21").at(0).id;
  const Date third = *Date::parse("2024-06-03");
  CHECK(entries(journal.claims_of_issuer(issuer)) == Numbers{1, 3, 4, 5});
  CHECK(entries(journal.claims_of_issuer(issuer, Instant{third})) == Numbers{3, 4, 5});
  CHECK(entries(journal.claims_of_issuer(issuer, Instant{third.plus_days(-1)})) == Numbers{5});
  CHECK(entries(journal.claims_of(issuer, owner)) == Numbers{1, 4, 5});
  CHECK(entries(journal.claims_of(issuer, owner, Instant{third})) == Numbers{4, 5});
  CHECK(journal.claim(4).known.seconds == Instant::time_unknown);
  // Its time is not known, so at no time of its day was it known already.
  const auto within_the_day = entries(journal.claims_of_issuer(issuer, Instant{third, 86'399}));
  CHECK(std::find(within_the_day.begin(), within_the_day.end(), 4) == within_the_day.end());
  CHECK(journal.claim(4).owners == Numbers{owner});
  CHECK(journal.claim(5).owners.empty());
  CHECK(kind_thrown([&] { journal.claim(7); }) == ErrorKind::not_found);
  CHECK(kind_thrown([&] { journal.claim(0); }) == ErrorKind::not_found);
}

TEST_CASE("A record about a row belongs to that row's issuer and owners") {
  const TemporaryLedger ledger;
  Journal journal = Journal::open_or_create(ledger.path());
  Journal::Batch batch = journal.begin_batch();
  batch.append(plain_filing("11", "21", 100), "a.xml");
  Record correction{*Date::parse("2024-06-03"), *Instant::parse("2024-06-03"), "E. Rhode", "typo",
                    RecordedCorrection{*Reference::parse("1.I.1"), "transaction_shares", "1000"}};
  CHECK(batch.append(correction, "records").entry == 2);
  correction.body = RecordedCorrection{*Reference::parse("1.I.2"), "transaction_shares", "1000"};
  CHECK(kind_thrown([&] { batch.append(correction, "records"); }) == ErrorKind::not_found);
  correction.body = RecordedCorrection{*Reference::parse("9.I.1"), "transaction_shares", "1000"};
  CHECK(kind_thrown([&] { batch.append(correction, "records"); }) == ErrorKind::not_found);
  batch.commit();  // a record that was refused harms nothing
  const Claim claim = journal.claim(2);
  CHECK(claim.issuer == journal.claim(1).issuer);
  CHECK(claim.owners == journal.claim(1).owners);
  CHECK(journal.claims_of(claim.issuer, claim.owners.at(0)).size() == 2);
  CHECK(journal.verify().problems.empty());
}

}  // namespace
}  // namespace stakebook
