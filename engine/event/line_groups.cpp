#include "event/line_groups.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "event/account_words.h"
#include "event/cited_footnotes.h"

namespace stakebook {
namespace {

std::optional<Shares> start_of(const Event& event) {
  if (!event.reported_following) return std::nullopt;
  if (!event.has_change()) return event.reported_following;
  const auto change = event.change.exact();
  return change ? std::optional(*event.reported_following - *change) : std::nullopt;
}

// Sets of rows, joined two by two.
class Joined {
 public:
  explicit Joined(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t root(std::size_t row) {
    while (parent_[row] != row) row = parent_[row] = parent_[parent_[row]];
    return row;
  }
  void join(std::size_t a, std::size_t b) {
    a = root(a);
    b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

class Grouping {
 public:
  Grouping(const std::vector<MarkedEvent>& rows, bool footnotes_tell)
      : rows_(rows), footnotes_tell_(footnotes_tell), joined_(rows.size()) {}

  std::vector<LineGroup> run() {
    join_same_marks();
    join_chains();
    std::vector<LineGroup> groups;
    std::map<std::size_t, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < rows_.size(); ++i) members[joined_.root(i)].push_back(i);
    for (const auto& [root, rows] : members) groups.push_back(group_of(rows));
    return groups;
  }

 private:
  const Event& event(std::size_t row) const { return *rows_[row].event; }
  const LineMark& mark(std::size_t row) const { return *rows_[row].mark; }
  bool is_holding(std::size_t row) const { return !event(row).has_change(); }

  void join_same_marks() {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      for (std::size_t k = i + 1; k < rows_.size(); ++k) {
        if (are_marked_alike(i, k) && may_share_a_mark(i, k)) joined_.join(i, k);
      }
    }
  }

  bool are_marked_alike(std::size_t i, std::size_t k) const {
    if (footnotes_tell_ || is_holding(i)) return mark(i).agrees_with(mark(k));
    return !mark(i).contradicts(mark(k));
  }

  // Holdings listed side by side are several, but for the same figure written twice.
  bool may_share_a_mark(std::size_t i, std::size_t k) const {
    if (is_holding(i) != is_holding(k)) return false;
    if (!is_holding(i)) return true;
    return event(i).reported_following == event(k).reported_following;
  }

  // Where one row ends another begins. Rows with other footnotes are joined by that only where it
  // joins all of the filing's: two grants can meet at one figure by accident.
  void join_chains() {
    const std::vector<std::pair<std::size_t, std::size_t>> links = chain_links();
    Joined all = joined_;
    for (const auto& [earlier, later] : links) all.join(earlier, later);
    const bool joins_everything = are_one(all);
    for (const auto& [earlier, later] : links) {
      const bool alike =
          mark(earlier).agrees_with(mark(later)) || mark(earlier).empty() || mark(later).empty();
      if (joins_everything || alike) joined_.join(earlier, later);
    }
    join_holdings_to_their_end();
  }

  // A balance of nothing joins no two rows: every line that is sold out ends there.
  std::vector<std::pair<std::size_t, std::size_t>> chain_links() const {
    std::map<Shares, std::vector<std::size_t>> starting;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (const auto start = start_of(event(i)); start && !start->is_zero() && !is_holding(i)) {
        starting[*start].push_back(i);
      }
    }
    std::vector<std::pair<std::size_t, std::size_t>> links;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const auto& end = event(i).reported_following;
      if (!end || is_holding(i)) continue;
      const auto found = starting.find(*end);
      if (found == starting.end()) continue;
      for (const std::size_t next : found->second) {
        if (next != i && !mark(i).contradicts(mark(next))) links.emplace_back(i, next);
      }
    }
    return links;
  }

  // All transactions.
  bool are_one(Joined& joined) const {
    std::optional<std::size_t> root;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (is_holding(i)) continue;
      if (root && *root != joined.root(i)) return false;
      root = joined.root(i);
    }
    return true;
  }

