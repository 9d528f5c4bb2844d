// Owners who came without a CIK, as on printed forms, and who they are: decided when it is asked.
//
//   issuer 1234: FOSTER MATTHEW, CIK 5678 (XML);  Matthew Foster, no CIK (a printed form)
//     the second is the first, merged by name
//
// 1. What is stored is who the sources name; a merge is derived, so the order of import and what
//    comes later play no part.
// 2. By name: the same words in any order, case and punctuation aside, with one owner of the same
//    issuer who has a CIK, and no second one of that name. Whoever stands in one filing with him is
//    another person. Without any who has a CIK, those of the same words are one.
// 3. A record decides before that: the last of `same-owner` and `not-same-owner` on two owners.
// 4. A merge is within one issuer and reads only that issuer's claims.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "journal/issuer_merge.h"
#include "journal/journal.h"
#include "journal/sqlite.h"

namespace stakebook {

struct OwnerMerge {
  PartyId into = 0;
  std::int64_t record = 0;  // the entry of the record that says so; 0: by name
};

class OwnerMerges {
 public:
  explicit OwnerMerges(Database& database);

  // Nobody in this ledger came without a CIK: nothing to merge.
  bool none();
  // Of the issuer's owners without a CIK, those who are another: party -> who it is. The issuer is
  // whoever comes as these parties (IssuerMerges::all_of).
  std::map<PartyId, OwnerMerge> of_issuer(const std::vector<PartyId>& issuers);
  // The issuer that the party came to without a CIK, as it came.
  std::optional<PartyId> issuer_of(PartyId party);

 private:
  struct Named {
    PartyId id = 0;
    std::vector<std::vector<std::string>> names;  // sorted words of each name
  };
  struct Word {
    std::int64_t entry = 0;
    bool same = false;
  };
  using Records = std::map<std::pair<PartyId, PartyId>, Word>;  // owner, other -> the last word

  std::vector<Named> named(Statement& statement, const std::vector<PartyId>& issuers);
  Records records_of(const std::vector<PartyId>& issuers);
  bool stand_in_one_filing(PartyId one, PartyId other);
  std::optional<OwnerMerge> by_name(const Named& other, const std::vector<Named>& with_cik,
                                    const std::vector<Named>& without, const Records& records);

  Statement select_any_;
  Statement select_within_;
  Statement select_without_cik_;
  Statement select_with_cik_;
  Statement select_records_;
  Statement select_together_;
};

}  // namespace stakebook
