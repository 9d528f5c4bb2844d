// Every real filing of the corpus is read, with as many rows, owners and footnotes as another XML
// library counted (../shared/corpus/MANIFEST.tsv); every odd file is read or refused with a reason.
#include "support/manifest.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "filing/reader.h"
#include "support/file_text.h"

using namespace stakebook;

namespace {

const std::filesystem::path corpus = std::filesystem::path(STAKEBOOK_SHARED) / "corpus";

std::string count(const std::vector<Row>& rows, RowKind kind) {
  std::size_t number = 0;
  for (const Row& row : rows) number += row.kind == kind ? 1U : 0U;
  return std::to_string(number);
}

std::string owner_ciks(const OwnershipDocument& document) {
  std::string text;
  for (const ReportingOwner& owner : document.reporting_owners) {
    if (!text.empty()) text += ',';
    text += owner.cik() ? owner.cik()->to_text() : "?";
  }
  return text;
}

void check_document(ManifestLine& line, const OwnershipDocument& document) {
  CHECK(document.document_type.filed_text() == line["form"]);
  CHECK(document.period_of_report.filed_text() == line["period"]);
  CHECK(document.issuer.cik()->to_text() == line["issuer_cik"]);
  CHECK(document.issuer.issuer_trading_symbol.filed_text() == line["symbol"]);
  CHECK(document.schema_version.filed_text() == line["schema"]);
  CHECK(owner_ciks(document) == line["owner_ciks"]);
  CHECK(count(document.table_i, RowKind::transaction) == line["table1_transactions"]);
  CHECK(count(document.table_i, RowKind::holding) == line["table1_holdings"]);
  CHECK(count(document.table_ii, RowKind::transaction) == line["table2_transactions"]);
  CHECK(count(document.table_ii, RowKind::holding) == line["table2_holdings"]);
  CHECK(std::to_string(document.footnotes.size()) == line["footnotes"]);
  CHECK(document.unread.empty());
}

void check_submission(ManifestLine& line, const Submission& submission, const std::string& text) {
  REQUIRE(submission.accession);
  REQUIRE(submission.filed);
  CHECK(submission.accession->to_text() == line["accession"]);
  std::string filed = submission.filed->to_text();
  std::erase(filed, '-');
  CHECK(filed == line["filed"]);
  CHECK(submission.form == line["form"]);
  CHECK(submission.accepted);
  CHECK(submission.fiscal_year_end.has_value() ==
        (text.find("FISCAL YEAR END:") != std::string::npos));
  CHECK(submission.issuer_cik->to_text() == line["issuer_cik"]);
  CHECK(submission.owner_ciks.size() == split_at(line["owner_ciks"], ',').size());
}

bool skips() {
  if (std::filesystem::exists(corpus / "MANIFEST.tsv")) return false;
  MESSAGE("skipped: the corpus is not there");
  return true;
}

}  // namespace

TEST_CASE("Every filing of the manifest is read, and nothing of it is lost") {
  if (skips()) return;
  std::size_t submissions = 0;
  const std::vector<ManifestLine> lines = manifest();
  for (ManifestLine line : lines) {
    CAPTURE(line["path"]);
    const std::string text = file_text(corpus / line["path"]);
    const ReadResult result = read_filing(text);
    REQUIRE_MESSAGE(result.filing, (result.refusal ? result.refusal->message : ""));
    check_document(line, result.filing->document);
    if (result.filing->format == SourceFormat::submission_text) {
      ++submissions;
      check_submission(line, result.filing->submission, text);
    }
    for (const Diagnostic& diagnostic : result.filing->diagnostics) {
      CHECK_MESSAGE(diagnostic.code == "exhibit-unread", diagnostic.code, ": ", diagnostic.message);
    }
  }
  CHECK(lines.size() >= 566);
  CHECK(submissions >= 200);
}

TEST_CASE("Every odd file is read or refused with a code and a reason") {
  if (skips()) return;
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(corpus / "odd")) {
    if (entry.path().extension() != ".xml") continue;
    CAPTURE(entry.path().filename().string());
    const ReadResult result = read_filing(file_text(entry.path()));
    CHECK(result.filing.has_value() != result.refusal.has_value());
    if (result.refusal) CHECK((!result.refusal->code.empty() && !result.refusal->message.empty()));
    ++files;
  }
  CHECK(files >= 59);
}

// The six sample documents have an end tag that does not match, and one has one too many.
TEST_CASE("The SEC's own sample documents are read") {
  if (skips()) return;
  for (const char* name : {"doc3", "doc3a", "doc4", "doc4a", "doc5", "doc5a"}) {
    CAPTURE(name);
    const ReadResult result =
        read_filing(file_text(corpus / "specification/schema" / (std::string(name) + ".xml")));
    REQUIRE(result.filing);
    CHECK(result.filing->diagnostics.front().code == "end-tag-repaired");
    CHECK(result.filing->document.footnotes.size() == 5);
    CHECK(result.filing->document.owner_signatures.size() == 3);
  }
}
