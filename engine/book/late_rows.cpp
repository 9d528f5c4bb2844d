#include "book/late_rows.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "value/grouped.h"

namespace stakebook {
namespace {

const Event& event_at(const History& history, const PlacedEvent& placed) {
  return history.events[static_cast<std::size_t>(placed.event)];
}

void sort_by_day(const History& history, PlacedEvents& placed) {
  const auto place = [&](const PlacedEvent& one) {
    const Event& event = event_at(history, one);
    const bool holds_from_start =
        event.kind == EventKind::split || event.kind == EventKind::opening;
    return std::make_tuple(one.day, !holds_from_start, event.rank, event.source.part,
                           event.source.number);
  };
  std::stable_sort(placed.begin(), placed.end(),
                   [&](const PlacedEvent& a, const PlacedEvent& b) { return place(a) < place(b); });
}

// One filing's part in an account.
struct FilingPart {
  std::int64_t entry = 0;
  std::int32_t rank = 0;
  Date first;
  Date last;
};

std::vector<FilingPart> parts_of(const History& history, const PlacedEvents& placed) {
  std::map<std::int64_t, FilingPart> by_entry;
  for (const PlacedEvent& one : placed) {
    const Event& event = event_at(history, one);
    if (event.source.part == Part::entry) continue;  // a record
    const auto [found, is_new] = by_entry.try_emplace(
        event.source.entry,
        FilingPart{event.source.entry, event.rank, event.effective, event.effective});
    found->second.first = std::min(found->second.first, event.effective);
    found->second.last = std::max(found->second.last, event.effective);
  }
  std::vector<FilingPart> parts;
  for (const auto& [entry, part] : by_entry) parts.push_back(part);
  std::sort(parts.begin(), parts.end(),
            [](const FilingPart& a, const FilingPart& b) { return a.rank < b.rank; });
  return parts;
}

ShareRange split_change(const ShareRange& before, const Event& split) {
  const auto held = before.exact();
  if (!held || !split.ratio) return ShareRange::unknown();
  return ShareRange::exactly(
      Shares(split.ratio->of(held->amount(), Decimal::decimals_max, Rounding::floor)) - *held);
}

Inference drawn_up_with_its_filing(const Event& event, const ShareRange& from) {
  return {"order-of-filing",
          "balances of this account were reported in the order of the filings, not of the dates; "
          "this one counts on from " +
              grouped(from),
          Grade::plausible,
          {{event.source, "shares_owned_following_transaction", 0, {}, {}}}};
}

}  // namespace

PlacedEvents at_their_dates(const History& history, const std::vector<std::int32_t>& events) {
  PlacedEvents placed;
  placed.reserve(events.size());
  for (const std::int32_t event : events) {
    placed.push_back({event, history.events[static_cast<std::size_t>(event)].effective});
  }
  return placed;
}

std::vector<LateFiling> late_filings(const History& history, const PlacedEvents& placed) {
  std::vector<LateFiling> late;
  std::optional<Date> last;  // of what was known before
  for (const FilingPart& part : parts_of(history, placed)) {
    const Date day = last ? std::max(*last, part.last) : part.last;
    // What opens the account has nothing to count on from.
    if (last && part.first < day) late.push_back({part.entry, day});
    last = day;
  }
  return late;
}

PlacedEvents moved(const History& history, PlacedEvents placed, const LateFiling& filing) {
  for (PlacedEvent& one : placed) {
    const Event& event = event_at(history, one);
    if (event.source.entry == filing.entry) one.day = filing.day;
  }
  sort_by_day(history, placed);
  return placed;
}

void put_in_order_of_dates(const History& history, std::vector<Posting>& postings) {
  if (postings.empty()) return;
  ShareRange balance = postings.front().before;
  std::stable_sort(postings.begin(), postings.end(), [&](const Posting& a, const Posting& b) {
    return event_of(history, a).effective < event_of(history, b).effective;
  });
  for (Posting& posting : postings) {
    const Event& event = event_of(history, posting);
    if (event.kind == EventKind::split) posting.change = split_change(balance, event);
    const bool counts_gap = posting.check == Check::gap && !posting.downstream_of;
    const ShareRange start = counts_gap ? balance + ShareRange::exactly(posting.gap) : balance;
    if (posting.check != Check::nothing_reported && posting.before != balance) {
      posting.drawn_up_from = posting.before;
      posting.inferences.push_back(drawn_up_with_its_filing(event, posting.before));
    }
    posting.before = balance;
    posting.after = start + posting.change;
    balance = posting.after;
  }
}

}  // namespace stakebook
