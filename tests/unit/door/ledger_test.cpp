// The door over the fixtures; the arithmetic stands in fixtures/README.md.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "stakebook.h"
#include "support/file_text.h"
#include "support/made_archive.h"
#include "support/temporary_folder.h"
#include "value/error.h"

using namespace stakebook;

namespace {

const std::string fixtures = STAKEBOOK_FIXTURES;

std::string fixture(const std::string& name) { return fixtures + "/" + name; }

ErrorKind kind_of_error(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    CHECK_FALSE(error.remedy().empty());
    return error.kind();
  }
  FAIL("no error");
  return ErrorKind::storage;
}

const Account& account_of(const IssuerBook& book, std::string_view title, bool direct = true) {
  for (const Account& account : book.book.accounts) {
    const auto& identity = book.history.accounts[static_cast<std::size_t>(account.identity)];
    if (identity.security_title == title && identity.direct == direct) return account;
  }
  throw std::runtime_error("no such account");
}

}  // namespace

TEST_CASE("an import takes what is a filing and sets aside the rest with its reason") {
  const TemporaryFolder folder;
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  const ImportReport report = ledger.import({fixture("exercise-and-sale"), fixture("odd")});
  CHECK(report.totals.files_done == 13);
  CHECK(report.totals.appended + report.totals.held_already + report.totals.set_aside == 13);
  CHECK(report.totals.set_aside == std::ssize(report.set_aside));
  CHECK(ledger.journal().set_aside().size() == report.set_aside.size());
  CHECK(report.totals.set_aside >= 3);  // an empty file, a text and another kind of document
  for (const SetAside& file : report.set_aside) CHECK_FALSE(file.reason.code.empty());
  CHECK(ledger.verify().problems.empty());
}

namespace {

// The fixtures in a folder, a tar.gz within a zip, and end to end in one file.
void write_in_every_way(const TemporaryFolder& folder) {
  std::filesystem::copy(fixture("exercise-and-sale"), folder.at("a"));
  MadeArchive members = tar();
  std::string end_to_end;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(fixtures)) {
    if (!entry.is_regular_file()) continue;
    const std::string bytes = file_text(entry.path());
    members.add(std::filesystem::relative(entry.path(), fixtures).string(), bytes);
    if (entry.path().extension() == ".xml") end_to_end += bytes;
  }
  folder.write("b.zip", zip().add("in.tgz", gzipped(members.bytes())).add("x", "y").bytes());
  folder.write("c.txt", end_to_end);
}

}  // namespace

TEST_CASE("archives give the same journal whatever the number of reading threads") {
  const TemporaryFolder folder;
  write_in_every_way(folder);
  std::string first;
  for (const unsigned readers : {0U, 1U, 2U, 3U, 4U}) {
    const TemporaryFolder other;
    Ledger ledger = Ledger::create_or_open(other.at("ledger.db"));
    ImportOptions options;
    options.readers = readers;
    options.batch_filings = 3;
    const ImportReport report = ledger.import({folder.at("")}, options);
    CHECK(report.totals.appended > 20);
    CHECK(report.totals.held_already > 20);
    const std::string hash = ledger.verify().head_hash;
    if (first.empty()) first = hash;
    CHECK(hash == first);
  }
}

TEST_CASE(
    "a filing is the same in a folder, in an archive, compressed, on a stream, among others") {
  const TemporaryFolder folder;
  const std::string path = fixture("exercise-and-sale/2024-02-05-form3.xml");
  const std::string bytes = file_text(path);
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  CHECK(ledger.import({path}).totals.appended == 1);
  folder.write("1.tar", tar().add("form3.xml", bytes).bytes());
  folder.write("2.gz", gzipped(bytes));
  folder.write("3.txt", bytes + bytes);
  const ImportReport report =
      ledger.import({folder.at("1.tar"), folder.at("2.gz"), folder.at("3.txt")});
  CHECK(report.totals.held_already == 4);
  CHECK(report.totals.appended == 0);
  CHECK(ledger.import_bytes(zip().add("a", bytes).bytes(), "memory").totals.held_already == 1);
  const int stream = ::open(folder.at("1.tar").c_str(), O_RDONLY);
  ImportOptions options;
  options.stream = stream;
  CHECK(ledger.import({"-"}, options).totals.held_already == 1);
  ::close(stream);
  CHECK(ledger.verify().entries == 1);
}

