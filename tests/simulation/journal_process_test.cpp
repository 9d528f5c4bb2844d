// The journal among processes: killed ones, others that write, folders that may not be written.
#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <csignal>
#include <cstdlib>
#include <functional>
#include <random>

#include "child_process.h"
#include "ledger_of_numbers.h"

namespace stakebook::simulation {
namespace {

// What is left of another user's rights; as the superuser nothing is forbidden.
void become_nobody() {
  if (::geteuid() != 0) return;
  if (::setegid(65534) != 0 || ::seteuid(65534) != 0) ::_exit(97);
}

TEST_CASE("An import that is killed at any time leaves a whole ledger with all it committed") {
  const TemporaryFolder folder;
  const std::string path = folder.file("ledger.db");
  std::mt19937 random(42);
  int found = 0;
  for (int round = 0; round < 25; ++round) {
    const Pipe committed;
    Child import([&] {
      Journal journal = Journal::open_or_create(path);
      for (int first = found + 1;; first += 40) {
        Journal::Batch batch = journal.begin_batch();
        append_numbers(batch, first, 40);
        batch.commit();
        committed.tell(first + 39);
      }
      return 0;
    });
    // The first rounds kill while the file is being made; the others after a batch at least.
    const int first_told = round < 8 ? found : committed.next();
    ::usleep(static_cast<useconds_t>(random() % (round < 8 ? 8'000 : 80'000)));
    import.kill_and_wait();
    const int told = committed.last(first_told);
    found = static_cast<int>(require_whole_numbers(path));
    CHECK(found % 40 == 0);
    CHECK(found >= told);
  }
  CHECK(found >= 17 * 40);
}

TEST_CASE("A second process that writes is told to wait, and nothing of it is kept") {
  const TemporaryFolder folder;
  const std::string path = folder.file("ledger.db");
  const Pipe holding;
  const Pipe go_on;
  Child other([&] {
    Journal journal = Journal::open_or_create(path);
    Journal::Batch batch = journal.begin_batch();
    append_numbers(batch, 1, 5);
    holding.tell(1);
    go_on.next();
    batch.commit();
    return 0;
  });
  holding.next();
  Journal journal = Journal::open(path, Journal::Access::write);
  try {
    journal.begin_batch();
    FAIL("two processes write");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::busy);
    CHECK(std::string(error.what()).find("another process is writing to the ledger") == 0);
  }
  go_on.tell(1);
  CHECK(other.wait() == 0);
  Journal::Batch batch = journal.begin_batch();
  append_numbers(batch, 6, 5);
  batch.commit();
  CHECK(require_whole_numbers(path) == 10);
}

TEST_CASE("Two processes that make the same ledger at once make one") {
  for (int round = 0; round < 10; ++round) {
    const TemporaryFolder folder;
    const std::string path = folder.file("ledger.db");
    const auto make = [&path] {
      Journal::open_or_create(path);
      return 0;
    };
    Child one(make);
    Child two(make);
    CHECK(one.wait() == 0);
    CHECK(two.wait() == 0);
    CHECK(require_whole_numbers(path) == 0);
  }
}

TEST_CASE("A file that may not grow stops an import with the disk's reason, and it stays whole") {
  const TemporaryFolder folder;
  const std::string path = folder.file("ledger.db");
  Child import([&] {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1'000'000, 1'000'000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    try {
      Journal journal = Journal::open_or_create(path);
      for (int first = 1; first < 100'000; first += 40) {
        Journal::Batch batch = journal.begin_batch();
        append_numbers(batch, first, 40);
        batch.commit();
      }
    } catch (const Error& error) {
      return error.kind() == ErrorKind::storage && error.place() == path ? 0 : 1;
    }
    return 2;
  });
  CHECK(import.wait() == 0);
  const std::int64_t found = require_whole_numbers(path);
  CHECK(found > 0);
  CHECK(found % 40 == 0);
}

TEST_CASE("A ledger in a read-only folder can be read, and says why it takes nothing") {
  const TemporaryFolder folder;
  const std::string path = folder.file("ledger.db");
  {
    Journal journal = Journal::open_or_create(path);
    Journal::Batch batch = journal.begin_batch();
    append_numbers(batch, 1, 5);
    batch.commit();
  }
  ::chmod(path.c_str(), 0444);
  ::chmod(folder.path().c_str(), 0555);
  const auto kind_of_failure = [](const std::function<void()>& operation) {
    try {
      operation();
    } catch (const Error& error) {
      return error.remedy().empty() ? -1 : static_cast<int>(error.kind());
    }
    return -2;
  };
  Child reader([&] {
    become_nobody();
    const Journal journal = Journal::open(path, Journal::Access::read);
    return journal.verify().problems.empty() && journal.entries() == 5 &&
                   journal.issuers().size() == 3
               ? 0
               : 1;
  });
  CHECK(reader.wait() == 0);
  Child writer([&] {
    become_nobody();
    const auto storage = static_cast<int>(ErrorKind::storage);
    const int opened =
        kind_of_failure([&] { Journal::open(path, Journal::Access::write).begin_batch(); });
    const int made = kind_of_failure([&] { Journal::open_or_create(folder.file("new.db")); });
    return opened == storage && made == storage ? 0 : 1;
  });
  CHECK(writer.wait() == 0);
  ::chmod(folder.path().c_str(), 0755);
}

TEST_CASE("A reader without the right to write reads while another process writes") {
  const TemporaryFolder folder;
  const std::string path = folder.file("ledger.db");
  ::chmod(folder.path().c_str(), 0755);
  Journal journal = Journal::open_or_create(path);
  {
    Journal::Batch batch = journal.begin_batch();
    append_numbers(batch, 1, 5);
    batch.commit();
  }
  Journal::Batch batch = journal.begin_batch();
  append_numbers(batch, 6, 5);
  Child reader([&] {
    become_nobody();
    const Journal read = Journal::open(path, Journal::Access::read);
    return read.entries() == 5 && read.verify().problems.empty() ? 0 : 1;
  });
  CHECK(reader.wait() == 0);
  batch.commit();
  CHECK(journal.entries() == 10);
}

}  // namespace
}  // namespace stakebook::simulation
