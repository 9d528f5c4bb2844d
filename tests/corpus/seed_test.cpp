// The printed Form 4 that the project began with, from bytes to answers. Every expected figure was
// taken from the form by hand.
#include <doctest/doctest.h>

#include <filesystem>

#include "stakebook.h"

using namespace stakebook;

namespace {

const std::string seed = STAKEBOOK_SHARED "/seed/000_04a7c4c523195082.txt";

bool seed_is_here() {
  if (std::filesystem::exists(seed)) return true;
  MESSAGE("skipped: ../shared/seed is not here");
  return false;
}

struct SeedLedger {
  std::filesystem::path folder = std::filesystem::temp_directory_path() / "stakebook-seed-test";
  std::optional<Ledger> ledger;

  SeedLedger() {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    ledger.emplace(Ledger::create_or_open((folder / "seed.db").string()));
    ledger->import({seed});
  }
  ~SeedLedger() {
    ledger.reset();
    std::filesystem::remove_all(folder);
  }
  IssuerBook book(const char* on) const {
    auto books = ledger->books({.owner = "Foster Matthew", .on = Date::parse(on)});
    REQUIRE(books.size() == 1);
    return std::move(books.front());
  }
};

const Account& account(const IssuerBook& book, Table table, bool direct) {
  for (const Account& candidate : book.book.accounts) {
    const AccountIdentity& identity =
        book.history.accounts[static_cast<std::size_t>(candidate.identity)];
    if (identity.table == table && identity.direct == direct) return candidate;
  }
  FAIL("no such account");
  return book.book.accounts.front();
}

const GrantPosition& grant(const IssuerBook& book, const char* expires) {
  for (const GrantPosition& candidate : book.book.grants) {
    if (candidate.expires == Date::parse(expires)) return candidate;
  }
  FAIL("no such grant");
  return book.book.grants.front();
}

}  // namespace

TEST_CASE("the seed: nine and one rows, five of them without an amount") {
  if (!seed_is_here()) return;
  const SeedLedger seeded;
  const IssuerBook book = seeded.book("2007-11-21");
  const OwnershipDocument& document = book.claims.at(0).filing()->document;
  CHECK(document.table_i.size() == 9);
  CHECK(document.table_ii.size() == 1);
  int without_amount = 0;
  for (const Row& row : document.table_i) {
    if (row.kind == RowKind::transaction && !row.transaction_shares.has_value()) ++without_amount;
  }
  CHECK(without_amount == 5);
  CHECK(document.footnotes.size() == 4);
  CHECK(document.footnotes.at(3).id == "F4");
  CHECK(document.footnotes.at(3).text.find("47,144") != std::string::npos);
  CHECK(*document.issuer.issuer_trading_symbol == "ASTI");
  CHECK(!document.issuer.cik());
  CHECK(book.claims.at(0).filing()->submission.filed == Date::parse("2007-11-21"));
}

TEST_CASE("the seed: holdings before, on and after the day") {
  if (!seed_is_here()) return;
  const SeedLedger seeded;
  const IssuerBook on_the_day = seeded.book("2007-11-20");
  CHECK(account(on_the_day, Table::non_derivative, true).balance ==
        ShareRange::exactly(Shares(105000)));
  CHECK(account(on_the_day, Table::non_derivative, false).balance ==
        ShareRange::exactly(Shares(230)));
  const IssuerBook before = seeded.book("2007-11-19");
  CHECK(account(before, Table::non_derivative, true).balance ==
        ShareRange::more_than(Shares(101500)));
}

TEST_CASE("the seed: the exercised amount is solved, the four sales are bounded") {
  if (!seed_is_here()) return;
  const SeedLedger seeded;
  const IssuerBook book = seeded.book("2007-11-21");
  const Account& direct = account(book, Table::non_derivative, true);
  REQUIRE(direct.postings.size() == 8);
  CHECK(direct.postings[0].change == ShareRange::exactly(Shares(5000)));
  for (std::size_t sale = 1; sale <= 4; ++sale) {
    CHECK(direct.postings[sale].change == ShareRange::less_than(Shares()));
  }
  std::vector<std::string> balances;
  for (const Posting& posting : direct.postings) {
    if (posting.check != Check::nothing_reported) balances.push_back(posting.after.to_text());
    CHECK(posting.check != Check::gap);
  }
  CHECK(balances == std::vector<std::string>{"106000", "105500", "105000"});
}

TEST_CASE("the seed: what has vested, what vests, and what only words tell of") {
  if (!seed_is_here()) return;
  const SeedLedger seeded;
  const IssuerBook book = seeded.book("2007-11-21");
  const GrantPosition& option = grant(book, "2016-02-27");
  CHECK(option.vested.amount == ShareRange::exactly(Shares(47144)));
  CHECK(option.unvested.amount == ShareRange::exactly(Shares(42856)));
  std::vector<std::string> tranches;
  for (const Tranche& tranche : option.tranches) {
    if (tranche.vests)
      tranches.push_back(tranche.vests->to_text() + " " + tranche.quantity.to_text());
  }
  CHECK(tranches ==
        std::vector<std::string>{"2008-03-31 14286", "2008-09-30 14286", "2009-03-31 14284"});
  CHECK(option.granted.amount == ShareRange::exactly(Shares(100000)));
  CHECK(option.granted.grade == Grade::plausible);
  CHECK(option.exercised.amount == ShareRange::exactly(Shares(10000)));

  const GrantPosition& other = grant(book, "2015-11-18");
  REQUIRE(other.tranches.size() == 2);
  CHECK(other.tranches[0].quantity == Shares(10000));
  CHECK(other.tranches[0].state == TrancheState::vested_within_60_days);
  CHECK(other.tranches[1].quantity == Shares(10000));
  CHECK(!other.tranches[1].vests);

  const auto warrants =
      std::find_if(book.book.grants.begin(), book.book.grants.end(),
                   [](const GrantPosition& candidate) { return candidate.held_by_spouse; });
  REQUIRE(warrants != book.book.grants.end());
  CHECK(warrants->remaining.amount == ShareRange::exactly(Shares(430)));
  CHECK(warrants->terms_not_stated);

  const IssuerBook in_april = seeded.book("2008-04-01");
  const GrantPosition& later = grant(in_april, "2016-02-27");
  CHECK(later.vested.amount == ShareRange::exactly(Shares(61430)));
  CHECK(later.tranches.at(1).is_forecast);
}

TEST_CASE("the seed: the forecast, and the rights to acquire within 60 days") {
  if (!seed_is_here()) return;
  const SeedLedger seeded;
  const IssuerBook book = seeded.book("2007-11-21");
  std::vector<std::string> items;
  for (const ForecastItem& item :
       forecast(book.book, *Date::parse("2007-11-21"), *Date::parse("2016-12-31"))) {
    items.push_back(item.date.to_text() + " " + std::string(name_of(item.kind)) + " " +
                    item.quantity.to_text());
  }
  CHECK(items == std::vector<std::string>{"2008-03-31 vesting 14286", "2008-09-30 vesting 14286",
                                          "2009-03-31 vesting 14284", "2015-11-18 expiration 20000",
                                          "2016-02-27 expiration 90000"});
  const RightsToAcquire rights =
      rights_to_acquire(book.history, book.book, *Date::parse("2007-11-21"));
  CHECK(rights.total == ShareRange::exactly(Shares(57144)));
  const auto apart = std::count_if(rights.lines.begin(), rights.lines.end(),
                                   [](const auto& line) { return !line.counted; });
  CHECK(apart == 1);
}
