// Filings as they were filed, through the door; the fixtures' parties stand in fixtures/README.md.
#include <doctest/doctest.h>

#include "stakebook.h"
#include "support/temporary_folder.h"

using namespace stakebook;

namespace {

using Entries = std::vector<std::int64_t>;

Entries entries(const Ledger& ledger, const Question& question, std::string_view filing = {}) {
  Entries list;
  ledger.for_each_filing(question, filing, [&list](Claim&& claim) {
    REQUIRE(claim.filing() != nullptr);
    list.push_back(claim.entry);
    return true;
  });
  return list;
}

ErrorKind kind_of_error(const Ledger& ledger, const Question& question, std::string_view filing) {
  try {
    entries(ledger, question, filing);
  } catch (const Error& error) {
    CHECK_FALSE(error.remedy().empty());
    return error.kind();
  }
  FAIL("no error");
  return ErrorKind::storage;
}

}  // namespace

TEST_CASE("filings are asked for by owner, issuer, day of knowledge and reference") {
  const TemporaryFolder folder;
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  const std::string fixtures = STAKEBOOK_FIXTURES;
  ledger.import({fixtures + "/exercise-and-sale", fixtures + "/two-trusts"});
  Record split;
  split.effective = *Date::parse("2024-07-01");
  split.known = {split.effective};
  split.author = "E. Rhode";
  split.reason = "8-K";
  split.body = RecordedSplit{"0009100001", Ratio(2)};
  CHECK(ledger.record(split).entry == 6);

  CHECK(entries(ledger, {}) == Entries{1, 2, 3, 4, 5});
  CHECK(entries(ledger, {.owner = "lindqvist"}) == Entries{1, 2, 3});
  CHECK(entries(ledger, {.issuer = "cdrm"}) == Entries{4, 5});
  CHECK(entries(ledger, {.owner = "abernathy", .issuer = "cedar mill"}) == Entries{4, 5});
  CHECK(entries(ledger, {.known = Instant::parse("2024-06-04")}) == Entries{1, 4, 5});
  CHECK(entries(ledger, {}, "2") == Entries{2});
  CHECK(entries(ledger, {}, "2.I.1") == Entries{2});
  CHECK(entries(ledger, {}, "2.I.1@2024-06-30") == Entries{2});
  CHECK(entries(ledger, {.owner = "abernathy"}, "2") == Entries{});
  CHECK(kind_of_error(ledger, {}, "6") == ErrorKind::not_found);
  CHECK(kind_of_error(ledger, {}, "foo") == ErrorKind::invalid_input);
  CHECK(kind_of_error(ledger, {.owner = "nobody"}, "") == ErrorKind::not_found);
}
