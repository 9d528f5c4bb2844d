#include "door/archive_walk.h"

#include <algorithm>
#include <utility>

#include "door/edgar_index.h"
#include "door/gzip_source.h"
#include "door/sibling_group.h"
#include "value/path.h"

namespace stakebook::door {
namespace {

constexpr std::size_t npos = std::string_view::npos;

FoundDocument obstructed(FoundDocument place, const char* code, std::string message) {
  place.obstacle = {code, Severity::error, std::move(message), {}};
  place.bytes = {};
  return place;
}

}  // namespace

std::optional<AccessionNumber> accession_of_name(std::string_view name) {
  name = file_name_of(name);
  for (;;) {
    if (auto accession = AccessionNumber::parse(name)) return accession;
    const std::size_t dot = name.rfind('.');
    if (dot == npos) return std::nullopt;
    name = name.substr(0, dot);
  }
}

struct ArchiveWalk::Layer {
  Layer(std::unique_ptr<ByteSource> source, Container kind_given, FoundDocument place_given,
        int level_given)
      : input(std::move(source)),
        kind(kind_given),
        reader(*input, kind),
        place(std::move(place_given)),
        level(level_given) {}

  std::unique_ptr<ByteSource> input;
  Container kind;
  ArchiveReader reader;
  FoundDocument place;  // the archive's own
  int level;            // 1: an archive that lies in none
  std::int64_t members = 0;
  bool passes_over_unread = false;  // the current member's bytes are to be read, and counted
  std::string sibling_folder;
  std::size_t sibling_bytes = 0;  // read of that folder
};

ArchiveWalk::ArchiveWalk(std::unique_ptr<HeadedSource> input, std::string name,
                         const Surroundings& surroundings, const UnpackLimits& limits)
    : limits_(limits), budget_(limits_, surroundings.size) {
  place_.source = std::move(name);
  place_.accession = surroundings.accession;
  auto packed = std::make_unique<PackedSource>(std::move(input), budget_);
  unopened_ = std::make_unique<HeadedSource>(std::move(packed));
}

ArchiveWalk::~ArchiveWalk() {
  while (!layers_.empty()) layers_.pop_back();  // a layer reads the one before it
}

std::uint64_t ArchiveWalk::position() const { return budget_.packed(); }

std::optional<FoundDocument> ArchiveWalk::next() {
  if (unopened_) {
    std::optional<FoundDocument> found = enter(std::move(unopened_), place_);
    if (!budget_.exceeded().empty()) return over_budget();
    if (found) return found;
  }
  while (!layers_.empty()) {
    Layer& layer = *layers_.back();
    if (std::exchange(layer.passes_over_unread, false)) {
      UnpackedSource rest(layer.reader, budget_);
      while (!rest.read().empty()) {
      }
    }
    const auto member = budget_.exceeded().empty() ? layer.reader.next() : std::nullopt;
    std::optional<FoundDocument> found = member ? visit(*member) : leave();
    if (!budget_.exceeded().empty()) return over_budget();
    if (found) return found;
  }
  return std::nullopt;
}

std::optional<FoundDocument> ArchiveWalk::visit(const Member& member) {
  Layer& layer = *layers_.back();
  if (member.kind == Member::Kind::folder) return std::nullopt;
  ++layer.members;
  budget_.take_member();
  FoundDocument place = described(layer, member);
  if (member.kind == Member::Kind::link) {
    return obstructed(std::move(place), "not-a-file",
                      "is a link to " + member.link_target +
                          ", which is taken only where it lies in the archive itself");
  }
  if (member.kind == Member::Kind::other) {
    return obstructed(std::move(place), "not-a-file", "is a pipe or a device, not a file");
  }
  layer.passes_over_unread = layer.kind == Container::zip && !member.size;
  if (!member.unreadable.empty()) {
    return obstructed(std::move(place), "archive-unsupported",
                      member.unreadable + "; unpack it and import what comes out");
  }
  auto source = std::make_unique<UnpackedSource>(layer.reader, budget_);
  return enter(std::make_unique<HeadedSource>(std::move(source)), std::move(place));
}

// A document, an obstacle, or absent where it is an archive whose members are to come.
std::optional<FoundDocument> ArchiveWalk::enter(std::unique_ptr<HeadedSource> input,
                                                FoundDocument place) {
  int level = layers_.empty() ? 0 : layers_.back()->level;
  Container kind = container_of(input->head(container_head_size));
  for (bool is_packed = false; kind == Container::gzip; is_packed = true) {
    // Compression around something is free; around compression it counts as an archive.
    if (is_packed && ++level > limits_.depth_max) return too_deep(std::move(place));
    auto stream = std::make_unique<GzipSource>(std::move(input));
    input = std::make_unique<HeadedSource>(
        std::make_unique<UnpackedSource>(std::move(stream), budget_));
    kind = container_of(input->head(container_head_size));
  }
  if (kind == Container::none) return read_document(*input, std::move(place));
  if (kind == Container::unsupported) {
    place.obstacle = unsupported_archive(input->head(container_head_size));
    return place;
  }
  if (++level > limits_.depth_max) return too_deep(std::move(place));
  layers_.push_back(std::make_unique<Layer>(std::move(input), kind, std::move(place), level));
  return std::nullopt;
}

FoundDocument ArchiveWalk::too_deep(FoundDocument place) const {
  return obstructed(std::move(place), "limit-exceeded",
                    "lies in more than " + std::to_string(limits_.depth_max) +
                        " archives; unpack it and import what comes out");
}

FoundDocument ArchiveWalk::described(const Layer& layer, const Member& member) {
  std::string_view name = member.name;
  while (name.starts_with("./")) name.remove_prefix(2);
  FoundDocument place;
  place.source = layer.place.source + "!/" + std::string(name);
  place.accession = accession_of_name(name);
  for (std::string_view folder = folder_of(name);; folder = folder_of(folder)) {
    if (!place.accession) place.accession = AccessionNumber::parse(file_name_of(folder));
    if (folder.empty()) break;
  }
  if (!place.accession) place.accession = layer.place.accession;
  return place;
}

FoundDocument ArchiveWalk::read_document(HeadedSource& input, FoundDocument place) {
  const std::string_view name = place.source;
  const std::string_view head = input.head(container_head_size);
  std::size_t bytes_max = document_bytes_max(head, limits_.document_bytes_max);
  Layer* const layer = layers_.empty() ? nullptr : layers_.back().get();
  place.is_sibling = layer != nullptr && joins_siblings(file_name_of(name), head);
  if (place.is_sibling) {
    if (layer->sibling_folder != folder_of(name)) layer->sibling_bytes = 0;
    layer->sibling_folder = folder_of(name);
    bytes_max = limits_.sibling_bytes_max - layer->sibling_bytes;
  }
  auto bytes = read_whole(input, bytes_max);
  if (bytes.size() > bytes_max) {
    place.set_too_large(bytes, bytes_max);
    return place;
  }
  if (const std::string reason = input.failure(); !reason.empty()) {
    return obstructed(
        std::move(place), "archive-damaged",
        "is cut off or damaged (" + reason + "), so nothing of it is taken; get the archive again");
  }
  if (place.is_sibling) layer->sibling_bytes += bytes.size();
  place.bytes = std::move(bytes);
  return place;
}

// The archive's end, or where it is damaged.
std::optional<FoundDocument> ArchiveWalk::leave() {
  Layer& layer = *layers_.back();
  std::optional<FoundDocument> found;
  const auto damaged = [&](const std::string& how) {
    found = obstructed(layer.place, "archive-damaged", how + "; get it again");
  };
  const std::string members = std::to_string(layer.members) +
                              (layer.members == 1 ? " member was" : " members were") +
                              " found in it";
  const std::string reason = layer.reader.failure();
  if (layer.kind == Container::tar && layer.reader.holds_only_zeros()) {
    found = obstructed(layer.place, "archive-empty",
                       "holds nothing but zero bytes, as a tar archive without a file does");
  } else if (!reason.empty()) {
    damaged("is cut off or damaged (" + reason + "); " + members +
            "; what stands behind is not read");
  } else if (const auto ending = layer.reader.ending(); ending == ArchiveReader::Ending::cut_off) {
    damaged("is cut off in its list of members, at its end; " + members + " and read");
  } else if (ending == ArchiveReader::Ending::goes_on) {
    damaged("goes on behind its end; what stands there is not read");
  } else if (layer.members == 0) {
    found = obstructed(layer.place, "archive-empty", "is an archive that holds no file");
  }
  layers_.pop_back();
  return found;
}

FoundDocument ArchiveWalk::over_budget() {
  while (!layers_.empty()) layers_.pop_back();
  return obstructed(
      place_, "limit-exceeded",
      budget_.exceeded() + "; what stands behind is not read; look at it before you unpack it");
}

}  // namespace stakebook::door
