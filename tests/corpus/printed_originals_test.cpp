// Pages and one text form as they were on EDGAR, which have no XML beside them here. The counts
// were taken with another program: rows as `<tr><td align="left">`, marks as `<sup>(n)`; the rest
// was read off the pages.
#include "printed_facts.h"

using namespace stakebook;
using namespace stakebook::printed_facts;

namespace {

struct Original {
  const char* name;
  std::size_t rows_i;
  std::size_t rows_ii;
  std::size_t footnotes;
  std::size_t owners;
  const char* issuer_cik;
  const char* period;
};

constexpr Original originals[] = {
    {"0001127602-15-028697.html", 19, 1, 20, 1, "0001288776", "2015-10-02"},
    {"374WaterForm4.html", 1, 1, 1, 1, "0000933972", "2025-04-30"},
    {"form3.BAMPartners.html", 1, 0, 3, 10, "0001660734", "2023-09-28"},
    {"form3.snow.html", 0, 6, 9, 1, "0001640147", "2020-09-15"},
    {"form5.snow.html", 3, 0, 4, 1, "0001640147", "2022-01-31"},
};

bool is_here() { return std::ifstream(corpus + "printed/PAIRS.tsv").good(); }

}  // namespace

TEST_CASE("pages of 2015 to 2025 are read whole, row by row and note by note") {
  if (!is_here()) {
    MESSAGE("skipped: ../shared/corpus/printed is not here");
    return;
  }
  for (const Original& original : originals) {
    CAPTURE(original.name);
    const Filing filing = read_or_fail(corpus + "printed/original/" + original.name);
    const OwnershipDocument& document = filing.document;
    CHECK(filing.format == SourceFormat::printed_html);
    CHECK(document.table_i.size() == original.rows_i);
    CHECK(document.table_ii.size() == original.rows_ii);
    CHECK(document.footnotes.size() == original.footnotes);
    CHECK(document.reporting_owners.size() == original.owners);
    CHECK(document.issuer.issuer_cik.value == std::string(original.issuer_cik));
    CHECK(document.period_of_report.value == Date::parse(original.period));
    CHECK(document.owner_signatures.size() == 1);
    for (const ReportingOwner& owner : document.reporting_owners) {
      CHECK(owner.cik());
      CHECK(owner.rpt_owner_zip_code.has_value());
    }
    // One box of relationships for ten owners is the only thing that is not told.
    CHECK(document.unread.size() == (original.owners == 10 ? 1 : 0));
    for (const Diagnostic& said : filing.diagnostics) {
      const bool expected = said.code == "printed-field-absent" ||
                            (said.code == "printed-checkbox-lost" && original.owners == 10);
      CHECK_MESSAGE(expected, said.code, ": ", said.message);
    }
  }
}

TEST_CASE("a text form of 2000 is recognised, kept whole, and read where its boxes are plain") {
  if (!is_here()) {
    MESSAGE("skipped: ../shared/corpus/printed is not here");
    return;
  }
  const std::string path = corpus + "printed/original/0001094891-00-000193.txt";
  const Filing filing = read_or_fail(path);
  CHECK(filing.submission.accession == AccessionNumber::parse("0001094891-00-000193"));
  CHECK(filing.submission.filed == Date::parse("2000-03-14"));
  CHECK(filing.document.document_type.value == std::string("4"));
  CHECK(filing.document.issuer.issuer_trading_symbol.value == std::string("PRAC"));
  CHECK(filing.document.reporting_owners.at(0).rpt_owner_name.value ==
        std::string("Foster, Alan H."));
  CHECK(filing.document.owner_signatures.at(0).signature_date.value == Date::parse("2000-03-13"));
  REQUIRE(filing.document.unread.size() == 1);
  const std::string& kept = filing.document.unread[0].text;
  CHECK(kept.find("12,000 -   |A,D|2/7/0|2/7/0|Common Stock|12,000 |-") != std::string::npos);
  CHECK(file_text(path).find(kept) != std::string::npos);
  CHECK(filing.document.table_i.empty());
  CHECK(filing.document.table_ii.empty());
}
