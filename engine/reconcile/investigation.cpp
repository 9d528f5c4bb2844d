#include "reconcile/investigation.h"

#include <algorithm>

#include "event/cited_footnotes.h"
#include "event/claim_place.h"
#include "value/text.h"

namespace stakebook {
namespace {

// How far back the same words are looked for.
constexpr std::size_t reports_back_max = 12;

std::optional<Gap> gap_of(const History& history, const Account& account, std::size_t index) {
  const Posting& posting = account.postings[index];
  const Event& event = event_of(history, posting);
  const auto before = posting.checked_from().exact();
  const auto change = posting.change.exact();
  if (posting.check != Check::gap || !before || !change || !event.reported_following) {
    return std::nullopt;
  }
  Gap gap;
  gap.account = account.identity;
  gap.posting = index;
  gap.size = posting.gap;
  gap.before = *before;
  gap.change = *change;
  gap.reported = *event.reported_following;
  gap.opening = gap.reported - gap.change;
  gap.on = event.effective;
  gap.since = index == 0 ? gap.on : event_of(history, account.postings[index - 1]).effective;
  gap.source = event.source;
  return gap;
}

// "F4" is number 4; other ids count as they stand.
std::int32_t number_of_footnote(const OwnershipDocument& document, std::size_t index) {
  const FootnoteId& id = document.footnotes[index].id;
  if (id.size() > 1 && id.front() == 'F') {
    if (const auto number = parse_digits(std::string_view(id).substr(1)); number && *number > 0) {
      return *number;
    }
  }
  return static_cast<std::int32_t>(index + 1);
}

}  // namespace

Investigation::Investigation(const History& history, const Book& book,
                             const std::vector<Claim>& claims)
    : history_(history), book_(book), claims_(claims) {
  for (const Account& account : book.accounts) {
    for (std::size_t p = 0; p < account.postings.size(); ++p) {
      const auto gap = gap_of(history, account, p);
      if (!gap) continue;
      by_size_[gap->size].push_back(gaps_.size());
      by_place_[{gap->account, p}] = gaps_.size();
      gaps_.push_back(*gap);
    }
  }
}

const Gap* Investigation::gap_at(std::int32_t account, std::size_t posting) const {
  const auto found = by_place_.find({account, posting});
  return found == by_place_.end() ? nullptr : &gaps_[found->second];
}

std::vector<const Gap*> Investigation::gaps_of(Shares size) const {
  std::vector<const Gap*> result;
  const auto found = by_size_.find(size);
  if (found == by_size_.end()) return result;
  for (const std::size_t index : found->second) result.push_back(&gaps_[index]);
  return result;
}

const Posting* Investigation::neighbour(const Gap& gap, int ahead) const {
  const auto& all = postings(gap.account);
  const auto index = static_cast<std::ptrdiff_t>(gap.posting) + ahead;
  return index < 0 || index >= std::ssize(all) ? nullptr : &all[static_cast<std::size_t>(index)];
}

bool Investigation::is_undone(const Gap& gap) const {
  const auto place = by_place_.find({gap.account, gap.posting});
  if (place == by_place_.end()) return false;
  const auto undoes = [&](const Gap& other) {
    return other.account == gap.account && other.size == -gap.size;
  };
  const std::size_t index = place->second;
  return (index > 0 && undoes(gaps_[index - 1])) ||
         (index + 1 < gaps_.size() && undoes(gaps_[index + 1]));
}

bool Investigation::follows_dates(std::int32_t account) const {
  const auto& all = postings(account);
  return std::none_of(all.begin(), all.end(),
                      [](const Posting& posting) { return posting.drawn_up_from.has_value(); });
}

bool Investigation::has_row_near(std::int32_t account, std::size_t posting, Shares amount,
                                 std::size_t rows_around) const {
  const auto& all = postings(account);
  const std::size_t first = posting > rows_around ? posting - rows_around : 0;
  const std::size_t end = std::min(all.size(), posting + rows_around + 1);
  return std::any_of(all.begin() + static_cast<std::ptrdiff_t>(first),
                     all.begin() + static_cast<std::ptrdiff_t>(end), [&](const Posting& one) {
                       const auto change = one.change.exact();
                       return change && !change->is_zero() &&
                              magnitude(*change) == magnitude(amount);
                     });
}

const OwnershipDocument* Investigation::document(std::int64_t entry) const {
  const Claim* claim = claim_at(claims_, entry);
  return claim != nullptr && claim->filing() != nullptr ? &claim->filing()->document : nullptr;
}

const Row* Investigation::row(const Reference& place) const {
  const Claim* claim = claim_at(claims_, place.entry);
  return claim == nullptr ? nullptr : row_at(*claim, place);
}

std::vector<CitedFootnote> Investigation::all_footnotes(std::int64_t entry) const {
  std::vector<CitedFootnote> result;
  const OwnershipDocument* filing = document(entry);
  if (filing == nullptr) return result;
  for (std::size_t i = 0; i < filing->footnotes.size(); ++i) {
    result.push_back(
        {{entry, Part::footnote, number_of_footnote(*filing, i), 0}, filing->footnotes[i].text});
  }
  return result;
}

std::vector<CitedFootnote> Investigation::cited(const Reference& place) const {
  std::vector<CitedFootnote> result;
  const Row* found = row(place);
  const OwnershipDocument* filing = document(place.entry);
  if (found == nullptr || filing == nullptr) return result;
  for (const Footnote* footnote : resolved(cited_footnotes(*found), *filing)) {
    const auto index = static_cast<std::size_t>(footnote - filing->footnotes.data());
    result.push_back(
        {{place.entry, Part::footnote, number_of_footnote(*filing, index), 0}, footnote->text});
  }
  return result;
}

bool Investigation::said_before(const Gap& gap, std::string_view words) const {
  const auto& all = postings(gap.account);
  const std::size_t first = gap.posting > reports_back_max ? gap.posting - reports_back_max : 0;
  for (std::size_t i = first; i < gap.posting; ++i) {
    const Reference& source = event(all[i]).source;
    if (source.entry == gap.source.entry) continue;
    for (const CitedFootnote& footnote : cited(source)) {
      if (contains_ignoring_case(footnote.text, words)) return true;
    }
  }
  return false;
}

bool Investigation::share_a_holder(std::int32_t a, std::int32_t b) const {
  const std::vector<PartyId>& holders = identity(a).holders;
  return std::any_of(holders.begin(), holders.end(),
                     [&](PartyId holder) { return identity(b).held_by(holder); });
}

FigureReference row_figure(const Reference& row) { return {row, {}, 0, {}, {}}; }

FigureReference balance_figure(const Reference& row) {
  return {row, "shares_owned_following_transaction", 0, {}, {}};
}

}  // namespace stakebook
