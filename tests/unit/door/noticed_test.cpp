// What is listed as noticed: by the readers, and when filings are put together.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "stakebook.h"
#include "support/temporary_folder.h"

using namespace stakebook;

namespace {

const std::string fixtures = STAKEBOOK_FIXTURES;

// "entry code" of each.
std::vector<std::string> noticed(const Ledger& ledger, const NoticedFilter& filter = {}) {
  std::vector<std::string> result;
  for (const Noticed& one : ledger.noticed(filter)) {
    result.push_back(std::to_string(one.entry) + " " + one.diagnostic.code);
  }
  return result;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("what readers noticed and what shows between filings are one list, by entry") {
  const TemporaryFolder folder;
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  ledger.import({fixtures + "/quarterly-tables", fixtures + "/odd/comma-in-number.xml",
                 fixtures + "/exercise-and-sale"});
  CHECK(noticed(ledger) == Texts{"1 version-superseded", "2 version-superseded",
                                 "3 version-superseded", "4 number-repaired"});
  CHECK(noticed(ledger, {.filing = "0009300001-24-000002"}) == Texts{"2 version-superseded"});
  CHECK(noticed(ledger, {.filing = "4"}) == Texts{"4 number-repaired"});
  CHECK(noticed(ledger, {.code = "number-repaired"}) == Texts{"4 number-repaired"});
  CHECK(noticed(ledger, {.filing = "3", .code = "version-superseded"}) ==
        Texts{"3 version-superseded"});
  CHECK(noticed(ledger, {.code = "tables-differ"}).empty());
  const Noticed first = ledger.noticed().front();
  CHECK(first.accession == "0009300001-24-000001");
  CHECK(first.source == fixtures + "/quarterly-tables/SUBMISSION.tsv:2");
}

TEST_CASE("what is noticed in filings that were not public yet is left out") {
  const TemporaryFolder folder;
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  ledger.import({fixtures + "/quarterly-tables", fixtures + "/odd/comma-in-number.xml",
                 fixtures + "/exercise-and-sale"});
  const auto known_on = [&](int month, int day) {
    return noticed(ledger, {.known = Instant{*Date::of(2024, month, day)}});
  };
  CHECK(known_on(2, 4).empty());
  CHECK(known_on(5, 6) == Texts{"1 version-superseded"});
  CHECK(known_on(5, 7) == Texts{"1 version-superseded", "4 number-repaired"});
  CHECK(known_on(12, 31) == noticed(ledger));
  CHECK(noticed(ledger, {.filing = "4.I.1", .known = Instant{*Date::of(2024, 5, 6)}}).empty());
  CHECK(noticed(ledger, {.filing = "4.I.1"}) == Texts{"4 number-repaired"});
}

TEST_CASE("of many issuers, on several threads, everything is listed in the order of the entries") {
  const TemporaryFolder folder;
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  std::ifstream file(fixtures + "/odd/comma-in-number.xml");
  const std::string filing((std::istreambuf_iterator<char>(file)), {});
  const auto with = [](std::string text, std::string_view from, const std::string& to) {
    return text.replace(text.find(from), from.size(), to);
  };
  constexpr int issuers = 40;
  for (int i = 10; i < 10 + issuers; ++i) {
    const std::string number = "0009300001-24-0000" + std::to_string(i);
    const std::string own = with(filing, "0009100008", "00092000" + std::to_string(i));
    folder.write("one/" + number + ".xml", own);
    folder.write("two/" + number + ".xml", with(own, "1,100", "1,200"));  // another version
  }
  ledger.import({folder.at("one"), folder.at("two")});
  const auto superseded = ledger.noticed({.code = "version-superseded"});
  CHECK(superseded.size() == issuers);
  const auto all = ledger.noticed();
  CHECK(all.size() == issuers * (1 + 2 * 2));  // both versions: a number repaired, one of the path
  CHECK(std::is_sorted(all.begin(), all.end(), [](const Noticed& one, const Noticed& other) {
    return one.entry < other.entry;
  }));
}
