// An auditor of one account, independent of the engine: naive, slow, by trying every order.
//
// Facts are what the rows of the account say: date, filing, signed change, balance reported after.
// A balance chains where the balance before it plus the change is it. The auditor tries, day by
// day, each order of the day's rows, and keeps the orders with the fewest gaps over the whole life
// of the account, together with the places of these gaps.
//
// 1. The first reported balance has nothing before it and is no gap.
// 2. Rows of one filing that all report the same balance although each moves it may state it once,
//    after the last of them (final totals), or one by one.
// 3. Rows of a filing that reports them after later ones were reported may stand at their own dates
//    or together on the day of the filing.
// 4. A Form 3 may count underlying securities: what follows it is no gap.
// 5. It does not decide where an amount is unknown, or where a day has more than seven rows and the
//    rows that can only follow one another still leave more than seven pieces.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace naive {

using Amount = std::int64_t;  // millionths of a share

inline std::optional<Amount> amount_of(const std::string& text) {
  Amount whole = 0;
  int decimals = -1;
  std::size_t i = text.starts_with('-') ? 1 : 0;
  if (text.size() - i > 18) return std::nullopt;
  for (; i < text.size(); ++i) {
    if (text[i] == '.') {
      decimals = 0;
      continue;
    }
    if (decimals == 6) return std::nullopt;
    if (decimals >= 0) ++decimals;
    whole = whole * 10 + (text[i] - '0');
  }
  for (int i_decimal = std::max(decimals, 0); i_decimal < 6; ++i_decimal) whole *= 10;
  return text.starts_with('-') ? -whole : whole;
}

struct Fact {
  std::string row;  // its place, "12.I.3"
  int day = 0;      // days since some day
  int filed = 0;    // the day on which its filing became known
  std::int64_t filing = 0;
  std::optional<Amount> change;    // zero for a holding; absent: not known
  std::optional<Amount> reported;  // absent: the row states no balance
  bool counts_underlying = false;
  int split = 0;  // no row at all: from this day on there are so many for one
};

using Gaps = std::map<std::string, Amount>;  // row -> reported minus computed

struct Verdict {
  bool decided = false;
  std::string why_not;
  int gaps = 0;                    // the fewest
  std::set<Gaps> places;           // of each way to have so few
  bool has_all_places = true;      // else only of some ways
  std::vector<std::string> order;  // one such way

  bool is_clean() const { return decided && gaps == 0; }
};

constexpr std::size_t day_rows_max = 7;
constexpr std::size_t choices_max = 6;  // late filings and final totals: each doubles the work
constexpr std::size_t ways_max = 200;

struct Standing {
  bool has_balance = false;
  bool is_stated = false;  // some row has reported a balance
  bool counts_underlying = false;
  Amount balance = 0;
  friend auto operator<=>(const Standing&, const Standing&) = default;
};

struct Way {
  int gaps = 0;
  std::set<Gaps> places = {{}};
  std::vector<std::string> order;
};

using Ways = std::map<Standing, Way>;

// One reading of the account: where each row stands, and which rows state no balance of their own
// but that of the group they are in.
struct Reading {
  std::vector<Fact> facts;  // by day
  std::vector<int> group;   // of each fact; -1: none
};

inline void keep(Ways& ways, const Standing& standing, const Way& before, const Gaps& added,
                 const std::vector<std::string>& rows) {
  const int gaps = before.gaps + static_cast<int>(added.size());
  const auto [found, is_new] = ways.try_emplace(standing);
  Way& way = found->second;
  if (!is_new && way.gaps < gaps) return;
  if (is_new || gaps < way.gaps) {
    way.gaps = gaps;
    way.places.clear();
    way.order = before.order;
    way.order.insert(way.order.end(), rows.begin(), rows.end());
  }
  for (Gaps places : before.places) {
    if (way.places.size() >= ways_max) break;
    places.insert(added.begin(), added.end());
    way.places.insert(std::move(places));
  }
}

// Takes one row; whether it states a balance has been decided.
inline void take(const Fact& fact, bool states, Standing& now, Gaps& gaps) {
  const Amount computed = now.balance + *fact.change;
  if (!states) {
    now.balance = computed;
    return;
  }
  const bool starts_anew = !now.is_stated || now.counts_underlying;
  if (now.has_balance && !starts_anew && computed != *fact.reported) {
    gaps[fact.row] = *fact.reported - computed;
  }
  now = {true, true, fact.counts_underlying, *fact.reported};
}

using Block = std::vector<std::size_t>;  // rows that stand one right after the other

inline bool starts_from(const Reading& reading, std::size_t row, Amount balance) {
  const Fact& fact = reading.facts[row];
  return fact.reported && *fact.reported - *fact.change == balance && reading.group[row] < 0;
}

