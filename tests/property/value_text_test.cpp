// Dates, instants, identifiers and references: what is written is read back the same, and no text
// at all, however damaged, is read as something that is written otherwise.
#include <doctest/doctest.h>

#include <random>
#include <string>

#include "value/identifier.h"
#include "value/instant.h"
#include "value/reference.h"

using namespace stakebook;

namespace {

constexpr int rounds = 50'000;

class Generator {
 public:
  explicit Generator(std::uint64_t from) : engine_(from) {}

  int between(int low, int high) { return std::uniform_int_distribution<int>(low, high)(engine_); }
  Date date() { return Date::from_days(between(-719'162, 2'932'896)); }

  FigureReference reference() {
    FigureReference result;
    result.place.entry = between(1, 1 << between(1, 30));
    result.place.part = static_cast<Part>(between(0, 3));
    if (result.place.part != Part::entry) result.place.number = between(1, 1 << between(1, 30));
    if (result.place.part == Part::footnote) result.place.statement = between(0, 2);
    const bool is_row = result.place.part == Part::table_i || result.place.part == Part::table_ii;
    if (is_row && between(0, 1) == 0) result.field = "shares_owned_following_transaction";
    if (between(0, 1) == 0) result.tranche = between(1, 1000);
    if (between(0, 1) == 0) result.on = date();
    if (between(0, 1) == 0)
      result.known =
          Instant{date(), between(0, 1) == 0 ? between(0, 86'399) : Instant::time_unknown};
    return result;
  }

  // The text with one character replaced, dropped or doubled.
  std::string damaged(std::string text) {
    const auto at = static_cast<std::size_t>(between(0, static_cast<int>(text.size()) - 1));
    const std::string alphabet = "0123456789.#@~-IF_ae +:";
    switch (between(0, 2)) {
      case 0:
        text[at] =
            alphabet[static_cast<std::size_t>(between(0, static_cast<int>(alphabet.size()) - 1))];
        break;
      case 1: text.erase(at, 1); break;
      default: text.insert(at, 1, text[at]);
    }
    return text;
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace

TEST_CASE("references survive writing and reading, and a damaged one never changes its spelling") {
  Generator generator(20261123);
  int still_read = 0;
  for (int round = 0; round < rounds; ++round) {
    const FigureReference reference = generator.reference();
    const std::string text = reference.to_text();
    CAPTURE(text);
    CHECK(FigureReference::parse(text) == reference);
    const std::string damaged = generator.damaged(text);
    if (const auto read = FigureReference::parse(damaged)) {
      ++still_read;
      CHECK(read->to_text() == damaged);
    }
  }
  CHECK(still_read > rounds / 20);  // else the damage is too crude to say anything
  CHECK(still_read < rounds);
}

TEST_CASE("dates and instants survive writing and reading in each format") {
  Generator generator(20261124);
  for (int round = 0; round < rounds; ++round) {
    const Date date = generator.date();
    const std::string text = date.to_text();
    CAPTURE(text);
    CHECK(Date::parse(text) == date);
    CHECK(Date::parse_xml(text + "-05:00") == date);
    const std::string compact = text.substr(0, 4) + text.substr(5, 2) + text.substr(8, 2);
    CHECK(Date::parse_compact(compact) == date);
    CHECK(Date::parse_american(text.substr(5, 2) + "/" + text.substr(8, 2) + "/" +
                               text.substr(0, 4)) == date);
    Instant instant{date, generator.between(0, Instant::time_unknown)};
    CHECK(Instant::parse(instant.to_text()) == instant);
    const std::string damaged = generator.damaged(instant.to_text());
    if (const auto read = Instant::parse(damaged)) CHECK(read->to_text() == damaged);
  }
}

TEST_CASE("months added step by step never pass the month, and whole years bring the month back") {
  Generator generator(20261125);
  for (int round = 0; round < rounds; ++round) {
    const Date start = Date::from_days(generator.between(-25'000, 50'000));
    const int months = generator.between(-600, 600);
    const Date end = start.plus_months(months);
    CAPTURE(start.to_text());
    CAPTURE(months);
    const int expected_month = start.year() * 12 + start.month() - 1 + months;
    CHECK(end.year() * 12 + end.month() - 1 == expected_month);
    CHECK(
        (end.day() == start.day() || (end.day() < start.day() && end == end.last_day_of_month())));
  }
}

TEST_CASE("identifiers survive writing and reading") {
  Generator generator(20261126);
  for (int round = 0; round < rounds; ++round) {
    const std::string number = std::to_string(generator.between(1, 2'000'000'000));
    const auto cik = Cik::parse(number);
    REQUIRE(cik);
    CHECK(cik->to_text() == std::string(10 - number.size(), '0') + number);
    CHECK(Cik::parse(cik->to_text()) == cik);
    const auto accession = AccessionNumber::parse(cik->to_text() + "21" + cik->to_text().substr(4));
    REQUIRE(accession);
    CHECK(AccessionNumber::parse(accession->to_text()) == accession);
  }
}
