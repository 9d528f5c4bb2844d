// The quarterly tables of fixtures/quarterly-tables, as a folder and in archives, beside the XML.
#include <doctest/doctest.h>

#include <filesystem>
#include <set>

#include "stakebook.h"
#include "support/file_text.h"
#include "support/made_archive.h"
#include "support/temporary_folder.h"

using namespace stakebook;

namespace {

const std::string tables = STAKEBOOK_FIXTURES "/quarterly-tables";
const std::string xml = STAKEBOOK_FIXTURES "/exercise-and-sale";

// The eight files, with what the SEC packs beside them.
std::string data_set() {
  MadeArchive archive = zip();
  archive.add("FORM_345_readme.htm", "<html>read me</html>").add("FORM_345_metadata.json", "{}");
  for (const auto& entry : std::filesystem::directory_iterator(tables)) {
    archive.add(entry.path().filename().string(), file_text(entry.path()));
  }
  return archive.bytes();
}

std::vector<std::string> sources(const Ledger& ledger) {
  std::vector<std::string> result;
  for (std::int64_t entry = 1; entry <= ledger.journal().entries(); ++entry) {
    result.push_back(ledger.journal().claim(entry).source);
  }
  return result;
}

// Title, direct or not, balance.
std::set<std::string> balances(const Ledger& ledger) {
  std::set<std::string> result;
  for (const IssuerBook& answer : ledger.books({.issuer = "HRBY"})) {
    for (const Account& account : answer.book.accounts) {
      const auto& identity = answer.history.accounts[static_cast<std::size_t>(account.identity)];
      result.insert(identity.security_title + (identity.direct ? " D " : " I ") +
                    account.balance.to_text());
    }
  }
  return result;
}

std::vector<std::string> noticed(const Ledger& ledger) {
  std::vector<std::string> result;
  for (const IssuerBook& answer : ledger.books({.issuer = "HRBY"})) {
    for (const Diagnostic& one : answer.history.diagnostics) result.push_back(one.code);
  }
  return result;
}

}  // namespace

TEST_CASE("the tables of a folder are filings in the order of SUBMISSION, named by its lines") {
  const TemporaryFolder folder;
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  const ImportReport report = ledger.import({tables});
  CHECK(report.totals.appended == 3);
  CHECK(report.rows == 8);
  CHECK(report.set_aside.empty());
  CHECK(report.diagnostics == 0);
  CHECK(sources(ledger) == std::vector<std::string>{tables + "/SUBMISSION.tsv:2",
                                                    tables + "/SUBMISSION.tsv:3",
                                                    tables + "/SUBMISSION.tsv:4"});
  CHECK(balances(ledger) == std::set<std::string>{"Common Stock D 12000", "Common Stock I 800",
                                                  "Stock Option (Right to Buy) D 15000"});
  CHECK(ledger.import({tables}).totals.held_already == 3);
  CHECK(ledger.verify().problems.empty());
}

TEST_CASE("a data set's zip, and a zip in a tar, hold the same filings") {
  const TemporaryFolder folder;
  const std::string packed = data_set();
  const std::string path = folder.write("2024q1_form345.zip", packed);
  const std::string outer =
      folder.write("all.tar", tar().add("sec/2024q1_form345.zip", packed).bytes());
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  const ImportReport report = ledger.import({path});
  CHECK(report.totals.appended == 3);
  CHECK(report.set_aside.empty());
  CHECK(ledger.journal().claim(2).source == path + "!/SUBMISSION.tsv:3");
  CHECK(ledger.import({outer}).totals.held_already == 3);
  CHECK(ledger.import({tables}).totals.held_already == 3);
  Ledger other = Ledger::create_or_open(folder.at("other.db"));
  other.import({outer});
  CHECK(other.journal().claim(1).source == outer + "!/sec/2024q1_form345.zip!/SUBMISSION.tsv:2");
}

