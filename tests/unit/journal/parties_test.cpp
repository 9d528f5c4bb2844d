#include <doctest/doctest.h>

#include "journal/journal.h"
#include "made_filings.h"
#include "value/error.h"

namespace stakebook {
namespace {

using made::given;
using made::plain_filing;
using made::TemporaryLedger;

struct Names {
  const char* issuer_cik;
  const char* issuer;
  const char* owner_cik;
  const char* owner;
};

// A ledger of filings that differ in who they name; an empty CIK is absent.
class Ledger {
 public:
  Ledger() : journal(Journal::open_or_create(file_.path())) {}

  Claim append(const Names& names, const char* symbol = "SYM",
               const char* accepted = "2024-06-03") {
    Filing filing = plain_filing("1", "1", ++count_);
    filing.submission.accepted = Instant::parse(accepted);
    filing.document.issuer.issuer_trading_symbol = given(std::string(symbol));
    const auto set = [](Field<std::string>& field, const char* text) {
      field = *text == '\0' ? Field<std::string>() : given(std::string(text));
    };
    set(filing.document.issuer.issuer_cik, names.issuer_cik);
    set(filing.document.issuer.issuer_name, names.issuer);
    set(filing.document.reporting_owners[0].rpt_owner_cik, names.owner_cik);
    set(filing.document.reporting_owners[0].rpt_owner_name, names.owner);
    return journal.claim(append_entry(filing));
  }
  template <class Content>
  std::int64_t append_entry(const Content& content) {
    return made::append(journal, content);
  }
  Claim open_balance(const std::string& issuer, const std::string& owner) {
    const RecordedAccount account{issuer, owner, "Common Stock", false, true, "", {}, {}};
    return journal.claim(
        append_entry(Record{*Date::parse("2024-01-01"), *Instant::parse("2024-01-01"), "E. Rhode",
                            "books", OpeningBalance{account, Shares(++count_)}}));
  }

 private:
  TemporaryLedger file_;

 public:
  Journal journal;

