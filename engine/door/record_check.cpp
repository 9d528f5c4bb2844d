#include "door/record_check.h"

#include <string>

#include "door/parties.h"
#include "event/correction.h"
#include "report/words.h"
#include "value/error.h"
#include "value/text.h"
#include "vesting/expansion.h"

namespace stakebook::door {
namespace {

[[noreturn]] void refuse(const std::string& message, const std::string& remedy) {
  throw Error(ErrorKind::invalid_input, message, {}, remedy);
}

void require(bool holds, const char* message, const char* remedy) {
  if (!holds) refuse(message, remedy);
}

// The party's CIK or name where the text means one of the ledger; the text itself for a new one.
std::string party_text(const Journal& journal, Role role, const std::string& text) {
  const std::string noun = role == Role::issuer ? "issuer" : "owner";
  if (trimmed(text).empty())
    refuse("the " + noun + " is missing", "name it, by CIK where it has one");
  const Candidates candidates = find_parties(journal, role, text);
  if (candidates.fit && *candidates.fit <= Fit::same_words) {
    const Party party = only_party(candidates, role, text);
    return party.cik ? party.cik->to_text() : party.name;
  }
  if (const auto cik = Cik::parse(trimmed(text))) return cik->to_text();
  if (candidates.parties.empty()) return collapsed(text);
  std::string list;
  for (const Party& party : candidates.parties) {
    list += (list.empty() ? "" : "; ") + described(party);
  }
  throw Error(ErrorKind::ambiguous, '"' + text + "\" is only a part of a name in the ledger", {},
              "give the CIK or the whole name: " + list);
}

struct Nameless {
  PartyId id = 0;
  std::string name;
};

// Whoever came without a CIK, merged or not.
std::vector<Nameless> owners_without_cik(const Journal& journal) {
  std::vector<Nameless> owners;
  for (const Party& owner : journal.owners()) {
    if (!owner.cik) owners.push_back({owner.id, owner.name});
    for (const MergedParty& merged : owner.merged) owners.push_back({merged.id, merged.name});
  }
  std::erase_if(owners, [&](const Nameless& owner) {
    return !journal.issuer_without_cik(owner.id).has_value();
  });
  return owners;
}

// The one whom the text means, by number or by the words of the name.
Nameless owner_without_cik(const Journal& journal, const std::string& text,
                           const std::string& issuer) {
  std::vector<Nameless> fitting = owners_without_cik(journal);
  std::erase_if(fitting, [&](const Nameless& owner) {
    Party party;
    party.id = owner.id;
    party.name = owner.name;
    const auto fit = fit_of(party, text);
    if (!fit || *fit > Fit::same_words) return true;
    const auto there = journal.party(*journal.issuer_without_cik(owner.id));
    return !issuer.empty() && (!there || !fit_of(*there, issuer));
  });
  if (fitting.empty()) {
    refuse('"' + text + "\" is no owner who came without a CIK",
           "`stakebook owners` lists them with their number, such as #12");
  }
  if (fitting.size() > 1) {
    std::string list;
    for (const Nameless& owner : fitting) {
      const auto there = journal.party(*journal.issuer_without_cik(owner.id));
      list += (list.empty() ? "#" : "; #") + std::to_string(owner.id) + " (" +
              (there ? there->name : std::string()) + ')';
    }
    throw Error(ErrorKind::ambiguous, '"' + text + "\" came without a CIK more than once", {},
                "say which: " + list);
  }
  return fitting.front();
}

RecordedAccount checked(const Journal& journal, RecordedAccount account) {
  account.issuer = party_text(journal, Role::issuer, account.issuer);
  account.owner = party_text(journal, Role::owner, account.owner);
  require(!trimmed(account.security_title).empty(), "the title of the security is missing",
          "give it as the filings do, such as \"Common Stock\"");
  require(!account.direct || trimmed(account.nature).empty(),
          "direct ownership has no nature of ownership",
          "leave the nature out, or make the ownership indirect");
  require(account.direct || !trimmed(account.nature).empty(),
          "the nature of indirect ownership is missing",
          "say how it is held, such as \"By Trust\"");
  require(account.derivative || (!account.strike && !account.expiration),
          "only a derivative security has an exercise price or an expiration",
          "leave them out, or make it a security of Table II");
  require(!account.strike || !account.strike->is_negative(), "the exercise price is negative",
          "give it as zero or more");
  return account;
}

void require_positive(Shares quantity) {
  require(quantity.is_positive(), "the quantity is not more than zero",
          "give it without a sign: the kind of the record says the direction");
}

void require_price(const std::optional<Price>& price) {
  require(!price || !price->is_negative(), "the price is negative", "give it as zero or more");
}

void require_terms(const VestingTerms& terms, Shares granted) {
  require(!terms.steps.empty(), "the vesting terms have no steps",
          "give at least one date or series");
  const Expansion expansion = expand(terms, granted);
  if (const auto* wrong = std::get_if<Inconsistency>(&expansion)) {
    refuse("the vesting terms do not hold: " + wrong->message,
           "correct the terms or the granted quantity");
  }
}

// The row that a record speaks of.
Row row_of(const Journal& journal, const Reference& reference) {
  const bool is_row = reference.part == Part::table_i || reference.part == Part::table_ii;
  if (!is_row) {
    refuse(reference.to_text() + " is not a row of a filing", "name a row, such as 12.II.1");
  }
  if (reference.entry < 1 || reference.entry > journal.entries()) {
    refuse("there is no entry " + std::to_string(reference.entry) + " in the ledger",
           "the history shows the reference of each row");
  }
  const Claim claim = journal.claim(reference.entry);
  const Filing* filing = claim.filing();
  if (filing == nullptr) {
    refuse("entry " + std::to_string(reference.entry) + " is a record, not a filing",
           "answer a record by another one");
  }
  const auto& table =
      reference.part == Part::table_i ? filing->document.table_i : filing->document.table_ii;
  if (reference.number < 1 || reference.number > std::ssize(table)) {
    refuse("there is no row " + reference.to_text(),
           "that table has " + counted(std::ssize(table), "row"));
  }
  return table[static_cast<std::size_t>(reference.number - 1)];
}

class BodyCheck {
 public:
  explicit BodyCheck(const Journal& journal) : journal_(journal) {}

