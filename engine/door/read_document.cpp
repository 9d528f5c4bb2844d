#include "door/read_document.h"

#include <utility>

#include "door/files.h"
#include "filing/reader.h"

namespace stakebook::door {
namespace {

ReadDocument refused(std::string source, Diagnostic reason) {
  ReadDocument result;
  result.claims.push_back({std::move(source), std::nullopt, std::move(reason)});
  return result;
}

ReadDocument read(FoundDocument&& found) {
  if (found.obstacle) return refused(std::move(found.source), *std::move(found.obstacle));
  if (!found.siblings.empty()) return read_siblings(std::move(found));
  ReadDocument result;
  result.is_index = found.is_index;
  if (found.is_index) return result;
  if (found.file) {
    FileBytes whole = found.file->read(ReadLimits().bytes_max);
    found.file.reset();
    if (whole.obstacle) return refused(std::move(found.source), *std::move(whole.obstacle));
    found.bytes = std::move(whole.bytes);
  }
  ReadResult one = read_filing(found.bytes);
  if (one.filing) complete_submission(*one.filing, found.accession, found.index.get());
  result.claims.push_back({std::move(found.source), std::move(one.filing), std::move(one.refusal)});
  return result;
}

}  // namespace

ReadDocument read_document(FoundDocument&& found) {
  const std::uint64_t position = found.position;
  ReadDocument result = read(std::move(found));
  result.position = position;
  return result;
}

}  // namespace stakebook::door
