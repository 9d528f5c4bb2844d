#include "event/account.h"

#include <algorithm>
#include <map>

#include "event/cited_footnotes.h"
#include "value/text.h"

namespace stakebook {
namespace {

std::string joined_footnotes(const std::vector<FootnoteId>& ids,
                             const OwnershipDocument& document) {
  std::string text;
  for (const Footnote* footnote : resolved(ids, document)) text += " " + footnote->text;
  return folded_words(text);
}

void complete_key(AccountIdentity& account, std::string_view footnote_text) {
  std::string key = account.table == Table::non_derivative ? "I" : "II";
  key += "|" + folded_title(account.security_title);
  if (account.table == Table::derivative) {
    key += "|" + (account.strike ? account.strike->to_text() : std::string());
    key += "|" + (account.expiration ? account.expiration->to_text() : std::string());
  }
  key += account.direct ? "|D" : "|I|" + folded_nature(account.nature);
  for (const PartyId holder : account.holders) key += "|" + std::to_string(holder);
  account.words = key;
  if (!footnote_text.empty()) key += "|" + std::string(footnote_text);
  account.key = std::move(key);
}

bool is_direct(const Row& row) {
  return !same_ignoring_case(row.direct_or_indirect_ownership.filed_text(), "I");
}

// Without its key.
AccountIdentity columns_of(const Row& row, PartyId issuer, const std::vector<PartyId>& holders) {
  AccountIdentity account;
  account.issuer = issuer;
  account.holders = holders;
  account.table = row.table;
  account.security_title = row.security_title.filed_text();
  account.direct = is_direct(row);
  account.nature = row.nature_of_ownership.filed_text();
  if (row.table == Table::derivative) {
    account.strike = row.conversion_or_exercise_price.value;
    account.expiration = row.expiration_date.value;
  }
  return account;
}

std::vector<PartyId> sorted(std::vector<PartyId> parties) {
  std::sort(parties.begin(), parties.end());
  parties.erase(std::unique(parties.begin(), parties.end()), parties.end());
  return parties;
}

// Lines of indirect ownership of one key in one filing.
struct IndirectLines {
  std::set<std::string> footnotes;  // the texts that a line cites, together
  bool has_holding = false;

  // A holding beside another line with other footnotes: what one filing lists apart is held apart.
  bool are_told_apart() const { return has_holding && footnotes.size() > 1; }
};

void add_shared_keys(const Claim& claim, const OwnershipDocument& document, SharedKeys& shared) {
  const std::vector<PartyId> holders = sorted(claim.owners);
  std::map<std::string, IndirectLines> lines_of;
  for (const auto* table : {&document.table_i, &document.table_ii}) {
    for (const Row& row : *table) {
      if (is_direct(row) || row.nature_of_ownership.filed_text().empty()) continue;
      AccountIdentity account = columns_of(row, claim.issuer, holders);
      complete_key(account, {});
      IndirectLines& lines = lines_of[account.key];
      lines.footnotes.insert(joined_footnotes(row.nature_of_ownership.footnotes, document));
      lines.has_holding = lines.has_holding || row.kind == RowKind::holding;
    }
  }
  for (const auto& [key, lines] : lines_of) {
    if (lines.are_told_apart()) shared.insert(key);
  }
}

}  // namespace

bool AccountIdentity::held_by(PartyId owner) const {
  return std::binary_search(holders.begin(), holders.end(), owner);
}

bool is_same_line(const AccountIdentity& a, const AccountIdentity& b) {
  return a.issuer == b.issuer && a.holders == b.holders && a.table == b.table &&
         a.direct == b.direct && a.strike == b.strike && a.expiration == b.expiration &&
         folded_title(a.security_title) == folded_title(b.security_title) &&
         folded_nature(a.nature) == folded_nature(b.nature);
}

SharedKeys shared_keys(const std::vector<Claim>& claims) {
  SharedKeys shared;
  for (const Claim& claim : claims) {
    if (claim.filing() != nullptr) add_shared_keys(claim, claim.filing()->document, shared);
  }
  return shared;
}

AccountIdentity account_of(const Row& row, const OwnershipDocument& document, PartyId issuer,
                           const std::vector<PartyId>& owners, const SharedKeys& shared) {
  AccountIdentity account = columns_of(row, issuer, sorted(owners));
  complete_key(account, {});
  if (account.direct) return account;
  if (folded_nature(account.nature).empty() || points_to_footnote(account.nature) ||
      shared.contains(account.key)) {
    complete_key(account, joined_footnotes(row.nature_of_ownership.footnotes, document));
  }
  return account;
}

AccountIdentity account_of(const RecordedAccount& recorded, PartyId issuer,
                           const std::vector<PartyId>& owners) {
  AccountIdentity account;
  account.issuer = issuer;
  account.holders = sorted(owners);
  account.table = recorded.derivative ? Table::derivative : Table::non_derivative;
  account.security_title = recorded.security_title;
  account.direct = recorded.direct;
  account.nature = recorded.nature;
  account.strike = recorded.strike;
  account.expiration = recorded.expiration;
  complete_key(account, {});
  return account;
}

}  // namespace stakebook