  void operator()(OpeningBalance& body) const {
    body.account = checked(journal_, std::move(body.account));
    require(!body.balance.is_negative(), "the opening balance is negative",
            "give it as zero or more");
  }
  void operator()(RecordedSplit& body) const {
    body.issuer = party_text(journal_, Role::issuer, body.issuer);
    require(body.ratio.numerator() > 0, "the ratio of the split is not more than zero",
            "give new shares for old, such as 3/1");
    require(!(body.ratio == Ratio(1)), "a split of one for one changes nothing",
            "give new shares for old, such as 3/1");
  }
  void operator()(RecordedAcquisition& body) const {
    body.account = checked(journal_, std::move(body.account));
    require_positive(body.quantity);
    require_price(body.price);
  }
  void operator()(RecordedDisposition& body) const {
    body.account = checked(journal_, std::move(body.account));
    require_positive(body.quantity);
    require_price(body.price);
  }
  void operator()(RecordedGrant& body) const {
    body.account = checked(journal_, std::move(body.account));
    require_positive(body.quantity);
    require_terms(body.terms, body.quantity);
  }
  void operator()(RecordedTerms& body) const {
    const Row row = row_of(journal_, body.grant);
    std::optional<Shares> granted = body.granted;
    if (!granted) granted = row.transaction_shares.value;
    if (!granted) granted = row.shares_owned_following_transaction.value;
    require(granted.has_value(), "the row states no amount for the terms to spread",
            "give the granted quantity with the terms");
    require_positive(*granted);
    require_terms(body.terms, *granted);
  }
  void operator()(RecordedCorrection& body) const {
    Row row = row_of(journal_, body.row);
    bool is_field = false;
    std::string names;
    for_each_field(row, [&](const char* name, const auto&) {
      is_field = is_field || body.field == name;
      names += (names.empty() ? "" : ", ") + std::string(name);
    });
    if (!is_field) refuse('"' + body.field + "\" is not a field of a row", "one of: " + names);
    if (!set_field(row, body.field, body.corrected)) {
      refuse('"' + body.corrected + "\" cannot be a value of " + body.field,
             "numbers are given as 1234.5, dates as 2007-11-20, yes and no as 1 and 0");
    }
  }

  void operator()(RecordedSameOwner& body) const { check_identity(body); }
  void operator()(RecordedNotSameOwner& body) const { check_identity(body); }

 private:
  template <class Body>
  void check_identity(Body& body) const {
    const Nameless other = owner_without_cik(journal_, body.other, body.issuer);
    const Party issuer = *journal_.party(*journal_.issuer_without_cik(other.id));
    body.issuer = issuer.cik ? issuer.cik->to_text() : issuer.name;
    body.owner = party_text(journal_, Role::owner, body.owner);
    body.other = other.name;
    require(!same_ignoring_case(body.owner, body.other), "both are one name without a CIK",
            "name the owner whom the other one may be");
  }

  const Journal& journal_;
};

}  // namespace

Record checked(const Journal& journal, const Record& record) {
  require(!trimmed(record.author).empty(), "the author is missing",
          "a record says who enters it and why");
  require(!trimmed(record.reason).empty(), "the reason is missing",
          "a record says who enters it and why");
  Record result = record;
  std::visit(BodyCheck(journal), result.body);
  return result;
}

}  // namespace stakebook::door
