#include "event/row_alignment.h"

#include <algorithm>
#include <limits>

#include "event/account.h"
#include "event/assignment.h"
#include "event/row_fields.h"
#include "value/text.h"

namespace stakebook {
namespace {

constexpr std::size_t others_max = 3;
// More than any sum of agreeing fields can be.
constexpr int weight_of_doubtful = 100;
constexpr int weight_of_sure = 400;
constexpr int weight_of_equal = 1000;

template <class T>
bool same(const Field<T>& a, const Field<T>& b) {
  if (a.value && b.value) return *a.value == *b.value;
  return same_ignoring_case(a.filed_text(), b.filed_text());
}
bool same(const Field<std::string>& a, const Field<std::string>& b) {
  return same_ignoring_case(a.filed_text(), b.filed_text());
}

// Both say it, and the same; a price of zero says nothing.
template <class T>
bool agree(const Field<T>& a, const Field<T>& b) {
  return a.value && b.value && *a.value == *b.value && !a.value->is_zero();
}

bool same_title(const Row& a, const Row& b) {
  return folded_title(a.security_title.filed_text()) == folded_title(b.security_title.filed_text());
}

bool same_ownership(const Row& a, const Row& b) {
  return same(a.direct_or_indirect_ownership, b.direct_or_indirect_ownership) &&
         folded_nature(a.nature_of_ownership.filed_text()) ==
             folded_nature(b.nature_of_ownership.filed_text());
}

// Fields that say which line it is; how many differ.
int lines_apart(const Row& a, const Row& b) {
  int differences = 0;
  differences += same_title(a, b) ? 0 : 1;
  differences += same_ownership(a, b) ? 0 : 1;
  differences += same(a.conversion_or_exercise_price, b.conversion_or_exercise_price) ? 0 : 1;
  differences += same(a.expiration_date, b.expiration_date) ? 0 : 1;
  if (a.kind == RowKind::holding) return differences;
  differences += same(a.transaction_date, b.transaction_date) ? 0 : 1;
  differences += same(a.transaction_code, b.transaction_code) ? 0 : 1;
  differences +=
      same(a.transaction_acquired_disposed_code, b.transaction_acquired_disposed_code) ? 0 : 1;
  return differences;
}

bool all_fields_equal(const Row& a, const Row& b) {
  bool equal = true;
  for_each_field_of_both(a, b, [&](std::string_view, const auto& left, const auto& right) {
    equal = equal && same(left, right);
  });
  return equal;
}

int fields_in_common(const Row& a, const Row& b) {
  int common = 0;
  for_each_field_of_both(a, b, [&](std::string_view, const auto& left, const auto& right) {
    if (!left.filed_text().empty() && same(left, right)) ++common;
  });
  return common;
}

struct Figures {
  bool shares = false;
  bool price = false;
  bool following = false;   // and not merely the row's own amount in a new line
  bool start = false;       // the same balance before it
  bool follows_on = false;  // one begins where the other ends

