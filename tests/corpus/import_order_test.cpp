// The files of the corpus one by one in random orders, XML, printed copies, indexes and quarterly
// tables among each other: the same accounts, balances, checks and tranches come of it. Seeded.
#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <set>

#include "corpus_files.h"
#include "stakebook.h"
#include "support/temporary_folder.h"

using namespace stakebook;

namespace {

using Answers = std::multiset<std::string>;

std::string text_of(const Party& party) { return party.cik ? party.cik->to_text() : party.name; }

std::string text_of(const std::optional<Date>& date) { return date ? date->to_text() : "-"; }

std::string text_of(const IssuerBook& book, const std::vector<PartyId>& holders) {
  std::set<std::string> texts;
  for (const PartyId holder : holders) texts.insert(text_of(*book.party(holder)));
  std::string joined = text_of(book.issuer);
  for (const std::string& text : texts) joined += ' ' + text;
  return joined;
}

// Without the numbers of entries and parties, which tell what was imported first.
void add_accounts(const IssuerBook& book, Answers& answers) {
  for (const Account& account : book.book.accounts) {
    const AccountIdentity& identity =
        book.history.accounts[static_cast<std::size_t>(account.identity)];
    const std::string line = text_of(book, identity.holders) + " | " + identity.security_title +
                             " | " + identity.nature + " | " + text_of(identity.expiration);
    answers.insert(line + " holds " + account.balance.to_text());
    for (const Posting& posting : account.postings) {
      answers.insert(line + " on " + event_of(book.history, posting).effective.to_text() + ": " +
                     posting.before.to_text() + " to " + posting.after.to_text() + ", " +
                     std::string(name_of(posting.check)) + ' ' + posting.gap.to_text());
    }
  }
}

void add_grants(const IssuerBook& book, Answers& answers) {
  for (const GrantPosition& grant : book.book.grants) {
    for (const Tranche& tranche : grant.tranches) {
      answers.insert(text_of(book, grant.holders) + " | " + grant.security + " | " +
                     text_of(grant.granted_on) + " #" + std::to_string(tranche.number) + ": " +
                     tranche.quantity.to_text() + " on " + text_of(tranche.vests) + ' ' +
                     std::string(name_of(tranche.state)));
    }
  }
}

Answers answers_after(const std::vector<std::string>& paths, const std::string& path) {
  Ledger ledger = Ledger::create_or_open(path);
  ledger.import(paths);
  Answers answers;
  ledger.for_each_issuer_book({}, [&](IssuerBook&& book) {
    add_accounts(book, answers);
    add_grants(book, answers);
    return true;
  });
  return answers;
}

}  // namespace

TEST_CASE("the corpus in any order of import gives the same accounts, balances and tranches") {
  if (corpus_test::skips()) return;
  std::vector<std::string> paths = {(corpus_test::corpus / "quarterly").string()};
  for (const char* folder : {"edgar", "loose", "submissions", "printed"}) {
    for (const auto& file :
         std::filesystem::recursive_directory_iterator(corpus_test::corpus / folder)) {
      if (file.is_regular_file()) paths.push_back(file.path().string());
    }
  }
  std::sort(paths.begin(), paths.end());
  const TemporaryFolder folder;
  const Answers expected = answers_after(paths, folder.at("sorted.db"));
  CHECK(expected.size() > 4000);
  std::mt19937 random(20241127);
  for (int round = 1; round <= 3; ++round) {
    CAPTURE(round);
    std::shuffle(paths.begin(), paths.end(), random);
    const Answers answers = answers_after(paths, folder.at(std::to_string(round) + ".db"));
    CHECK(answers.size() == expected.size());
    Answers changed;
    std::set_symmetric_difference(answers.begin(), answers.end(), expected.begin(), expected.end(),
                                  std::inserter(changed, changed.end()));
    for (const std::string& answer : changed) FAIL_CHECK(answer);
  }
}
