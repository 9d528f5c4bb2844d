#include "book/order.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace stakebook {
namespace {

using Order = std::vector<std::size_t>;

struct Edge {
  std::size_t row;   // no_row for a jump that joins two trails
  std::size_t from;  // vertices
  std::size_t to;
};

constexpr std::size_t no_row = static_cast<std::size_t>(-1);

bool is_edge(const DayRow& row) { return row.change && row.following; }

// The multigraph of one day: vertices are balances, edges are rows.
class BalanceGraph {
 public:
  BalanceGraph(const std::vector<DayRow>& rows, const Order& members) {
    for (const std::size_t row : members) {
      if (!is_edge(rows[row])) continue;
      const Shares to = *rows[row].following;
      edges_.push_back({row, vertex(to - *rows[row].change), vertex(to)});
    }
    row_edges_ = edges_.size();
  }

  // Every trail of a smallest set of trails that take every edge once, as rows in order.
  std::vector<Order> trails(std::optional<Shares> previous) {
    add_jumps();
    build_outgoing();
    std::vector<Order> result;
    for (const std::size_t start : starts(previous)) {
      if (next_[start] < outgoing_[start].size()) walk(start, result);
    }
    return result;
  }

 private:
  std::size_t vertex(Shares balance) {
    const auto [entry, is_new] = vertices_.try_emplace(balance, vertices_.size());
    if (is_new) surplus_.push_back(0);
    return entry->second;
  }

  // Joins each vertex with more arrivals than departures to one with more departures, within its
  // component, so that every component has an Eulerian circuit; cut at the jumps it is the trails.
  void add_jumps() {
    for (const Edge& edge : edges_) {
      ++surplus_[edge.from];
      --surplus_[edge.to];
    }
    std::vector<std::size_t> component(surplus_.size());
    std::iota(component.begin(), component.end(), std::size_t{0});
    const auto root = [&](std::size_t v) {
      while (component[v] != v) v = component[v] = component[component[v]];
      return v;
    };
    for (const Edge& edge : edges_) component[root(edge.from)] = root(edge.to);
    std::unordered_map<std::size_t, std::vector<std::size_t>> departures;
    for (std::size_t v = surplus_.size(); v-- > 0;) {
      for (int i = 0; i < surplus_[v]; ++i) departures[root(v)].push_back(v);
    }
    for (std::size_t v = 0; v < surplus_.size(); ++v) {
      for (int i = surplus_[v]; i < 0; ++i) {
        std::vector<std::size_t>& waiting = departures[root(v)];
        edges_.push_back({no_row, v, waiting.back()});
        waiting.pop_back();
      }
    }
  }

  void build_outgoing() {
    outgoing_.resize(surplus_.size());
    next_.assign(surplus_.size(), 0);
    // Rows before jumps and in document order: Hierholzer then keeps that order where it can.
    for (std::size_t i = 0; i < edges_.size(); ++i) outgoing_[edges_[i].from].push_back(i);
  }

  // Where to begin: at the previous balance, else where a trail must begin, else at the first row.
  std::vector<std::size_t> starts(std::optional<Shares> previous) const {
    std::vector<std::size_t> result;
    if (previous) {
      if (const auto found = vertices_.find(*previous); found != vertices_.end()) {
        result.push_back(found->second);
      }
    }
    for (std::size_t i = 0; i < row_edges_; ++i) {
      if (surplus_[edges_[i].from] > 0) result.push_back(edges_[i].from);
    }
    for (std::size_t i = 0; i < row_edges_; ++i) result.push_back(edges_[i].from);
    return result;
  }

