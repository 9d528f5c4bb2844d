// Every real document is written back as ownership XML that reads into the same facts.
#include <doctest/doctest.h>

#include "corpus_files.h"
#include "filing/reader.h"
#include "filing/xml_writer.h"
#include "stakebook.h"
#include "support/temporary_folder.h"

using namespace stakebook;
using namespace corpus_test;

namespace {

// What a page's layout typed is not written; everything else must come back.
OwnershipDocument without_typed_text(OwnershipDocument document) {
  const auto clear = [](std::string_view, auto& field) {
    if (field.value) field.as_filed.clear();
  };
  for_each_head_field(document, clear);
  for (ReportingOwner& owner : document.reporting_owners) for_each_owner_field(owner, clear);
  for (auto* table : {&document.table_i, &document.table_ii}) {
    for (Row& row : *table) for_each_field(row, clear);
  }
  for (OwnerSignature& signature : document.owner_signatures) {
    clear("", signature.signature_name);
    clear("", signature.signature_date);
  }
  return document;
}

void check_round_trip(const Filing& filing) {
  const WrittenXml written = write_ownership_xml(filing);
  for (const WrittenNote& note : written.left_out) {
    CHECK_MESSAGE(note.diagnostic.code == "unread-left-out", note.diagnostic.code, ' ',
                  note.element);
  }
  const ReadResult result = read_filing(written.text);
  REQUIRE(result.filing);
  OwnershipDocument expected = filing.document;
  expected.unread.clear();
  const bool typed = filing.format == SourceFormat::ownership_xml ||
                     filing.format == SourceFormat::submission_text;
  if (!typed) expected = without_typed_text(expected);
  CHECK(result.filing->document == expected);
  CHECK(write_ownership_xml(*result.filing).text == written.text);
}

}  // namespace

TEST_CASE("Every document of the corpus is written back and reads into the same facts") {
  if (skips()) return;
  std::size_t read = 0;
  std::vector<fs::path> files;
  for (const char* part : {"edgar", "loose", "submissions", "odd", "printed"}) {
    for (const fs::path& path : files_below(part)) files.push_back(path);
  }
  for (const auto& entry : fs::directory_iterator(schemas)) files.push_back(entry.path());
  for (const fs::path& path : files) {
    CAPTURE(path.string());
    const ReadResult result = read_filing(file_text(path));
    if (!result.filing) continue;
    ++read;
    check_round_trip(*result.filing);
  }
  CHECK(read >= 620);
}

TEST_CASE("Filings out of a ledger, those of the quarterly tables among them, read the same") {
  if (skips()) return;
  const TemporaryFolder folder;
  Ledger ledger = Ledger::create_or_open(folder.at("corpus.db"));
  ledger.import({(corpus / "quarterly").string(), (corpus / "submissions").string()});
  std::size_t of_tables = 0;
  std::size_t others = 0;
  ledger.for_each_filing({}, "", [&](Claim&& claim) {
    CAPTURE(claim.entry);
    check_round_trip(*claim.filing());
    const bool tables = claim.filing()->format == SourceFormat::quarterly_tables;
    ++(tables ? of_tables : others);
    return true;
  });
  MESSAGE(of_tables << " filings of the quarterly tables, " << others << " of submissions");
  CHECK(of_tables > 400);
  CHECK(others > 190);
}
