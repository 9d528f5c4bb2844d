#include <doctest/doctest.h>

#include "journal/journal.h"
#include "made_filings.h"
#include "raw_ledger.h"

namespace stakebook {
namespace {

using made::plain_filing;
using made::RandomFilings;
using made::RawLedger;
using made::TemporaryLedger;

// A ledger with rows in every table.
void fill(const std::string& path) {
  Journal journal = Journal::open_or_create(path);
  Journal::Batch batch = journal.begin_batch();
  RandomFilings random(7);
  batch.append(plain_filing("11", "21", 100), "first.xml");
  for (int i = 0; i < 3; ++i) batch.append(random.filing(), "random.xml");
  for (int i = 0; i < 20; ++i) batch.append(random.record(4), "records");
  Filing nameless = plain_filing("12", "22", 5);
  nameless.document.reporting_owners[0].rpt_owner_cik = {};
  nameless.submission.owner_ciks = {*Cik::parse("5"), *Cik::parse("6")};
  batch.append(nameless, "nameless.xml");
  Filing placed = plain_filing("13", "23", 7);
  placed.submission.accession = AccessionNumber::parse("0001200001-24-000007");
  placed.submission.accession_is_from_path = true;
  const std::int64_t placed_entry = batch.append(placed, "000120000124000007/form4.xml").entry;
  Filing bare = plain_filing("14", "24", 8);
  bare.submission = {};
  batch.append(bare, "bare.xml");
  bare.submission.accession = AccessionNumber::parse("0001200001-24-000008");
  bare.submission.accession_is_from_path = true;
  REQUIRE(batch.append(bare, "000120000124000008/form4.xml").entry == placed_entry + 1);
  batch.append(Listing{.accession = *bare.submission.accession,
                       .filer = Cik::parse("14"),
                       .form = "4",
                       .filed = Date::of(2024, 3, 7),
                       .acceptance = "2024-03-07T21:00:00.000Z",
                       .accepted = Instant::parse("2024-03-07 16:00:00"),
                       .period = Date::of(2024, 3, 5),
                       .primary_document = "form4.xml"},
               "CIK0000000014.json");
  batch.set_aside("bad.xml", {"not-xml", Severity::error, "no element", "line 1"});
  batch.set_aside("worse.xml", {"not-xml", Severity::error, "no element", "line 1"});
  batch.commit();
}

std::vector<std::string> problems_of(const std::string& path) {
  return Journal::open(path, Journal::Access::read).verify().problems;
}

std::vector<std::string> table_names(RawLedger& raw) {
  std::vector<std::string> names;
  for (const auto& row : raw.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
    names.push_back(row[0]);
  }
  return names;
}

std::string list(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

TEST_CASE("A change of any cell of any table is noticed") {
  const TemporaryLedger original;
  fill(original.path());
  REQUIRE(problems_of(original.path()).empty());
  const std::string changed = original.path() + "-changed";
  RawLedger reader(original.path());
  int changes = 0;
  for (const std::string& table : table_names(reader)) {
    std::vector<std::string> key;
    const auto columns = reader.rows("SELECT name, pk FROM pragma_table_info('" + table + "')");
    for (const auto& column : columns) {
      if (column[1] != "0") key.push_back(column[0]);
    }
    const int count = std::stoi(reader.value("SELECT count(*) FROM " + table));
    REQUIRE(count > 0);
    for (const auto& column : columns) {
      for (const int row : {0, count / 2, count - 1}) {
        const std::string& name = column[0];
        const std::string at = " WHERE (" + list(key) + ") = (SELECT " + list(key) + " FROM " +
                               table + " ORDER BY " + list(key) + " LIMIT 1 OFFSET " +
                               std::to_string(row) + ")";
        const std::string type = reader.value("SELECT typeof(" + name + ") FROM " + table + at);
        const std::string other = type == "integer" ? name + " + 1000"
                                  : type == "blob"  ? "zeroblob(32)"
                                  : type == "null" && table == "party"
                                      ? "1"
                                      : "ifnull(" + name + ", '') || '0'";
        std::filesystem::copy_file(original.path(), changed,
                                   std::filesystem::copy_options::overwrite_existing);
        {
          RawLedger hostile(changed);
          hostile.execute_without_triggers("UPDATE " + table + " SET " + name + " = " + other + at);
        }
        const bool noticed = !problems_of(changed).empty();
        CHECK_MESSAGE(noticed, table << "." << name << " of row " << row);
        ++changes;
      }
    }
  }
  CHECK(changes > 300);
}

TEST_CASE("An absent field made empty, and an empty one made absent, are noticed") {
  const TemporaryLedger original;
  fill(original.path());
  for (const char* change : {"UPDATE row SET nature_of_ownership = '' WHERE entry = 1",
                             "UPDATE filing SET remarks = '' WHERE entry = 1",
                             "UPDATE filing SET form = '' WHERE entry = 1",
                             "UPDATE record SET price = NULL WHERE price IS NOT NULL",
                             "UPDATE row SET transaction_shares = '100.0' WHERE entry = 1",
                             "UPDATE owner SET is_director = 'true' WHERE entry = 1"}) {
    const std::string changed = original.path() + "-changed";
    std::filesystem::copy_file(original.path(), changed,
                               std::filesystem::copy_options::overwrite_existing);
    RawLedger(changed).execute_without_triggers(change);
    CHECK_MESSAGE(!problems_of(changed).empty(), change);
  }
}

TEST_CASE("A row that is removed or added is noticed") {
  const TemporaryLedger original;
  fill(original.path());
  RawLedger reader(original.path());
  std::vector<std::string> changes = {
      "INSERT INTO as_filed VALUES (1, 'I.1', 'transaction_code', 'given', '')",
      "INSERT INTO as_filed VALUES (1, 'I.7', 'transaction_code', 'given', 'P')",
      "INSERT INTO citation VALUES (1, 'I.1', 'no_such_field', 1, 'F1')",
      "INSERT INTO citation VALUES (1, 'I.1', 'transaction_code', 2, 'F1')",
      "INSERT INTO footnote VALUES (1, 3, 'F9', 'added')",
      "INSERT INTO footnote VALUES (999, 1, 'F9', 'added')",
      "INSERT INTO party VALUES (9999, 'owner', NULL, 1)",
      "INSERT INTO party_name VALUES (9999, 1, 'name', 'Added', 'added', 1)",
      "DELETE FROM entry WHERE number = 3"};
  for (const std::string& table : table_names(reader)) {
    if (table != "set_aside" && table != "entry" && table != "listing") {
      changes.push_back("DELETE FROM " + table + " WHERE " +
                        (table == "party" || table == "party_name" ? "first_entry" : "entry") +
                        " = (SELECT " +
                        (table == "party" || table == "party_name" ? "first_entry" : "entry") +
                        " FROM " + table + " LIMIT 1)");
    }
  }
  changes.emplace_back("DELETE FROM set_aside WHERE number = 1");
  changes.emplace_back("DELETE FROM listing WHERE number = 1");
  for (const std::string& change : changes) {
    const std::string changed = original.path() + "-changed";
    std::filesystem::copy_file(original.path(), changed,
                               std::filesystem::copy_options::overwrite_existing);
    RawLedger(changed).execute_without_triggers(change);
    CHECK_MESSAGE(!problems_of(changed).empty(), change);
  }
}

TEST_CASE("UPDATE, DELETE and INSERT OR REPLACE are refused on every table") {
  const TemporaryLedger ledger;
  fill(ledger.path());
  RawLedger raw(ledger.path());
  for (const std::string& table : table_names(raw)) {
    const std::string column =
        raw.value("SELECT name FROM pragma_table_info('" + table + "') LIMIT 1");
    CHECK_THROWS_WITH_AS(raw.execute("UPDATE " + table + " SET " + column + " = " + column),
                         doctest::Contains("a ledger only grows"), std::runtime_error);
    CHECK_THROWS_WITH_AS(raw.execute("DELETE FROM " + table),
                         doctest::Contains("a ledger only grows"), std::runtime_error);
    CHECK_THROWS_WITH_AS(
        raw.execute("INSERT OR REPLACE INTO " + table + " SELECT * FROM " + table + " LIMIT 1"),
        doctest::Contains("a ledger only grows"), std::runtime_error);
  }
  CHECK(problems_of(ledger.path()).empty());
}

TEST_CASE("A trigger that is missing, weakened or foreign is named") {
  const TemporaryLedger ledger;
  fill(ledger.path());
  {
    RawLedger raw(ledger.path());
    raw.execute(
        "DROP TRIGGER entry_no_update; DROP TRIGGER row_no_delete;"
        "CREATE TRIGGER row_no_delete BEFORE DELETE ON row BEGIN SELECT 1; END;"
        "CREATE TRIGGER mine AFTER INSERT ON entry BEGIN SELECT 1; END;"
        "DROP INDEX entry_by_content");
  }
  const std::vector<std::string> expected = {
      "entry_by_content is missing", "the trigger entry_no_update is missing",
      "the trigger row_no_delete is not the one that was made",
      "the trigger mine does not belong to the ledger"};
  CHECK(problems_of(ledger.path()) == expected);
}

TEST_CASE("A problem names the entry") {
  const TemporaryLedger ledger;
  fill(ledger.path());
  RawLedger(ledger.path())
      .execute_without_triggers("UPDATE row SET transaction_shares = '101' WHERE entry = 1");
  const std::vector<std::string> expected = {"entry 1: its content is not what was appended",
                                             "entry 1: its hash does not follow from its content"};
  CHECK(problems_of(ledger.path()) == expected);
}

}  // namespace
}  // namespace stakebook
