// One filing, wherever it comes from (domain rule 1.5).
#include <doctest/doctest.h>

#include "stakebook.h"
#include "support/file_text.h"
#include "support/temporary_folder.h"

using namespace stakebook;

namespace {

std::string document() {
  return file_text(STAKEBOOK_FIXTURES "/exercise-and-sale/2024-06-12-form4.xml");
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  for (; at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

}  // namespace

TEST_CASE("one accession number under several filers' folders is one filing of its issuer") {
  const TemporaryFolder folder;
  folder.write("data/9100001/000910000124000001/form4.xml", document());
  folder.write("data/9200001/000910000124000001/form4.xml", document());
  folder.write("data/1234567/000910000124000001/form4.xml", document());
  Ledger ledger = Ledger::create_or_open(folder.at("a.db"));
  const ImportReport report = ledger.import({folder.at("data")});
  CHECK(report.totals.appended == 1);
  CHECK(report.totals.held_already == 2);
  REQUIRE(ledger.issuers().size() == 1);
  CHECK(ledger.issuers()[0].cik == Cik::parse("9100001"));
}

TEST_CASE("the same filing with other white space is the same claim") {
  const TemporaryFolder folder;
  folder.write("000910000124000001/form4.xml", document());
  folder.write("b/000910000124000001/form4.xml", replaced(document(), "\n", "\r\n\t ") + "\n\n");
  Ledger ledger = Ledger::create_or_open(folder.at("a.db"));
  CHECK(ledger.import({folder.at("000910000124000001")}).totals.appended == 1);
  const ImportReport again = ledger.import({folder.at("b")});
  CHECK(again.totals.held_already == 1);
  CHECK(again.second_versions == 0);
}

TEST_CASE(
    "the same accession number with other content is a second version, whose rows do not add") {
  const TemporaryFolder folder;
  folder.write("000910000124000001/form4.xml", document());
  folder.write("b/000910000124000001/form4.xml",
               replaced(document(), "<value>12500</value>", "<value>12499</value>"));
  Ledger ledger = Ledger::create_or_open(folder.at("a.db"));
  CHECK(ledger.import({folder.at("000910000124000001")}).totals.appended == 1);
  const ImportReport again = ledger.import({folder.at("b")});
  CHECK(again.totals.appended == 1);
  CHECK(again.second_versions == 1);
  const std::vector<IssuerBook> books = ledger.books({.owner = {}, .issuer = "9100001"});
  REQUIRE(books.size() == 1);
  REQUIRE(books[0].history.diagnostics.size() == 1);
  CHECK(books[0].history.diagnostics[0].code == "version-superseded");
  // Of versions that tell as much the content decides, whichever came first: 12500 over 12499.
  for (const Event& event : books[0].history.events) CHECK(event.source.entry == 1);
}

TEST_CASE("an index larger than any filing is read whole") {
  const TemporaryFolder folder;
  std::string index = "CIK|Company Name|Form Type|Date Filed|Filename\n-----\n";
  const std::string line =
      "9100009|Somebody Else Inc.|10-K|2024-06-13|edgar/data/9100009/0009100009-24-000001.txt\n";
  index.reserve(18U << 20);
  while (index.size() < (17U << 20)) index += line;
  index += "9100001|Harrow Bay|4|2024-06-13|edgar/data/9100001/0009100001-24-000001.txt\n";
  folder.write("master.idx", index);
  Ledger ledger = Ledger::create_or_open(folder.at("a.db"));
  const ImportReport report = ledger.import({folder.at("master.idx")});
  CHECK(report.set_aside.empty());
  CHECK(report.listings == 1);
}
