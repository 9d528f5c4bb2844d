#include "door/books.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "door/issuers_ahead.h"
#include "door/parties.h"

namespace stakebook::door {
namespace {

std::vector<Party> parties_of(const Journal& journal, const Party& issuer,
                              const std::vector<Claim>& claims) {
  std::set<PartyId> ids;
  for (const Claim& claim : claims) ids.insert(claim.owners.begin(), claim.owners.end());
  std::vector<Party> parties = {issuer};
  for (const PartyId id : ids) {
    if (id == issuer.id) continue;
    if (auto party = journal.party(id)) parties.push_back(std::move(*party));
  }
  std::sort(parties.begin(), parties.end(),
            [](const Party& left, const Party& right) { return left.id < right.id; });
  return parties;
}

}  // namespace

IssuerBook book_of(const Journal& journal, const Party& issuer, const std::optional<Party>& owner,
                   const Question& question) {
  IssuerBook result;
  result.issuer = issuer;
  result.owner = owner;
  result.question = question;
  result.claims = owner ? journal.claims_of(issuer.id, owner->id, question.known)
                        : journal.claims_of_issuer(issuer.id, question.known);
  result.parties =
      question.owner_names ? parties_of(journal, issuer, result.claims) : std::vector{issuer};
  result.history =
      derive(result.claims, question.grants ? Derived::with_grants : Derived::balances_alone);
  result.book = replay(result.history, {question.on, question.grants});
  return result;
}

void for_each_book(const Journal& journal, const std::string& path, const Question& question,
                   const std::function<bool(IssuerBook&&)>& visit) {
  const Asked asked = resolve(journal, question);
  IssuersAhead<IssuerBook> ahead(journal, path, asked.issuers,
                                 [&](const Journal& own, const Party& issuer) {
                                   return book_of(own, issuer, asked.owner, question);
                                 });
  while (auto book = ahead.next()) {
    if (!book->claims.empty() && !visit(std::move(*book))) return;
  }
}

}  // namespace stakebook::door