inline bool ends_at(const Reading& reading, std::size_t row, Amount balance) {
  return reading.facts[row].reported == balance && reading.group[row] < 0;
}

// Of a long day: where only one row ends at a balance and only one starts from it, the second may
// stand right after the first. If it stood elsewhere it would open a gap, and so would what stands
// after the first; moved there, with what chains after it, it closes one and opens none.
inline std::vector<Block> glued(const Reading& reading, std::size_t begin, std::size_t end,
                                const Ways& before) {
  std::vector<Block> blocks;
  for (std::size_t row = begin; row < end; ++row) blocks.push_back({row});
  for (std::size_t a = 0; a < blocks.size(); ++a) {
    const std::size_t row = blocks[a].back();
    if (!reading.facts[row].reported || reading.group[row] >= 0) continue;
    const Amount balance = *reading.facts[row].reported;
    int ends = 0;
    int starts = 0;
    for (const auto& [standing, way] : before) ends += standing.balance == balance ? 1 : 0;
    for (std::size_t other = begin; other < end; ++other) {
      ends += ends_at(reading, other, balance) ? 1 : 0;
      starts += starts_from(reading, other, balance) ? 1 : 0;
      if (!reading.facts[other].reported || reading.group[other] >= 0) ends += 2;
    }
    if (ends != 1 || starts != 1) continue;
    const auto next = std::find_if(blocks.begin(), blocks.end(), [&](const Block& block) {
      return starts_from(reading, block.front(), balance);
    });
    if (next == blocks.end() || next == blocks.begin() + static_cast<std::ptrdiff_t>(a)) continue;
    blocks[a].insert(blocks[a].end(), next->begin(), next->end());
    blocks.erase(next);
    a = static_cast<std::size_t>(-1);  // from the beginning
  }
  return blocks;
}

// The rows of the day in one order: which of them state a balance.
inline std::vector<bool> stating(const Reading& reading, const Block& order, std::size_t end) {
  std::vector<bool> states;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const int group = reading.group[order[i]];
    bool last = true;
    for (std::size_t j = i + 1; j < order.size(); ++j) {
      if (group >= 0 && reading.group[order[j]] == group) last = false;
    }
    for (std::size_t j = end; j < reading.group.size(); ++j) {
      if (group >= 0 && reading.group[j] == group) last = false;
    }
    states.push_back(last && reading.facts[order[i]].reported.has_value());
  }
  return states;
}

inline Ways after_day(const Reading& reading, std::vector<Block> blocks, std::size_t end,
                      const Ways& before) {
  Ways after;
  std::sort(blocks.begin(), blocks.end());
  do {
    Block order;
    for (const Block& block : blocks) order.insert(order.end(), block.begin(), block.end());
    const std::vector<bool> states = stating(reading, order, end);
    std::vector<std::string> rows;
    for (const std::size_t row : order) rows.push_back(reading.facts[row].row);
    for (const auto& [standing, way] : before) {
      Standing now = standing;
      Gaps gaps;
      for (std::size_t i = 0; i < order.size(); ++i) {
        take(reading.facts[order[i]], states[i], now, gaps);
      }
      keep(after, now, way, gaps, rows);
    }
  } while (std::next_permutation(blocks.begin(), blocks.end()));
  return after;
}

// A way that is two gaps behind never catches up: the next balance costs at most one.
inline void drop_hopeless(Ways& ways) {
  int fewest = ways.begin()->second.gaps;
  for (const auto& [standing, way] : ways) fewest = std::min(fewest, way.gaps);
  std::erase_if(ways, [&](const auto& one) { return one.second.gaps > fewest + 1; });
}

inline Verdict audited(const Reading& reading) {
  Verdict verdict;
  Ways ways;
  ways[Standing()] = Way();
  const std::vector<Fact>& facts = reading.facts;
  for (std::size_t begin = 0; begin < facts.size();) {
    if (facts[begin].split > 0) {
      Ways split;
      for (const auto& [before, way] : ways) {
        Standing standing = before;
        standing.balance *= facts[begin].split;
        keep(split, standing, way, {}, {});
      }
      ways = std::move(split);
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < facts.size() && facts[end].day == facts[begin].day && facts[end].split == 0) ++end;
    std::vector<Block> blocks;
    for (std::size_t row = begin; row < end; ++row) blocks.push_back({row});
    if (blocks.size() > day_rows_max) {
      blocks = glued(reading, begin, end, ways);
      verdict.has_all_places = false;
    }
    if (blocks.size() > day_rows_max) {
      verdict.why_not = "a day of more than seven rows that do not follow one another";
      return verdict;
    }
    ways = after_day(reading, std::move(blocks), end, ways);
    drop_hopeless(ways);
    begin = end;
  }
  verdict.decided = true;
  verdict.gaps = ways.begin()->second.gaps;
  for (const auto& [standing, way] : ways) verdict.gaps = std::min(verdict.gaps, way.gaps);
  for (const auto& [standing, way] : ways) {
    if (way.gaps != verdict.gaps) continue;
    verdict.places.insert(way.places.begin(), way.places.end());
    verdict.order = way.order;
  }
  if (verdict.places.size() >= ways_max) verdict.has_all_places = false;
  return verdict;
}

