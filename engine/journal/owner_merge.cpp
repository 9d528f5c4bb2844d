#include "journal/owner_merge.h"

#include <algorithm>
#include <set>

#include "value/text.h"

namespace stakebook {

namespace {

// In any order.
std::vector<std::string> sorted_words(std::string_view name) {
  std::vector<std::string> words = words_of_name(name);
  std::sort(words.begin(), words.end());
  return words;
}

}  // namespace

OwnerMerges::OwnerMerges(Database& database)
    : select_any_(database, "SELECT 1 FROM party WHERE within IS NOT NULL LIMIT 1"),
      select_within_(database, "SELECT within FROM party WHERE id = ?1 AND within IS NOT NULL"),
      // A party of format 1 may have got its CIK later, and keeps it.
      select_without_cik_(database,
                          "SELECT id, name FROM party JOIN party_name ON party = id "
                          "WHERE within = ?1 AND kind = 'name' AND NOT EXISTS (SELECT 1 FROM "
                          "party_name c WHERE c.party = id AND c.kind = 'cik') ORDER BY id"),
      select_with_cik_(database,
                       "SELECT n.party, n.name FROM party_name n WHERE n.kind = 'name' AND "
                       "n.party IN (SELECT owner FROM entry JOIN holder ON entry = number "
                       "WHERE entry.issuer = ?1) AND EXISTS (SELECT 1 FROM party_name c "
                       "WHERE c.party = n.party AND c.kind = 'cik') ORDER BY n.party"),
      select_records_(database,
                      "SELECT number, kind, a.owner, b.owner FROM entry "
                      "JOIN holder a ON a.entry = number AND a.position = 1 "
                      "JOIN holder b ON b.entry = number AND b.position = 2 "
                      "WHERE entry.issuer = ?1 AND kind <> 'filing' "
                      "AND kind IN ('same-owner', 'not-same-owner') ORDER BY number"),
      select_together_(database,
                       "SELECT 1 FROM holder a JOIN holder b ON b.entry = a.entry "
                       "JOIN entry ON number = a.entry "
                       "WHERE a.owner = ?1 AND b.owner = ?2 AND kind = 'filing' LIMIT 1") {}

bool OwnerMerges::none() {
  const ResetAtEnd reset(select_any_);
  return !select_any_.step();
}

std::optional<PartyId> OwnerMerges::issuer_of(PartyId party) {
  const ResetAtEnd reset(select_within_);
  select_within_.bind(1, party);
  return select_within_.step() ? std::optional(select_within_.integer(0)) : std::nullopt;
}

std::vector<OwnerMerges::Named> OwnerMerges::named(Statement& statement,
                                                   const std::vector<PartyId>& issuers) {
  std::map<PartyId, Named> parties;
  for (const PartyId issuer : issuers) {
    const ResetAtEnd reset(statement);
    statement.bind(1, issuer);
    while (statement.step()) {
      Named& party = parties[statement.integer(0)];
      party.id = statement.integer(0);
      auto words = sorted_words(statement.text(1));
      if (!words.empty()) party.names.push_back(std::move(words));
    }
  }
  std::vector<Named> sorted;
  for (auto& [id, party] : parties) sorted.push_back(std::move(party));
  return sorted;
}

OwnerMerges::Records OwnerMerges::records_of(const std::vector<PartyId>& issuers) {
  Records records;
  for (const PartyId issuer : issuers) {
    const ResetAtEnd reset(select_records_);
    select_records_.bind(1, issuer);
    while (select_records_.step()) {
      Word& last = records[{select_records_.integer(2), select_records_.integer(3)}];
      if (select_records_.integer(0) < last.entry) continue;
      last = {select_records_.integer(0), select_records_.text(1) == "same-owner"};
    }
  }
  return records;
}

bool OwnerMerges::stand_in_one_filing(PartyId one, PartyId other) {
  const ResetAtEnd reset(select_together_);
  select_together_.bind(1, one);
  select_together_.bind(2, other);
  return select_together_.step();
}

std::optional<OwnerMerge> OwnerMerges::by_name(const Named& other,
                                               const std::vector<Named>& with_cik,
                                               const std::vector<Named>& without,
                                               const Records& records) {
  const auto has_his_name = [&](const Named& party) {
    return std::any_of(other.names.begin(), other.names.end(), [&](const auto& words) {
      return std::find(party.names.begin(), party.names.end(), words) != party.names.end();
    });
  };
  const auto can_be = [&](PartyId owner) {
    const auto word = records.find({owner, other.id});
    return (word == records.end() || word->second.same) && !stand_in_one_filing(owner, other.id);
  };
  std::vector<PartyId> candidates;
  for (const Named& party : with_cik) {
    if (has_his_name(party)) candidates.push_back(party.id);
  }
  if (candidates.size() > 1) return std::nullopt;
  if (candidates.empty()) {
    // The first of those who came without a CIK, if it is another.
    for (const Named& party : without) {
      if (party.id == other.id) return std::nullopt;
      if (has_his_name(party)) {
        candidates.push_back(party.id);
        break;
      }
    }
  }
  if (candidates.empty() || !can_be(candidates.front())) return std::nullopt;
  return OwnerMerge{candidates.front(), 0};
}

std::map<PartyId, OwnerMerge> OwnerMerges::of_issuer(const std::vector<PartyId>& issuers) {
  std::map<PartyId, OwnerMerge> merges;
  const std::vector<Named> without = named(select_without_cik_, issuers);
  if (without.empty()) return merges;
  const std::vector<Named> with_cik = named(select_with_cik_, issuers);
  const Records records = records_of(issuers);
  for (const Named& other : without) {
    std::optional<OwnerMerge> merge;
    for (const auto& [pair, word] : records) {
      const bool is_later = !merge || word.entry > merge->record;
      if (pair.second == other.id && word.same && is_later) merge = {pair.first, word.entry};
    }
    if (!merge) merge = by_name(other, with_cik, without, records);
    if (merge && merge->into != other.id) merges[other.id] = *merge;
  }
  // Who is one with somebody who is another is that one; a circle of records merges nobody.
  for (auto& [party, merge] : merges) {
    std::set<PartyId> passed = {party};
    auto next = merges.find(merge.into);
    while (next != merges.end() && passed.insert(next->first).second) {
      merge.into = next->second.into;
      next = merges.find(merge.into);
    }
  }
  std::erase_if(merges, [&](const auto& one) {
    return one.second.into == one.first || merges.contains(one.second.into);
  });
  return merges;
}

}  // namespace stakebook
