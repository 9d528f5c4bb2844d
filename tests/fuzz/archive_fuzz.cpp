// Archives in archives, whatever they are: the same comes of them however their bytes arrive, and
// never more than the limits allow.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "door/archive_walk.h"
#include "door/edgar_index.h"
#include "reader_fuzz.h"
#include "support/pieces_source.h"

namespace {

using namespace stakebook;
using namespace stakebook::door;

UnpackLimits small_limits() {
  UnpackLimits limits;
  limits.document_bytes_max = 6'000;
  limits.sibling_bytes_max = 9'000;
  limits.members_max = 40;
  limits.unpacked_bytes_max = 1U << 20;
  limits.ratio_free_bytes = 64U << 10;
  return limits;
}

std::vector<std::string> walked(std::string_view bytes, std::size_t piece) {
  const UnpackLimits limits = small_limits();
  ArchiveWalk walk(std::make_unique<HeadedSource>(std::make_unique<PiecesSource>(bytes, piece)),
                   "x", {.accession = {}, .size = bytes.size()}, limits);
  std::vector<std::string> told;
  while (const auto found = walk.next()) {
    require(found->source.starts_with("x"));
    require(!found->obstacle || found->bytes.empty());
    require(!found->obstacle ||
            (!found->obstacle->code.empty() && !found->obstacle->message.empty()));
    require(found->bytes.size() <=
            (found->is_sibling ? limits.sibling_bytes_max
                               : document_bytes_max(found->bytes, limits.document_bytes_max)));
    require(walk.position() <= bytes.size());
    // Of a member that is damaged, how much comes before the damage depends on the pieces, and so
    // does what is said of it.
    const auto has_code = [&](const char* code) { return found->obstacle->code == code; };
    const bool is_either =
        found->source != "x" && found->obstacle &&
        (has_code("limit-exceeded") || has_code("archive-damaged") || has_code("archive-empty"));
    told.push_back(found->source + '=' +
                   (is_either         ? "refused"
                    : found->obstacle ? found->obstacle->code
                                      : found->bytes));
    // A member each, and for each archive its end.
    require(std::ssize(told) <= 2 * limits.members_max + 2);
  }
  require(!told.empty());
  return told;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::vector<std::string> whole = walked(bytes, std::max<std::size_t>(size, 1));
  // How much was read ahead when something turned out to be too much, may differ.
  const auto is_cut_short = [](const std::vector<std::string>& told) {
    return told.back() == "x=limit-exceeded";
  };
  for (const std::size_t piece : {700U, 31U}) {
    const std::vector<std::string> pieced = walked(bytes, piece);
    require(pieced == whole || is_cut_short(whole) || is_cut_short(pieced));
  }
  return 0;
}
