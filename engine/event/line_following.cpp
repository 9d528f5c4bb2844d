#include "event/line_following.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <unordered_map>

#include "event/account_words.h"
#include "event/claim_place.h"

namespace stakebook {
namespace {

const LineMark no_mark;

// Rows of one source: of one filing, or a record.
struct Visit {
  Date last_day;
  std::int32_t rank = 0;
  std::vector<std::size_t> events;
};

struct Line {
  std::vector<std::size_t> events;
  const LineMark* mark = &no_mark;  // the last one
  std::optional<Shares> balance;    // as its last filing leaves it
};

bool leaves_holder_to_footnotes(const AccountIdentity& account) {
  return !account.direct &&
         (folded_nature(account.nature).empty() || points_to_footnote(account.nature));
}

// All rows under the same words.
class Family {
 public:
  Family(const History& history, const LineMarks& marks, const std::vector<std::size_t>& events)
      : history_(history), marks_(marks) {
    const AccountIdentity& account =
        history.accounts[static_cast<std::size_t>(event(events.front()).account)];
    footnotes_tell_ = leaves_holder_to_footnotes(account) || account.table == Table::derivative;
    is_marked_ =
        !account.direct || account.holders.size() > 1 || account.table == Table::derivative;
    for (const std::size_t index : events) visit_of(event(index)).events.push_back(index);
    std::stable_sort(visits_.begin(), visits_.end(), [](const Visit& a, const Visit& b) {
      return a.last_day != b.last_day ? a.last_day < b.last_day : a.rank < b.rank;
    });
  }

  std::vector<Line> lines() {
    std::vector<std::vector<LineGroup>> groups;
    for (const Visit& visit : visits_) {
      groups.push_back(line_groups_of(marked(visit), footnotes_tell_));
      is_several_ = is_several_ || groups.back().size() > 1 || contradicts_earlier(groups.back());
    }
    for (std::vector<LineGroup>& of_visit : groups) {
      if (is_several_) {
        assign(of_visit);
      } else {
        assign_to_only_line(of_visit);
      }
    }
    return std::move(lines_);
  }

 private:
  const Event& event(std::size_t index) const { return history_.events[index]; }

  Visit& visit_of(const Event& event) {
    const auto [place, is_new] = visit_of_.try_emplace(event.source.entry, visits_.size());
    if (is_new) visits_.push_back({event.effective, event.rank, {}});
    Visit& visit = visits_[place->second];
    visit.last_day = std::max(visit.last_day, event.effective);
    return visit;
  }

  std::vector<MarkedEvent> marked(const Visit& visit) const {
    std::vector<MarkedEvent> rows;
    for (const std::size_t index : visit.events) {
      const auto mark = is_marked_ ? marks_.find(event(index).source) : marks_.end();
      rows.push_back({&event(index), mark == marks_.end() ? &no_mark : &mark->second, index});
    }
    return rows;
  }

  bool contradicts_earlier(const std::vector<LineGroup>& groups) {
    for (const LineGroup& group : groups) {
      if (group.mark->holder.empty()) continue;
      if (named_ != nullptr && group.mark->contradicts(*named_)) return true;
      named_ = group.mark;
    }
    return false;
  }

  void assign_to_only_line(std::vector<LineGroup>& groups) {
    for (LineGroup& group : groups) {
      if (lines_.empty()) lines_.emplace_back();
      append(group, 0);
    }
  }

  // The strongest evidence first.
  void assign(std::vector<LineGroup>& groups) {
    const std::size_t lines = lines_.size();
    waiting_.clear();
    for (std::size_t i = 0; i < groups.size(); ++i) waiting_.push_back(i);
    taken_.assign(lines, false);
    match(groups, [&](const LineGroup& group, const Line& line) {
      return !group.mark->empty() && group.mark->agrees_with(*line.mark) && chains(group, line);
    });
    match(groups, [&](const LineGroup& group, const Line& line) {
      return !group.mark->empty() && group.mark->agrees_with(*line.mark);
    });
    match(groups, [&](const LineGroup& group, const Line& line) {
      return chains(group, line) && !group.start->is_zero() && !group.mark->contradicts(*line.mark);
    });
    const bool is_only_group = groups.size() == 1;
    match(groups, [&](const LineGroup& group, const Line& line) {
      return !begins_at_nothing(group) && !group.mark->contradicts(*line.mark) &&
             (is_only_group || !footnotes_tell_);
    });
    for (const std::size_t i : waiting_) {
      lines_.emplace_back();
      append(groups[i], lines_.size() - 1);
    }
  }

