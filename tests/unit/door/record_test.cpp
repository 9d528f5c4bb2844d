#include <doctest/doctest.h>

#include "stakebook.h"
#include "support/temporary_folder.h"
#include "value/error.h"

using namespace stakebook;

namespace {

struct Scene {
  TemporaryFolder folder;
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  Scene() { ledger.import({std::string(STAKEBOOK_FIXTURES) + "/exercise-and-sale"}); }

  // Empty where the record is taken.
  std::string refusal(const Record& record) {
    try {
      ledger.record(record);
    } catch (const Error& error) {
      CHECK_FALSE(error.remedy().empty());
      return error.what();
    }
    return {};
  }
};

Record record_of(RecordBody body) {
  return {*Date::of(2024, 10, 1),
          {*Date::of(2024, 10, 2)},
          "E. Rhode",
          "board minutes",
          std::move(body)};
}

RecordedAccount account() {
  return {"HRBY", "Lindqvist Tove", "Common Stock", false, true, "", {}, {}};
}

VestingTerms terms(const char* last_count) {
  VestingTerms result;
  result.anchor = *Date::of(2024, 1, 1);
  result.steps = {DatedStep{*Date::of(2025, 1, 1), StatedCount{Shares(10)}},
                  DatedStep{*Date::of(2026, 1, 1), StatedCount{*Shares::parse(last_count)}}};
  return result;
}

}  // namespace

TEST_CASE("a record's parties become the ledger's own, however they are typed") {
  Scene scene;
  const Appended appended =
      scene.ledger.record(record_of(RecordedAcquisition{account(), Shares(5), {}}));
  CHECK(appended.outcome == AppendOutcome::appended);
  const Claim claim = scene.ledger.journal().claim(appended.entry);
  const auto& body = std::get<RecordedAcquisition>(claim.record()->body);
  CHECK(body.account.issuer == "0009100001");
  CHECK(body.account.owner == "0009200001");
  const auto books = scene.ledger.books({.owner = "lindqvist"});
  CHECK(books.at(0).claims.size() == 4);
  CHECK(books.at(0).book.accounts.at(0).balance == ShareRange::exactly(Shares(12005)));
  CHECK(scene.ledger.record(record_of(RecordedAcquisition{account(), Shares(5), {}})).outcome ==
        AppendOutcome::held_already);
}

TEST_CASE("a part of a name is not enough to enter a record, a new name is") {
  Scene scene;
  RecordedAccount part = account();
  part.owner = "Lindqvist";
  CHECK(scene.refusal(record_of(RecordedAcquisition{part, Shares(5), {}})) ==
        "\"Lindqvist\" is only a part of a name in the ledger");
  part.owner = "Sorensen Mads";
  CHECK(scene.refusal(record_of(RecordedAcquisition{part, Shares(5), {}})).empty());
  CHECK(scene.ledger.owners("sorensen").size() == 1);
}

TEST_CASE("a record that contradicts itself is refused") {
  Scene scene;
  Record unsigned_record = record_of(RecordedSplit{"HRBY", Ratio(3)});
  unsigned_record.author = " ";
  CHECK(scene.refusal(unsigned_record) == "the author is missing");
  CHECK(scene.refusal(record_of(RecordedSplit{"HRBY", Ratio(0)})) ==
        "the ratio of the split is not more than zero");
  CHECK(scene.refusal(record_of(RecordedSplit{"HRBY", Ratio(1)})) ==
        "a split of one for one changes nothing");
  CHECK(scene.refusal(record_of(RecordedSplit{"", Ratio(3)})) == "the issuer is missing");
  CHECK(scene.refusal(record_of(RecordedDisposition{account(), Shares(-5), {}})) ==
        "the quantity is not more than zero");
  CHECK(scene.refusal(record_of(OpeningBalance{account(), Shares(-1)})) ==
        "the opening balance is negative");
  RecordedAccount odd = account();
  odd.nature = "By Trust";
  CHECK(scene.refusal(record_of(OpeningBalance{odd, Shares(1)})) ==
        "direct ownership has no nature of ownership");
  odd = account();
  odd.strike = Price(Decimal(4));
  CHECK(scene.refusal(record_of(OpeningBalance{odd, Shares(1)})) ==
        "only a derivative security has an exercise price or an expiration");
  CHECK(scene.ledger.journal().entries() == 3);
}

TEST_CASE("vesting terms must add up to the grant") {
  Scene scene;
  CHECK(scene.refusal(record_of(RecordedGrant{account(), Shares(30), terms("20")})).empty());
  CHECK_FALSE(scene.refusal(record_of(RecordedGrant{account(), Shares(30), terms("19")})).empty());
  const Reference option{2, Part::table_ii, 1, 0};
  CHECK(scene.refusal(record_of(RecordedTerms{option, terms("20"), Shares(30)})).empty());
  CHECK_FALSE(scene.refusal(record_of(RecordedTerms{option, terms("20"), Shares(31)})).empty());
}

TEST_CASE(
    "a correction names a row and a field that are there, and a value that the field can hold") {
  Scene scene;
  const auto correction = [](std::int64_t entry, std::int32_t row, const char* field,
                             const char* text) {
    return record_of(RecordedCorrection{{entry, Part::table_i, row, 0}, field, text});
  };
  CHECK(scene.refusal(correction(2, 9, "transaction_shares", "1")) == "there is no row 2.I.9");
  CHECK(scene.refusal(correction(9, 1, "transaction_shares", "1")) ==
        "there is no entry 9 in the ledger");
  CHECK(scene.refusal(correction(2, 1, "shares", "1")) == "\"shares\" is not a field of a row");
  CHECK(scene.refusal(correction(2, 1, "transaction_shares", "many")) ==
        "\"many\" cannot be a value of transaction_shares");
  CHECK(scene.refusal(correction(2, 1, "transaction_shares", "1501")).empty());
  CHECK(scene.refusal(correction(4, 1, "transaction_shares", "1")) ==
        "entry 4 is a record, not a filing");
}
