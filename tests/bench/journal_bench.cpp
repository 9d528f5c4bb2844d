// How fast filings become durable claims, and claims come back.
//
//   import/N     read N filings from memory and append them, a durable commit every 1,000
//   append/N     the same without the reading
//   floor/N      what SQLite alone takes: the same rows into the same tables and indexes, prepared,
//                without reading, hashing, or looking anything up
//   again/N      an import of what is held already
//   owner/N      open a ledger of N filings and read the claims of one owner
//   issuer/N     the same, of one issuer
//   search/N     open it and look for an owner whom nobody is
//   verify/N     read and hash everything again
//
// Filings are those of the corpus, over and over under new accession numbers and CIKs (an issuer
// every 80 filings, an owner every 12, as in real quarters); without the corpus, made ones.
#include <benchmark/benchmark.h>
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <variant>
#include <vector>

#include "filing/reader.h"
#include "journal/journal.h"

namespace {

using namespace stakebook;
namespace fs = std::filesystem;

constexpr int batch_size = 1000;

class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "journal-bench-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~Folder() { fs::remove_all(path_); }
  std::string ledger() { return (path_ / ("ledger" + std::to_string(++count_) + ".db")).string(); }

 private:
  fs::path path_;
  int count_ = 0;
};

std::string made_document(int number) {
  const std::string n = std::to_string(number);
  return "<ownershipDocument><schemaVersion>X0508</schemaVersion><documentType>4</documentType>"
         "<periodOfReport>2024-03-05</periodOfReport><issuer><issuerCik>" +
         n +
         "</issuerCik>"
         "<issuerName>Issuer " +
         n + "</issuerName><issuerTradingSymbol>S" + n +
         "</issuerTradingSymbol></issuer><reportingOwner><reportingOwnerId><rptOwnerCik>" + n +
         "</rptOwnerCik><rptOwnerName>Owner " + n +
         "</rptOwnerName></reportingOwnerId>"
         "</reportingOwner></ownershipDocument>";
}

const std::vector<std::string>& documents() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> result;
    const fs::path corpus = fs::path(STAKEBOOK_SHARED) / "corpus";
    for (const char* folder : {"edgar", "loose", "submissions"}) {
      if (!fs::exists(corpus / folder)) continue;
      for (const auto& file : fs::recursive_directory_iterator(corpus / folder)) {
        if (!file.is_regular_file() || file.path().extension() == ".json") continue;
        std::ifstream stream(file.path(), std::ios::binary);
        std::string bytes(std::istreambuf_iterator<char>(stream), {});
        if (read_filing(bytes).filing) result.push_back(std::move(bytes));
      }
    }
    if (result.empty()) {
      std::cerr << "The corpus is not there: made documents are used.\n";
      for (int i = 1; i <= 400; ++i) result.push_back(made_document(i));
    }
    return result;
  }();
  return all;
}

void relabel(Filing& filing, int number, int count) {
  const std::string digits = std::to_string(1'000'000 + number);
  filing.submission.accession = AccessionNumber::parse("0001104659-21" + ("-" + digits.substr(1)));
  filing.submission.filed = Date::from_days(16000 + number % 4000);
  const auto relabel_cik = [](Field<std::string>& cik, int value) {
    cik.presence = Presence::given;
    cik.value = Cik::parse(std::to_string(value))->to_text();
    cik.as_filed.clear();
  };
  // Multiplied by primes, so that neighbours in the file are not neighbours in the indexes.
  const auto spread = [](int value, int size) {
    return 1 + static_cast<int>(static_cast<std::int64_t>(value) * 7919 % size);
  };
  const int issuer = spread(number, count / 80);
  relabel_cik(filing.document.issuer.issuer_cik, issuer);
  filing.document.issuer.issuer_name.value = "Issuer Number " + std::to_string(issuer);
  filing.document.issuer.issuer_trading_symbol.value = "SYM" + std::to_string(issuer);
  int position = 0;
  for (ReportingOwner& owner : filing.document.reporting_owners) {
    const int cik = 100000 + spread(number, count / 12) * 10 + position++;
    relabel_cik(owner.rpt_owner_cik, cik);
    owner.rpt_owner_name.value = "Owner Number " + std::to_string(cik);
  }
}

// One of `count` filings.
Filing filing_number(int number, int count) {
  const auto& all = documents();
  Filing filing = *read_filing(all[static_cast<std::size_t>(number) % all.size()]).filing;
  relabel(filing, number, count);
  return filing;
}

void import(Journal& journal, int count) {
  for (int first = 0; first < count; first += batch_size) {
    Journal::Batch batch = journal.begin_batch();
    for (int i = first; i < std::min(count, first + batch_size); ++i) {
      batch.append(filing_number(i, count), "archive/0001104659/form4.xml");
    }
    batch.commit();
  }
}