TEST_CASE("with the XML of the same filings beside them the tables post nothing, in either order") {
  const TemporaryFolder folder;
  Ledger alone = Ledger::create_or_open(folder.at("alone.db"));
  alone.import({xml});
  for (const bool tables_first : {true, false}) {
    Ledger ledger =
        Ledger::create_or_open(folder.at(tables_first ? "tables-first.db" : "xml-first.db"));
    const ImportReport first = ledger.import({tables_first ? tables : xml});
    const ImportReport second = ledger.import({tables_first ? xml : tables});
    CHECK(first.second_versions + second.second_versions == 0);
    CHECK(ledger.journal().entries() == 6);
    CHECK(balances(ledger) == balances(alone));
    // The fixture has no figure with more than two decimals, and no difference.
    CHECK(noticed(ledger) == std::vector<std::string>(3, "version-superseded"));
  }
}

TEST_CASE("lines that belong to no filing are set aside by table and line") {
  const TemporaryFolder folder;
  std::filesystem::copy(tables, folder.at("q"));
  folder.write("q/FOOTNOTES.tsv", file_text(tables + "/FOOTNOTES.tsv") +
                                      "0009300001-24-000009\tF1\tof nothing\nshort\tline\n");
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  const ImportReport report = ledger.import({folder.at("q")});
  CHECK(report.totals.appended == 3);
  REQUIRE(report.set_aside.size() == 2);
  CHECK(report.set_aside[0].source == folder.at("q/FOOTNOTES.tsv:2"));
  CHECK(report.set_aside[0].reason.code == "tables-rows-orphaned");
  CHECK(report.set_aside[1].source == folder.at("q/FOOTNOTES.tsv:3"));
  CHECK(report.set_aside[1].reason.code == "tables-line-uneven");
}

TEST_CASE("tables without the submissions are set aside whole, and so is a table that is none") {
  const TemporaryFolder folder;
  folder.write("q/FOOTNOTES.tsv", file_text(tables + "/FOOTNOTES.tsv"));
  folder.write("q/OTHER.tsv", "ACCESSION_NUMBER\tMOOD\n0009300001-24-000001\tmerry\n");
  folder.write("q/again.tsv", file_text(tables + "/FOOTNOTES.tsv"));
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  const ImportReport report = ledger.import({folder.at("q")});
  CHECK(report.totals.appended == 0);
  REQUIRE(report.set_aside.size() == 3);
  CHECK(report.set_aside[0].reason.code == "not-a-filing");
  CHECK(report.set_aside[1].reason.code == "tables-table-repeated");
  CHECK(report.set_aside[2].source == folder.at("q"));
  CHECK(report.set_aside[2].reason.code == "tables-incomplete");
}

TEST_CASE("a table that is missing keeps the others out, so that no filing lacks its rows") {
  const TemporaryFolder folder;
  std::filesystem::copy(tables, folder.at("q"));
  std::filesystem::remove(folder.at("q/NONDERIV_TRANS.tsv"));
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  const ImportReport report = ledger.import({folder.at("q")});
  CHECK(report.totals.appended == 0);
  REQUIRE(report.set_aside.size() == 1);
  CHECK(report.set_aside[0].source == folder.at("q"));
  CHECK(report.set_aside[0].reason.code == "tables-incomplete");
}

TEST_CASE("of a data set's zip that was cut off nothing comes in but the reasons") {
  const TemporaryFolder folder;
  std::string packed = data_set();
  packed.resize(packed.size() / 2);
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  const ImportReport report = ledger.import({folder.write("cut.zip", packed)});
  CHECK(report.totals.appended == 0);
  CHECK(report.set_aside.size() >= 2);
}

TEST_CASE("a table of another data set is set aside alone") {
  const TemporaryFolder folder;
  folder.write("q/COVERPAGE.tsv", "ACCESSION_NUMBER\tMOOD\n0009300001-24-000001\tmerry\n");
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  const ImportReport report = ledger.import({folder.at("q")});
  REQUIRE(report.set_aside.size() == 1);
  CHECK(report.set_aside[0].source == folder.at("q/COVERPAGE.tsv"));
  CHECK(report.set_aside[0].reason.code == "not-a-filing");
}

TEST_CASE("what describes the tables is a document like any other where they are not there") {
  const TemporaryFolder folder;
  folder.write("q/FORM_345_metadata.json", "{}");
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  const ImportReport report = ledger.import({folder.at("q")});
  REQUIRE(report.set_aside.size() == 1);
  CHECK(report.set_aside[0].reason.code == "not-a-filing");
}