  int in_common() const { return shares + price + following + start; }
};

Figures figures_of(const Row& a, const Row& b) {
  Figures figures;
  figures.shares = agree(a.transaction_shares, b.transaction_shares) ||
                   agree(a.transaction_total_value, b.transaction_total_value);
  figures.price = agree(a.transaction_price_per_share, b.transaction_price_per_share);
  const auto start_a = balance_before(a);
  const auto start_b = balance_before(b);
  const auto& end_a = a.shares_owned_following_transaction.value;
  const auto& end_b = b.shares_owned_following_transaction.value;
  const bool begins_a_line = start_a && start_b && start_a->is_zero() && start_b->is_zero();
  figures.following = end_a && end_b && *end_a == *end_b && !begins_a_line;
  figures.start = start_a && start_b && *start_a == *start_b && !begins_a_line &&
                  !(figures.shares && figures.following);
  figures.follows_on = (start_a && end_b && *start_a == *end_b && *end_a != *end_b) ||
                       (start_b && end_a && *start_b == *end_a && *end_a != *end_b);
  return figures;
}

Likeness in_doubt(const AlignmentHints& hints) {
  if (hints.corrects && !hints.adds) return Likeness::sure;
  if (hints.adds && !hints.corrects) return Likeness::none;
  return Likeness::doubtful;
}

Likeness likeness_of_transactions(const AlignedRow& amended, const AlignedRow& current,
                                  const AlignmentHints& hints) {
  const Row& a = *amended.row;
  const Row& b = *current.row;
  const int apart = lines_apart(a, b);
  const Figures figures = figures_of(a, b);
  if (apart == 0) {
    // Zero shares in place of some: the row is taken back (domain rule 8.2).
    const auto& amount = a.transaction_shares.value;
    if (amount && amount->is_zero()) return Likeness::sure;
    if (figures.follows_on) return figures.shares ? in_doubt(hints) : Likeness::none;
    return figures.in_common() > 0 ? Likeness::sure : in_doubt(hints);
  }
  if (figures.follows_on) return Likeness::none;
  const bool strong = figures.shares && (figures.price || figures.following || figures.start);
  if (apart == 1) {
    if (!strong)
      return figures.shares && hints.corrects && !hints.adds ? Likeness::sure : Likeness::none;
    return same_ownership(a, b) || figures.following ? Likeness::sure : in_doubt(hints);
  }
  if (apart == 2 && strong) {
    return figures.price && figures.following ? Likeness::sure : in_doubt(hints);
  }
  return Likeness::none;
}

bool same_amount_held(const Row& a, const Row& b) {
  return agree(a.shares_owned_following_transaction, b.shares_owned_following_transaction) ||
         agree(a.value_owned_following_transaction, b.value_owned_following_transaction) ||
         (!a.shares_owned_following_transaction.value &&
          agree(a.underlying_security_shares, b.underlying_security_shares));
}

Likeness likeness_of_holdings(const AlignedRow& amended, const AlignedRow& current,
                              const AlignmentHints& hints) {
  const Row& a = *amended.row;
  const Row& b = *current.row;
  const int apart = lines_apart(a, b);
  if (apart == 0) {
    // Two trusts may stand under one phrase, told apart by a footnote.
    return amended.account == current.account ? Likeness::sure : in_doubt(hints);
  }
  return apart == 1 && same_amount_held(a, b) ? in_doubt(hints) : Likeness::none;
}

int weight_of(const AlignedRow& amended, const AlignedRow& current, Likeness likeness) {
  const Row& a = *amended.row;
  const Row& b = *current.row;
  if (likeness == Likeness::none) return 0;
  const Figures figures = figures_of(a, b);
  const int agreement = fields_in_common(a, b) + (amended.account == current.account ? 1 : 0) +
                        (figures.start ? 1 : 0);
  switch (likeness) {
    case Likeness::none: break;
    case Likeness::doubtful: return weight_of_doubtful + agreement;
    case Likeness::sure: return weight_of_sure + agreement;
    case Likeness::equal: return weight_of_equal + agreement;
  }
  return 0;
}

class Aligning {
 public:
  Aligning(const std::vector<AlignedRow>& amended, const std::vector<AlignedRow>& current,
           const AlignmentHints& hints)
      : amended_(amended), current_(current), likeness_(amended.size()), weights_(amended.size()) {
    for (std::size_t i = 0; i < amended.size(); ++i) {
      for (const AlignedRow& candidate : current) {
        likeness_[i].push_back(likeness_of(amended[i], candidate, hints));
        weights_[i].push_back(weight_of(amended[i], candidate, likeness_[i].back()));
      }
    }
  }

  Alignments run() const {
    const HeaviestAssignment assignment(weights_);
    const Partners best = assignment.partners();
    Alignments result;
    result.best = alignment_of(best);
    for (std::size_t i = 0; i < best.size() && result.others.size() < others_max; ++i) {
      if (!best[i]) continue;
      const Partners other = assignment.partners_without_pair_of(i);
      if (total_of(other) == total_of(best)) add_other(alignment_of(other), result);
    }
    return result;
  }

 private:
  // One that agrees as well, if it takes other rows.
  void add_other(Alignment alignment, Alignments& result) const {
    const bool is_known =
        takes_the_same(result.best, alignment) ||
        std::any_of(result.others.begin(), result.others.end(),
                    [&](const Alignment& known) { return takes_the_same(known, alignment); });
    if (!is_known) result.others.push_back(std::move(alignment));
  }

