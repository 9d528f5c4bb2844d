// Who is who: the party that an issuer or an owner named in a claim is, or becomes.
//
// The rule of identity:
// 1. A CIK names one issuer and one owner at most; whoever comes with it is that party.
// 2. An issuer without a CIK is the one of that name who came without one, white space and case
//    aside; an owner the one who came so to the same issuer; else a new party. Without a name too
//    an issuer is a new party: two filings that name none may be about two issuers.
// 3. Whether that is a party with a CIK is decided when claims are read (issuer_merge.h,
//    owner_merge.h).
//
// Claims keep the party they were given. Names are kept as they first came: party_name grows by a
// row when a party shows a new name, symbol or CIK.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "journal/canonical.h"
#include "journal/issuer_merge.h"
#include "journal/sqlite.h"

namespace stakebook {

// What two names have in common if they are the same.
std::string search_text(std::string_view name);

// How a source names a party; each part absent or empty where it does not.
struct PartyNaming {
  std::optional<Cik> cik;
  std::string_view name;
  std::string_view symbol;  // issuers
};

class PartyResolver {
 public:
  explicit PartyResolver(Database& database);

  // The parties of an entry are asked for after this; what is new is made on its behalf.
  void start_entry(std::int64_t entry);
  PartyId issuer(const PartyNaming& naming);
  PartyId owner(const PartyNaming& naming, PartyId issuer);
  // As a record names them: a CIK or a name. Error(ambiguous) where several parties have the name.
  PartyId recorded_issuer(std::string_view text);
  PartyId recorded_owner(std::string_view text, PartyId issuer);
  // Error(not_found) where nobody of that name came to the issuer without a CIK.
  PartyId owner_without_cik(std::string_view name, PartyId issuer);
  const NewParties& made() const { return made_; }
  // After a rollback: what was made is gone.
  void forget();

 private:
  enum class Role { issuer, owner };
  struct Seen {
    std::string name;
    std::string symbol;
  };

  PartyId resolved(Role role, const PartyNaming& naming, std::optional<PartyId> within);
  // Empty: a new party.
  std::optional<PartyId> found(Role role, const PartyNaming& naming, std::optional<PartyId> within);
  PartyId recorded(Role role, std::string_view text, std::optional<PartyId> within);
  std::optional<PartyId> with_cik(Role role, Cik cik);
  std::vector<PartyId> named(Role role, std::string_view name, std::optional<PartyId> within);
  // Of an owner, with the issuer or whoever is merged into it.
  std::vector<PartyId> named_to_a_record(Role role, std::string_view name,
                                         std::optional<PartyId> within);
  bool has_claims_with(PartyId owner, PartyId issuer);
  bool has_cik(PartyId party);
  std::string ciks_of(const std::vector<PartyId>& parties);
  PartyId make(Role role, std::optional<PartyId> within);
  void note(PartyId party, const PartyNaming& naming);
  void note_name(PartyId party, const char* kind, std::string_view name);

  std::int64_t entry_ = 0;
  PartyId last_party_ = 0;
  std::int64_t last_name_ = 0;
  NewParties made_;
  // What was found lately, so that a run of filings of one issuer asks once. Emptied when it grows.
  std::unordered_map<std::uint64_t, PartyId> by_cik_;
  std::unordered_map<PartyId, Seen> seen_;

  Database& database_;
  IssuerMerges issuers_;
  Statement find_named_;
  Statement find_name_of_party_;
  Statement find_cik_of_party_;
  Statement find_holder_;
  Statement insert_party_;
  Statement insert_name_;
};

}  // namespace stakebook
