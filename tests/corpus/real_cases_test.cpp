// Real filings in which it is hard to say what is one line: expected answers worked out by hand
// from the filing, as text. A line is its rows in the order in which they happened, each with what
// became of its balance; lines stand in the order of their first rows.
#include <doctest/doctest.h>

#include "corpus_files.h"
#include "stakebook.h"
#include "support/temporary_folder.h"

using namespace stakebook;

namespace {

std::string row_name(const Reference& row) {
  return (row.part == Part::table_i ? "I." : "II.") + std::to_string(row.number);
}

std::string text_of(const History& history, const Account& account) {
  std::string text;
  for (const Posting& posting : account.postings) {
    text += (text.empty() ? "" : ", ") + row_name(event_of(history, posting).source) + " " +
            std::string(name_of(posting.check));
  }
  return text;
}

// Of the one filing, alone.
std::string lines_of(const std::string& file) {
  const TemporaryFolder folder;
  Ledger ledger = Ledger::create_or_open(folder.at("one.db"));
  ledger.import({(corpus_test::corpus / "submissions" / file).string()});
  std::map<Reference, std::string> lines;
  for (const IssuerBook& answer : ledger.books({})) {
    for (const Account& account : answer.book.accounts) {
      if (account.postings.empty()) continue;
      lines[account.anchor] = text_of(answer.history, account);
    }
  }
  std::string text = "\n";
  for (const auto& [anchor, line] : lines) text += line + "\n";
  return text;
}

}  // namespace

TEST_CASE("two funds' lines under the words See Footnotes are told apart by one footnote of nine") {
  if (corpus_test::skips()) return;
  // Alexion, Baker Bros.: 997,764 + 1,189 = 998,953 by F7, and 7,845,024 + 1,189 = 7,846,213 by F8.
  // The direct holdings are of two owners of the joint filing, as F1 and F2 say.
  CHECK(lines_of("899866/1363364_2_0001638599-20-000500.txt") == R"(
I.1 opens
I.2 opens
I.3 opens
I.4 opens, I.6 chains
I.5 opens, I.7 chains
)");
}

TEST_CASE("restricted stock units of several grants are as many lines, two of the same number") {
  if (corpus_test::skips()) return;
  // KAR, Fisher: the units of F4 and of F9 are both 4,957.775. 2,073 - 216 = 1,857.
  CHECK(lines_of("1395942/1395942_1_0001395942-20-000033.txt") == R"(
I.1 opens, I.2 chains
II.1 opens
II.2 opens
II.3 opens
II.4 opens
II.5 opens
II.6 opens
II.7 opens
)");
}

TEST_CASE("a direct gift between rows of a trust is another line, and the trust's rows chain") {
  if (corpus_test::skips()) return;
  // Walmart, Walton: 387,382,079 - 129,611 = 387,252,468; - 10,000 = 387,242,468.
  CHECK(lines_of("104169/104169_4_0001127602-20-030022.txt") == R"(
I.1 opens, I.2 chains, I.4 chains
I.3 opens
I.5 opens
)");
}
