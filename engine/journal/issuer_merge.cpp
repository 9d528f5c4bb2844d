#include "journal/issuer_merge.h"

namespace stakebook {

IssuerMerges::IssuerMerges(Database& database)
    : select_cik_(database, "SELECT 1 FROM party_name WHERE party = ?1 AND kind = 'cik'"),
      // An empty name is no name.
      select_same_name_(database,
                        "SELECT DISTINCT other.party FROM party_name mine "
                        "JOIN party_name other ON other.search = mine.search "
                        "AND other.kind = 'name' AND other.party <> mine.party "
                        "JOIN party ON id = other.party AND role = 'issuer' "
                        "WHERE mine.party = ?1 AND mine.kind = 'name' AND mine.search <> '' "
                        "AND ?2 = EXISTS (SELECT 1 FROM party_name c WHERE c.party = other.party "
                        "AND c.kind = 'cik') ORDER BY other.party"),
      select_same_number_(
          database,
          "WITH told(issuer, accession) AS ("
          "SELECT issuer, accession FROM entry JOIN filing ON entry = number "
          "WHERE issuer IN (?1, ?2) AND accession IS NOT NULL UNION "
          "SELECT issuer, accession FROM entry JOIN listing ON entry = entry.number "
          "WHERE issuer IN (?1, ?2)) "
          "SELECT 1 FROM told one JOIN told other USING (accession) "
          "WHERE one.issuer = ?1 AND other.issuer = ?2 LIMIT 1") {}

std::optional<IssuerMerge> IssuerMerges::merge_of(PartyId issuer) {
  if (has_cik(issuer)) return std::nullopt;
  std::vector<PartyId> candidates = of_the_same_name(issuer, true);
  MergedBy by = MergedBy::name;
  if (candidates.size() > 1) {
    by = MergedBy::number;
    std::erase_if(candidates, [&](PartyId other) { return !share_a_number(issuer, other); });
  }
  if (candidates.size() != 1) return std::nullopt;
  return IssuerMerge{candidates.front(), by};
}

PartyId IssuerMerges::issuer_of(PartyId issuer) {
  const auto merge = merge_of(issuer);
  return merge ? merge->into : issuer;
}

std::vector<PartyId> IssuerMerges::all_of(PartyId issuer) {
  std::vector<PartyId> all = {issuer_of(issuer)};
  if (!has_cik(all.front())) return all;
  for (const PartyId other : of_the_same_name(all.front(), false)) {
    if (issuer_of(other) == all.front()) all.push_back(other);
  }
  return all;
}

bool IssuerMerges::has_cik(PartyId issuer) {
  const ResetAtEnd reset(select_cik_);
  select_cik_.bind(1, issuer);
  return select_cik_.step();
}

std::vector<PartyId> IssuerMerges::of_the_same_name(PartyId issuer, bool with_cik) {
  const ResetAtEnd reset(select_same_name_);
  select_same_name_.bind(1, issuer);
  select_same_name_.bind(2, std::int64_t{with_cik});
  std::vector<PartyId> issuers;
  while (select_same_name_.step()) issuers.push_back(select_same_name_.integer(0));
  return issuers;
}

bool IssuerMerges::share_a_number(PartyId one, PartyId other) {
  const ResetAtEnd reset(select_same_number_);
  select_same_number_.bind(1, one);
  select_same_number_.bind(2, other);
  return select_same_number_.step();
}

}  // namespace stakebook
