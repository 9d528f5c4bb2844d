// No false proof, on real histories: stretches of lines of the corpus that chain, mutated
// (mutations.h).
//
// Which rows are of one line is the engine's answer for the true history; whether it chains is
// found without it. Lines that only a footnote or the word "trust" tells apart from others are left
// out, since a changed figure may rightly be read as that of another such line; so are filings that
// amendments touch.
#include <doctest/doctest.h>

#include "corpus_files.h"
#include "stakebook.h"
#include "support/mutation_judge.h"
#include "support/temporary_folder.h"

using namespace stakebook;

namespace {

bool names_itself(const AccountIdentity& account) {
  if (account.table == Table::derivative) return account.strike && account.expiration;
  if (account.direct) return true;
  const std::string nature = folded_nature(account.nature);
  for (const char* word : {"footnote", "trust", "note", "remark", "explanation"}) {
    if (nature.find(word) != std::string::npos) return false;
  }
  return !nature.empty();
}

bool is_amendment(const Claim& claim) {
  const auto& form = claim.filing()->document.document_type.value;
  return form && form->ends_with("/A");
}

// Rows of the account, first to last, between two gaps.
using Stretch = std::vector<Reference>;

constexpr std::size_t stretch_rows_max = 25;

std::vector<Stretch> stretches_of(const History& history, const Account& account) {
  std::vector<Stretch> stretches(1);
  for (const Posting& posting : account.postings) {
    const bool breaks = posting.check == Check::gap || posting.check == Check::not_determined;
    if (breaks || stretches.back().size() == stretch_rows_max) stretches.emplace_back();
    stretches.back().push_back(event_of(history, posting).source);
  }
  std::erase_if(stretches, [](const Stretch& stretch) { return stretch.size() < 3; });
  return stretches;
}

// The filings that hold rows of the stretch, without the account's other rows.
std::optional<truth::History> history_of(const IssuerBook& answer, const Account& account,
                                         const Stretch& stretch) {
  truth::History history;
  std::set<std::int64_t> entries;
  for (const Reference& row : stretch) entries.insert(row.entry);
  for (const Claim& claim : answer.claims) {
    if (!entries.contains(claim.entry)) continue;
    if (claim.filing() == nullptr || is_amendment(claim)) return std::nullopt;
    history.claims.push_back(claim);
  }
  for (const Reference& row : stretch) history.line_of[row] = 0;
  std::set<Reference> others;
  for (const Posting& posting : account.postings) {
    const Reference row = event_of(answer.history, posting).source;
    if (entries.contains(row.entry) && !history.line_of.contains(row)) others.insert(row);
  }
  for (auto row = others.rbegin(); row != others.rend(); ++row) {
    mutation::erase_row(history, *row);
  }
  return history;
}

}  // namespace

TEST_CASE("what is changed in a real history that chains shows, and is never proven otherwise") {
  if (corpus_test::skips()) return;
  const TemporaryFolder folder;
  Ledger ledger = Ledger::create_or_open(folder.at("corpus.db"));
  const std::string corpus = corpus_test::corpus.string();
  ledger.import({corpus + "/edgar", corpus + "/loose", corpus + "/submissions"});
  mutation::Tallies tallies(mutation::kinds.size());
  std::mt19937 random(7);
  int lines = 0;
  int rows = 0;
  const auto try_stretch = [&](const IssuerBook& answer, const Account& account,
                               const Stretch& stretch) {
    const auto history = history_of(answer, account, stretch);
    const auto subject = history ? mutation::subject_of(*history, 0) : std::nullopt;
    if (!subject) return;
    const mutation::Answer before = mutation::answer_of(*history, 0);
    CAPTURE(answer.issuer.name);
    CAPTURE(stretch.front().to_text());
    CHECK(before.gaps.empty());
    ++lines;
    rows += static_cast<int>(subject->steps.size());
    mutation::mutate(*subject, before, 2, random, tallies);
  };
  ledger.for_each_issuer_book({}, [&](IssuerBook&& answer) {
    for (const Account& account : answer.book.accounts) {
      if (account.postings.empty()) continue;
      if (!names_itself(answer.history.accounts[static_cast<std::size_t>(account.identity)])) {
        continue;
      }
      for (const Stretch& stretch : stretches_of(answer.history, account)) {
        try_stretch(answer, account, stretch);
      }
    }
    return true;
  });
  MESSAGE(lines << " stretches of " << rows << " rows");
  const mutation::Tally all = mutation::told(tallies);
  CHECK(all.tried > 1'000);
  mutation::check_no_false_proof(all);
}
