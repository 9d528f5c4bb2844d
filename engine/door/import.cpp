#include "door/import.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include "door/ahead.h"
#include "door/document_walk.h"
#include "door/import_sink.h"
#include "door/read_document.h"

namespace stakebook::door {
namespace {

constexpr std::size_t documents_ahead_max = 64;

// The writer keeps one processor busy.
unsigned reader_threads(const ImportOptions& options) {
  if (options.readers > 0) return options.readers;
  return std::max(2U, std::thread::hardware_concurrency()) - 1;
}

class Importer {
 public:
  explicit Importer(ImportSink& sink, const ImportOptions& options = {})
      : sink_(sink), progress_(options.progress) {}

  // False where the import is to stop; what was taken stays.
  bool take(ReadDocument document) {
    ImportProgress& totals = report_.totals;
    ++totals.files_done;
    totals.bytes_done = document.position;
    if (document.is_of_archive) totals.files_total = 0;
    if (document.index) take_index(*document.index, document.source);
    for (ReadClaim& claim : document.claims) take(std::move(claim));
    if (document.more) {
      // A quarter of filings in one document is told, and may be stopped, on the way.
      constexpr std::size_t claims_between = 64;
      std::size_t taken = 0;
      while (auto claim = document.more()) {
        take(*std::move(claim));
        if (++taken % claims_between == 0 && !goes_on()) return false;
      }
    }
    return goes_on();
  }

  ImportReport& report() { return report_; }

 private:
  bool goes_on() {
    if (!progress_ || progress_(report_.totals)) return true;
    report_.stopped = true;
    return false;
  }

  void take(ReadClaim claim) {
    if (claim.filing) return append(*claim.filing, claim.source);
    sink_.set_aside(claim.source, *claim.refusal);
    ++report_.totals.set_aside;
    report_.set_aside.push_back({std::move(claim.source), *std::move(claim.refusal)});
  }

  void append(const Filing& filing, const std::string& source) {
    const Appended appended = sink_.append(filing, source);
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
      if (sink_.append(listing, source)) ++report_.listings_appended;
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

  ImportSink& sink_;
  const std::function<bool(const ImportProgress&)> progress_;
  ImportReport report_;
};

// How much there is to read, as far as it can be told beforehand. An archive counts as a file.
void foresee(const std::vector<std::string>& paths, const std::string& ledger, int stream,
             ImportProgress& totals) {
  FileWalk walk(paths, ledger, stream >= 0);
  bool is_known = true;
  while (const auto found = walk.next()) {
    ++totals.files_total;
    totals.bytes_total += found->size;
    if (!found->is_stream) continue;
    const auto size = bytes_left(stream);
    is_known = is_known && size;
    totals.bytes_total += size.value_or(0);
  }
  if (!is_known) totals.bytes_total = 0;
}

ImportReport import_into(ImportSink& sink, const std::string& ledger,
                         const std::vector<std::string>& paths, const ImportOptions& options) {
  DocumentWalkOptions walk_options;
  walk_options.ledger = ledger;
  if (options.stream >= 0) {
    walk_options.stream = [&] { return std::make_unique<DescriptorSource>(options.stream); };
  }
  DocumentWalk walk(paths, walk_options);
  Importer importer(sink, options);
  ImportReport& report = importer.report();
  if (options.progress) foresee(paths, ledger, options.stream, report.totals);
  Ahead<FoundDocument, ReadDocument> ahead(
      [&walk] { return walk.next(); },
      [](FoundDocument&& found, unsigned) { return read_document(std::move(found)); },
      {.threads = reader_threads(options), .ahead_max = documents_ahead_max},
      [](const FoundDocument& found) { return found.load(); });
  while (auto document = ahead.next()) {
    if (!importer.take(std::move(*document))) break;
  }
  sink.commit();
  if (!report.stopped) {
    report.totals.files_total = report.totals.files_done;
    report.totals.bytes_total = report.totals.bytes_done;
  }
  return std::move(report);
}

}  // namespace

ImportReport import_files(Journal& journal, const std::string& ledger,
                          const std::vector<std::string>& paths, const ImportOptions& options) {
  JournalSink sink(journal, options.batch_filings);
  return import_into(sink, ledger, paths, options);
}

ImportReport preview_files(const Journal* journal, const std::string& ledger,
                           const std::vector<std::string>& paths, const ImportOptions& options) {
  PreviewSink sink(journal);
  ImportReport report = import_into(sink, ledger, paths, options);
  report.dry_run = true;
  return report;
}

ImportReport import_document(Journal& journal, std::string_view bytes, std::string_view source) {
  DocumentWalkOptions options;
  options.stream = [bytes] { return std::make_unique<MemorySource>(bytes); };
  options.stream_name = source;
  DocumentWalk walk({"-"}, options);
  JournalSink sink(journal, ImportOptions().batch_filings);
  Importer importer(sink);
  while (auto document = walk.next()) importer.take(read_document(std::move(*document)));
  sink.commit();
  ImportReport& report = importer.report();
  report.totals.files_total = report.totals.files_done;
  return std::move(report);
}

}  // namespace stakebook::door
