// A filing written as XML: what comes out, what reads back, what is told.
#include "filing/xml_writer.h"

#include <algorithm>

#include "sample.h"

using namespace stakebook;

namespace {

Filing read(const std::string& text) {
  const ReadResult result = read_filing(text);
  REQUIRE_MESSAGE(result.filing, (result.refusal ? result.refusal->message : ""));
  return *result.filing;
}

// The document that the written text reads back into, with what no XML can say taken over.
OwnershipDocument again(const Filing& filing) {
  OwnershipDocument document = read(write_ownership_xml(filing).text).document;
  document.unread = filing.document.unread;
  return document;
}

// "schema-value issuerTradingSymbol".
std::vector<std::string> told(const std::vector<WrittenNote>& notes) {
  std::vector<std::string> list;
  for (const WrittenNote& note : notes) {
    list.push_back(note.diagnostic.code + ' ' + note.element);
  }
  return list;
}

using Told = std::vector<std::string>;

Told objections(const std::string& xml) { return told(write_ownership_xml(read(xml)).objections); }

}  // namespace

TEST_CASE("The sample is written as it was read, in the order of the schema") {
  const Filing filing = read(sample::whole());
  const WrittenXml written = write_ownership_xml(filing);
  CHECK(told(written.objections) == Told{});
  CHECK(told(written.left_out) == Told{});
  CHECK(again(filing) == filing.document);
  CHECK(
      written.text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ownershipDocument>"));
  std::size_t at = 0;
  for (const char* part :
       {"<schemaVersion>X0508</schemaVersion>", "<documentType>4</documentType>", "<issuer>",
        "<reportingOwner>", "<aff10b5One>0</aff10b5One>", "<nonDerivativeTable>",
        "    <nonDerivativeTransaction>\n      <securityTitle><value>Common Stock</value>",
        "<transactionPricePerShare><value>66.903</value><footnoteId id=\"F1\"/>",
        "<derivativeTable>", "<conversionOrExercisePrice><value>12.50</value>", "<footnotes>",
        "<ownerSignature>", "</ownershipDocument>\n"}) {
    CAPTURE(part);
    const std::size_t found = written.text.find(part, at);
    REQUIRE(found != std::string::npos);
    at = found;
  }
}

TEST_CASE("Typed text of an XML filing is written as it was typed") {
  for (const char* text : {"1,250", "$250", "250.00", "0250", "250 shares"}) {
    const Filing filing = read(sample::replaced(sample::whole(), "<value>250</value>",
                                                "<value>" + std::string(text) + "</value>"));
    CAPTURE(text);
    CHECK(write_ownership_xml(filing).text.find("<value>" + std::string(text) + "<") !=
          std::string::npos);
    CHECK(again(filing) == filing.document);
  }
}

TEST_CASE("Of a printed form the value is written, since the page's text is not the schema's") {
  Filing filing = read(sample::whole());
  filing.format = SourceFormat::printed_text;
  filing.document.table_i[0].transaction_date.as_filed = "03/04/2024";
  filing.document.table_i[0].transaction_shares.as_filed = "250.0";
  const WrittenXml written = write_ownership_xml(filing);
  CHECK(written.objections.empty());
  CHECK(written.text.find("<transactionDate><value>2024-03-04</value>") != std::string::npos);
  CHECK(written.text.find("<transactionShares><value>250</value>") != std::string::npos);
}

TEST_CASE("Absent, empty and given stay apart") {
  const Filing filing = read(sample::replaced(
      sample::replaced(sample::whole(), "<issuerTradingSymbol>TMRK</issuerTradingSymbol>",
                       "<issuerTradingSymbol> </issuerTradingSymbol><issuerForeignTradingSymbol/>"),
      "<value>250</value>", "<value/>"));
  CHECK(filing.document.issuer.issuer_trading_symbol.presence == Presence::empty);
  CHECK(again(filing) == filing.document);
  // White space alone may have been the text of the symbol; the schema takes it for a character.
  CHECK(told(write_ownership_xml(filing).objections) == Told{"schema-value transactionShares"});
}

TEST_CASE("What the schema demands and the filing has not is told, and not made up") {
  Filing filing = read(sample::whole());
  OwnershipDocument& document = filing.document;
  document.aff10b5_one = {};
  document.issuer.issuer_cik = {};
  document.reporting_owners[0].rpt_owner_cik = {};
  document.table_i[0].transaction_shares = {};
  document.owner_signatures.clear();
  const WrittenXml written = write_ownership_xml(filing);
  CHECK(told(written.objections) ==
        Told{"schema-element-missing issuerCik", "schema-element-missing rptOwnerCik",
             "schema-element-missing aff10b5One", "schema-element-missing transactionShares",
             "schema-element-missing ownerSignature"});
  CHECK(written.objections[3].diagnostic.place == "table I row 1: transactionShares");
  CHECK(written.text.find("aff10b5One") == std::string::npos);
  CHECK(again(filing) == document);
}

TEST_CASE("Each kind of objection names its element") {
  const std::string whole = sample::whole();
  CHECK(objections(sample::replaced(whole, "<schemaVersion>X0508<", "<schemaVersion>X5<")) ==
        Told{"schema-value schemaVersion"});
  CHECK(objections(sample::replaced(whole, "<documentType>4<", "<documentType>4/A<")) ==
        Told{"schema-element-missing dateOfOriginalSubmission"});
  CHECK(objections(sample::replaced(whole, "<notSubjectToSection16>0</notSubjectToSection16>",
                                    "<noSecuritiesOwned>0</noSecuritiesOwned>")) ==
        Told{"schema-element-unexpected noSecuritiesOwned"});
  CHECK(objections(sample::replaced(whole, "<value>66.903</value><footnoteId id=\"F1\"/>",
                                    "<value>66.903</value><footnoteId id=\"F7\"/>"))
            .front() == "schema-footnote-dangling transactionPricePerShare");
  CHECK(objections(sample::replaced(whole, "<value>250</value>", "<footnoteId id=\"F1\"/>")) ==
        Told{"schema-value-missing transactionShares"});
  CHECK(objections(sample::replaced(whole, "<documentType>4<", "<documentType>144<")).front() ==
        "schema-value documentType");
}

TEST_CASE("More rows, owners or footnotes than the schema takes are written, and told") {
  Filing filing = read(sample::whole());
  OwnershipDocument& document = filing.document;
  document.table_i.resize(31, document.table_i[0]);
  document.reporting_owners.resize(11, document.reporting_owners[0]);
  const WrittenXml written = write_ownership_xml(filing);
  CHECK(told(written.objections) ==
        Told{"schema-count reportingOwner", "schema-count nonDerivativeTable"});
  CHECK(again(filing) == document);
}

TEST_CASE("What ownership XML has no place for is told") {
  Filing filing =
      read(sample::replaced(sample::whole(), "<aff10b5One>", "<memo>x</memo><aff10b5One>"));
  CHECK(told(write_ownership_xml(filing).left_out) == Told{"unread-left-out memo"});

  filing = read(sample::whole());
  Row& row = filing.document.table_i[0];
  row.exercise_date = row.transaction_date;
  row.kind = RowKind::holding;
  filing.document.remarks.presence = Presence::given;
  filing.document.remarks.value = "a\x01z";
  filing.document.issuer.issuer_name = {};
  filing.document.issuer.issuer_name.footnotes = {"F1"};
  filing.document.table_ii[0].security_title.footnotes = {"F1", "F1"};
  const Told expected = {"presence-left-out issuerName",
                         "field-left-out transactionDate",
                         "field-left-out transactionCode",
                         "field-left-out equitySwapInvolved",
                         "field-left-out transactionShares",
                         "field-left-out transactionPricePerShare",
                         "field-left-out transactionAcquiredDisposedCode",
                         "field-left-out exerciseDate",
                         "citation-left-out securityTitle",
                         "character-left-out remarks"};
  const WrittenXml written = write_ownership_xml(filing);
  CHECK(told(written.left_out) == expected);
  CHECK(read(written.text).document.remarks.value == "a\xEF\xBF\xBDz");
}

TEST_CASE("Names with markup, footnotes on plain fields and odd ids read back") {
  std::string text = sample::replaced(sample::whole(), "Tamarack Pumps Inc",
                                      "Tam &amp; &lt;R\xC3\xA4k&gt; &amp;amp; \"Pumps\" ]]&gt;");
  text = sample::replaced(text, "<transactionCode>S</transactionCode>",
                          "<transactionCode>s<footnoteId id=\"F&quot;9\"/></transactionCode>");
  const Filing filing = read(text);
  CHECK(*filing.document.issuer.issuer_name == "Tam & <R\xC3\xA4k> &amp; \"Pumps\" ]]>");
  CHECK(again(filing) == filing.document);
}

TEST_CASE("A document of 2003, without tables, is written with them") {
  std::string text = sample::whole();
  for (const char* tag : {"<nonDerivativeTable>", "</nonDerivativeTable>"}) {
    text = sample::replaced(text, tag, "");
  }
  text = sample::replaced(text, "<nonDerivativeTransaction>", "<nonDerivativeSecurity>");
  text = sample::replaced(text, "</nonDerivativeTransaction>", "</nonDerivativeSecurity>");
  const Filing filing = read(text);
  CHECK(filing.document.table_i.size() == 1);
  CHECK(again(filing) == filing.document);
  CHECK(write_ownership_xml(filing).objections.empty());
}

TEST_CASE("A filing without anything is written, and says what it lacks") {
  const Filing filing;
  const WrittenXml written = write_ownership_xml(filing);
  CHECK(told(written.objections).front() == "schema-element-missing documentType");
  CHECK(again(filing) == filing.document);
}