  // Hierholzer's circuit through `start`, cut at its jumps.
  void walk(std::size_t start, std::vector<Order>& result) {
    struct Visit {
      std::size_t vertex;
      std::size_t edge;  // that led here
    };
    std::vector<Visit> stack = {{start, no_row}};
    Order circuit;  // edges, last first
    while (!stack.empty()) {
      const std::size_t at = stack.back().vertex;
      if (next_[at] < outgoing_[at].size()) {
        const std::size_t edge = outgoing_[at][next_[at]++];
        stack.push_back({edges_[edge].to, edge});
      } else {
        if (stack.back().edge != no_row) circuit.push_back(stack.back().edge);
        stack.pop_back();
      }
    }
    std::reverse(circuit.begin(), circuit.end());
    begin_after_jump(start, circuit);
    Order trail;
    for (const std::size_t edge : circuit) {
      if (edges_[edge].row != no_row) {
        trail.push_back(edges_[edge].row);
      } else if (!trail.empty()) {
        result.push_back(std::move(trail));
        trail.clear();
      }
    }
    if (!trail.empty()) result.push_back(std::move(trail));
  }

  // A circuit has no beginning of its own: it is turned to begin right after the jump to `start`,
  // or after any other, so that as many jumps make as many trails.
  void begin_after_jump(std::size_t start, Order& circuit) const {
    const auto is_jump = [&](std::size_t edge) { return edges_[edge].row == no_row; };
    auto jump = std::find_if(circuit.begin(), circuit.end(), [&](std::size_t edge) {
      return is_jump(edge) && edges_[edge].to == start;
    });
    if (jump == circuit.end()) jump = std::find_if(circuit.begin(), circuit.end(), is_jump);
    if (jump != circuit.end()) std::rotate(circuit.begin(), std::next(jump), circuit.end());
  }

  std::vector<Edge> edges_;
  std::size_t row_edges_ = 0;
  std::unordered_map<Shares, std::size_t> vertices_;
  std::vector<int> surplus_;  // departures minus arrivals
  std::vector<Order> outgoing_;
  Order next_;
};

// Rows without a balance, put between the trails.
class Fillers {
 public:
  Fillers(const std::vector<DayRow>& rows, const Order& members) : rows_(rows) {
    for (const std::size_t row : members) {
      if (!is_edge(rows[row])) waiting_.push_back(row);
    }
  }

  // Moves to `order` the rows that belong before row `next`, which starts at `target`.
  void place_before(std::size_t next, std::optional<Shares>& current, Shares target, Order& order) {
    if (waiting_.empty() || (current && *current == target)) return;
    Order earlier;
    for (const std::size_t row : waiting_) {
      if (row < next) earlier.push_back(row);
    }
    if (!current || fills(earlier, *current, target)) return take(earlier, order);
    if (fills(waiting_, *current, target)) return take(Order(waiting_), order);
    for (const std::size_t row : waiting_) {
      if (fills({row}, *current, target)) return take({row}, order);
    }
    take(earlier, order);
  }

  void place_rest(Order& order) { take(Order(waiting_), order); }

 private:
  // An unknown amount among them can fill any jump.
  bool fills(const Order& candidates, Shares current, Shares target) const {
    if (candidates.empty()) return false;
    for (const std::size_t row : candidates) {
      if (!rows_[row].change) return true;
      current += *rows_[row].change;
    }
    return current == target;
  }

  void take(const Order& taken, Order& order) {
    for (const std::size_t row : taken) {
      order.push_back(row);
      waiting_.erase(std::find(waiting_.begin(), waiting_.end(), row));
    }
  }