  // Pairs each waiting group with the only line for which `fits` holds and that fits no other.
  void match(std::vector<LineGroup>& groups,
             const std::function<bool(const LineGroup&, const Line&)>& fits) {
    std::vector<std::size_t> still_waiting;
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (const std::size_t i : waiting_) {
      std::size_t only = 0;
      std::size_t candidates = 0;
      for (std::size_t l = 0; l < taken_.size(); ++l) {
        if (taken_[l] || !fits(groups[i], lines_[l])) continue;
        only = l;
        ++candidates;
      }
      const auto rivals =
          candidates == 1
              ? std::count_if(waiting_.begin(), waiting_.end(),
                              [&](std::size_t other) { return fits(groups[other], lines_[only]); })
              : 0;
      if (rivals == 1) {
        pairs.emplace_back(i, only);
      } else {
        still_waiting.push_back(i);
      }
    }
    for (const auto& [group, line] : pairs) {
      taken_[line] = true;
      append(groups[group], line);
    }
    waiting_ = std::move(still_waiting);
  }

  static bool chains(const LineGroup& group, const Line& line) {
    return group.start && line.balance && *group.start == *line.balance;
  }

  // An award whose balance is its own amount: the first of a grant that is counted apart.
  static bool begins_at_nothing(const LineGroup& group) {
    return !group.is_holding && group.start && group.start->is_zero();
  }

  void append(LineGroup& group, std::size_t index) {
    Line& line = lines_[index];
    line.events.insert(line.events.end(), group.events.begin(), group.events.end());
    if (!group.mark->empty()) line.mark = group.mark;
    if (group.end) {
      line.balance = group.end;
    } else if (line.balance && group.changes_known) {
      *line.balance += group.change;
    } else {
      line.balance.reset();
    }
  }

  const History& history_;
  const LineMarks& marks_;
  bool footnotes_tell_ = false;
  bool is_marked_ = false;
  bool is_several_ = false;
  const LineMark* named_ = nullptr;  // the last one that names a holder
  std::vector<Visit> visits_;
  std::unordered_map<std::int64_t, std::size_t> visit_of_;
  std::vector<Line> lines_;
  std::vector<std::size_t> waiting_;  // groups of the visit without a line
  std::vector<bool> taken_;           // lines that have a group of the visit
};

// Whether anything can tell two lines apart: a mark, or a holding beside another row of a filing.
bool can_be_several(const History& history, const LineMarks& marks,
                    const std::vector<std::size_t>& events) {
  for (std::size_t i = 0; i < events.size(); ++i) {
    const Event& event = history.events[events[i]];
    if (!marks.empty() && marks.contains(event.source)) return true;
    if (i == 0) continue;
    const Event& previous = history.events[events[i - 1]];
    const bool side_by_side = event.source.entry == previous.source.entry;
    if (side_by_side && (!event.has_change() || !previous.has_change())) return true;
  }
  return false;
}

class Following {
 public:
  Following(History& history, const LineMarks& marks) : history_(history), marks_(marks) {}

  void run() {
    collect_families();
    std::vector<std::int32_t> account_of(history_.events.size(), no_account);
    for (const FamilyRows& family : families_) {
      std::int32_t number = 0;
      for (const Line& line : lines_of(family.events)) {
        const std::int32_t account = add_account(line, ++number);
        for (const std::size_t index : line.events) account_of[index] = account;
      }
      if (family.events.empty()) add_account_of_amended_rows(*family.first);
    }
    for (std::size_t i = 0; i < account_of.size(); ++i) {
      Event& event = history_.events[i];
      if (event.account == no_account) continue;
      event.account = account_of[i];
      account_of_row_.emplace(event.source, event.account);
    }
    reassign_rest();
    history_.accounts = std::move(accounts_);
  }

