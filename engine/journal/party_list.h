// Parties as a user asks for them: by a part of a name, by symbol, by CIK.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/journal.h"
#include "journal/sqlite.h"

namespace stakebook {

class PartyList {
 public:
  explicit PartyList(Database& database);

  // `role` is issuer or owner; `match` as Journal::issuers has it.
  std::vector<Party> matching(std::string_view role, std::string_view match);
  std::optional<Party> party(PartyId id);
  std::vector<PartyId> issuers_of(PartyId owner);
  std::vector<PartyId> owners_of(PartyId issuer);

 private:
  std::vector<PartyId> ids(std::string_view role, std::string_view match);
  std::vector<PartyId> collect(Statement& statement);
  void read_names(Party& party);
  void read_latest(Party& party, bool issuer);

  Statement select_all_;
  Statement select_by_cik_;
  Statement select_by_part_;
  Statement select_role_;
  Statement select_names_;
  Statement select_latest_of_issuer_;
  Statement select_latest_of_owner_;
  Statement count_of_issuer_;
  Statement count_of_owner_;
  Statement select_issuers_of_;
  Statement select_owners_of_;
};

}  // namespace stakebook
