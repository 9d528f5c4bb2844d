#include "door/read_document.h"

#include <utility>

#include "door/files.h"
#include "filing/reader.h"

namespace stakebook::door {
namespace {

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
  result.is_index = found.is_index;
  if (found.is_index) return result;
  if (found.file) {
    FileBytes whole = found.file->read(ReadLimits().bytes_max);
    if (whole.obstacle) {
      found.obstacle = std::move(whole.obstacle);
      found.beginning = std::move(whole.bytes);
      return refused(std::move(found));
    }
    found.bytes = std::move(whole.bytes);
  }
  if (found.bytes.starts_with('{') && read_submission_index(found.bytes)) {
    result.is_index = true;
    return result;
  }
  std::vector<ReadResult> read = read_filings(found.bytes);
  const bool is_alone = read.size() == 1;
  for (std::size_t i = 0; i < read.size(); ++i) {
    ReadResult& one = read[i];
    std::string source = found.source + (is_alone ? "" : '#' + std::to_string(i + 1));
    if (one.filing) {
      // The path of several tells the number of none.
      complete_submission(*one.filing, is_alone ? found.accession : std::nullopt,
                          found.index.get());
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
