// An independent auditor against the engine: for every account of the corpus that can be decided by
// trying every order of every day, the engine finds as few gaps, and at the same places.
//
// Which rows are of one account is the engine's answer; everything else is worked out again
// (support/naive_auditor.h). Accounts that amendments touched in the middle are left to the tests
// of amendments: there the engine goes on from corrected balances.
#include <doctest/doctest.h>

#include "corpus_files.h"
#include "stakebook.h"
#include "support/naive_auditor.h"
#include "support/temporary_folder.h"

using namespace stakebook;

namespace {

const Date long_ago = *Date::of(1900, 1, 1);

std::optional<naive::Amount> millionths(const std::optional<Shares>& shares) {
  return shares ? naive::amount_of(shares->to_text()) : std::nullopt;
}

std::vector<naive::Fact> facts_of(const History& history, std::int32_t account) {
  std::vector<naive::Fact> facts;
  for (const Event& event : history.events) {
    if (event.account != account) continue;
    naive::Fact& fact = facts.emplace_back();
    fact.row = event.source.to_text();
    fact.day = event.effective - long_ago;
    fact.filed = event.known.date - long_ago;
    fact.filing = event.source.entry;
    fact.change = event.has_change() ? millionths(event.change.exact()) : naive::Amount{0};
    fact.reported = millionths(event.reported_following);
    fact.counts_underlying = event.balance_in_underlying;
  }
  return facts;
}

naive::Gaps gaps_of(const History& history, const Account& account) {
  naive::Gaps gaps;
  for (const Posting& posting : account.postings) {
    if (posting.check != Check::gap) continue;
    gaps[event_of(history, posting).source.to_text()] = *millionths(posting.gap);
  }
  return gaps;
}

std::string text_of(const naive::Gaps& gaps) {
  std::string text;
  for (const auto& [row, gap] : gaps) text += " " + row + ":" + std::to_string(gap / 1'000'000);
  return text;
}

struct Tally {
  int accounts = 0;
  int decided = 0;
  int clean = 0;
  int with_gaps = 0;
  int gaps = 0;
  int reordered = 0;  // by the engine
  int with_late_rows = 0;
  int same_places = 0;
  int late_rows_chain_better = 0;
  int differ = 0;
  std::map<std::string, int> undecided;
};

bool is_corrected_in_the_middle(const Account& account) {
  return std::any_of(account.postings.begin(), account.postings.end(),
                     [](const Posting& posting) { return posting.downstream_of.has_value(); });
}

bool is_reordered(const Account& account) {
  return !std::is_sorted(account.postings.begin(), account.postings.end(),
                         [](const Posting& a, const Posting& b) { return a.event < b.event; });
}

void compare(const IssuerBook& answer, const Account& account, Tally& tally) {
  ++tally.accounts;
  if (is_corrected_in_the_middle(account)) {
    ++tally.undecided["corrected by an amendment in the middle"];
    return;
  }
  const auto facts = facts_of(answer.history, account.identity);
  const auto own = naive::audit(facts, naive::LateRows::at_their_own_dates);
  const auto best = naive::audit(facts, naive::LateRows::as_chains_best);
  if (!own.decided || !best.decided) {
    ++tally.undecided[own.decided ? best.why_not : own.why_not];
    return;
  }
  ++tally.decided;
  if (is_reordered(account)) ++tally.reordered;
  const naive::Gaps found = gaps_of(answer.history, account);
  const int gaps = static_cast<int>(found.size());
  ++(best.gaps == 0 ? tally.clean : tally.with_gaps);
  tally.gaps += best.gaps;
  if (!naive::late_filings(facts).empty()) ++tally.with_late_rows;
  if (best.gaps < own.gaps) {
    ++tally.late_rows_chain_better;
    MESSAGE(answer.issuer.name << ", " << account.anchor.to_text() << ": " << own.gaps << " gaps, "
                               << best.gaps << " where late rows are taken as filed");
  }
  const std::string title = answer.history.accounts[static_cast<std::size_t>(account.identity)].key;
  CAPTURE(answer.issuer.name);
  CAPTURE(title);
  CAPTURE(text_of(found));
  CAPTURE(text_of(*best.places.begin()));
  if (gaps != own.gaps && gaps != best.gaps) ++tally.differ;
  CHECK(gaps >= best.gaps);
  CHECK(gaps <= own.gaps);
  const auto& verdict = gaps == best.gaps ? best : own;
  if (gaps != verdict.gaps) return;
  if (verdict.places.contains(found)) ++tally.same_places;
  CHECK((verdict.places.contains(found) || !verdict.has_all_places));
}

}  // namespace

TEST_CASE("an auditor that tries every order agrees with the engine on every account it decides") {
  if (corpus_test::skips()) return;
  const TemporaryFolder folder;
  Ledger ledger = Ledger::create_or_open(folder.at("corpus.db"));
  const std::string corpus = corpus_test::corpus.string();
  ledger.import({corpus + "/edgar", corpus + "/loose", corpus + "/submissions"});
  Tally tally;
  ledger.for_each_issuer_book({}, [&](IssuerBook&& answer) {
    for (const Account& account : answer.book.accounts) {
      if (!account.postings.empty()) compare(answer, account, tally);
    }
    return true;
  });
  MESSAGE(tally.accounts << " accounts, " << tally.decided << " decided: " << tally.clean
                         << " chain, " << tally.with_gaps << " have " << tally.gaps
                         << " gaps; the same number in all but " << tally.differ
                         << ", at the same places in " << tally.same_places);
  MESSAGE("rows stand in another order than in the filings in "
          << tally.reordered << " accounts; some were filed late in " << tally.with_late_rows
          << ", and chain better in the order of filing in " << tally.late_rows_chain_better);
  for (const auto& [why, times] : tally.undecided) MESSAGE(times << " not decided: " << why);
  CHECK(tally.decided > tally.accounts * 9 / 10);
}
