#include "journal/parties.h"

#include <algorithm>

#include "journal/columns.h"
#include "value/error.h"
#include "value/text.h"

namespace stakebook {
namespace {

constexpr std::size_t remembered_max = 8192;

}  // namespace

std::string search_text(std::string_view name) { return lowered(collapsed(name)); }

PartyResolver::PartyResolver(Database& database)
    : database_(database),
      issuers_(database),
      find_named_(database,
                  "SELECT party, within FROM party_name JOIN party ON id = party "
                  "WHERE search = ?1 AND kind = ?2 AND role = ?3 ORDER BY party"),
      find_name_of_party_(
          database, "SELECT 1 FROM party_name WHERE party = ?1 AND kind = ?2 AND search = ?3"),
      find_cik_of_party_(database, "SELECT 1 FROM party_name WHERE party = ?1 AND kind = 'cik'"),
      find_holder_(database, "SELECT 1 FROM holder WHERE owner = ?1 AND issuer = ?2 LIMIT 1"),
      insert_party_(database, insert_sql("party", {"id", "role", "within", "first_entry"})),
      insert_name_(database, insert_sql("party_name", {"number", "party", "kind", "name", "search",
                                                       "first_entry"})) {
  forget();
}

void PartyResolver::forget() {
  by_cik_.clear();
  seen_.clear();
  last_party_ = database_.integer("SELECT max(id) FROM party");
  last_name_ = database_.integer("SELECT max(number) FROM party_name");
}

void PartyResolver::start_entry(std::int64_t entry) {
  entry_ = entry;
  made_.parties.clear();
  made_.names.clear();
}

PartyId PartyResolver::issuer(const PartyNaming& naming) {
  return resolved(Role::issuer, naming, std::nullopt);
}

PartyId PartyResolver::owner(const PartyNaming& naming, PartyId issuer) {
  return resolved(Role::owner, naming, issuer);
}

PartyId PartyResolver::recorded_issuer(std::string_view text) {
  return recorded(Role::issuer, text, std::nullopt);
}

PartyId PartyResolver::recorded_owner(std::string_view text, PartyId issuer) {
  return recorded(Role::owner, text, issuer);
}

PartyId PartyResolver::owner_without_cik(std::string_view name, PartyId issuer) {
  for (const PartyId party : named_to_a_record(Role::owner, name, issuer)) {
    if (!has_cik(party)) return party;
  }
  throw Error(ErrorKind::not_found,
              "nobody named \"" + std::string(name) + "\" came to that issuer without a CIK",
              database_.path(), "`stakebook owners` lists the owners with their CIK or number");
}

PartyId PartyResolver::resolved(Role role, const PartyNaming& naming,
                                std::optional<PartyId> within) {
  const std::optional<PartyId> known = found(role, naming, within);
  const PartyId party = known ? *known : make(role, naming.cik ? std::optional<PartyId>() : within);
  note(party, naming);
  return party;
}

std::optional<PartyId> PartyResolver::found(Role role, const PartyNaming& naming,
                                            std::optional<PartyId> within) {
  if (naming.cik) return with_cik(role, *naming.cik);
  if (role == Role::issuer && trimmed(naming.name).empty()) return std::nullopt;
  std::vector<PartyId> same_name = named(role, naming.name, within);
  std::erase_if(same_name, [this](PartyId id) { return has_cik(id); });
  return same_name.size() == 1 ? std::optional(same_name.front()) : std::nullopt;
}

PartyId PartyResolver::recorded(Role role, std::string_view text, std::optional<PartyId> within) {
  if (const auto cik = Cik::parse(trimmed(text))) {
    return resolved(role, {cik, {}, {}}, within);
  }
  std::vector<PartyId> same_name = named_to_a_record(role, text, within);
  if (same_name.empty() && within) same_name = named(role, text, std::nullopt);
  // One who has a CIK goes before one of the same name who came without.
  std::vector<PartyId> with_cik = same_name;
  std::erase_if(with_cik, [this](PartyId id) { return !has_cik(id); });
  if (with_cik.size() == 1) same_name = with_cik;
  if (same_name.size() > 1) {
    throw Error(ErrorKind::ambiguous,
                "several " + std::string(role == Role::issuer ? "issuers" : "owners") +
                    " are named \"" + std::string(text) + "\"",
                database_.path(), "name the one that is meant by its CIK: " + ciks_of(same_name));
  }
  if (same_name.size() == 1) return same_name.front();
  const PartyId party = make(role, within);
  note(party, {std::nullopt, text, {}});
  return party;
}

std::optional<PartyId> PartyResolver::with_cik(Role role, Cik cik) {
  const std::uint64_t key = cik.number() * 2 + (role == Role::owner ? 1 : 0);
  if (const auto known = by_cik_.find(key); known != by_cik_.end()) return known->second;
  const std::string text = cik.to_text();
  const ResetAtEnd reset(find_named_);
  find_named_.bind(1, text);
  find_named_.bind(2, std::string_view("cik"));
  find_named_.bind(3, std::string_view(role == Role::issuer ? "issuer" : "owner"));
  if (!find_named_.step()) return std::nullopt;
  const PartyId party = find_named_.integer(0);
  if (by_cik_.size() >= remembered_max) by_cik_.clear();
  by_cik_.emplace(key, party);
  return party;
}

std::vector<PartyId> PartyResolver::named(Role role, std::string_view name,
                                          std::optional<PartyId> within) {
  std::vector<PartyId> parties;
  const std::string search = search_text(name);
  const ResetAtEnd reset(find_named_);
  find_named_.bind(1, search);
  find_named_.bind(2, std::string_view("name"));
  find_named_.bind(3, std::string_view(role == Role::issuer ? "issuer" : "owner"));
  while (find_named_.step()) {
    const PartyId party = find_named_.integer(0);
    const bool first_seen_there = !find_named_.is_null(1) && find_named_.integer(1) == within;
    if (!within || first_seen_there || has_claims_with(party, *within)) parties.push_back(party);
  }
  return parties;
}

std::vector<PartyId> PartyResolver::named_to_a_record(Role role, std::string_view name,
                                                      std::optional<PartyId> within) {
  if (!within) return named(role, name, within);
  std::vector<PartyId> parties;
  for (const PartyId issuer : issuers_.all_of(*within)) {
    const std::vector<PartyId> more = named(role, name, issuer);
    parties.insert(parties.end(), more.begin(), more.end());
  }
  std::sort(parties.begin(), parties.end());
  parties.erase(std::unique(parties.begin(), parties.end()), parties.end());
  return parties;
}

bool PartyResolver::has_claims_with(PartyId owner, PartyId issuer) {
  const ResetAtEnd reset(find_holder_);
  find_holder_.bind(1, owner);
  find_holder_.bind(2, issuer);
  return find_holder_.step();
}

bool PartyResolver::has_cik(PartyId party) {
  const ResetAtEnd reset(find_cik_of_party_);
  find_cik_of_party_.bind(1, party);
  return find_cik_of_party_.step();
}

std::string PartyResolver::ciks_of(const std::vector<PartyId>& parties) {
  std::string list;
  for (const PartyId party : parties) {
    list += (list.empty() ? "" : ",") + std::to_string(party);
  }
  return database_.text(
      "SELECT group_concat(name, ', ') FROM party_name WHERE kind = 'cik' "
      "AND party IN (" +
      list + ")");
}

PartyId PartyResolver::make(Role role, std::optional<PartyId> within) {
  PartyRow row{last_party_ + 1, role == Role::issuer ? "issuer" : "owner", within};
  insert_party_.bind(1, row.id);
  insert_party_.bind(2, row.role);
  if (within) {
    insert_party_.bind(3, *within);
  } else {
    insert_party_.bind_null(3);
  }
  insert_party_.bind(4, entry_);
  insert_party_.run();
  last_party_ = row.id;
  made_.parties.push_back(std::move(row));
  return last_party_;
}

void PartyResolver::note(PartyId party, const PartyNaming& naming) {
  if (const auto seen = seen_.find(party); seen != seen_.end() && naming.cik &&
                                           seen->second.name == naming.name &&
                                           seen->second.symbol == naming.symbol) {
    return;
  }
  if (naming.cik) note_name(party, "cik", naming.cik->to_text());
  // An owner with neither CIK nor name is found again by his empty name.
  if (!naming.name.empty() || !naming.cik) note_name(party, "name", naming.name);
  if (!naming.symbol.empty()) note_name(party, "symbol", naming.symbol);
  if (seen_.size() >= remembered_max) seen_.clear();
  if (naming.cik) {
    seen_.insert_or_assign(party, Seen{std::string(naming.name), std::string(naming.symbol)});
  }
}

void PartyResolver::note_name(PartyId party, const char* kind, std::string_view name) {
  PartyNameRow row{last_name_ + 1, party, kind, std::string(name), search_text(name)};
  {
    const ResetAtEnd reset(find_name_of_party_);
    find_name_of_party_.bind(1, party);
    find_name_of_party_.bind(2, row.kind);
    find_name_of_party_.bind(3, row.search);
    if (find_name_of_party_.step()) return;
  }
  insert_name_.bind(1, row.number);
  insert_name_.bind(2, party);
  insert_name_.bind(3, row.kind);
  insert_name_.bind(4, row.name);
  insert_name_.bind(5, row.search);
  insert_name_.bind(6, entry_);
  insert_name_.run();
  last_name_ = row.number;
  made_.names.push_back(std::move(row));
}

}  // namespace stakebook
