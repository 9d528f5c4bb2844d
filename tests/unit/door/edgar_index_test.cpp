#include "door/edgar_index.h"

#include <doctest/doctest.h>

using namespace stakebook;
using namespace stakebook::door;

namespace {

Listings read(std::string_view bytes) {
  const auto listings = read_edgar_index(bytes);
  REQUIRE(listings.has_value());
  return *listings;
}

const Listing example{.accession = *AccessionNumber::parse("0001200001-25-000007"),
                      .filer = Cik::parse("1234"),
                      .form = "4",
                      .filed = Date::of(2025, 3, 5)};

Listing with_form(const char* form) {
  Listing listing = example;
  listing.form = form;
  return listing;
}

}  // namespace

TEST_CASE("a master index lists each ownership form under each of its parties") {
  const Listings listings = read(
      "Description:           Master Index of EDGAR Dissemination Feed\n"
      "Last Data Received:    March 31, 2025\n"
      "\n \n"
      "CIK|Company Name|Form Type|Date Filed|Filename\n"
      "--------------------------------------------------------------------------------\n"
      "1234|Example Corp|4|2025-03-05|edgar/data/1234/0001200001-25-000007.txt\n"
      "1234|Example Corp|10-K|2025-03-05|edgar/data/1234/0001200001-25-000008.txt\n"
      "1234|Example Corp|424B4|2025-03-05|edgar/data/1234/0001200001-25-000009.txt\n"
      "5678|Doe, Jane|4/A|20250305|edgar/data/5678/0001200001-25-000007.txt\r\n"
      "broken|line\n"
      "1234|Example Corp|4|2025-02-30|edgar/data/1234/0001200001-25-000007.txt\n"
      "1234|Example Corp|4|2025-03-05|edgar/data/1234/readme.txt");
  Listing second = with_form("4/A");
  second.filer = Cik::parse("5678");
  CHECK(listings == Listings{example, second});
}

TEST_CASE("form, company and crawler indexes say the same in columns") {
  CHECK(read("Description:           Master Index of EDGAR Dissemination Feed by Form Type\n"
             "\n"
             "Form Type   Company Name                 CIK         Date Filed  File Name\n"
             "-------------------------------------------------------------------------\n"
             "3           Example 4 Corp               1234        2025-03-05  "
             "edgar/data/1234/0001200001-25-000007.txt   \n"
             "S-4         Example Corp                 1234        2025-03-05  "
             "edgar/data/1234/0001200001-25-000009.txt   \n"
             "5/A         4                            1234        2025-03-05  "
             "edgar/data/1234/0001200001-25-000007.txt   \n") ==
        Listings{with_form("3"), with_form("5/A")});
  CHECK(read("Company Name                 Form Type   CIK         Date Filed  File Name\n"
             "-------------------------------------------------------------------------\n"
             "Example Corp                 4           1234        2025-03-05  "
             "edgar/data/1234/0001200001-25-000007.txt   \n"
             "4 Corners                    10-K        1234        2025-03-05  "
             "edgar/data/1234/0001200001-25-000008.txt   \n") == Listings{example});
  CHECK(read("Company Name                 Form Type   CIK         Date Filed  URL\n"
             "-------------------------------------------------------------------------\n"
             "Example Corp                 4           1234        2025-03-05  "
             "https://www.sec.gov/Archives/edgar/data/1234/0001200001-25-000007-index.htm \n") ==
        Listings{example});
}

TEST_CASE("a filer's submissions give period, primary document and acceptance as well") {
  const Listings listings = read(R"({"cik": "1234", "name": "Example Corp", "filings": {"recent": {
    "accessionNumber": ["0001200001-25-000007", "0001200001-25-000008", "junk"],
    "filingDate": ["2025-03-05", "2025-03-06", "2025-03-06"], "reportDate": ["2025-03-03", "", ""],
    "acceptanceDateTime": ["2025-03-06T01:30:00.000Z", "2025-03-06T20:00:00.000Z", ""],
    "form": ["4", "8-K", "4"], "primaryDocument": ["xslF345X05/form4.xml", "a.htm", ""]},
    "files": [{"name": "CIK0000001234-submissions-001.json"}]}})");
  REQUIRE(listings.size() == 1);
  Listing expected = example;
  expected.period = Date::of(2025, 3, 3);
  expected.primary_document = "form4.xml";
  expected.acceptance = "2025-03-06T01:30:00.000Z";
  expected.accepted = Instant::parse("2025-03-05 20:30:00");
  CHECK(listings[0] == expected);
}

TEST_CASE("an older page of submissions has no filer; a number may be its CIK") {
  Listing expected = example;
  expected.filer = std::nullopt;
  CHECK(read(R"({"accessionNumber": ["0001200001-25-000007"], "filingDate": ["2025-03-05"],
                 "form": ["4"]})") == Listings{expected});
  CHECK(read(R"({"cik": 1234, "filings": {"recent": {"accessionNumber": ["0001200001-25-000007"],
                 "filingDate": ["2025-03-05"], "form": ["4"]}}})") == Listings{example});
}

TEST_CASE("lists of unequal length, other types and odd dates leave the rest readable") {
  const Listings listings = read(
      R"({"accessionNumber": ["0001200001-25-000007", 5, "0001200001-25-000009"],
          "filingDate": ["2025-02-30"], "form": ["4", "4", "4"], "reportDate": {"a": 1}})");
  REQUIRE(listings.size() == 2);
  CHECK_FALSE(listings[0].filed.has_value());
  CHECK_FALSE(listings[0].period.has_value());
  CHECK(listings[1].accession.to_text() == "0001200001-25-000009");
}

TEST_CASE("a folder's list names its accession number and the files that can be the document") {
  const Listings listings = read(R"({"directory": {
    "name": "/Archives/edgar/data/1234/000120000125000007",
    "parent-dir": "/Archives/edgar/data/1234",
    "item": [{"last-modified": "2025-03-05 18:41:25", "name": "0001200001-25-000007-index.html",
              "type": "text.gif", "size": ""}, {"name": "form4.xml"}, {"size": "1"}]}})");
  CHECK(listings == Listings{{.accession = example.accession,
                              .filer = Cik::parse("1234"),
                              .primary_document = "form4.xml"}});
  // A filer's folder lists folders.
  CHECK(read(R"({"directory": {"name": "/Archives/edgar/data/1234/",
                 "item": [{"name": "000120000125000007"}]}})")
            .empty());
  // Without the folders above it no filer is told.
  CHECK(read(R"({"directory": {"name": "000120000125000007", "item": [{"name": "form4.xml"}]}})") ==
        Listings{{.accession = example.accession, .primary_document = "form4.xml"}});
}

TEST_CASE("what is no index is not taken for one") {
  for (const char* bytes :
       {"", "[]", "{}", "{\"accessionNumber\": ", "{\"filings\": {}}", "{\"directory\": {}}",
        "<ownershipDocument/>", "FORM 4\nName of Reporting Person\nDate Filed", "not an index"}) {
    CHECK_FALSE_MESSAGE(read_edgar_index(bytes).has_value(), bytes);
  }
}
