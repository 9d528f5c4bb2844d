#include "journal/owner_merge.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "journal/journal.h"
#include "made_filings.h"

namespace stakebook {
namespace {

using made::given;
using made::plain_filing;
using made::TemporaryLedger;

// A filing with issuer 11; each owner is a name, after "21 " where there is a CIK.
Filing filing_of(const std::vector<std::string>& owners, int shares) {
  Filing filing = plain_filing("11", "1", shares);
  filing.document.reporting_owners.clear();
  for (const std::string& text : owners) {
    ReportingOwner& owner = filing.document.reporting_owners.emplace_back();
    const bool has_cik = text.find_first_of("0123456789") == 0;
    const std::size_t blank = has_cik ? text.find(' ') : std::string::npos;
    if (has_cik) owner.rpt_owner_cik = given(text.substr(0, blank));
    owner.rpt_owner_name = given(has_cik ? text.substr(blank + 1) : text);
  }
  return filing;
}

class Ledger {
 public:
  Ledger() : journal(Journal::open_or_create(file_.path())) {}

  template <class Content>
  std::int64_t append(const Content& content) {
    return made::append(journal, content);
  }
  std::int64_t file(const std::vector<std::string>& owners) {
    return append(filing_of(owners, ++count_));
  }
  template <class Body>
  std::int64_t record(const std::string& owner, const std::string& other) {
    return append(Record{*Date::parse("2024-07-01"), *Instant::parse("2024-07-01"), "E. Rhode",
                         "reason " + std::to_string(++count_), Body{"0000000011", owner, other}});
  }
  PartyId owner_of(std::int64_t entry) const { return journal.claim(entry).owners.at(0); }
  // "Name (CIK): also who, who": sorted.
  std::vector<std::string> owners() const {
    std::vector<std::string> texts;
    for (const Party& owner : journal.owners()) {
      std::string text = owner.name + (owner.cik ? " " + std::to_string(owner.cik->number()) : "");
      for (const MergedParty& merged : owner.merged) {
        text += " + " + merged.name + (merged.record == 0 ? "" : " by record");
      }
      texts.push_back(text);
    }
    std::sort(texts.begin(), texts.end());
    return texts;
  }

 private:
  TemporaryLedger file_;

 public:
  Journal journal;