 private:
  int count_ = 0;
};

TEST_CASE("A CIK is one party, whatever the name") {
  Ledger ledger;
  const Claim first = ledger.append({"11", "Old Name Inc", "21", "Rhode Eve"});
  const Claim second = ledger.append({"0000000011", "New Name Inc", "21", "Rhode Eve A"});
  CHECK(first.issuer == second.issuer);
  CHECK(first.owners == second.owners);
  const Claim third = ledger.append({"12", "New Name Inc", "22", "Rhode Eve"});
  CHECK(third.issuer != first.issuer);
  CHECK(third.owners != first.owners);
}

TEST_CASE("An issuer and an owner with one CIK are two parties") {
  Ledger ledger;
  const Claim claim = ledger.append({"11", "Parent Corp", "11", "Parent Corp"});
  CHECK(claim.owners.at(0) != claim.issuer);
}

TEST_CASE("Without a CIK the name decides, case and white space aside") {
  Ledger ledger;
  const Claim with = ledger.append({"11", "Widget Corp", "21", "Rhode Eve"});
  const Claim without = ledger.append({"", "WIDGET  CORP", "", "RHODE EVE"});
  CHECK(without.issuer == with.issuer);
  CHECK(without.owners == with.owners);
}

TEST_CASE("An owner without a CIK is looked for among the issuer's owners only") {
  Ledger ledger;
  const Claim here = ledger.append({"11", "Widget Corp", "21", "Rhode Eve"});
  const Claim there = ledger.append({"12", "Gadget Corp", "", "Rhode Eve"});
  CHECK(there.owners != here.owners);
  CHECK(ledger.append({"12", "Gadget Corp", "", "rhode eve"}).owners == there.owners);
}

TEST_CASE("Where several have the name, one without a CIK is neither of them") {
  Ledger ledger;
  const Claim father = ledger.append({"11", "Widget Corp", "21", "Rhode Ed"});
  const Claim son = ledger.append({"11", "Widget Corp", "22", "Rhode Ed"});
  const Claim someone = ledger.append({"11", "Widget Corp", "", "Rhode Ed"});
  CHECK(someone.owners != father.owners);
  CHECK(someone.owners != son.owners);
  CHECK(ledger.append({"11", "Widget Corp", "", "Rhode Ed"}).owners == someone.owners);
  // A third CIK cannot tell whether it is someone.
  CHECK(ledger.append({"11", "Widget Corp", "23", "Rhode Ed"}).owners != someone.owners);
}

TEST_CASE("EDGAR's header names the parties that the document does not") {
  Ledger ledger;
  Filing filing = plain_filing("1", "1", 5);
  filing.document.issuer.issuer_cik = {};
  filing.document.reporting_owners[0].rpt_owner_cik = {};
  filing.submission.issuer_cik = Cik::parse("11");
  filing.submission.owner_ciks = {*Cik::parse("21")};
  const Claim claim = ledger.journal.claim(ledger.append_entry(filing));
  CHECK(ledger.journal.party(claim.issuer)->cik == Cik::parse("11"));
  CHECK(ledger.journal.party(claim.owners.at(0))->cik == Cik::parse("21"));
}

TEST_CASE("A party shows the name that was reported last, by the day it became public") {
  Ledger ledger;
  const Names late = {"11", "New Name Inc", "21", "Rhode Eve"};
  const Names early = {"11", "Old Name Inc", "21", "Rhode Eve Ann"};
  const Claim claim = ledger.append(late, "NEW", "2024-06-03 10:00:00");
  ledger.append(early, "OLD", "2019-06-03 10:00:00");
  const Party issuer = *ledger.journal.party(claim.issuer);
  CHECK(issuer.name == "New Name Inc");
  CHECK(issuer.trading_symbol == "NEW");
  CHECK(issuer.other_names == std::vector<std::string>{"Old Name Inc"});
  CHECK(issuer.filings == 2);
  const Party owner = *ledger.journal.party(claim.owners.at(0));
  CHECK(owner.name == "Rhode Eve");
  CHECK(owner.other_names == std::vector<std::string>{"Rhode Eve Ann"});
  CHECK(owner.trading_symbol.empty());
  CHECK(owner.filings == 2);
}

TEST_CASE("Parties are found by parts of names, old names, symbols and CIKs") {
  Ledger ledger;
  ledger.append({"11", "Old Widget Inc", "21", "Rhode Eve"}, "WID", "2019-06-03");
  ledger.append({"11", "New Gadget Inc", "21", "Rhode Eve"}, "GAD", "2024-06-03");
  ledger.append({"1112", "Other Corp", "22", "Rohde Adam"}, "OTH");
  const auto issuers = [&](const char* match) {
    std::vector<std::string> names;
    for (const Party& party : ledger.journal.issuers(match)) names.push_back(party.name);
    return names;
  };
  using List = std::vector<std::string>;
  CHECK(issuers("") == List{"New Gadget Inc", "Other Corp"});
  CHECK(issuers("gadget") == List{"New Gadget Inc"});
  CHECK(issuers("WIDG") == List{"New Gadget Inc"});
  CHECK(issuers("wid") == List{"New Gadget Inc"});
  CHECK(issuers("ot") == List{"Other Corp"});
  CHECK(issuers("inc  new") == List{"New Gadget Inc"});
  CHECK(issuers("old gadget").empty());            // no one name has both words
  CHECK(issuers("11") == List{"New Gadget Inc"});  // a whole CIK is that party alone
  CHECK(issuers("0000001112") == List{"Other Corp"});
  CHECK(issuers("111") == List{"Other Corp"});  // nobody's CIK, but a part of one
  CHECK(issuers("rhode").empty());
  CHECK(ledger.journal.owners("eve rhode").size() == 1);
  CHECK(ledger.journal.owners("%").empty());
  CHECK(ledger.journal.owners().size() == 2);
}

TEST_CASE("Owners know their issuers, and issuers their owners") {
  Ledger ledger;
  const Claim a = ledger.append({"11", "Widget Corp", "21", "Rhode Eve"});
  const Claim b = ledger.append({"12", "Gadget Corp", "21", "Rhode Eve"});
  const Claim c = ledger.append({"12", "Gadget Corp", "22", "Rohde Adam"});
  using Ids = std::vector<PartyId>;
  CHECK(ledger.journal.issuers_of(a.owners.at(0)) == Ids{a.issuer, b.issuer});
  CHECK(ledger.journal.owners_of(b.issuer) == Ids{a.owners.at(0), c.owners.at(0)});
  CHECK_FALSE(ledger.journal.party(999).has_value());
}

TEST_CASE("A record names parties by CIK or name, or makes them") {
  Ledger ledger;
  const Claim filed = ledger.append({"11", "Widget Corp", "21", "Rhode Eve"});
  const Claim by_cik = ledger.open_balance("0000000011", "21");
  CHECK(by_cik.issuer == filed.issuer);
  CHECK(by_cik.owners == filed.owners);
  const Claim by_name = ledger.open_balance("widget corp", "RHODE EVE");
  CHECK(by_name.issuer == filed.issuer);
  CHECK(by_name.owners == filed.owners);
  const Claim stranger = ledger.open_balance("Widget Corp", "Nobody Yet");
  CHECK(ledger.journal.party(stranger.owners.at(0))->name == "Nobody Yet");
  CHECK(ledger.journal.party(stranger.owners.at(0))->filings == 0);
  // An owner of the ledger, though not yet of this issuer.
  CHECK(ledger.open_balance("Brand New Corp", "Rhode Eve").owners == filed.owners);
  CHECK(ledger.journal.verify().problems.empty());
}

TEST_CASE("A record that names one of several is refused, and they are listed") {
  Ledger ledger;
  ledger.append({"11", "Widget Corp", "21", "Rhode Ed"});
  ledger.append({"11", "Widget Corp", "22", "Rhode Ed"});
  try {
    ledger.open_balance("Widget Corp", "Rhode Ed");
    FAIL("the record was taken");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::ambiguous);
    CHECK(error.remedy() == "name the one that is meant by its CIK: 0000000021, 0000000022");
  }
  CHECK(ledger.journal.entries() == 2);
}

}  // namespace
}  // namespace stakebook