TEST_CASE("filings end to end are entries of their own, each with its place") {
  const TemporaryFolder folder;
  const std::string first = file_text(fixture("exercise-and-sale/2024-02-05-form3.xml"));
  const std::string second = file_text(fixture("exercise-and-sale/2024-06-12-form4.xml"));
  const std::string name = "0001200001-24-000001.txt";
  folder.write(name, first + first.substr(0, 700) + second);
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  const ImportReport report = ledger.import({folder.at(name)});
  CHECK(report.totals.files_done == 1);
  CHECK(report.totals.appended == 2);
  REQUIRE(report.set_aside.size() == 1);
  CHECK(report.set_aside[0].source == folder.at(name) + "#2");
  CHECK(ledger.journal().claim(1).source == folder.at(name) + "#1");
  CHECK(ledger.journal().claim(2).source == folder.at(name) + "#3");
  // One name cannot be the number of several filings.
  CHECK_FALSE(ledger.journal().claim(1).filing()->submission.accession.has_value());
}

TEST_CASE("a preview tells what an import then does, and writes nothing") {
  const TemporaryFolder folder;
  write_in_every_way(folder);
  const std::string path = folder.at("out/ledger.db");
  std::filesystem::create_directory(folder.at("out"));
  const std::vector<std::string> everything = {folder.at("a"), folder.at("b.zip"),
                                               folder.at("c.txt")};
  const auto told = [](const ImportReport& report) {
    std::string text = std::to_string(report.totals.files_done) + ' ' +
                       std::to_string(report.totals.appended) + ' ' +
                       std::to_string(report.totals.held_already) + ' ' +
                       std::to_string(report.second_versions) + ' ' + std::to_string(report.rows);
    for (const SetAside& file : report.set_aside) text += ' ' + file.source + file.reason.code;
    return text;
  };
  const ImportReport before = Ledger::preview_import(path, everything);
  CHECK(before.dry_run);
  CHECK(std::filesystem::is_empty(folder.at("out")));
  Ledger ledger = Ledger::create_or_open(path);
  CHECK(told(Ledger::preview_import(path, {fixtures})) ==
        told(Ledger::preview_import(folder.at("none.db"), {fixtures})));
  CHECK(ledger.journal().entries() == 0);
  ledger.import({folder.at("a")});
  const std::string hash = ledger.verify().head_hash;
  const ImportReport rest = Ledger::preview_import(path, everything);
  CHECK(ledger.verify().head_hash == hash);
  CHECK(ledger.journal().set_aside().empty());
  CHECK(rest.totals.appended == before.totals.appended - 3);
  CHECK(rest.totals.held_already == before.totals.held_already + 3);
  CHECK(told(ledger.import(everything)) == told(rest));
  CHECK(Ledger::preview_import(path, everything).totals.appended == 0);
}

TEST_CASE("what is too large is told by its form where it is none of ours") {
  const TemporaryFolder folder;
  const auto submission = [](const std::string& form) {
    return "<SUBMISSION>\n<TYPE>" + form + "\n<DOCUMENT>\n<TYPE>" + form + "\n<TEXT>\n" +
           std::string(17U << 20, 'x') + "</TEXT>\n</DOCUMENT>\n</SUBMISSION>\n";
  };
  folder.write("1.nc", submission("10-K"));
  folder.write("2.nc", submission("4"));
  folder.write("3.tar", tar().add("1.nc", submission("10-K")).add("2.nc", submission("4")).bytes());
  const ImportReport report = Ledger::preview_import(
      folder.at("none.db"), {folder.at("1.nc"), folder.at("2.nc"), folder.at("3.tar")});
  std::string codes;
  for (const SetAside& file : report.set_aside) codes += file.reason.code + ' ';
  CHECK(codes == "not-an-ownership-form limit-exceeded not-an-ownership-form limit-exceeded ");
}

