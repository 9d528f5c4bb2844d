// The order of import means nothing: the same filings give the same book for the same date of
// knowledge, amendments first or last. Random filings and amendments, imported in random orders;
// states are compared by what they say of each filing, not by entry numbers. Seeded: a failure
// prints its round.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>

#include "book/difference.h"
#include "support/claims.h"

using namespace stakebook;
using namespace stakebook::claims;

namespace {

class Filings {
 public:
  explicit Filings(std::mt19937& random) : random_(random) {}

  // With the accession number standing for the filing, whatever its entry becomes.
  std::vector<Claim> make() {
    std::vector<Claim> filings;
    const int count = 3 + at_most(5);
    for (int i = 1; i <= count; ++i) filings.push_back(filing(i, filings));
    return filings;
  }

 private:
  int at_most(int most) { return static_cast<int>(random_() % static_cast<unsigned>(most + 1)); }
  template <class List>
  const auto& any(const List& list) {
    return list[static_cast<std::size_t>(at_most(static_cast<int>(std::size(list)) - 1))];
  }

  std::string day(int number) {
    return "2024-05-" + std::string(number < 10 ? "0" : "") + std::to_string(number);
  }

  Row row(const std::string& date) {
    static const std::vector<std::string> amounts = {"100", "150", "200"};
    static const std::vector<std::string> balances = {"900", "1000", "1100", "1250", ""};
    static const std::vector<std::string> prices = {"10", "10.5", ""};
    const bool acquired = at_most(1) == 0;
    if (at_most(4) == 0) return holding(any(balances), at_most(1) == 0 ? "By Trust" : "");
    return transaction(date, acquired ? 'P' : 'S', acquired ? 'A' : 'D', any(amounts),
                       any(balances), any(prices));
  }

  Claim filing(int number, const std::vector<Claim>& earlier) {
    static const std::vector<std::string> remarks = {
        "",
        "",
        "",
        "The sale was reported in error.",
        "This amendment withdraws the Form 4.",
        "This amendment restates the Form 4 in its entirety.",
        "The purchase was inadvertently reported twice.",
        "The amount was incorrect.",
        "To report a purchase that was omitted."};
    const bool amends = !earlier.empty() && at_most(2) > 0;
    const int filed = 3 + at_most(9);
    std::vector<Row> rows;
    for (int i = 0; i <= at_most(2); ++i) rows.push_back(row(day(1 + at_most(1))));
    if (amends && at_most(1) == 0) {
      const auto& table = any(earlier).filing()->document.table_i;
      if (!table.empty()) rows.front() = any(table);
    }
    Claim claim = claim_of(number, day(filed), amends ? "4/A" : "4", rows);
    Filing& body = std::get<Filing>(claim.body);
    body.submission.accession =
        AccessionNumber::parse("0009000000-24-00000" + std::to_string(number));
    if (at_most(1) == 0) {
      body.submission.accepted = Instant{*body.submission.filed, 36'000 + 3'600 * at_most(8)};
      claim.known = body.known();
    }
    if (amends) {
      const Submission& original = any(earlier).filing()->submission;
      body.document.date_of_original_submission = given(std::optional(*original.filed));
      body.document.remarks = text(any(remarks));
    }
    return claim;
  }

  std::mt19937& random_;
};

using Names = std::map<std::int64_t, std::string>;

std::string named(const Reference& place, const Names& names) {
  Reference inside = place;
  const std::string name = names.at(place.entry);
  inside.entry = 1;
  return name + inside.to_text().substr(1);
}

std::string told(const Event& event, const Names& names) {
  std::string text =
      named(event.source, names) + " " + event.effective.to_text() + " " + event.change.to_text();
  for (const Inference& inference : event.inferences) text += " " + inference.rule;
  return text;
}

std::string state_of(std::vector<Claim> claims) {
  std::sort(claims.begin(), claims.end(),
            [](const Claim& a, const Claim& b) { return a.entry < b.entry; });
  Names names;
  for (const Claim& claim : claims) {
    names[claim.entry] = claim.filing()->submission.accession->to_text();
  }
  const History history = derive(claims);
  const Book book = replay(history);
  std::string state;
  for (const Account& account : book.accounts) {
    state += history.accounts[static_cast<std::size_t>(account.identity)].key + " " +
             account.opening.to_text() + " " + account.balance.to_text() + "\n";
    for (const Posting& posting : account.postings) {
      state += "  " + told(history.events[static_cast<std::size_t>(posting.event)], names) + ": " +
               posting.before.to_text() + " to " + posting.after.to_text() + " " +
               std::string(name_of(posting.check)) + " " + posting.gap.to_text() +
               (posting.downstream_of ? " " + named(*posting.downstream_of, names) : "") + "\n";
    }
  }
  for (const AmendedRow& row : history.amended) {
    state += told(row.event, names) + " " + std::string(name_of(row.effect.effect)) + " by " +
             named(row.effect.by, names) + "\n";
  }
  for (const Diagnostic& diagnostic : history.diagnostics) {
    const auto place = Reference::parse(diagnostic.place);
    state += diagnostic.code + " " + (place ? named(*place, names) : "") + "\n";
  }
  return state;
}

std::vector<Claim> renumbered(std::vector<Claim> claims, const std::vector<std::int64_t>& numbers) {
  for (std::size_t i = 0; i < claims.size(); ++i) claims[i].entry = numbers[i];
  return claims;
}

}  // namespace

TEST_CASE("any order of import gives the same book, amendments first or last") {
  std::mt19937 random(8'2024);
  int amended = 0;
  int in_doubt = 0;
  for (int round = 0; round < 200; ++round) {
    CAPTURE(round);
    const std::vector<Claim> claims = Filings(random).make();
    const std::string expected = state_of(claims);
    amended += expected.find(" by 0009") != std::string::npos ? 1 : 0;
    in_doubt += expected.find("amendment-in-doubt") != std::string::npos ? 1 : 0;
    std::vector<std::int64_t> numbers(claims.size());
    std::iota(numbers.begin(), numbers.end(), 1);
    std::reverse(numbers.begin(), numbers.end());
    for (int order = 0; order < 4; ++order) {
      REQUIRE(state_of(renumbered(claims, numbers)) == expected);
      std::shuffle(numbers.begin(), numbers.end(), random);
    }
  }
  // The rounds must have something to disagree about.
  CHECK(amended > 40);
  CHECK(in_doubt > 10);
}

TEST_CASE("what was known on a day does not depend on what came later") {
  std::mt19937 random(9'2024);
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    const std::vector<Claim> claims = Filings(random).make();
    const Instant known{*Date::of(2024, 5, 8)};
    std::vector<Claim> earlier;
    std::vector<std::int64_t> later;
    for (const Claim& claim : claims) {
      if (claim.known <= known) {
        earlier.push_back(claim);
      } else {
        later.push_back(claim.entry);
      }
    }
    const History before = derive(earlier);
    const History after = derive(claims);
    const Book book_before = replay(before);
    const Book book_after = replay(after);
    const BookDifference nothing = difference_of({before, book_before}, {before, book_before}, {});
    CHECK(nothing.empty());
    const BookDifference difference =
        difference_of({before, book_before}, {after, book_after}, later);
    if (later.empty()) CHECK(difference.empty());
    // Every difference names a claim that was not known before.
    for (const RowDifference& row : difference.rows) {
      REQUIRE(!row.claims.empty());
      for (const std::int64_t claim : row.claims) {
        CHECK(std::find(later.begin(), later.end(), claim) != later.end());
      }
    }
    for (const BalanceDifference& balance : difference.balances) {
      REQUIRE(!balance.claims.empty());
    }
  }
}