// Filings with rows of a time that an earlier filing, or they themselves, have gone beyond.
inline std::vector<std::int64_t> late_filings(const std::vector<Fact>& facts) {
  std::set<std::int64_t> late;
  for (const Fact& fact : facts) {
    if (fact.split > 0) continue;
    bool is_first = true;
    int last = fact.day;
    for (const Fact& other : facts) {
      if (other.split > 0) continue;
      if (other.filed < fact.filed) is_first = false;
      if (other.filed < fact.filed || other.filing == fact.filing) last = std::max(last, other.day);
    }
    if (!is_first && fact.day < last) late.insert(fact.filing);
  }
  return {late.begin(), late.end()};
}

// Two or more rows of a filing that all report one balance although each moves it.
inline std::vector<std::int64_t> filings_with_final_totals(const std::vector<Fact>& facts) {
  std::map<std::int64_t, std::vector<const Fact*>> by_filing;
  for (const Fact& fact : facts) {
    if (fact.split == 0 && fact.change != Amount{0}) by_filing[fact.filing].push_back(&fact);
  }
  std::vector<std::int64_t> result;
  for (const auto& of_filing : by_filing) {
    const std::vector<const Fact*>& rows = of_filing.second;
    const bool all_equal = std::all_of(rows.begin(), rows.end(), [&](const Fact* fact) {
      return fact->reported && fact->reported == rows.front()->reported;
    });
    if (rows.size() > 1 && all_equal) result.push_back(of_filing.first);
  }
  return result;
}

inline bool contains(const std::vector<std::int64_t>& filings, std::size_t chosen,
                     std::int64_t filing) {
  for (std::size_t i = 0; i < filings.size(); ++i) {
    if (filings[i] == filing && (chosen & (std::size_t{1} << i)) != 0) return true;
  }
  return false;
}

inline Reading reading_of(std::vector<Fact> facts, const std::vector<std::int64_t>& late,
                          std::size_t late_chosen, const std::vector<std::int64_t>& totals,
                          std::size_t totals_chosen) {
  Reading reading;
  for (Fact& fact : facts) {
    if (contains(late, late_chosen, fact.filing)) fact.day = fact.filed;
  }
  std::stable_sort(facts.begin(), facts.end(), [](const Fact& a, const Fact& b) {
    return std::make_pair(a.day, a.split == 0) < std::make_pair(b.day, b.split == 0);
  });
  for (const Fact& fact : facts) {
    const bool moves = fact.split == 0 && fact.change != Amount{0};
    const bool in_group = moves && contains(totals, totals_chosen, fact.filing);
    reading.group.push_back(in_group ? static_cast<int>(fact.filing) : -1);
  }
  reading.facts = std::move(facts);
  return reading;
}

inline Verdict better_of(Verdict a, Verdict b) {
  if (!a.decided || !b.decided) return a.decided ? b : a;
  if (a.gaps != b.gaps) return a.gaps < b.gaps ? a : b;
  a.places.insert(b.places.begin(), b.places.end());
  a.has_all_places = a.has_all_places && b.has_all_places;
  return a;
}

enum class LateRows { at_their_own_dates, as_chains_best };

inline Verdict audit(const std::vector<Fact>& facts, LateRows late_rows) {
  Verdict undecided;
  for (const Fact& fact : facts) {
    if (fact.split == 0 && !fact.change) {
      undecided.why_not = "an amount is not known";
      return undecided;
    }
  }
  std::vector<std::int64_t> late;
  if (late_rows == LateRows::as_chains_best) late = late_filings(facts);
  const std::vector<std::int64_t> totals = filings_with_final_totals(facts);
  if (late.size() + totals.size() > choices_max) {
    undecided.why_not = "too many late filings or final totals";
    return undecided;
  }
  std::optional<Verdict> best;
  for (std::size_t l = 0; l < std::size_t{1} << late.size(); ++l) {
    for (std::size_t t = 0; t < std::size_t{1} << totals.size(); ++t) {
      Verdict verdict = audited(reading_of(facts, late, l, totals, t));
      best = best ? better_of(std::move(*best), std::move(verdict)) : std::move(verdict);
    }
  }
  return *best;
}

}  // namespace naive
