#include "door/books.h"

#include <algorithm>
#include <memory>
#include <set>
#include <thread>
#include <utility>
#include <vector>

#include "door/ahead.h"
#include "door/parties.h"

namespace stakebook::door {
namespace {

constexpr unsigned threads_max = 4;
// An owner's few issuers are answered sooner than threads with journals of their own are ready.
constexpr std::size_t issuers_for_threads = 32;

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
  result.parties = parties_of(journal, issuer, result.claims);
  result.history = derive(result.claims);
  result.book = replay(result.history, {question.on});
  return result;
}

void for_each_book(const Journal& journal, const std::string& path, const Question& question,
                   const std::function<bool(IssuerBook&&)>& visit) {
  const Asked asked = resolve(journal, question);
  const unsigned processors = std::max(1U, std::thread::hardware_concurrency());
  const unsigned threads =
      asked.issuers.size() < issuers_for_threads ? 0 : std::min(processors, threads_max);

  // A journal is used by one thread: each reads through its own.
  std::vector<std::unique_ptr<Journal>> journals(threads);
  std::size_t next = 0;
  Ahead<Party, IssuerBook> ahead(
      [&]() -> std::optional<Party> {
        return next < asked.issuers.size() ? std::optional(asked.issuers[next++]) : std::nullopt;
      },
      [&](Party&& issuer, unsigned thread) {
        if (threads == 0) return book_of(journal, issuer, asked.owner, question);
        auto& mine = journals[thread];
        if (!mine) mine = std::make_unique<Journal>(Journal::open(path, Journal::Access::read));
        return book_of(*mine, issuer, asked.owner, question);
      },
      {threads, threads + 1});
  while (auto book = ahead.next()) {
    if (!book->claims.empty() && !visit(std::move(*book))) return;
  }
}

}  // namespace stakebook::door
