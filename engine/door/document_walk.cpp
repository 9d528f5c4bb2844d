#include "door/document_walk.h"

#include <utility>

#include "door/edgar_index.h"
#include "value/path.h"

namespace stakebook::door {
namespace {}  // namespace

DocumentWalk::DocumentWalk(std::vector<std::string> paths, const DocumentWalkOptions& options)
    : options_(options), files_(std::move(paths), options_.ledger, options_.stream != nullptr) {}

std::optional<FoundDocument> DocumentWalk::next() {
  for (;;) {
    if (!waiting_) waiting_ = next_single();
    if (auto group = groups_.left_at(waiting_ ? std::optional<std::string_view>(waiting_->source)
                                              : std::nullopt)) {
      return group;
    }
    if (!waiting_ || !waiting_->is_sibling) return std::exchange(waiting_, std::nullopt);
    groups_.add(*std::exchange(waiting_, std::nullopt));
  }
}

std::optional<FoundDocument> DocumentWalk::next_single() {
  for (;;) {
    if (archive_) {
      if (auto document = archive_->next()) {
        document->position = position_ + archive_->position();
        document->is_of_archive = true;
        return document;
      }
      position_ += archive_file_ ? archive_file_->size() : archive_->position();
      archive_.reset();
      archive_file_.reset();
    }
    auto found = files_.next();
    if (!found) return std::nullopt;
    auto document = found->is_stream ? open_stream() : open(*std::move(found));
    if (document) return document;
  }
}

// Absent where it is an archive whose members are to come.
std::optional<FoundDocument> DocumentWalk::open(FoundFile found) {
  FoundDocument document;
  document.source = std::move(found.path);
  document.obstacle = std::move(found.obstacle);
  document.accession = found.accession;
  document.position = position_;
  if (document.obstacle) return document;
  auto opened = OpenFile::open(document.source);
  if (opened.obstacle) {
    document.obstacle = std::move(opened.obstacle);
    return document;
  }
  const std::string head = opened.file->head(container_head_size);
  const Container kind = container_of(head);
  if (can_be_unpacked(kind)) {
    archive_file_ = std::move(opened.file);
    unpack(std::make_unique<HeadedSource>(
               std::make_unique<DescriptorSource>(archive_file_->descriptor())),
           document, archive_file_->size());
    return std::nullopt;
  }
  if (kind == Container::unsupported) {
    document.obstacle = unsupported_archive(head);
    return document;
  }
  position_ += opened.file->size();
  document.position = position_;
  document.is_sibling = joins_siblings(file_name_of(document.source), head);
  document.file = std::move(opened.file);
  return document;
}

std::optional<FoundDocument> DocumentWalk::open_stream() {
  FoundDocument document;
  document.source = options_.stream_name;
  auto source = std::make_unique<HeadedSource>(options_.stream());
  const std::string_view head = source->head(container_head_size);
  const Container kind = container_of(head);
  if (can_be_unpacked(kind)) {
    unpack(std::move(source), document, std::nullopt);
    return std::nullopt;
  }
  if (kind == Container::unsupported) {
    document.obstacle = unsupported_archive(head);
    return document;
  }
  const std::size_t bytes_max = document_bytes_max(head, options_.limits.document_bytes_max);
  std::string bytes = read_whole(*source, bytes_max);
  if (bytes.size() > bytes_max) {
    document.set_too_large(bytes, bytes_max);
  } else if (const std::string reason = source->failure(); !reason.empty()) {
    document.obstacle = {"file-unreadable", Severity::error, reason, {}};
  } else if (bytes.empty()) {
    document.obstacle = {
        "file-empty", Severity::error, "nothing came; look at what should have written there", {}};
  } else {
    document.bytes = std::move(bytes);
  }
  position_ += document.bytes.size();
  document.position = position_;
  return document;
}

void DocumentWalk::unpack(std::unique_ptr<HeadedSource> source, const FoundDocument& place,
                          std::optional<std::uint64_t> size) {
  archive_ = std::make_unique<ArchiveWalk>(std::move(source), place.source,
                                           ArchiveWalk::Surroundings{place.accession, size},
                                           options_.limits);
}

}  // namespace stakebook::door
