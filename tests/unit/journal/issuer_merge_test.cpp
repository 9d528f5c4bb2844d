#include "journal/issuer_merge.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "made_filings.h"

namespace stakebook {
namespace {

using made::given;
using made::plain_filing;
using made::TemporaryLedger;

// A filing of an issuer, "11 Widget Corp" or without its CIK "Widget Corp", likewise of an owner.
struct Example {
  std::string issuer;
  std::string owner;
  int shares;
  const char* accession = "";
};

void name(Field<std::string>& cik, Field<std::string>& name, const std::string& text) {
  const bool has_cik = text.find_first_of("0123456789") == 0;
  const std::size_t blank = has_cik ? text.find(' ') : std::string::npos;
  cik = has_cik ? given(text.substr(0, blank)) : Field<std::string>();
  name = given(has_cik ? text.substr(blank + 1) : text);
}

Filing filing_of(const Example& example) {
  Filing filing = plain_filing("1", "1", example.shares);
  filing.submission.accession = AccessionNumber::parse(example.accession);
  name(filing.document.issuer.issuer_cik, filing.document.issuer.issuer_name, example.issuer);
  ReportingOwner& owner = filing.document.reporting_owners.at(0);
  name(owner.rpt_owner_cik, owner.rpt_owner_name, example.owner);
  return filing;
}

// A ledger of examples, and what can be asked of it.
class Ledger {
 public:
  explicit Ledger(const std::vector<Example>& examples)
      : journal(Journal::open_or_create(file_.path())) {
    Journal::Batch batch = journal.begin_batch();
    for (const Example& example : examples) batch.append(filing_of(example), "x");
    batch.commit();
  }

  std::int64_t append(const auto& content) { return made::append(journal, content); }
  // The shares that the filings of the issuer are about, in ascending order.
  std::vector<int> shares_of(PartyId issuer) const {
    return shares_in(journal.claims_of_issuer(issuer));
  }
  std::vector<int> shares_of(PartyId issuer, PartyId owner) const {
    return shares_in(journal.claims_of(issuer, owner));
  }
  // "Name CIK filings + who is merged into it": sorted.
  std::vector<std::string> issuers(std::string_view match = {}) const {
    std::vector<std::string> texts;
    for (const Party& party : journal.issuers(match)) {
      std::string text = party.name + (party.cik ? ' ' + std::to_string(party.cik->number()) : "") +
                         ' ' + std::to_string(party.filings);
      for (const MergedParty& merged : party.merged) {
        text += " + " + merged.name + (merged.by == MergedBy::number ? " by number" : "");
      }
      texts.push_back(text);
    }
    std::sort(texts.begin(), texts.end());
    return texts;
  }

 private:
  static std::vector<int> shares_in(const std::vector<Claim>& claims) {
    std::vector<int> shares;
    for (const Claim& claim : claims) {
      if (claim.filing() == nullptr) continue;
      const Row& row = claim.filing()->document.table_i.at(0);
      shares.push_back(std::stoi(row.transaction_shares.value->to_text()));
    }
    std::sort(shares.begin(), shares.end());
    return shares;
  }

  TemporaryLedger file_;

