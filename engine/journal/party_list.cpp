#include "journal/party_list.h"

#include <algorithm>

#include "journal/parties.h"
#include "value/text.h"

namespace stakebook {
namespace {

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = text.find(' ');
    words.push_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return words;
}

}  // namespace

PartyList::PartyList(Database& database)
    : select_all_(database, "SELECT id FROM party WHERE role = ?1 ORDER BY id"),
      select_by_cik_(database,
                     "SELECT id FROM party_name JOIN party ON id = party "
                     "WHERE search = ?2 AND kind = 'cik' AND role = ?1"),
      // The longest word goes through the index's texts; the others are tried on what it leaves.
      select_by_part_(database,
                      "SELECT id, search FROM party_name INDEXED BY party_name_by_search "
                      "JOIN party ON id = party "
                      "WHERE kind <> ?3 AND instr(search, ?2) > 0 AND role = ?1 "
                      "ORDER BY id"),
      select_role_(database, "SELECT role FROM party WHERE id = ?1"),
      select_names_(database,
                    "SELECT kind, name, search FROM party_name WHERE party = ?1 ORDER BY number"),
      select_latest_of_issuer_(
          database,
          "SELECT issuer_name, issuer_trading_symbol FROM entry JOIN filing ON entry = number "
          "WHERE issuer = ?1 ORDER BY known DESC, number DESC LIMIT 1"),
      select_latest_of_owner_(
          database,
          "SELECT rpt_owner_name FROM holder JOIN entry ON number = holder.entry "
          "JOIN owner ON owner.entry = holder.entry AND owner.position = holder.position "
          "WHERE holder.owner = ?1 ORDER BY known DESC, number DESC LIMIT 1"),
      count_of_issuer_(database,
                       "SELECT (SELECT count(*) FROM entry WHERE issuer = ?1) - "
                       "(SELECT count(*) FROM entry WHERE issuer = ?1 AND kind <> 'filing')"),
      count_of_owner_(database,
                      "SELECT count(DISTINCT entry) FROM holder JOIN entry ON number = entry "
                      "WHERE owner = ?1 AND kind = 'filing'"),
      select_issuers_of_(database,
                         "SELECT DISTINCT issuer FROM holder WHERE owner = ?1 ORDER BY issuer"),
      select_owners_of_(database,
                        "SELECT DISTINCT owner FROM entry JOIN holder ON entry = number "
                        "WHERE entry.issuer = ?1 ORDER BY owner") {}

std::vector<Party> PartyList::matching(std::string_view role, std::string_view match) {
  std::vector<Party> parties;
  for (const PartyId id : ids(role, match)) {
    if (auto found = party(id)) parties.push_back(std::move(*found));
  }
  return parties;
}

std::vector<PartyId> PartyList::ids(std::string_view role, std::string_view match) {
  const std::string search = search_text(match);
  if (search.empty()) {
    select_all_.bind(1, role);
    return collect(select_all_);
  }
  if (const auto cik = Cik::parse(search)) {
    const std::string text = cik->to_text();
    select_by_cik_.bind(1, role);
    select_by_cik_.bind(2, text);
    if (auto exact = collect(select_by_cik_); !exact.empty()) return exact;
  }
  const std::vector<std::string_view> words = words_of(search);
  std::string_view longest;
  for (const std::string_view word : words) {
    if (word.size() > longest.size()) longest = word;
  }
  std::vector<PartyId> parties;
  const ResetAtEnd reset(select_by_part_);
  select_by_part_.bind(1, role);
  select_by_part_.bind(2, longest);
  // Half of the texts are CIKs, which only digits are a part of.
  const bool digits = std::all_of(longest.begin(), longest.end(), is_digit);
  select_by_part_.bind(3, std::string_view(digits ? "" : "cik"));
  while (select_by_part_.step()) {
    const PartyId id = select_by_part_.integer(0);
    bool fits = parties.empty() || parties.back() != id;
    for (const std::string_view word : words) {
      fits = fits && select_by_part_.text(1).find(word) != std::string_view::npos;
    }
    if (fits) parties.push_back(id);
  }
  return parties;
}

std::vector<PartyId> PartyList::collect(Statement& statement) {
  const ResetAtEnd reset(statement);
  std::vector<PartyId> parties;
  while (statement.step()) parties.push_back(statement.integer(0));
  return parties;
}

std::optional<Party> PartyList::party(PartyId id) {
  Party party;
  party.id = id;
  bool issuer = false;
  {
    const ResetAtEnd reset(select_role_);
    select_role_.bind(1, id);
    if (!select_role_.step()) return std::nullopt;
    issuer = select_role_.text(0) == "issuer";
  }
  read_latest(party, issuer);
  read_names(party);
  Statement& count = issuer ? count_of_issuer_ : count_of_owner_;
  const ResetAtEnd reset(count);
  count.bind(1, id);
  if (count.step()) party.filings = count.integer(0);
  return party;
}

void PartyList::read_latest(Party& party, bool issuer) {
  Statement& latest = issuer ? select_latest_of_issuer_ : select_latest_of_owner_;
  const ResetAtEnd reset(latest);
  latest.bind(1, party.id);
  if (!latest.step()) return;
  party.name = latest.text(0);
  if (issuer) party.trading_symbol = latest.text(1);
}

void PartyList::read_names(Party& party) {
  const ResetAtEnd reset(select_names_);
  select_names_.bind(1, party.id);
  const std::string latest = search_text(party.name);
  while (select_names_.step()) {
    if (select_names_.text(0) == "cik") {
      party.cik = Cik::parse(select_names_.text(1));
    } else if (select_names_.text(0) == "name" && select_names_.text(2) != latest) {
      party.other_names.emplace_back(select_names_.text(1));
    }
  }
  // A party that only records name has no latest reported name.
  if (party.name.empty() && !party.other_names.empty()) {
    party.name = party.other_names.back();
    party.other_names.pop_back();
  }
}

std::vector<PartyId> PartyList::issuers_of(PartyId owner) {
  select_issuers_of_.bind(1, owner);
  return collect(select_issuers_of_);
}

std::vector<PartyId> PartyList::owners_of(PartyId issuer) {
  select_owners_of_.bind(1, issuer);
  return collect(select_owners_of_);
}

}  // namespace stakebook