// A ledger of `count` filings, made once for all benches of this size.
const std::string& held_ledger(int count) {
  static Folder folder;
  static std::vector<std::pair<int, std::string>> made;
  for (const auto& [size, path] : made) {
    if (size == count) return path;
  }
  made.emplace_back(count, folder.ledger());
  Journal journal = Journal::open_or_create(made.back().second);
  import(journal, count);
  return made.back().second;
}

void rate(benchmark::State& state, int count) {
  state.counters["filings/s"] =
      benchmark::Counter(static_cast<double>(count) * static_cast<double>(state.iterations()),
                         benchmark::Counter::kIsRate);
}

void import_bench(benchmark::State& state) {
  const int count = static_cast<int>(state.range(0));
  Folder folder;
  documents();
  for (auto _ : state) {
    Journal journal = Journal::open_or_create(folder.ledger());
    import(journal, count);
  }
  rate(state, count);
}

void append_bench(benchmark::State& state) {
  const int count = static_cast<int>(state.range(0));
  Folder folder;
  for (auto _ : state) {
    Journal journal = Journal::open_or_create(folder.ledger());
    for (int first = 0; first < count; first += batch_size) {
      state.PauseTiming();
      std::vector<Filing> filings;
      for (int i = first; i < std::min(count, first + batch_size); ++i) {
        filings.push_back(filing_number(i, count));
      }
      state.ResumeTiming();
      Journal::Batch batch = journal.begin_batch();
      for (const Filing& filing : filings) batch.append(filing, "archive/0001104659/form4.xml");
      batch.commit();
    }
  }
  rate(state, count);
}

void again_bench(benchmark::State& state) {
  const int count = static_cast<int>(state.range(0));
  Journal journal = Journal::open(held_ledger(count), Journal::Access::write);
  for (auto _ : state) import(journal, count);
  rate(state, count);
}

void check(int code, sqlite3* database) {
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) {
    std::cerr << sqlite3_errmsg(database) << '\n';
    std::abort();
  }
}

struct Cell {
  int type;
  std::int64_t integer;
  std::string text;
};

struct FloorTable {
  std::string name;
  std::vector<std::vector<std::vector<Cell>>> rows;  // by entry
};

// The rows of a ledger by table and entry, in memory.
std::vector<FloorTable> floor_rows(const std::string& path, int count,
                                   std::vector<std::string>& schema) {
  sqlite3* database = nullptr;
  check(sqlite3_open(path.c_str(), &database), database);
  std::vector<FloorTable> result;
  sqlite3_stmt* list = nullptr;
  check(sqlite3_prepare_v2(database,
                           "SELECT type, name, sql FROM sqlite_schema WHERE sql NOT NULL "
                           "ORDER BY type = 'index'",
                           -1, &list, nullptr),
        database);
  while (sqlite3_step(list) == SQLITE_ROW) {
    const std::string type = reinterpret_cast<const char*>(sqlite3_column_text(list, 0));
    const std::string name = reinterpret_cast<const char*>(sqlite3_column_text(list, 1));
    if (type == "table" || type == "index") {
      schema.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(list, 2)));
    }
    if (type != "table" || name == "set_aside") continue;
    FloorTable& table = result.emplace_back();
    table.name = name;
    table.rows.resize(static_cast<std::size_t>(count) + 1);
    sqlite3_stmt* rows = nullptr;
    check(sqlite3_prepare_v2(database, ("SELECT * FROM " + name).c_str(), -1, &rows, nullptr),
          database);
    int entry_column = 0;
    for (int i = 0; i < sqlite3_column_count(rows); ++i) {
      if (std::string(sqlite3_column_name(rows, i)) == "first_entry") entry_column = i;
    }
    while (sqlite3_step(rows) == SQLITE_ROW) {
      const auto entry = static_cast<std::size_t>(sqlite3_column_int64(rows, entry_column));
      auto& row = table.rows[entry].emplace_back();
      for (int i = 0; i < sqlite3_column_count(rows); ++i) {
        const int cell_type = sqlite3_column_type(rows, i);
        const void* bytes = cell_type == SQLITE_NULL ? nullptr : sqlite3_column_blob(rows, i);
        row.push_back({cell_type, sqlite3_column_int64(rows, i),
                       bytes == nullptr
                           ? std::string()
                           : std::string(static_cast<const char*>(bytes),
                                         static_cast<std::size_t>(sqlite3_column_bytes(rows, i)))});
      }
    }
    sqlite3_finalize(rows);
  }
  sqlite3_finalize(list);
  sqlite3_close(database);
  return result;
}

