#include "event/event.h"

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

}  // namespace stakebook
