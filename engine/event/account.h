// An account: what one holder set holds of one security in one form of ownership.
//
//   issuer ASTI, holders {Foster}, Table I, "Common Stock", direct
//   issuer ASTI, holders {Foster}, Table I, "Common Stock", indirect, "By Spouse."
//   issuer ASTI, holders {Foster}, Table II, "Common Stock Option", 4.25, to 2016-02-27, direct
//
// 1. Two rows are of one account if and only if their keys are equal. Keys fold case, white space
//    and punctuation; the words as first reported are kept beside them.
// 2. Where the nature of ownership says only that a footnote tells it ("See footnote"), that
//    footnote's text is part of the key: two trusts under one phrase are two accounts. So it is
//    where one filing lists holdings under the same words and two footnotes ("Trust" with F3 and
//    "Trust" with F4): what is held beside another line is not that line.
// 3. A Table II account is a class of derivative: same title, strike and expiration. Column 9
//    counts units of that class (Form 4, Table II; section 16 staff view in domain rule 4.5).
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "event/account_words.h"
#include "filing/document.h"
#include "journal/claim.h"

namespace stakebook {

struct AccountIdentity {
  PartyId issuer = 0;
  std::vector<PartyId> holders;  // ascending
  Table table = Table::non_derivative;
  std::string security_title;  // as first reported
  bool direct = true;
  std::string nature;  // as first reported; empty where direct
  std::optional<Price> strike;
  std::optional<Date> expiration;
  std::string words;  // folded: the columns above; what footnotes say is not in it
  std::string key;    // `words` and what tells its line from others; equal keys, equal accounts

  bool held_by(PartyId owner) const;
};

// Keys without footnotes that name more than one line, as some filing shows (rule 2).
using SharedKeys = std::set<std::string>;
SharedKeys shared_keys(const std::vector<Claim>& claims);

// The account of a row. `document` resolves footnote references; owners are the claim's holder set.
AccountIdentity account_of(const Row& row, const OwnershipDocument& document, PartyId issuer,
                           const std::vector<PartyId>& owners, const SharedKeys& shared);
AccountIdentity account_of(const RecordedAccount& recorded, PartyId issuer,
                           const std::vector<PartyId>& owners);

// Of the same holders, with the same words in every column: only what footnotes say can differ.
bool is_same_line(const AccountIdentity& a, const AccountIdentity& b);

}  // namespace stakebook