void insert(sqlite3* database, sqlite3_stmt* statement, const std::vector<Cell>& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    const int parameter = static_cast<int>(i) + 1;
    const Cell& cell = row[i];
    const int size = static_cast<int>(cell.text.size());
    switch (cell.type) {
      case SQLITE_NULL: sqlite3_bind_null(statement, parameter); break;
      case SQLITE_INTEGER: sqlite3_bind_int64(statement, parameter, cell.integer); break;
      case SQLITE_BLOB:
        sqlite3_bind_blob(statement, parameter, cell.text.data(), size, SQLITE_STATIC);
        break;
      default:
        sqlite3_bind_text(statement, parameter, cell.text.data(), size, SQLITE_STATIC);
        break;
    }
  }
  check(sqlite3_step(statement), database);
  sqlite3_reset(statement);
}

void floor_bench(benchmark::State& state) {
  const int count = static_cast<int>(state.range(0));
  std::vector<std::string> schema;
  const std::vector<FloorTable> tables = floor_rows(held_ledger(count), count, schema);
  Folder folder;
  for (auto _ : state) {
    sqlite3* database = nullptr;
    check(
        sqlite3_open_v2(folder.ledger().c_str(), &database,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr),
        database);
    const auto execute = [&](const std::string& sql) {
      check(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr), database);
    };
    execute(
        "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
        "PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 4096");
    for (const std::string& sql : schema) execute(sql);
    std::vector<sqlite3_stmt*> statements;
    for (const FloorTable& table : tables) {
      sqlite3_stmt* columns = nullptr;
      check(sqlite3_prepare_v2(database, ("SELECT * FROM " + table.name).c_str(), -1, &columns,
                               nullptr),
            database);
      std::string parameters = "?";
      for (int i = 1; i < sqlite3_column_count(columns); ++i) parameters += ", ?";
      sqlite3_finalize(columns);
      check(sqlite3_prepare_v2(
                database, ("INSERT INTO " + table.name + " VALUES (" + parameters + ")").c_str(),
                -1, &statements.emplace_back(), nullptr),
            database);
    }
    for (int first = 0; first < count; first += batch_size) {
      execute("BEGIN IMMEDIATE");
      for (int entry = first + 1; entry <= std::min(count, first + batch_size); ++entry) {
        for (std::size_t i = 0; i < tables.size(); ++i) {
          for (const auto& row : tables[i].rows[static_cast<std::size_t>(entry)]) {
            insert(database, statements[i], row);
          }
        }
      }
      execute("COMMIT");
    }
    for (sqlite3_stmt* statement : statements) sqlite3_finalize(statement);
    sqlite3_close(database);
  }
  rate(state, count);
}

void owner_bench(benchmark::State& state) {
  const std::string& path = held_ledger(static_cast<int>(state.range(0)));
  std::size_t claims = 0;
  for (auto _ : state) {
    const Journal journal = Journal::open(path, Journal::Access::read);
    const std::vector<Party> owners = journal.owners("0000100010");
    claims = 0;
    for (const PartyId issuer : journal.issuers_of(owners.at(0).id)) {
      claims += journal.claims_of(issuer, owners.at(0).id).size();
    }
  }
  state.counters["claims"] = static_cast<double>(claims);
}

void issuer_bench(benchmark::State& state) {
  const std::string& path = held_ledger(static_cast<int>(state.range(0)));
  std::size_t claims = 0;
  for (auto _ : state) {
    const Journal journal = Journal::open(path, Journal::Access::read);
    claims = journal.claims_of_issuer(journal.issuers("0000000001").at(0).id).size();
  }
  state.counters["claims"] = static_cast<double>(claims);
}

void search_bench(benchmark::State& state) {
  const std::string& path = held_ledger(static_cast<int>(state.range(0)));
  for (auto _ : state) {
    const Journal journal = Journal::open(path, Journal::Access::read);
    benchmark::DoNotOptimize(journal.owners("no such name"));
  }
}

void verify_bench(benchmark::State& state) {
  const int count = static_cast<int>(state.range(0));
  const Journal journal = Journal::open(held_ledger(count), Journal::Access::read);
  for (auto _ : state) {
    const VerifyReport report = journal.verify();
    if (!report.problems.empty()) state.SkipWithError(report.problems.front().c_str());
    state.SetLabel("head " + report.head_hash.substr(0, 16));
  }
  rate(state, count);
}

void add(const std::string& name, void (*bench)(benchmark::State&), bool once = false) {
  for (const int count : {1000, 20000, 100000}) {
    auto* const added = benchmark::RegisterBenchmark(
        (name + "/" + std::to_string(count) + (count > 1000 ? "/large" : "")).c_str(), bench);
    added->Arg(count)->Unit(benchmark::kMillisecond)->UseRealTime();
    if (once) added->Iterations(1);
  }
}

}  // namespace

int main(int argc, char** argv) {
  add("floor", floor_bench, true);
  add("append", append_bench, true);
  add("import", import_bench, true);
  add("again", again_bench, true);
  add("owner", owner_bench);
  add("issuer", issuer_bench);
  add("search", search_bench);
  add("verify", verify_bench, true);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