 public:
  Journal journal;
};

using Texts = std::vector<std::string>;
using Numbers = std::vector<int>;

// In every order of import.
void for_each_order(const std::vector<Example>& examples, const auto& check) {
  std::vector<std::size_t> order(examples.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  do {
    std::vector<Example> ordered;
    for (const std::size_t i : order) ordered.push_back(examples[i]);
    const Ledger ledger(ordered);
    CHECK(ledger.journal.verify().problems.empty());
    check(ledger);
  } while (std::next_permutation(order.begin(), order.end()));
}

}  // namespace

TEST_CASE("An issuer without a CIK is the only one that has or had its name, in any order") {
  const std::vector<Example> examples = {
      {"widget  CORP", "Eve Rhode", 1},
      {"11 Widget Corp", "21 Rhode Eve", 2},
      {"11 Tarn Inc", "21 Rhode Eve", 3},
      {"12 Gadget Corp", "21 Rhode Eve", 4},
  };
  for_each_order(examples, [](const Ledger& ledger) {
    // Both names of 11 became public on one day, so the later entry's is shown.
    const Texts listed = ledger.issuers();
    REQUIRE(listed.size() == 2);
    CHECK(listed[0] == "Gadget Corp 12 1");
    CHECK(listed[1].substr(listed[1].find(" 11")) == " 11 3 + widget  CORP");
    CHECK(ledger.issuers("tarn") == Texts{listed[1]});
    const Party issuer = ledger.journal.issuers("0000000011").at(0);
    CHECK(ledger.shares_of(issuer.id) == Numbers{1, 2, 3});
    // The issuer's number as it came without a CIK means the same.
    CHECK(ledger.shares_of(issuer.merged.at(0).id) == Numbers{1, 2, 3});
    // His owner came without a CIK to an issuer that came without one.
    REQUIRE(ledger.journal.owners().size() == 1);
    const Party owner = ledger.journal.owners().at(0);
    CHECK(owner.filings == 4);
    CHECK(ledger.shares_of(issuer.id, owner.id) == Numbers{1, 2, 3});
    CHECK(ledger.journal.owners_of(issuer.id) == std::vector{owner.id});
    CHECK(ledger.journal.issuers_of(owner.id).size() == 2);
    CHECK(ledger.journal.issuer_without_cik(owner.merged.at(0).id) == issuer.id);
    std::int64_t filings = 0;
    ledger.journal.for_each_filing({.issuer = issuer.id}, [&](Claim&& claim) {
      CHECK(claim.issuer == issuer.id);
      return ++filings < 10;
    });
    CHECK(filings == 3);
  });
}

TEST_CASE("Where several had the name, an accession number decides, or nothing") {
  const std::vector<Example> examples = {
      {"Widget Corp", "Rhode Eve", 1, "0001200001-24-000001"},
      {"11 Widget Corp", "21 Rhode Eve", 2, "0001200001-24-000002"},
      {"12 Widget Corp", "21 Rhode Eve", 3, "0001200001-24-000001"},
  };
  for_each_order(examples, [](const Ledger& ledger) {
    CHECK(ledger.issuers() ==
          Texts{"Widget Corp 11 1", "Widget Corp 12 2 + Widget Corp by number"});
  });
  std::vector<Example> undecided = examples;
  undecided[0].accession = "";
  for_each_order(undecided, [](const Ledger& ledger) {
    CHECK(ledger.issuers() == Texts{"Widget Corp 1", "Widget Corp 11 1", "Widget Corp 12 1"});
    for (const Party& issuer : ledger.journal.issuers()) {
      CHECK(ledger.shares_of(issuer.id).size() == 1);
    }
  });
}

TEST_CASE("A number that only a listing tells decides too") {
  Ledger ledger({{"11 Widget Corp", "21 Rhode Eve", 2, "0001200001-24-000002"},
                 {"12 Widget Corp", "21 Rhode Eve", 3}});
  Filing filing = filing_of({"12 Widget Corp", "21 Rhode Eve", 3, "0001200001-24-000001"});
  filing.submission.accession_is_from_path = true;
  ledger.append(filing);
  ledger.append(filing_of({"Widget Corp", "Rhode Eve", 1, "0001200001-24-000001"}));
  CHECK(ledger.issuers() == Texts{"Widget Corp 11 1", "Widget Corp 12 2 + Widget Corp by number"});
}

TEST_CASE("Issuers without any name are not one for that") {
  for_each_order({{"", "21 Rhode Eve", 1}, {" ", "21 Rhode Eve", 2}},
                 [](const Ledger& ledger) { CHECK(ledger.journal.issuers().size() == 2); });
  for_each_order({{"", "Rhode Eve", 1}, {"11 ", "21 Rhode Eve", 2}},
                 [](const Ledger& ledger) { CHECK(ledger.journal.issuers().size() == 2); });
}

TEST_CASE("Records follow the issuer they were about before its CIK came") {
  Ledger ledger({{"Widget Corp", "Rhode Eve", 1}});
  const RecordedAccount account{
      "Widget Corp", "Rhode Eve", "Common Stock", false, true, "", {}, {}};
  const auto record = [](auto body) {
    return Record{*Date::parse("2024-01-01"), *Instant::parse("2024-01-01"), "E. Rhode", "books",
                  std::move(body)};
  };
  const std::int64_t opening = ledger.append(record(OpeningBalance{account, Shares(5)}));
  ledger.append(filing_of({"11 Widget Corp", "21 Eve A. Rhode", 2}));
  const PartyId issuer = ledger.journal.issuers().at(0).id;
  CHECK(ledger.journal.owners().size() == 2);
  CHECK(ledger.journal.claim(opening).issuer == issuer);
  // He came to the issuer before it had a CIK, and is found by its CIK.
  ledger.append(record(RecordedSameOwner{"0000000011", "0000000021", "Rhode Eve"}));
  REQUIRE(ledger.journal.owners().size() == 1);
  const Party owner = ledger.journal.owners().at(0);
  CHECK(owner.merged.at(0).by == MergedBy::record);
  CHECK(ledger.shares_of(issuer, owner.id) == Numbers{1, 2});
  CHECK(ledger.journal.claims_of(issuer, owner.id).size() == 4);
  CHECK(ledger.journal.verify().problems.empty());
}

}  // namespace stakebook