 private:
  int count_ = 0;
};

using Texts = std::vector<std::string>;

TEST_CASE("The filings of an owner are those too that name him without a CIK") {
  Ledger ledger;
  const std::int64_t bare = ledger.file({"Jane Doe"});
  const std::int64_t other = ledger.file({"22 Roe Richard"});
  const std::int64_t named = ledger.file({"21 Doe Jane"});
  std::vector<std::int64_t> found;
  ledger.journal.for_each_filing({.owner = ledger.owner_of(named)}, [&found](Claim&& claim) {
    found.push_back(claim.entry);
    return true;
  });
  CHECK(found == std::vector{bare, named});
  CHECK(ledger.owner_of(other) != ledger.owner_of(bare));
}

TEST_CASE("Whoever came without a CIK is the one owner of that name, in any order of import") {
  Texts filings[] = {{"21 Foster Matthew"}, {"MATTHEW FOSTER"}, {"22 Rhode Eve"}};
  std::sort(std::begin(filings), std::end(filings));
  do {
    Ledger ledger;
    for (const Texts& owners : filings) ledger.file(owners);
    CHECK(ledger.owners() == Texts{"Foster Matthew 21 + MATTHEW FOSTER", "Rhode Eve 22"});
    const PartyId issuer = ledger.journal.issuers().at(0).id;
    const Party foster = ledger.journal.owners("foster").at(0);
    CHECK(foster.filings == 2);
    CHECK(ledger.journal.claims_of(issuer, foster.id).size() == 2);
    CHECK(ledger.journal.owners_of(issuer).size() == 2);
    for (const Claim& claim : ledger.journal.claims_of_issuer(issuer)) {
      CHECK(ledger.journal.party(claim.owners.at(0))->cik.has_value());
    }
    // Asked by the number of the one who came without a CIK.
    CHECK(ledger.journal.claims_of(issuer, foster.merged.at(0).id).size() == 2);
    CHECK(ledger.journal.issuers_of(foster.merged.at(0).id) == std::vector{issuer});
    CHECK(ledger.journal.verify().problems.empty());
  } while (std::next_permutation(std::begin(filings), std::end(filings)));
}

TEST_CASE("A second owner of the name leaves it open, whenever he comes") {
  for (const bool second_first : {true, false}) {
    Ledger ledger;
    if (second_first) ledger.file({"22 FOSTER MATTHEW"});
    ledger.file({"21 Foster Matthew"});
    ledger.file({"Matthew Foster"});
    if (!second_first) ledger.file({"22 FOSTER MATTHEW"});
    CHECK(ledger.owners() == Texts{"FOSTER MATTHEW 22", "Foster Matthew 21", "Matthew Foster"});
  }
}

TEST_CASE("Two whom one filing names are two, whatever their names") {
  Ledger ledger;
  ledger.file({"21 Foster Matthew", "Matthew Foster"});
  ledger.file({"Matthew Foster"});
  CHECK(ledger.owners() == Texts{"Foster Matthew 21", "Matthew Foster"});
}

TEST_CASE("Other words, another issuer and no name are no evidence") {
  Ledger ledger;
  ledger.file({"21 Foster Matthew"});
  ledger.file({"Foster Matthew J"});
  ledger.file({""});
  Filing elsewhere = filing_of({"Foster Matthew"}, 77);
  elsewhere.document.issuer.issuer_cik = given<std::string>("12");
  ledger.append(elsewhere);
  CHECK(ledger.owners() == Texts{"", "Foster Matthew", "Foster Matthew 21", "Foster Matthew J"});
}

TEST_CASE("Without anybody who has a CIK those of the same words are one") {
  Ledger ledger;
  const std::int64_t first = ledger.file({"Foster Matthew"});
  const std::int64_t second = ledger.file({"MATTHEW FOSTER"});
  CHECK(ledger.owner_of(first) == ledger.owner_of(second));
  const std::int64_t third = ledger.file({"21 Foster, Matthew"});
  CHECK(ledger.owner_of(first) == ledger.owner_of(third));
  CHECK(ledger.owner_of(second) == ledger.owner_of(third));
}

TEST_CASE("A record says who somebody is, another undoes it, and the last word counts") {
  Ledger ledger;
  const std::int64_t foster = ledger.file({"21 Foster Matthew"});
  const std::int64_t matt = ledger.file({"Matt Foster"});
  CHECK(ledger.owner_of(matt) != ledger.owner_of(foster));
  ledger.record<RecordedSameOwner>("0000000021", "Matt Foster");
  CHECK(ledger.owner_of(matt) == ledger.owner_of(foster));
  CHECK(ledger.owners() == Texts{"Foster Matthew 21 + Matt Foster by record"});
  ledger.record<RecordedNotSameOwner>("0000000021", "Matt Foster");
  CHECK(ledger.owner_of(matt) != ledger.owner_of(foster));
  ledger.record<RecordedSameOwner>("0000000021", "Matt Foster");
  CHECK(ledger.owner_of(matt) == ledger.owner_of(foster));
  CHECK(ledger.journal.verify().problems.empty());
}

TEST_CASE("A record undoes a merge by name, and decides between two of one name") {
  Ledger ledger;
  const std::int64_t first = ledger.file({"21 Foster Matthew"});
  const std::int64_t other = ledger.file({"Matthew Foster"});
  ledger.record<RecordedNotSameOwner>("0000000021", "Matthew Foster");
  CHECK(ledger.owner_of(other) != ledger.owner_of(first));
  const std::int64_t second = ledger.file({"22 Foster Matthew"});
  ledger.record<RecordedSameOwner>("0000000022", "Matthew Foster");
  CHECK(ledger.owner_of(other) == ledger.owner_of(second));
}

}  // namespace
}  // namespace stakebook