  // A holding that repeats what the transactions of its mark end with is no line of its own.
  void join_holdings_to_their_end() {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (!is_holding(i)) continue;
      for (std::size_t k = 0; k < rows_.size(); ++k) {
        const bool same = !is_holding(k) && mark(i).agrees_with(mark(k)) &&
                          event(i).reported_following == event(k).reported_following;
        if (same) joined_.join(i, k);
      }
    }
  }

  LineGroup group_of(const std::vector<std::size_t>& members) const {
    LineGroup group;
    group.mark = &mark(members.front());
    group.is_holding = true;
    for (const std::size_t row : members) {
      group.events.push_back(rows_[row].index);
      if (group.mark->empty()) group.mark = &mark(row);
      if (is_holding(row)) continue;
      group.is_holding = false;
      const auto change = event(row).change.exact();
      group.changes_known = group.changes_known && change;
      if (change) group.change += *change;
    }
    if (is_final_total(members)) {
      group.end = event(members.front()).reported_following;
      group.start = *group.end - group.change;
    } else {
      find_ends(members, group);
    }
    return group;
  }

  bool is_final_total(const std::vector<std::size_t>& members) const {
    const auto& balance = event(members.front()).reported_following;
    return members.size() > 1 && balance &&
           std::all_of(members.begin(), members.end(), [&](std::size_t row) {
             const auto change = event(row).change.exact();
             return event(row).reported_following == balance && change && !change->is_zero();
           });
  }

  // Of rows that chain, the balance that none of them ends with, and the one that none begins with.
  void find_ends(const std::vector<std::size_t>& members, LineGroup& group) const {
    std::map<Shares, int> surplus;  // departures minus arrivals
    for (const std::size_t row : members) {
      const auto start = start_of(event(row));
      if (!start || is_holding(row)) continue;
      ++surplus[*start];
      --surplus[*event(row).reported_following];
    }
    std::vector<Shares> starts;
    std::vector<Shares> ends;
    for (const auto& [balance, count] : surplus) {
      if (count > 0) starts.push_back(balance);
      if (count < 0) ends.push_back(balance);
    }
    if (starts.size() == 1) group.start = starts.front();
    if (ends.size() == 1) group.end = ends.front();
    if (group.is_holding) group.start = group.end = event(members.front()).reported_following;
    if (!group.end) group.end = event(members.back()).reported_following;
  }

  const std::vector<MarkedEvent>& rows_;
  bool footnotes_tell_;
  Joined joined_;
};

void add_cited(const std::vector<FootnoteId>& cited, std::vector<FootnoteId>& ids) {
  for (const FootnoteId& id : cited) {
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  }
}

}  // namespace

bool LineMark::agrees_with(const LineMark& other) const {
  if (!holder.empty() && !other.holder.empty()) return is_same_holder(holder, other.holder);
  return text == other.text;
}

bool LineMark::contradicts(const LineMark& other) const {
  return !holder.empty() && !other.holder.empty() && !is_same_holder(holder, other.holder);
}

bool cites_line_mark(const Row& row) {
  return !row.direct_or_indirect_ownership.footnotes.empty() ||
         !row.nature_of_ownership.footnotes.empty() ||
         (row.table == Table::derivative &&
          !(row.exercise_date.footnotes.empty() && row.expiration_date.footnotes.empty()));
}

LineMark line_mark_of(const Row& row, const OwnershipDocument& document, const HolderNames& names) {
  std::vector<FootnoteId> ids;
  add_cited(row.direct_or_indirect_ownership.footnotes, ids);
  add_cited(row.nature_of_ownership.footnotes, ids);
  const std::vector<const Footnote*> of_holder = resolved(ids, document);
  if (row.table == Table::derivative) {
    add_cited(row.exercise_date.footnotes, ids);
    add_cited(row.expiration_date.footnotes, ids);
  }
  LineMark mark;
  if (ids.empty()) return mark;
  mark.holder = names.holder_in(of_holder);
  for (const Footnote* footnote : resolved(ids, document)) {
    if (!mark.text.empty()) mark.text += ' ';
    mark.text += folded_words(footnote->text);
  }
  return mark;
}

std::vector<LineGroup> line_groups_of(const std::vector<MarkedEvent>& rows, bool footnotes_tell) {
  return Grouping(rows, footnotes_tell).run();
}

}  // namespace stakebook
