// A whole ledger reconciled: read, derived, replayed and counted, on all processors.
//
//   reconcile/N     a ledger of N rows (chains.h), every balance of which chains
//
// `rows/s` is by the clock; `CPU` is the processors' time together. Time grows as N does, and
// memory does not. A balance that does not chain fails the bench.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "chains.h"
#include "filing/reader.h"
#include "reconcile/reconciliation.h"
#include "stakebook.h"

namespace {

using namespace stakebook;
namespace fs = std::filesystem;

constexpr int batch_size = 1000;

class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "reconcile-bench-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~Folder() { fs::remove_all(path_); }
  std::string ledger() const { return (path_ / "ledger.db").string(); }

 private:
  fs::path path_;
};

std::int64_t make_ledger(const std::string& path, std::int64_t rows) {
  Journal journal = Journal::open_or_create(path);
  std::vector<Filing> filings;
  const auto append = [&] {
    Journal::Batch batch = journal.begin_batch();
    for (const Filing& filing : filings) batch.append(filing, "made.xml");
    batch.commit();
    filings.clear();
  };
  const std::int64_t made =
      chains::for_each_filing({.rows = rows}, nullptr, [&](std::int64_t, const std::string& text) {
        filings.push_back(*read_filing(text).filing);
        if (filings.size() == batch_size) append();
      });
  append();
  return made;
}

ReconciliationSummary reconciled(const std::string& path) {
  const Ledger ledger = Ledger::open(path);
  ReconciliationSummary sum;
  ledger.for_each_issuer_book({.grants = false, .owner_names = false}, [&](IssuerBook&& answer) {
    const Reconciliation one = reconcile(answer.history, answer.book, answer.claims);
    sum += one.table_i;
    sum += one.table_ii;
    return true;
  });
  return sum;
}

void reconcile_ledger(benchmark::State& state) {
  const Folder folder;
  const std::int64_t rows = make_ledger(folder.ledger(), state.range(0));
  for (auto _ : state) {
    const ReconciliationSummary sum = reconciled(folder.ledger());
    if (sum.balances != rows || sum.first + sum.exact != rows) {
      state.SkipWithError("a balance does not chain");
    }
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * rows);
}

}  // namespace

int main(int count, char** arguments) {
  for (const std::int64_t rows : {1'000, 100'000, 1'000'000, 10'000'000}) {
    const std::string name = "reconcile/" + std::to_string(rows) + (rows > 1'000 ? "/large" : "");
    benchmark::RegisterBenchmark(name.c_str(), reconcile_ledger)
        ->Arg(rows)
        ->Unit(benchmark::kMillisecond)
        ->MeasureProcessCPUTime()
        ->UseRealTime();
  }
  benchmark::Initialize(&count, arguments);
  benchmark::RunSpecifiedBenchmarks();
}
