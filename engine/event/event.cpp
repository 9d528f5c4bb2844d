#include "event/event.h"

#include <tuple>

namespace stakebook {

std::string_view name_of(EventKind kind) {
  switch (kind) {
    case EventKind::opening: return "opening balance";
    case EventKind::holding: return "holding";
    case EventKind::acquisition: return "acquisition";
    case EventKind::disposition: return "disposition";
    case EventKind::grant: return "grant";
    case EventKind::exercise: return "exercise";
    case EventKind::conversion: return "conversion";
    case EventKind::withholding: return "withholding";
    case EventKind::cancellation: return "cancellation";
    case EventKind::expiration: return "expiration";
    case EventKind::gift: return "gift";
    case EventKind::inheritance: return "inheritance";
    case EventKind::tender: return "tender";
    case EventKind::voting_trust: return "voting trust";
    case EventKind::split: return "split";
  }
  return "";
}

bool happens_before(const Event& a, const Event& b) {
  const auto place_of = [](const Event& event) {
    const int at_start = event.kind == EventKind::split     ? 0
                         : event.kind == EventKind::opening ? 1
                                                            : 2;
    return std::make_tuple(event.effective, at_start, event.rank, event.source.part,
                           event.source.number);
  };
  return place_of(a) < place_of(b);
}

}  // namespace stakebook