TEST_CASE("progress counts the bytes of files and archives to their end") {
  const TemporaryFolder folder;
  write_in_every_way(folder);
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  std::uint64_t size = 0;
  for (const char* name : {"b.zip", "c.txt"}) size += std::filesystem::file_size(folder.at(name));
  std::uint64_t last = 0;
  ImportOptions options;
  options.progress = [&](const ImportProgress& progress) {
    CHECK(progress.bytes_total == size);
    CHECK(progress.bytes_done >= last);
    CHECK(progress.bytes_done <= size);
    CHECK(progress.files_total == 0);  // how many members there are, nobody knows
    last = progress.bytes_done;
    return true;
  };
  ledger.import({folder.at("b.zip"), folder.at("c.txt")}, options);
  CHECK(last == size);
}

TEST_CASE("the journal is the same whatever the number of reading threads") {
  std::string first;
  for (const unsigned readers : {0U, 1U, 3U}) {
    const TemporaryFolder folder;
    Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
    ImportOptions options;
    options.readers = readers;
    options.batch_filings = 2;
    ledger.import({fixtures}, options);
    const std::string hash = ledger.verify().head_hash;
    if (first.empty()) first = hash;
    CHECK(hash == first);
  }
  CHECK(first != std::string(64, '0'));
}

TEST_CASE("the same files again change nothing") {
  const TemporaryFolder folder;
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  const ImportReport first = ledger.import({fixture("exercise-and-sale")});
  const std::string hash = ledger.verify().head_hash;
  const ImportReport second = ledger.import({fixture("exercise-and-sale")});
  CHECK(first.totals.appended == 3);
  CHECK(second.totals.appended == 0);
  CHECK(second.totals.held_already == 3);
  CHECK(second.rows == 0);
  CHECK(ledger.verify().head_hash == hash);
}

TEST_CASE("a missing path is an error and nothing is taken") {
  const TemporaryFolder folder;
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  CHECK(kind_of_error([&] {
          ledger.import({fixtures, folder.at("missing")});
        }) == ErrorKind::not_found);
  CHECK(ledger.journal().entries() == 0);
}

TEST_CASE("progress is told after each file and may stop the import; what was taken stays") {
  const TemporaryFolder folder;
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  std::vector<std::int64_t> done;
  ImportOptions options;
  options.progress = [&](const ImportProgress& progress) {
    CHECK(progress.files_total == 3);
    done.push_back(progress.files_done);
    return progress.files_done < 2;
  };
  const ImportReport report = ledger.import({fixture("exercise-and-sale")}, options);
  CHECK(done == std::vector<std::int64_t>{1, 2});
  CHECK(report.stopped);
  CHECK(ledger.journal().entries() == 2);
}

TEST_CASE("a pipe in a folder is set aside and a document in memory is taken") {
  const TemporaryFolder folder;
  REQUIRE(::mkfifo(folder.at("pipe").c_str(), 0600) == 0);
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  const ImportReport report = ledger.import({folder.at("pipe")});
  REQUIRE(report.set_aside.size() == 1);
  CHECK(report.set_aside[0].reason.code == "not-a-file");
  CHECK(ledger.import_bytes("", "standard input").totals.set_aside == 1);

  const std::string bytes = file_text(fixture("exercise-and-sale/2024-02-05-form3.xml"));
  CHECK(ledger.import_bytes(bytes, "standard input").totals.appended == 1);
  CHECK(ledger.journal().claim(1).source == "standard input");
}