  // Rows that say the same may stand for one another.
  bool takes_the_same(const Alignment& left, const Alignment& right) const {
    for (std::size_t i = 0; i < left.size(); ++i) {
      if (left[i].likeness != right[i].likeness) return false;
      if (left[i].current == right[i].current) continue;
      if (!left[i].current || !right[i].current) return false;
      if (!all_fields_equal(*current_[*left[i].current].row, *current_[*right[i].current].row)) {
        return false;
      }
    }
    return true;
  }

  int total_of(const Partners& partners) const {
    int total = 0;
    for (std::size_t i = 0; i < partners.size(); ++i) {
      if (partners[i]) total += weights_[i][*partners[i]];
    }
    return total;
  }

  Alignment alignment_of(const Partners& partners) const {
    Alignment alignment(amended_.size());
    for (std::size_t i = 0; i < partners.size(); ++i) {
      if (partners[i]) alignment[i] = {partners[i], likeness_[i][*partners[i]]};
    }
    return alignment;
  }

  const std::vector<AlignedRow>& amended_;
  const std::vector<AlignedRow>& current_;
  std::vector<std::vector<Likeness>> likeness_;
  std::vector<std::vector<int>> weights_;
};

// A text that restates the whole leaves nothing beside it: what is left over on both sides of one
// table, one row each, is the same line.
void pair_the_rest(const std::vector<AlignedRow>& amended, const std::vector<AlignedRow>& current,
                   Alignment& alignment) {
  for (const Table table : {Table::non_derivative, Table::derivative}) {
    for (const RowKind kind : {RowKind::transaction, RowKind::holding}) {
      const auto counts = [&](const AlignedRow& row) {
        return row.row->table == table && row.row->kind == kind;
      };
      std::vector<std::size_t> left;
      std::vector<std::size_t> right;
      for (std::size_t i = 0; i < amended.size(); ++i) {
        if (counts(amended[i]) && !alignment[i].current) left.push_back(i);
      }
      for (std::size_t i = 0; i < current.size(); ++i) {
        const bool taken = std::any_of(alignment.begin(), alignment.end(),
                                       [&](const RowPair& pair) { return pair.current == i; });
        if (counts(current[i]) && !taken) right.push_back(i);
      }
      if (left.size() == 1 && right.size() == 1) {
        alignment[left.front()] = {right.front(), Likeness::sure};
      }
    }
  }
}

}  // namespace

Likeness likeness_of(const AlignedRow& amended, const AlignedRow& current,
                     const AlignmentHints& hints) {
  if (amended.row->table != current.row->table || amended.row->kind != current.row->kind) {
    return Likeness::none;
  }
  if (amended.account == current.account && all_fields_equal(*amended.row, *current.row)) {
    return Likeness::equal;
  }
  return amended.row->kind == RowKind::transaction
             ? likeness_of_transactions(amended, current, hints)
             : likeness_of_holdings(amended, current, hints);
}

Alignments aligned(const std::vector<AlignedRow>& amended, const std::vector<AlignedRow>& current,
                   const AlignmentHints& hints) {
  Alignments result = Aligning(amended, current, hints).run();
  if (hints.in_full) {
    pair_the_rest(amended, current, result.best);
    for (Alignment& other : result.others) pair_the_rest(amended, current, other);
  }
  return result;
}

std::optional<Shares> balance_before(const Row& row) {
  const auto& following = row.shares_owned_following_transaction.value;
  const auto& amount = row.transaction_shares.value;
  if (!following || !amount) return std::nullopt;
  const std::string letter = row.transaction_acquired_disposed_code.filed_text();
  if (same_ignoring_case(letter, "A")) return *following - *amount;
  if (same_ignoring_case(letter, "D")) return *following + *amount;
  return std::nullopt;
}

bool is_of_one_line(const Row& a, const Row& b) {
  return a.table == b.table && a.kind == b.kind && lines_apart(a, b) == 0;
}

bool is_same_fact(const Row& a, const Row& b) {
  return is_of_one_line(a, b) && same(a.transaction_shares, b.transaction_shares) &&
         same(a.transaction_price_per_share, b.transaction_price_per_share);
}

}  // namespace stakebook
