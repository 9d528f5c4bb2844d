// Issuers who came without a CIK, as on printed pages without links, and who they are: decided when
// it is asked, so that the order of import plays no part.
//
//   a page of "Harbor Light Corp", no CIK;  XML of CIK 1234, "Harbor Light Corp", today "Tarn Inc."
//     the first is the second, merged by name
//
// 1. The issuer is the only one with a CIK that has, or ever had, the name; white space and case
//    aside.
// 2. Where several have it, the only one of them with a filing of the same accession number.
// 3. Otherwise it stays an issuer of its own.
#pragma once

#include <optional>
#include <vector>

#include "journal/journal.h"
#include "journal/sqlite.h"

namespace stakebook {

struct IssuerMerge {
  PartyId into = 0;
  MergedBy by = MergedBy::name;
};

class IssuerMerges {
 public:
  explicit IssuerMerges(Database& database);

  // Absent where it is itself.
  std::optional<IssuerMerge> merge_of(PartyId issuer);
  // Who the issuer is: itself, or the one it is merged into.
  PartyId issuer_of(PartyId issuer);
  // That one, and then those that are merged into it.
  std::vector<PartyId> all_of(PartyId issuer);

 private:
  bool has_cik(PartyId issuer);
  // Those with a CIK, or those without.
  std::vector<PartyId> of_the_same_name(PartyId issuer, bool with_cik);
  bool share_a_number(PartyId one, PartyId other);

  Statement select_cik_;
  Statement select_same_name_;
  Statement select_same_number_;
};

}  // namespace stakebook
