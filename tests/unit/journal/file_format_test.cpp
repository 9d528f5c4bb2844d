// docs/reference/file-format.md says what the file is: enough to verify one without this code.
#include <doctest/doctest.h>

#include <cstdio>
#include <regex>

#include "journal/journal.h"
#include "made_filings.h"
#include "raw_ledger.h"
#include "support/file_text.h"

namespace stakebook {
namespace {

using made::RandomFilings;
using made::RawLedger;
using made::TemporaryLedger;

std::string document() { return file_text(STAKEBOOK_SOURCE "/docs/reference/file-format.md"); }

// What a command prints, without the line's end; nothing where it cannot be run.
std::string output_of(const std::string& command) {
  std::string output;
  if (std::FILE* const pipe = ::popen(command.c_str(), "r")) {
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) {
      if (c != '\n') output.push_back(static_cast<char>(c));
    }
    ::pclose(pipe);
  }
  return output;
}

TEST_CASE("A program that knows only the document computes the same head hash") {
  if (output_of("python3 -c 'import sqlite3; print(sqlite3.sqlite_version_info >= (3, 37))'") !=
      "True") {
    MESSAGE("SKIPPED: python3 with SQLite 3.37 is not there");
    return;
  }
  const TemporaryLedger ledger;
  std::string head_hash;
  {
    Journal journal = Journal::open_or_create(ledger.path());
    Journal::Batch batch = journal.begin_batch();
    RandomFilings random(99);
    for (int i = 0; i < 60; ++i) batch.append(random.filing(), "random.xml");
    for (int i = 0; i < 60; ++i) batch.append(random.record(60), "records");
    batch.commit();
    const VerifyReport report = journal.verify();
    REQUIRE(report.problems.empty());
    REQUIRE(report.entries == 120);
    head_hash = report.head_hash;
  }
  CHECK(output_of("python3 " STAKEBOOK_SOURCE "/tests/unit/journal/independent_verification.py " +
                  ledger.path()) == head_hash);
}

TEST_CASE("Every table and column is documented") {
  const TemporaryLedger ledger;
  { Journal::open_or_create(ledger.path()); }
  RawLedger raw(ledger.path());
  const std::string text = document();
  const auto columns = raw.rows(
      "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c "
      "WHERE t.type = 'table'");
  CHECK(columns.size() > 100);
  for (const auto& column : columns) {
    for (const std::string& name : column) {
      CHECK_MESSAGE(text.find("`" + name + "`") != std::string::npos, name);
    }
  }
}

TEST_CASE("The document's questions can be asked") {
  const TemporaryLedger ledger;
  {
    Journal journal = Journal::open_or_create(ledger.path());
    Journal::Batch batch = journal.begin_batch();
    batch.append(made::plain_filing("11", "21", 100), "a.xml");
    batch.commit();
  }
  RawLedger raw(ledger.path());
  const std::string text = document();
  const std::regex question("```sql\n([^`]*)```");
  std::vector<std::size_t> answers;
  for (auto i = std::sregex_iterator(text.begin(), text.end(), question);
       i != std::sregex_iterator(); ++i) {
    answers.push_back(raw.rows((*i)[1].str()).size());
  }
  // The plain filing is one purchase, at a price that a footnote gives.
  CHECK(answers == std::vector<std::size_t>{1, 1, 0});
}

}  // namespace
}  // namespace stakebook
