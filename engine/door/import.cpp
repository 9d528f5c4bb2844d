#include "door/import.h"

#include <algorithm>
#include <optional>
#include <thread>
#include <utility>

#include "door/ahead.h"
#include "door/document_walk.h"
#include "door/read_document.h"

namespace stakebook::door {
namespace {

constexpr std::size_t files_ahead_max = 64;

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

  void take(ReadDocument document) {
    ++report_.totals.files_done;
    if (document.is_index) ++report_.indexes;
    for (ReadClaim& claim : document.claims) take(std::move(claim));
    if (!document.more) return;
    while (auto claim = document.more()) take(*std::move(claim));
  }

  void commit() {
    if (batch_) batch_->commit();
    batch_.reset();
    in_batch_ = 0;
  }

  ImportReport& report() { return report_; }

 private:
  void take(ReadClaim claim) {
    if (!batch_) batch_.emplace(journal_.begin_batch());
    if (claim.filing) {
      append(*claim.filing, claim.source);
    } else {
      batch_->set_aside(claim.source, *claim.refusal);
      ++report_.totals.set_aside;
      report_.set_aside.push_back({std::move(claim.source), *std::move(claim.refusal)});
    }
    if (++in_batch_ >= batch_filings_) commit();
  }

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
  DocumentWalk walk(paths, {.ledger = ledger});
  Importer importer(journal, options.batch_filings);
  if (options.progress) importer.report().totals.files_total = count_files(paths, ledger);
  Ahead<FoundDocument, ReadDocument> ahead(
      [&walk] { return walk.next(); },
      [](FoundDocument&& found, unsigned) { return read_document(std::move(found)); },
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
  FoundDocument document;
  document.source = source;
  document.bytes = bytes;
  importer.take(read_document(std::move(document)));
  importer.report().totals.files_total = 1;
  return std::move(importer.report());
}

}  // namespace stakebook::door