TEST_CASE("an import of the folder that the ledger lies in leaves the ledger alone") {
  const TemporaryFolder folder;
  std::filesystem::copy(fixture("exercise-and-sale"), folder.at("filings"));
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  const ImportReport report = ledger.import({folder.at("")});
  CHECK(report.totals.files_done == 3);
  CHECK(report.set_aside.empty());
  const ImportReport itself = ledger.import({folder.at("ledger.db")});
  REQUIRE(itself.set_aside.size() == 1);
  CHECK(itself.set_aside[0].reason.code == "not-a-filing");
  CHECK(ledger.verify().problems.empty());
}

TEST_CASE("a question finds its parties and its two dates") {
  const TemporaryFolder folder;
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  ledger.import({fixture("exercise-and-sale"), fixture("two-trusts")});

  const auto books = ledger.books({.owner = "tove lindqvist"});
  REQUIRE(books.size() == 1);
  CHECK(books[0].issuer.trading_symbol == "HRBY");
  CHECK(books[0].owner->cik == Cik::parse("9200001"));
  CHECK(books[0].claims.size() == 3);
  CHECK(account_of(books[0], "Common Stock").balance == ShareRange::exactly(Shares(12000)));

  const auto earlier =
      ledger.books({.owner = "lindqvist", .issuer = "hrby", .on = Date::of(2024, 6, 10)});
  CHECK(account_of(earlier.at(0), "Common Stock").balance == ShareRange::exactly(Shares(12500)));

  // The sale of September was not known in June; the exercise only from its signature on.
  const auto known = ledger.books({.owner = "lindqvist", .known = Instant::parse("2024-06-11")});
  CHECK(account_of(known.at(0), "Common Stock").balance == ShareRange::exactly(Shares(12000)));
  CHECK(known[0].claims.size() == 1);
  CHECK(ledger.books({.owner = "lindqvist", .known = Instant::parse("2024-01-01")}).empty());

  CHECK(ledger.books({.issuer = "CDRM"}).at(0).owner == std::nullopt);
  CHECK(ledger.books({}).size() == 2);
  CHECK(kind_of_error([&] { ledger.books({.owner = "nobody"}); }) == ErrorKind::not_found);
  CHECK(kind_of_error([&] { ledger.books({.owner = "lindqvist", .issuer = "cdrm"}); }) ==
        ErrorKind::not_found);
}

TEST_CASE("books one at a time are the same as all at once, and may be stopped") {
  const TemporaryFolder folder;
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  ledger.import({fixtures});
  const auto all = ledger.books({});
  REQUIRE(all.size() > 5);
  std::size_t seen = 0;
  ledger.for_each_issuer_book({}, [&](IssuerBook&& book) {
    CHECK(book.issuer.id == all[seen].issuer.id);
    CHECK(book.history.events.size() == all[seen].history.events.size());
    return ++seen < 3;
  });
  CHECK(seen == 3);
  for (std::size_t i = 1; i < all.size(); ++i) CHECK(all[i - 1].issuer.name <= all[i].issuer.name);
}

TEST_CASE("books without grants and names of owners hold the same balances") {
  const TemporaryFolder folder;
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  ledger.import({fixture("exercise-and-sale")});
  const auto whole = ledger.books({.issuer = "HRBY"});
  const auto balances = ledger.books({.issuer = "HRBY", .grants = false, .owner_names = false});
  REQUIRE(balances.size() == 1);
  CHECK(account_of(balances[0], "Common Stock").balance == ShareRange::exactly(Shares(12000)));
  CHECK(balances[0].book.accounts.size() == whole.at(0).book.accounts.size());
  CHECK(whole[0].parties.size() == 2);
  CHECK(!whole[0].book.grants.empty());
  REQUIRE(balances[0].parties.size() == 1);
  CHECK(balances[0].parties[0].name == "Harrow Bay Instruments Inc.");
  CHECK(balances[0].book.grants.empty());
}

TEST_CASE("a ledger that is not there is an error to open") {
  const TemporaryFolder folder;
  CHECK(kind_of_error([&] { Ledger::open(folder.at("none.db")); }) == ErrorKind::not_found);
}
