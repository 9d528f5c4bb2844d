#include "door/read_document.h"

#include <utility>

#include "door/files.h"
#include "filing/reader.h"

namespace stakebook::door {
namespace {

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

// Most of what is too large in EDGAR's feed is an annual report. That it is none of the forms is
// the better reason.
ReadDocument refused(FoundDocument&& found) {
  if (!found.beginning.empty()) {
    ReadResult begins = read_filing(found.beginning);
    if (begins.refusal && begins.refusal->code == "not-an-ownership-form") {
      found.obstacle = std::move(begins.refusal);
    }
  }
  ReadDocument result;
  result.claims.push_back({std::move(found.source), std::nullopt, std::move(found.obstacle)});
  return result;
}

ReadDocument read(FoundDocument&& found) {
  if (found.obstacle) return refused(std::move(found));
  if (!found.siblings.empty()) return read_siblings(std::move(found));
  ReadDocument result;
  if (found.file) {
    FileBytes whole = found.file->read(ReadLimits().bytes_max);
    if (whole.obstacle) {
      const std::size_t bytes_max = document_bytes_max(whole.bytes, ReadLimits().bytes_max);
      if (bytes_max > ReadLimits().bytes_max) whole = found.file->read(bytes_max);
    }
    if (whole.obstacle) {
      found.obstacle = std::move(whole.obstacle);
      found.beginning = std::move(whole.bytes);
      return refused(std::move(found));
    }
    found.bytes = std::move(whole.bytes);
  }
  result.index = read_edgar_index(found.bytes);
  if (result.index) {
    result.source = std::move(found.source);
    return result;
  }
  std::vector<ReadResult> read = read_filings(found.bytes);
  const bool is_alone = read.size() == 1;
  for (std::size_t i = 0; i < read.size(); ++i) {
    ReadResult& one = read[i];
    std::string source = found.source + (is_alone ? "" : '#' + std::to_string(i + 1));
    if (one.filing) {
      // The path of several tells the number of none.
      take_number(*one.filing, is_alone ? found.accession : std::nullopt);
    }
    result.claims.push_back({std::move(source), std::move(one.filing), std::move(one.refusal)});
  }
  return result;
}

}  // namespace

ReadDocument read_document(FoundDocument&& found) {
  const std::uint64_t position = found.position;
  const bool is_of_archive = found.is_of_archive;
  ReadDocument result = read(std::move(found));
  result.is_of_archive = is_of_archive;
  result.position = position;
  return result;
}

}  // namespace stakebook::door
