#include "door/parties.h"

#include <doctest/doctest.h>

#include "value/error.h"

using namespace stakebook;
using namespace stakebook::door;

namespace {

Party party(PartyId id, const char* name, const char* cik = "", const char* symbol = "") {
  Party result;
  result.id = id;
  result.name = name;
  result.cik = Cik::parse(cik);
  result.trading_symbol = symbol;
  return result;
}

std::vector<PartyId> ids(const Candidates& candidates) {
  std::vector<PartyId> result;
  for (const Party& found : candidates.parties) result.push_back(found.id);
  return result;
}

const std::vector<Party> owners = {party(1, "Walker Ann", "4321"), party(2, "WALKER ANN MARIE"),
                                   party(3, "Walkerton Bob"), party(4, "O'Neil Sean"),
                                   party(5, "Tarn Capital L.P.")};

using Ids = std::vector<PartyId>;

}  // namespace

TEST_CASE("each way of naming a party is known by its strength") {
  const Party issuer = party(12, "Harbor Light Corp", "1234", "HBL");
  CHECK(fit_of(issuer, "#12") == Fit::number);
  CHECK_FALSE(fit_of(issuer, "#1").has_value());
  CHECK(fit_of(issuer, "1234") == Fit::cik);
  CHECK(fit_of(issuer, "0000001234") == Fit::cik);
  CHECK(fit_of(issuer, "hbl") == Fit::symbol);
  CHECK(fit_of(issuer, " harbor light corp. ") == Fit::name);
  CHECK(fit_of(issuer, "Light Harbor Corp") == Fit::same_words);
  CHECK(fit_of(issuer, "harbor") == Fit::some_words);
  CHECK(fit_of(issuer, "harb lig") == Fit::part);
  CHECK_FALSE(fit_of(issuer, "12345").has_value());
  CHECK_FALSE(fit_of(issuer, "harbour").has_value());
  CHECK_FALSE(fit_of(issuer, "  ").has_value());
  CHECK_FALSE(fit_of(issuer, "...").has_value());
}

TEST_CASE("an earlier name fits as well as the latest") {
  Party issuer = party(12, "Harbor Light Corp");
  issuer.other_names = {"Pier Lamps Inc"};
  CHECK(fit_of(issuer, "pier lamps inc") == Fit::name);
}

TEST_CASE("an exact match goes before a part") {
  CHECK(ids(best_of(owners, "walker ann")) == Ids{1});
  CHECK(ids(best_of(owners, "ann walker")) == Ids{1});
  CHECK(ids(best_of(owners, "marie walker ann")) == Ids{2});
  CHECK(ids(best_of(owners, "walker")) == Ids{1, 2});  // a whole word goes before a part of one
  CHECK(ids(best_of(owners, "walk")) == Ids{1, 2, 3});
  CHECK(ids(best_of(owners, "oneil")) == Ids{4});
  CHECK(ids(best_of(owners, "tarn capital lp")) == Ids{5});
  CHECK(ids(best_of(owners, "nobody")).empty());
}

TEST_CASE("a name that fits several parties is an error that lists them") {
  try {
    only_party(best_of(owners, "walker"), Role::owner, "walker");
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::ambiguous);
    CHECK(std::string(error.what()) == "\"walker\" fits 2 owners");
    CHECK(error.remedy() ==
          "say which, by CIK or number: Walker Ann (CIK 0000004321); WALKER ANN MARIE (#2)");
  }
}

TEST_CASE("a name that fits nobody is an error that says where to look") {
  try {
    only_party(best_of(owners, "nobody"), Role::owner, "nobody");
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::not_found);
    CHECK(error.remedy() == "`stakebook owners` lists those of the ledger");
  }
}
