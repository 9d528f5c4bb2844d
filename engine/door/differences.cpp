#include "door/differences.h"

#include "door/books.h"
#include "value/error.h"

namespace stakebook::door {
namespace {

// What was known at `earlier` is a part of what was known later: the same claims, some left out.
IssuerDifference difference_within(IssuerBook&& book, Instant earlier) {
  IssuerDifference result;
  result.earlier = earlier;
  result.later = std::move(book);
  IssuerBook& later = result.later;
  std::vector<Claim> known;
  for (const Claim& claim : later.claims) {
    if (claim.known <= earlier) {
      known.push_back(claim);
    } else {
      result.new_claims.push_back(claim.entry);
    }
  }
  if (result.new_claims.empty()) return result;
  // Both as of one day, so that time alone makes no difference.
  const Date day = later.question.on.value_or(last_day_of(later.history));
  const History before = derive(known);
  const Book book_before = replay(before, {day});
  if (!later.question.on) later.book = replay(later.history, {day});
  result.difference =
      difference_of({before, book_before}, {later.history, later.book}, result.new_claims);
  return result;
}

}  // namespace

std::vector<IssuerDifference> differences(const Journal& journal, const std::string& path,
                                          Question question, Instant earlier,
                                          std::optional<Instant> later) {
  if (later && *later <= earlier) {
    throw Error(ErrorKind::invalid_input,
                earlier.to_text() + " does not lie before " + later->to_text(), "known",
                "the earlier date first, then the later one");
  }
  question.known = later;
  std::vector<IssuerDifference> result;
  for_each_book(journal, path, question, [&](IssuerBook&& book) {
    result.push_back(difference_within(std::move(book), earlier));
    return true;
  });
  return result;
}

}  // namespace stakebook::door