  const std::vector<DayRow>& rows_;
  Order waiting_;
};

Order along_trails(const std::vector<DayRow>& rows, const Order& members,
                   std::optional<Shares> previous) {
  Order order;
  Fillers fillers(rows, members);
  std::optional<Shares> current = previous;
  for (const Order& trail : BalanceGraph(rows, members).trails(previous)) {
    const DayRow& first = rows[trail.front()];
    fillers.place_before(trail.front(), current, *first.following - *first.change, order);
    order.insert(order.end(), trail.begin(), trail.end());
    current = rows[trail.back()].following;
  }
  fillers.place_rest(order);
  return order;
}

// Filing by filing, each along its own trails.
Order filing_by_filing(const std::vector<DayRow>& rows, std::optional<Shares> previous) {
  Order order;
  std::optional<Shares> current = previous;
  for (std::size_t begin = 0; begin < rows.size();) {
    Order members;
    std::size_t end = begin;
    while (end < rows.size() && rows[end].filing == rows[begin].filing) members.push_back(end++);
    const Order part = along_trails(rows, members, current);
    order.insert(order.end(), part.begin(), part.end());
    for (const std::size_t row : part) {
      if (rows[row].following) {
        current = rows[row].following;
      } else if (current && rows[row].change) {
        *current += *rows[row].change;
      } else {
        current.reset();
      }
    }
    begin = end;
  }
  return order;
}

// Trails in the same order, but for one that the next day goes on from: it comes last.
Order ending_at_next(const std::vector<DayRow>& rows, const Order& order, const AroundDay& around) {
  std::vector<Order> trails;
  std::optional<Shares> current;
  for (const std::size_t row : order) {
    const bool goes_on =
        current && is_edge(rows[row]) && *current + *rows[row].change == *rows[row].following;
    if (trails.empty() || (!goes_on && is_edge(rows[row]))) trails.emplace_back();
    trails.back().push_back(row);
    current = rows[row].following;
  }
  for (std::size_t i = 0; i + 1 < trails.size(); ++i) {
    if (rows[trails[i].back()].following != around.next) continue;
    std::rotate(trails.begin() + static_cast<std::ptrdiff_t>(i),
                trails.begin() + static_cast<std::ptrdiff_t>(i) + 1, trails.end());
    break;
  }
  Order result;
  for (const Order& trail : trails) result.insert(result.end(), trail.begin(), trail.end());
  return result;
}

}  // namespace

std::size_t jumps_in(const std::vector<DayRow>& rows, const Order& order, const AroundDay& around) {
  std::size_t jumps = 0;
  std::optional<Shares> current = around.previous;
  for (const std::size_t index : order) {
    const DayRow& row = rows[index];
    if (current && is_edge(row) && *current + *row.change != *row.following) ++jumps;
    if (row.following) {
      current = row.following;
    } else if (current && row.change) {
      *current += *row.change;
    } else {
      current.reset();
    }
  }
  if (current && around.next && *current != *around.next) ++jumps;
  return jumps;
}

std::optional<Shares> start_of_day(const std::vector<DayRow>& rows) {
  std::unordered_map<Shares, int> surplus;  // departures minus arrivals
  for (const DayRow& row : rows) {
    if (!is_edge(row)) return std::nullopt;
    ++surplus[*row.following - *row.change];
    --surplus[*row.following];
  }
  std::optional<Shares> start;
  for (const auto& [balance, count] : surplus) {
    if (count <= 0) continue;
    if (start || count > 1) return std::nullopt;
    start = balance;
  }
  return start;
}

Order order_of_day(const std::vector<DayRow>& rows, const AroundDay& around) {
  Order best(rows.size());
  std::iota(best.begin(), best.end(), std::size_t{0});
  std::size_t fewest = jumps_in(rows, best, around);
  const auto consider = [&](Order candidate) {
    const std::size_t jumps = jumps_in(rows, candidate, around);
    if (jumps < fewest) {
      fewest = jumps;
      best = std::move(candidate);
    }
  };
  if (fewest == 0) return best;
  const Order document_order = best;
  consider(Order(document_order.rbegin(), document_order.rend()));
  if (fewest > 0) consider(along_trails(rows, document_order, around.previous));
  if (fewest > 0 && rows.front().filing != rows.back().filing) {
    consider(filing_by_filing(rows, around.previous));
  }
  if (fewest > 0 && around.next) consider(ending_at_next(rows, best, around));
  return best;
}

}  // namespace stakebook
