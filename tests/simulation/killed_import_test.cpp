// An import of a folder and archives that is killed, and run again.
#include <chrono>
#include <fstream>
#include <functional>
#include <random>

#include "child_process.h"
#include "ledger_of_numbers.h"
#include "stakebook.h"
#include "support/made_archive.h"

namespace stakebook::simulation {
namespace {

constexpr int kills = 200;
constexpr int filings = 60;

std::string replaced(std::string text, std::string_view what, const std::string& by) {
  text.replace(text.find(what), what.size(), by);
  return text;
}

void write(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

// Sixty filings, of which the folder has the first third, an archive the second and an archive in
// an archive the last; in each a file that is no filing, and one that another has too.
std::vector<std::string> write_corpus(const TemporaryFolder& folder) {
  std::ifstream file(std::string(STAKEBOOK_FIXTURES) + "/odd/good.xml");
  const std::string good((std::istreambuf_iterator<char>(file)), {});
  const auto filing = [&](int number) {
    const std::string cik = "00093" + std::to_string(10000 + number);
    return replaced(replaced(good, "0009200010", cik), "Prior Esme", "Owner " + cik);
  };
  std::filesystem::create_directory(folder.path() / "many");
  MadeArchive outer = tar();
  MadeArchive inner = zip();
  for (int number = 0; number < filings; ++number) {
    const std::string name = std::to_string(10 + number) + ".xml";
    if (number < 20) write(folder.path() / "many" / name, filing(number));
    if (number >= 19 && number < 40) outer.add(name, filing(number));
    if (number >= 39) inner.add(name, filing(number));
  }
  write(folder.path() / "many" / "15.txt", "no filing");
  outer.add("99.xml", good.substr(0, 900)).add("inner.zip", inner.add("x", "").bytes());
  write(folder.path() / "outer.tar.gz", gzipped(outer.bytes()));
  return {(folder.path() / "many").string(), (folder.path() / "outer.tar.gz").string()};
}

// How large the batches are changes nothing but when the disk is waited for.
void import(const std::string& ledger, const std::vector<std::string>& paths,
            std::size_t batch_filings, std::function<bool(const ImportProgress&)> progress = {}) {
  ImportOptions options;
  options.progress = std::move(progress);
  options.batch_filings = batch_filings;
  Ledger::create_or_open(ledger).import(paths, options);
}

struct Contents {
  std::string head_hash;
  std::string content_hashes;
  std::vector<std::string> set_aside;

  friend bool operator==(const Contents&, const Contents&) = default;
};

Contents contents_of(const std::string& path) {
  const Journal journal = Journal::open(path, Journal::Access::read);
  Contents contents;
  contents.head_hash = journal.verify().head_hash;
  std::string hashes;
  for (std::int64_t entry = 1; entry <= journal.entries(); ++entry) {
    hashes += sha256(canonical_bytes(*journal.claim(entry).filing()));
  }
  contents.content_hashes = sha256(hashes);
  for (const SetAside& file : journal.set_aside()) {
    contents.set_aside.push_back(file.source + ' ' + file.reason.code);
  }
  return contents;
}

// Entries of a ledger that must be whole, however its writer ended; 0 where there is none yet.
std::int64_t require_whole(const std::string& path) {
  const Journal journal = Journal::open_or_create(path);
  const VerifyReport report = journal.verify();
  for (const std::string& problem : report.problems) MESSAGE(problem);
  REQUIRE(report.problems.empty());
  REQUIRE(report.entries == journal.entries());
  return report.entries;
}

}  // namespace

TEST_CASE(
    "An import killed at 200 random points leaves a whole ledger, and run again ends the same") {
  using Clock = std::chrono::steady_clock;
  const TemporaryFolder folder;
  const std::vector<std::string> paths = write_corpus(folder);
  const std::string undisturbed = folder.file("undisturbed.db");
  const auto begun = Clock::now();
  CHECK(Child([&] {
          import(undisturbed, paths, 10);
          return 0;
        }).wait() == 0);
  const std::chrono::duration<double, std::micro> lasted = Clock::now() - begun;
  const Contents expected = contents_of(undisturbed);
  REQUIRE(Journal::open(undisturbed, Journal::Access::read).entries() == filings);
  REQUIRE(expected.set_aside.size() == 3);

  std::mt19937 random(7);
  std::uniform_real_distribution<double> point(0, 1);
  int in_the_middle = 0;
  for (int round = 0; round < kills; ++round) {
    const std::string path = folder.file("killed.db");
    // At any time, or behind any of the files, where the child waits for its end.
    const bool by_time = round % 2 == 0;
    const int last_file = 1 + static_cast<int>(point(random) * filings);
    const Pipe arrived;
    Child child([&] {
      import(path, paths, 10, [&](const ImportProgress& progress) {
        if (by_time || progress.files_done < last_file) return true;
      arrived.tell(last_file);
      for (;;) ::pause();
    });
    return 0;
  });
  if (by_time) {
    ::usleep(static_cast<useconds_t>(point(random) * lasted.count()));
  } else {
    CHECK(arrived.next() == last_file);
  }
  child.kill_and_wait();
  const std::int64_t entries = require_whole(path);
  CHECK(entries <= filings);
  if (entries > 0 && entries < filings) ++in_the_middle;
  import(path, paths, 1000);
  REQUIRE(contents_of(path) == expected);
  for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path + suffix);
}
MESSAGE(in_the_middle << " of " << kills << " kills came between the first and the last filing");
// Behind the twelfth file one batch of ten at least is held.
CHECK(in_the_middle >= kills / 4);
}

}  // namespace stakebook::simulation
