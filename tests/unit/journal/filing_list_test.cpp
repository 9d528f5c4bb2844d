// Filings one at a time, by what they are asked for.
#include <doctest/doctest.h>

#include "made_filings.h"
#include "value/error.h"

using namespace stakebook;

namespace {

using Entries = std::vector<std::int64_t>;

Entries entries(const Journal& journal, const FilingFilter& filter) {
  Entries list;
  journal.for_each_filing(filter, [&list](Claim&& claim) {
    REQUIRE(claim.filing() != nullptr);
    list.push_back(claim.entry);
    return true;
  });
  return list;
}

Filing filed_as(Filing filing, const char* accession, const char* filed) {
  filing.submission.accession = AccessionNumber::parse(accession);
  filing.submission.filed = Date::parse(filed);
  return filing;
}

}  // namespace

TEST_CASE("Filings come in entry order, narrowed by party, filing and day of knowledge") {
  const made::TemporaryLedger file;
  Journal journal = Journal::open_or_create(file.path());
  {
    Journal::Batch batch = journal.begin_batch();
    const char* const first = "0001104659-24-000001";
    batch.append(filed_as(made::plain_filing("1001", "2001", 10), first, "2024-03-07"), "a");
    batch.append(Record{*Date::parse("2024-03-08"),
                        {*Date::parse("2024-03-08")},
                        "E. Rhode",
                        "why",
                        RecordedSplit{"0000001001", Ratio(2)}},
                 "");
    batch.append(
        filed_as(made::plain_filing("1001", "2002", 20), "0001104659-24-000002", "2024-03-09"),
        "b");
    batch.append(
        filed_as(made::plain_filing("1002", "2001", 30), "0001104659-24-000003", "2024-03-10"),
        "c");
    batch.append(filed_as(made::plain_filing("1001", "2001", 11), first, "2024-03-11"), "d");
    batch.append(made::plain_filing("1002", "2002", 40), "e");  // signed 2024-03-06
    batch.commit();
  }
  const auto party = [](const std::vector<Party>& parties) { return parties.at(0).id; };
  const PartyId issuer = party(journal.issuers("1001"));
  const PartyId owner = party(journal.owners("2001"));
  CHECK(entries(journal, {}) == Entries{1, 3, 4, 5, 6});
  CHECK(entries(journal, {.issuer = issuer}) == Entries{1, 3, 5});
  CHECK(entries(journal, {.owner = owner}) == Entries{1, 4, 5});
  CHECK(entries(journal, {.issuer = issuer, .owner = owner}) == Entries{1, 5});
  CHECK(entries(journal, {.known = Instant::parse("2024-03-09")}) == Entries{1, 3, 6});
  CHECK(entries(journal, {.filing = "000110465924000001"}) == Entries{1, 5});
  CHECK(entries(journal, {.filing = "3"}) == Entries{3});
  CHECK(entries(journal, {.filing = "3", .owner = owner}) == Entries{});
  CHECK(journal.first_version(journal.claim(1)) == 1);
  CHECK(journal.first_version(journal.claim(5)) == 1);
  CHECK(journal.first_version(journal.claim(3)) == 3);
  CHECK(journal.first_version(journal.claim(6)) == 6);
  for (const char* none : {"2", "7", "0001104659-24-000009", "x"}) {
    CAPTURE(none);
    CHECK_THROWS_AS(entries(journal, {.filing = none}), Error);
  }
  std::size_t visited = 0;
  journal.for_each_filing({}, [&visited](Claim&&) { return ++visited < 2; });
  CHECK(visited == 2);
}

TEST_CASE("A ledger of more filings than are listed at once is walked to its end") {
  const made::TemporaryLedger file;
  Journal journal = Journal::open_or_create(file.path());
  constexpr int count = 1'203;
  {
    Journal::Batch batch = journal.begin_batch();
    for (int i = 0; i < count; ++i) {
      batch.append(made::plain_filing("1001", std::to_string(3000 + i), i + 1), "a");
    }
    batch.commit();
  }
  Entries expected;
  for (int i = 1; i <= count; ++i) expected.push_back(i);
  CHECK(entries(journal, {}) == expected);
}