 private:
  struct FamilyRows {
    const AccountIdentity* first = nullptr;  // of the accounts as they were
    std::vector<std::size_t> events;
  };

  // In the order in which the words are first mentioned, by whatever row.
  void collect_families() {
    std::unordered_map<std::string_view, std::size_t> places;
    std::vector<std::size_t> family_of;
    for (const AccountIdentity& account : history_.accounts) {
      const auto [place, is_new] = places.try_emplace(account.words, families_.size());
      if (is_new) families_.push_back({&account, {}});
      family_of.push_back(place->second);
    }
    for (std::size_t i = 0; i < history_.events.size(); ++i) {
      const Event& event = history_.events[i];
      if (event.account == no_account) continue;
      families_[family_of[static_cast<std::size_t>(event.account)]].events.push_back(i);
    }
  }

  const AccountIdentity& identity_of(const Event& event) const {
    return history_.accounts[static_cast<std::size_t>(event.account)];
  }

  std::vector<Line> lines_of(const std::vector<std::size_t>& events) const {
    if (events.empty()) return {};
    if (can_be_several(history_, marks_, events)) {
      return Family(history_, marks_, events).lines();
    }
    Line line;
    line.events = events;
    return {std::move(line)};
  }

  // The columns as the line's first row has them.
  std::int32_t add_account(const Line& line, std::int32_t number) {
    const auto first = *std::min_element(line.events.begin(), line.events.end());
    AccountIdentity identity = identity_of(history_.events[first]);
    identity.key = identity.words;
    if (number > 1) identity.key += "|line " + std::to_string(number);
    const auto account = static_cast<std::int32_t>(accounts_.size());
    line_by_words_.try_emplace(identity.words, account);
    accounts_.push_back(std::move(identity));
    return account;
  }

  void add_account_of_amended_rows(const AccountIdentity& identity) {
    line_by_words_.try_emplace(identity.words, static_cast<std::int32_t>(accounts_.size()));
    accounts_.push_back(identity);
    accounts_.back().key = identity.words;
  }

  // Rows and terms beside the events follow the row that stands for them.
  void reassign_rest() {
    for (AmendedRow& row : history_.amended) {
      row.event.account = account_of(current_row(row.event.source), row.event.account);
    }
    for (TermsClaim& terms : history_.terms) {
      terms.account = account_of(current_row(terms.source), terms.account);
    }
  }

  Reference current_row(Reference row) const {
    for (auto next = history_.replaced_by.find(row); next != history_.replaced_by.end();
         next = history_.replaced_by.find(row)) {
      row = next->second;
    }
    return row;
  }

  std::int32_t account_of(const Reference& row, std::int32_t previous) const {
    if (previous == no_account) return no_account;
    const std::string& words = history_.accounts[static_cast<std::size_t>(previous)].words;
    const auto found = account_of_row_.find(row);
    // An amended title or nature makes another account: the row stays with its own words.
    if (found != account_of_row_.end() &&
        accounts_[static_cast<std::size_t>(found->second)].words == words) {
      return found->second;
    }
    return line_by_words_.at(words);
  }

  History& history_;
  const LineMarks& marks_;
  std::vector<FamilyRows> families_;
  std::vector<AccountIdentity> accounts_;
  std::map<std::string, std::int32_t> line_by_words_;  // the first one
  std::map<Reference, std::int32_t> account_of_row_;
};

}  // namespace

void add_line_marks(const Claim& claim, const std::vector<Event>& events, LineMarks& marks) {
  const OwnershipDocument& document = claim.filing()->document;
  if (document.footnotes.empty()) return;
  std::optional<HolderNames> names;
  for (const Event& event : events) {
    const Row& row = *row_at(claim, event.source);
    if (!cites_line_mark(row)) continue;
    if (!names) names.emplace(document);
    LineMark mark = line_mark_of(row, document, *names);
    if (!mark.empty()) marks.emplace(event.source, std::move(mark));
  }
}

void follow_lines(History& history, const LineMarks& marks) { Following(history, marks).run(); }

}  // namespace stakebook
