#include "door/parties.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "report/words.h"
#include "value/error.h"
#include "value/text.h"

namespace stakebook::door {
namespace {

using Words = std::vector<std::string>;

// `part` and `whole` are sorted.
bool holds_all(const Words& whole, const Words& part) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

bool holds_parts(const Words& whole, const Words& parts) {
  return std::all_of(parts.begin(), parts.end(), [&](const std::string& part) {
    return std::any_of(whole.begin(), whole.end(), [&](const std::string& word) {
      return word.find(part) != std::string::npos;
    });
  });
}

std::optional<Fit> fit_of_name(std::string_view name, std::string_view text) {
  Words whole = words_of_name(name);
  Words asked = words_of_name(text);
  if (asked.empty()) return std::nullopt;
  if (whole == asked) return Fit::name;
  std::sort(whole.begin(), whole.end());
  std::sort(asked.begin(), asked.end());
  if (whole == asked) return Fit::same_words;
  if (holds_all(whole, asked)) return Fit::some_words;
  if (contains_ignoring_case(name, text) || holds_parts(whole, asked)) return Fit::part;
  return std::nullopt;
}

std::optional<PartyId> party_number(std::string_view text) {
  if (text.size() < 2 || text.front() != '#') return std::nullopt;
  PartyId id = 0;
  const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), id);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return id;
}

// The part of the text that the journal's own search narrows with: whatever fits holds it.
std::string search_key(std::string_view text) {
  if (const auto cik = Cik::parse(text)) return std::to_string(cik->number());
  const Words words = words_of_name(text);
  const auto longest = std::max_element(
      words.begin(), words.end(),
      [](const std::string& left, const std::string& right) { return left.size() < right.size(); });
  // A word that lost a point or an apostrophe may not stand in the name as it is.
  return longest != words.end() && contains_ignoring_case(text, *longest) ? *longest
                                                                          : std::string();
}

std::vector<Party> all_of(const Journal& journal, Role role, std::string_view match) {
  return role == Role::issuer ? journal.issuers(match) : journal.owners(match);
}

bool by_name(const Party& left, const Party& right) {
  const std::string left_name = lowered(left.name);
  const std::string right_name = lowered(right.name);
  return left_name != right_name ? left_name < right_name : left.id < right.id;
}

std::vector<Party> parties_of(const Journal& journal, const std::vector<PartyId>& ids) {
  std::vector<Party> parties;
  for (const PartyId id : ids) {
    if (auto party = journal.party(id)) parties.push_back(std::move(*party));
  }
  std::sort(parties.begin(), parties.end(), by_name);
  return parties;
}

std::vector<Party> fitting(const Journal& journal, Role role, std::string_view text) {
  std::vector<Party> parties = all_of(journal, role, party_number(text) ? "" : search_key(text));
  std::erase_if(parties, [&](const Party& party) { return !fit_of(party, text); });
  return parties;
}

}  // namespace

std::optional<Fit> fit_of(const Party& party, std::string_view text) {
  text = trimmed(text);
  if (text.empty()) return std::nullopt;
  if (const auto number = party_number(text)) {
    const auto is_he = [&](const MergedParty& merged) { return merged.id == *number; };
    const bool fits =
        *number == party.id || std::any_of(party.merged.begin(), party.merged.end(), is_he);
    return fits ? std::optional(Fit::number) : std::nullopt;
  }
  if (party.cik && Cik::parse(text) == party.cik) return Fit::cik;
  if (!party.trading_symbol.empty() && same_ignoring_case(party.trading_symbol, text)) {
    return Fit::symbol;
  }
  std::optional<Fit> best = fit_of_name(party.name, text);
  const auto try_name = [&](const std::string& name) {
    const auto fit = fit_of_name(name, text);
    if (fit && (!best || *fit < *best)) best = fit;
  };
  for (const std::string& name : party.other_names) try_name(name);
  for (const MergedParty& merged : party.merged) try_name(merged.name);
  return best;
}

Candidates best_of(const std::vector<Party>& parties, std::string_view text) {
  Candidates result;
  for (const Party& party : parties) {
    const auto fit = fit_of(party, text);
    if (!fit || (result.fit && *fit > *result.fit)) continue;
    if (!result.fit || *fit < *result.fit) result.parties.clear();
    result.fit = fit;
    result.parties.push_back(party);
  }
  std::sort(result.parties.begin(), result.parties.end(), by_name);
  return result;
}

Candidates find_parties(const Journal& journal, Role role, std::string_view text) {
  return best_of(fitting(journal, role, text), text);
}

Party only_party(const Candidates& candidates, Role role, std::string_view text) {
  const std::string noun = role == Role::issuer ? "issuer" : "owner";
  const std::string quoted = '"' + std::string(text) + '"';
  if (candidates.parties.empty()) {
    throw Error(ErrorKind::not_found, "no " + noun + " fits " + quoted, {},
                "`stakebook " + noun + "s` lists those of the ledger");
  }
  if (candidates.parties.size() == 1) return candidates.parties.front();
  constexpr std::size_t listed_max = 20;
  std::string list;
  for (std::size_t i = 0; i < candidates.parties.size() && i < listed_max; ++i) {
    list += (i == 0 ? "" : "; ") + described(candidates.parties[i]);
  }
  if (candidates.parties.size() > listed_max) {
    list += "; and " + std::to_string(candidates.parties.size() - listed_max) + " more";
  }
  throw Error(ErrorKind::ambiguous,
              quoted + " fits " + std::to_string(candidates.parties.size()) + ' ' + noun + 's', {},
              "say which, by CIK or number: " + list);
}

Asked resolve(const Journal& journal, const Question& question) {
  Asked asked;
  if (question.owner.empty() && question.issuer.empty()) {
    asked.issuers = journal.issuers();
    std::sort(asked.issuers.begin(), asked.issuers.end(), by_name);
    return asked;
  }
  if (question.owner.empty()) {
    asked.issuers = {only_party(find_parties(journal, Role::issuer, question.issuer), Role::issuer,
                                question.issuer)};
    return asked;
  }
  if (question.issuer.empty()) {
    asked.owner =
        only_party(find_parties(journal, Role::owner, question.owner), Role::owner, question.owner);
    asked.issuers = parties_of(journal, journal.issuers_of(asked.owner->id));
    return asked;
  }

  const std::vector<Party> issuers = fitting(journal, Role::issuer, question.issuer);
  std::vector<Party> owners = fitting(journal, Role::owner, question.owner);
  if (issuers.empty()) only_party({}, Role::issuer, question.issuer);
  if (owners.empty()) only_party({}, Role::owner, question.owner);
  std::set<PartyId> related;
  for (const Party& issuer : best_of(issuers, question.issuer).parties) {
    for (const PartyId owner : journal.owners_of(issuer.id)) related.insert(owner);
  }
  std::erase_if(owners, [&](const Party& owner) { return !related.contains(owner.id); });
  if (owners.empty()) {
    throw Error(ErrorKind::not_found,
                "no owner that fits \"" + question.owner +
                    "\" has claims with an issuer that fits \"" + question.issuer + '"',
                {}, "ask without the issuer to see whom the owner has claims with");
  }
  asked.owner = only_party(best_of(owners, question.owner), Role::owner, question.owner);
  std::vector<Party> theirs = parties_of(journal, journal.issuers_of(asked.owner->id));
  asked.issuers = {only_party(best_of(theirs, question.issuer), Role::issuer, question.issuer)};
  return asked;
}

}  // namespace stakebook::door
