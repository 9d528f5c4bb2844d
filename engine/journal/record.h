// A record: a claim that the user enters, with an author and a reason. Immutable like a filing; a
// wrong record is answered by another.
//
//   Split: issuer 0001318605, effective 2020-08-31, 5 for 1, author "E. Rhode", reason "8-K"
//
// `known` is when the claim became public in the user's view; by default the day it is entered.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "value/date.h"
#include "value/instant.h"
#include "value/quantity.h"
#include "value/range.h"
#include "value/ratio.h"
#include "value/reference.h"
#include "vesting/terms.h"

namespace stakebook {

// Which account a record speaks of. The owner and issuer are parties of the ledger or new ones.
struct RecordedAccount {
  std::string issuer;          // CIK of ten digits where it has one, else the name
  std::string owner;           // the same
  std::string security_title;  // "Common Stock"
  bool derivative = false;     // Table I or II
  bool direct = true;
  std::string nature;              // of indirect ownership; empty for direct
  std::optional<Price> strike;     // derivatives
  std::optional<Date> expiration;  // derivatives
  friend bool operator==(const RecordedAccount&, const RecordedAccount&) = default;
};

struct OpeningBalance {  // `balance` units were held at the start of `effective`
  RecordedAccount account;
  Shares balance;
  friend bool operator==(const OpeningBalance&, const OpeningBalance&) = default;
};
struct RecordedSplit {  // `ratio` new for one old, every account of the issuer, from `effective` on
  std::string issuer;
  Ratio ratio;
  friend bool operator==(const RecordedSplit&, const RecordedSplit&) = default;
};
struct RecordedAcquisition {
  RecordedAccount account;
  Shares quantity;
  std::optional<Price> price;
  friend bool operator==(const RecordedAcquisition&, const RecordedAcquisition&) = default;
};
struct RecordedDisposition {
  RecordedAccount account;
  Shares quantity;
  std::optional<Price> price;
  friend bool operator==(const RecordedDisposition&, const RecordedDisposition&) = default;
};
struct RecordedGrant {  // a grant with its vesting terms
  RecordedAccount account;
  Shares quantity;
  VestingTerms terms;
  friend bool operator==(const RecordedGrant&, const RecordedGrant&) = default;
};
struct RecordedTerms {  // vesting terms for a grant that a filing reports
  Reference grant;      // the row that reports it, 12.II.1
  VestingTerms terms;
  std::optional<Shares> granted;  // where it is not the row's own amount
  friend bool operator==(const RecordedTerms&, const RecordedTerms&) = default;
};
struct RecordedCorrection {  // what a reported field should say; the reported value stays beside it
  Reference row;
  std::string field;      // a name of for_each_field: "transaction_shares"
  std::string corrected;  // canonical text of the field's type
  friend bool operator==(const RecordedCorrection&, const RecordedCorrection&) = default;
};

// Whether `other`, who came to the issuer without a CIK, is `owner`. The last word counts.
struct RecordedSameOwner {
  std::string issuer;
  std::string owner;  // CIK of ten digits where it has one, else the name
  std::string other;  // the name
  friend bool operator==(const RecordedSameOwner&, const RecordedSameOwner&) = default;
};
struct RecordedNotSameOwner {
  std::string issuer;
  std::string owner;
  std::string other;
  friend bool operator==(const RecordedNotSameOwner&, const RecordedNotSameOwner&) = default;
};

using RecordBody = std::variant<OpeningBalance, RecordedSplit, RecordedAcquisition,
                                RecordedDisposition, RecordedGrant, RecordedTerms,
                                RecordedCorrection, RecordedSameOwner, RecordedNotSameOwner>;

struct Record {
  Date effective;
  Instant known;
  std::string author;
  std::string reason;
  RecordBody body;
  friend bool operator==(const Record&, const Record&) = default;
};

// "opening", "split", "acquisition", "disposition", "grant", "terms", "correction", "same-owner",
// "not-same-owner".
std::string_view kind_of(const Record& record);

}  // namespace stakebook
