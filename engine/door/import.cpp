#include "door/import.h"

#include <algorithm>
#include <optional>
#include <thread>
#include <utility>

#include "door/ahead.h"
#include "door/edgar_index.h"
#include "door/files.h"

namespace stakebook::door {
namespace {

constexpr std::size_t files_ahead_max = 64;
// An index of a whole quarter is larger than any filing.
constexpr std::size_t file_bytes_max = 128U << 20;

// A filing, an index or a refusal.
struct ReadFile {
  std::string source;
  std::optional<Filing> filing = {};
  std::optional<Listings> index = {};
  std::optional<Diagnostic> refusal = {};
};

// The folder or file that a document was found in names its accession number.
void take_number(Filing& filing, const std::optional<AccessionNumber>& from_path) {
  if (filing.submission.accession || !from_path) return;
  filing.submission.accession = from_path;
  filing.submission.accession_is_from_path = true;
  filing.diagnostics.push_back({"accession-from-path",
                                Severity::note,
                                "the accession number is that of the folder or file name",
                                {}});
}

ReadFile read_document(std::string_view bytes, std::string source,
                       const std::optional<AccessionNumber>& from_path = {}) {
  if (auto index = read_edgar_index(bytes)) return {std::move(source), {}, std::move(index), {}};
  ReadResult result = read_filing(bytes);
  if (result.filing) take_number(*result.filing, from_path);
  return {std::move(source), std::move(result.filing), {}, std::move(result.refusal)};
}

ReadFile read(const FoundFile& found) {
  if (found.obstacle) return {.source = found.path, .refusal = found.obstacle};
  FileBytes file = read_file(found.path, file_bytes_max);
  if (file.obstacle) return {.source = found.path, .refusal = std::move(file.obstacle)};
  return read_document(file.bytes, found.path, found.accession);
}

// The writer keeps one processor busy.
unsigned reader_threads(const ImportOptions& options) {
  if (options.readers > 0) return options.readers;
  return std::max(2U, std::thread::hardware_concurrency()) - 1;
}

std::int64_t count_files(const std::vector<std::string>& paths, const std::string& ledger) {
  FileWalk walk(paths, ledger);
  std::int64_t count = 0;
  while (walk.next()) ++count;
  return count;
}

class Importer {
 public:
  Importer(Journal& journal, std::size_t batch_filings)
      : journal_(journal), batch_filings_(batch_filings) {}

  void take(ReadFile file) {
    if (!batch_) batch_.emplace(journal_.begin_batch());
    ++report_.totals.files_done;
    if (file.filing) {
      append(*file.filing, file.source);
    } else if (file.refusal) {
      batch_->set_aside(file.source, *file.refusal);
      ++report_.totals.set_aside;
      report_.set_aside.push_back({std::move(file.source), std::move(*file.refusal)});
    } else {
      take_index(*file.index, file.source);
    }
    if (++in_batch_ >= batch_filings_) commit();
  }

  void commit() {
    if (batch_) batch_->commit();
    batch_.reset();
    in_batch_ = 0;
  }

  ImportReport& report() { return report_; }

 private:
  void append(const Filing& filing, const std::string& source) {
    const Appended appended = batch_->append(filing, source);
    if (appended.outcome == AppendOutcome::held_already) {
      ++report_.totals.held_already;
      return;
    }
    ++report_.totals.appended;
    if (appended.outcome == AppendOutcome::second_version) ++report_.second_versions;
    report_.rows +=
        static_cast<std::int64_t>(filing.document.table_i.size() + filing.document.table_ii.size());
    report_.diagnostics += static_cast<std::int64_t>(filing.diagnostics.size());
    note(filing, appended.entry, source);
  }

  void take_index(const Listings& listings, const std::string& source) {
    ++report_.indexes;
    report_.listings += std::ssize(listings);
    for (const Listing& listing : listings) {
      if (batch_->append(listing, source)) ++report_.listings_appended;
    }
  }

  void note(const Filing& filing, std::int64_t entry, const std::string& source) {
    for (const Diagnostic& diagnostic : filing.diagnostics) {
      const auto same = std::find_if(
          report_.noticed.begin(), report_.noticed.end(),
          [&](const NoticedCode& one) { return one.first.diagnostic.code == diagnostic.code; });
      if (same != report_.noticed.end()) {
        ++same->times;
        continue;
      }
      const auto& accession = filing.submission.accession;
      report_.noticed.push_back(
          {1, {entry, accession ? accession->to_text() : std::string(), source, diagnostic}});
    }
  }

  Journal& journal_;
  const std::size_t batch_filings_;
  std::optional<Journal::Batch> batch_;
  std::size_t in_batch_ = 0;
  ImportReport report_;
};

}  // namespace

ImportReport import_files(Journal& journal, const std::string& ledger,
                          const std::vector<std::string>& paths, const ImportOptions& options) {
  FileWalk walk(paths, ledger);
  Importer importer(journal, options.batch_filings);
  if (options.progress) importer.report().totals.files_total = count_files(paths, ledger);
  Ahead<FoundFile, ReadFile> ahead([&walk] { return walk.next(); },
                                   [](FoundFile&& found, unsigned) { return read(found); },
                                   {reader_threads(options), files_ahead_max});
  while (auto file = ahead.next()) {
    importer.take(std::move(*file));
    if (options.progress && !options.progress(importer.report().totals)) {
      importer.report().stopped = true;
      break;
    }
  }
  importer.commit();
  ImportReport& report = importer.report();
  if (!report.stopped) report.totals.files_total = report.totals.files_done;
  return std::move(report);
}

ImportReport import_document(Journal& journal, std::string_view bytes, std::string_view source) {
  Importer importer(journal, 1);
  importer.take(read_document(bytes, std::string(source)));
  importer.report().totals.files_total = 1;
  return std::move(importer.report());
}

}  // namespace stakebook::door
