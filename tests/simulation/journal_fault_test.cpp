// The journal on disks that fail and lose power: what was committed is there, nothing is there by
// half, and the user is told what to do.
#include <doctest/doctest.h>

#include "faulty_disk.h"
#include "ledger_of_numbers.h"

namespace stakebook::simulation {
namespace {

// Imports batches of five until the disk fails; how many batches were committed.
int import_until_failure(const std::string& path, int batches_max) {
  int committed = 0;
  try {
    Journal journal = Journal::open_or_create(path);
    while (committed < batches_max) {
      Journal::Batch batch = journal.begin_batch();
      append_numbers(batch, committed * 5 + 1, 5);
      batch.commit();
      ++committed;
    }
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::storage);
    CHECK(error.place() == path);
    CHECK_FALSE(error.remedy().empty());
  }
  return committed;
}

TEST_CASE("Whichever write or sync fails, the ledger is whole and holds what was committed") {
  for (const int code : {SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC}) {
    int committed = 0;
    for (std::int64_t operations = 0; committed < 6; ++operations) {
      const TemporaryFolder folder;
      const std::string path = folder.file("ledger.db");
      {
        FaultyDisk disk;
        disk.fail_after(operations, code);
        committed = import_until_failure(path, 6);
      }
      // The batch whose commit failed may be there or not, but whole.
      const std::int64_t found = require_whole_numbers(path);
      CHECK(found % 5 == 0);
      CHECK(found >= committed * 5);
      CHECK(found <= committed * 5 + 5);
      REQUIRE(operations < 2000);
    }
  }
}

TEST_CASE("An import goes on where a disk was full, once there is room") {
  const TemporaryFolder folder;
  const std::string path = folder.file("ledger.db");
  FaultyDisk disk;
  Journal journal = Journal::open_or_create(path);
  {
    Journal::Batch batch = journal.begin_batch();
    append_numbers(batch, 1, 5);
    batch.commit();
  }
  disk.fail_after(0, SQLITE_FULL);
  {
    Journal::Batch batch = journal.begin_batch();
    append_numbers(batch, 6, 5);
    try {
      batch.commit();
      FAIL("a full disk took the batch");
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::storage);
      CHECK(std::string(error.what()).find("the disk is full") == 0);
    }
    CHECK_THROWS_AS(batch.commit(), Error);
  }
  disk.repair();
  {
    Journal::Batch batch = journal.begin_batch();
    append_numbers(batch, 6, 5);
    batch.commit();
  }
  CHECK(require_whole_numbers(path) == 10);
}

TEST_CASE("Whenever power is lost, the ledger is whole and holds what was committed") {
  std::mt19937 random(20240305);
  const TemporaryFolder folder;
  const TemporaryFolder after;
  FaultyDisk disk;
  const std::string path = folder.file("ledger.db");
  int committed = 0;
  int checked = 0;
  const auto lose_power = [&] {
    for (const auto& file : std::filesystem::directory_iterator(after.path())) {
      std::filesystem::remove(file.path());
    }
    disk.lose_power(after.path(), random);
    const std::int64_t found = require_whole_numbers(after.file("ledger.db"));
    CHECK(found >= committed);
    CHECK(found <= committed + 200);
    ++checked;
  };
  {
    // A connection that stays keeps the log from being emptied at the end of each import.
    Journal journal = Journal::open_or_create(path);
    lose_power();
    for (int i = 0; i < 20; ++i) {
      Journal::Batch batch = journal.begin_batch();
      append_numbers(batch, committed + 1, 200);
      lose_power();  // before the commit
      batch.commit();
      committed += 200;
      lose_power();  // after it
    }
  }
  lose_power();  // after the log was copied into the ledger
  CHECK(checked == 42);
}

}  // namespace
}  // namespace stakebook::simulation
