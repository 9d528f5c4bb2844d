// What is wrong in a document, and what becomes of it: read all the same, kept unread, or refused.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "sample.h"

namespace stakebook {
namespace {

using namespace sample;

std::string told_of(std::string_view from, std::string_view to) {
  return told(read(replaced(whole(), from, to)));
}

TEST_CASE("A bare ampersand is read as itself, with its line and column") {
  const Filing filing = read(replaced(whole(), "Tamarack Pumps Inc", "Tamarack & Sons"));
  CHECK(filing.document.issuer.issuer_name.value == "Tamarack & Sons");
  CHECK(told(filing) == "bare-ampersand at line 9, column 26: a bare & is read as &amp;");
}

TEST_CASE("A number with commas or a dollar sign is read, and the typed text kept") {
  const Filing filing = read(replaced(replaced(whole(), "<value>1750<", "<value>1,750<"),
                                      "<value>66.903<", "<value>$66.903<"));
  const Row& row = filing.document.table_i[0];
  CHECK(row.shares_owned_following_transaction.value == Shares(1750));
  CHECK(row.shares_owned_following_transaction.as_filed == "1,750");
  CHECK(row.transaction_price_per_share.value->to_text() == "66.903");
  CHECK(told(filing) ==
        "number-repaired at line 31, column 31: table I row 1: transactionPricePerShare: "
        "\"$66.903\" is read as 66.903\n"
        "number-repaired at line 35, column 42: table I row 1: sharesOwnedFollowingTransaction: "
        "\"1,750\" is read as 1750");
}

TEST_CASE("What cannot be read has no value, but its text and a diagnostic") {
  const Filing filing = read(
      replaced(replaced(replaced(whole(), "<value>250<", "<value>n/a<"),
                        "<transactionDate><value>2024-03-04<", "<transactionDate><value>March 4<"),
               "<aff10b5One>0", "<aff10b5One>maybe"));
  const Row& row = filing.document.table_i[0];
  CHECK(row.transaction_shares.presence == Presence::given);
  CHECK_FALSE(row.transaction_shares.value);
  CHECK(row.transaction_shares.filed_text() == "n/a");
  CHECK(row.transaction_date.filed_text() == "March 4");
  CHECK(filing.document.aff10b5_one.filed_text() == "maybe");
  CHECK(codes(filing) == "boolean-unreadable date-unreadable number-unreadable");
}

TEST_CASE("An impossible year is flagged and never changed") {
  const Filing filing = read(replaced(whole(), "<transactionDate><value>2024-03-04<",
                                      "<transactionDate><value>0022-03-04<"));
  CHECK(filing.document.table_i[0].transaction_date.value == Date::of(22, 3, 4));
  CHECK(told(filing) ==
        "year-impossible at line 23, column 24: table I row 1: transactionDate: 0022-03-04 lies "
        "before 1990 or after 2100; it is kept as reported");
}

TEST_CASE("Signs, odd dates, lower-case codes and spelled-out booleans are read with a note") {
  CHECK(
      told_of("<value>250<", "<value>-250<").starts_with("number-negative at line 30, column 28"));
  CHECK(told_of("2024-03-05</sig", "3/5/2024</sig").find("date-repaired") == 0);
  CHECK(told_of("<isDirector>1", "<isDirector>X").find("boolean-repaired") == 0);
  const Filing filing = read(replaced(whole(), "<transactionCode>S<", "<transactionCode>s<"));
  CHECK(filing.document.table_i[0].transaction_code.value == "S");
  CHECK(filing.document.table_i[0].transaction_code.filed_text() == "s");
  CHECK(codes(filing) == "code-repaired");
}

TEST_CASE("Codes that the specification does not list are kept and flagged") {
  CHECK(told_of("<transactionCode>S<", "<transactionCode>Q<") ==
        "transaction-code-unknown at line 26, column 9: table I row 1: transactionCode: \"Q\" is "
        "none of the codes that may stand here; it is kept as reported");
  CHECK(told_of("<transactionCode>S<", "<transactionCode>Sale<").find("transaction-code-unknown") ==
        0);
  CHECK(told_of("<value>D</value></transactionAcq", "<value>X</value></transactionAcq")
            .find("code-unknown") == 0);
  CHECK(
      told_of("<documentType>4<", "<documentType>8-K<") ==
      "document-type-unknown at line 2, column 1: documentType: \"8-K\" is none of 3, 3/A, 4, 4/A, "
      "5, 5/A");
  CHECK(told_of("0009200077", "unknown").find("cik-unreadable") == 0);
}

TEST_CASE("Footnotes that do not meet are told: dangling, unreferenced, duplicate, repeated") {
  CHECK(told_of("</value><footnoteId id=\"F1\"/>",
                "</value><footnoteId id=\"F1\"/><footnoteId id=\"F9\"/>") ==
        "footnote-dangling at line 31, column 73: table I row 1: transactionPricePerShare: the "
        "footnote F9 is cited, and there is none");
  CHECK(told_of("</value><footnoteId id=\"F1\"/>", "</value>") ==
        "footnote-unreferenced at line 73, column 5: no field cites the footnote F1");
  CHECK(told_of("id=\"F2\">One", "id=\"F1\">One").find("footnote-duplicate at line 74, column 5") ==
        0);
  const Filing twice = read(replaced(whole(), "</value><footnoteId id=\"F1\"/>",
                                     "</value><footnoteId id=\"F1\"/><footnoteId id=\"F1\"/>"));
  CHECK(codes(twice) == "footnote-repeated");
  CHECK(twice.document.table_i[0].transaction_price_per_share.footnotes.size() == 1);
  CHECK(told_of("</value><footnoteId id=\"F1\"/>", "</value><footnoteId>F1</footnoteId>")
            .find("footnote-without-id") == 0);
  CHECK(told_of("<postTransactionAmounts>", "<postTransactionAmounts><footnoteId id=\"F1\"/>")
            .find("footnote-misplaced") == 0);
}

TEST_CASE("A filer's password is left out, and its place is told") {
  for (const char* const given :
       {"<rptOwnerCcc>x1@secret</rptOwnerCcc></reportingOwnerId>",
        "<id><rptOwnerCcc>x1@secret</rptOwnerCcc></id></reportingOwnerId>"}) {
    const Filing filing = read(replaced(whole(), "</reportingOwnerId>", given));
    CHECK(codes(filing) == "password-left-out");
    REQUIRE(filing.document.unread.size() == 1);
    CHECK(filing.document.unread[0].text == "(left out)");
    CHECK(filing.diagnostics[0].message.find("secret") == std::string::npos);
  }
}

TEST_CASE("Unknown elements, attributes and stray texts are kept with their paths") {
  const Filing filing = read(replaced(
      replaced(replaced(whole(), "<nonDerivativeTransaction>",
                        "<nonDerivativeTransaction kind=\"odd\">loose<memo>read me</memo>"),
               "</issuer>",
               "<issuerPhone><code>1</code><line a=\"b\">2</line></issuerPhone></issuer>"),
      "<value>250</value>", "<value unit=\"lot\">250</value>"));
  const std::vector<Unread> wanted = {
      {"ownershipDocument/issuer/issuerPhone",
       "<issuerPhone><code>1</code><line a=\"b\">2</line></issuerPhone>"},
      {"ownershipDocument/nonDerivativeTable/nonDerivativeTransaction/@kind", "odd"},
      {"ownershipDocument/nonDerivativeTable/nonDerivativeTransaction/memo", "read me"},
      {"ownershipDocument/nonDerivativeTable/nonDerivativeTransaction/transactionAmounts/"
       "transactionShares/value/@unit",
       "lot"},
      {"ownershipDocument/nonDerivativeTable/nonDerivativeTransaction/text()", "loose"}};
  REQUIRE(filing.document.unread.size() == wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    CHECK(filing.document.unread[i].path == wanted[i].path);
    CHECK(filing.document.unread[i].text == wanted[i].text);
  }
  CHECK(codes(filing) ==
        "element-unread attribute-unread element-unread attribute-unread text-unread");
  CHECK(filing.document.table_i[0].transaction_shares.value == Shares(250));
}

TEST_CASE("A path counts elements of one name") {
  const std::string row = "<nonDerivativeHolding><memo>x</memo></nonDerivativeHolding>";
  const Filing filing =
      read(replaced(whole(), "  </nonDerivativeTable>", row + row + "</nonDerivativeTable>"));
  REQUIRE(filing.document.unread.size() == 2);
  CHECK(filing.document.unread[0].path ==
        "ownershipDocument/nonDerivativeTable/nonDerivativeHolding[1]/memo");
  CHECK(filing.document.unread[1].path ==
        "ownershipDocument/nonDerivativeTable/nonDerivativeHolding[2]/memo");
}

TEST_CASE("A second element of one kind is kept unread; the first one counts") {
  const Filing filing =
      read(replaced(replaced(whole(), "<value>250</value>", "<value>250</value><value>260</value>"),
                    "<documentType>4</documentType>",
                    "<documentType>4</documentType><documentType>5</documentType>"));
  CHECK(filing.document.table_i[0].transaction_shares.value == Shares(250));
  CHECK(filing.document.document_type.value == "4");
  CHECK(codes(filing) == "element-duplicate element-duplicate");
  REQUIRE(filing.document.unread.size() == 2);
  CHECK(filing.document.unread[0].path == "ownershipDocument/documentType[2]");
  CHECK(filing.document.unread[0].text == "5");
  CHECK(filing.document.unread[1].text == "260");
}

TEST_CASE("Elements in a wrong place are read where their name says, or kept unread") {
  const Filing outside =
      read(replaced(replaced(whole(), "<nonDerivativeTable>", ""), "</nonDerivativeTable>", ""));
  CHECK(outside.document.table_i.size() == 1);
  CHECK(codes(outside) == "element-misplaced");
  const Filing strayed = read(
      replaced(replaced(whole(), "<transactionShares><value>250</value></transactionShares>", ""),
               "<ownershipNature>",
               "<transactionShares><value>250</value></transactionShares><ownershipNature>"));
  CHECK(strayed.document.table_i[0].transaction_shares.value == Shares(250));
  CHECK(codes(strayed) == "element-misplaced");
  const Filing foreign =
      read(replaced(whole(), "<ownershipNature>",
                    "<expirationDate><value>2030-01-01</value></expirationDate><ownershipNature>"));
  CHECK(codes(foreign) == "element-unexpected");
  CHECK(foreign.document.table_i[0].expiration_date.presence == Presence::absent);
  CHECK(foreign.document.unread.size() == 1);
  const Filing repeated =
      read(replaced(whole(), "<derivativeTable>", std::string(table_i) + "<derivativeTable>"));
  CHECK(repeated.document.table_i.size() == 2);
  CHECK(codes(repeated) == "table-repeated");
}

TEST_CASE("Texts outside their <value>, and values where none belong, are read") {
  const Filing filing = read(
      replaced(replaced(whole(), "<transactionShares><value>250</value>", "<transactionShares>250"),
               "<issuerCik>0009100077<", "<issuerCik><value>0009100077</value><"));
  CHECK(filing.document.table_i[0].transaction_shares.value == Shares(250));
  CHECK(filing.document.issuer.cik()->number() == 9100077);
  CHECK(codes(filing) == "value-wrapped value-unwrapped");
  const Filing marked =
      read(replaced(whole(), "<remarks></remarks>", "<remarks>See <b>all</b> of it</remarks>"));
  CHECK(marked.document.remarks.value == "See all of it");
  CHECK(codes(marked) == "markup-in-text");
}

TEST_CASE("What every document and row must have is missed, by row") {
  CHECK(told_of("<securityTitle><value>Common Stock</value></securityTitle>", "") ==
        "element-missing at line 21, column 5: table I row 1: securityTitle: the row has no such "
        "element");
  CHECK(told_of("<value>250</value>", "")
            .find("value-missing at line 21, column 5: table I row 1: "
                  "transactionShares: it has no value") == 0);
  std::string bare = replaced(whole(), "<periodOfReport>2024-03-04</periodOfReport>", "");
  bare = replaced(bare, "<issuerCik>0009100077</issuerCik>", "");
  CHECK(codes(read(bare)) == "element-missing element-missing");
  // A footnote may stand in for a price (rule cm(8)), not for a count of shares.
  CHECK(told_of("<value>66.903</value>", "") == "");
  CHECK(told_of("<value>250</value>", "<footnoteId id=\"F1\"/>").find("value-missing") == 0);
}

TEST_CASE("Damaged tags are mended and the document read whole") {
  const Filing filing =
      read(replaced(whole(), "<nonDerivativeTable>", "<nonDerivativeTable ativeTable>"));
  CHECK(filing.document == read(whole()).document);
  CHECK(told(filing) ==
        "attribute-repaired at line 20, column 23: the tag <nonDerivativeTable> holds "
        "\"ativeTable\", which is no attribute; it is left out");
  const Filing less = read(replaced(whole(), "One third a year.", "Less than < 5% a year."));
  CHECK(less.document.footnote("F2")->text == "Less than < 5% a year.");
  CHECK(told(less).starts_with("bare-less-than at line 74, column 33"));
}

TEST_CASE("Diagnostics after a repair still point into the file as it is") {
  const Filing filing = read(
      replaced(replaced(whole(), "<issuer>", "<issuer junk>"), "<value>250<", "<value>2,500<"));
  CHECK(told(filing).find("number-repaired at line 30, column 28") != std::string::npos);
}

TEST_CASE("A file cut into lines of one length is joined and read") {
  std::string text = whole();
  text.erase(std::remove(text.begin(), text.end(), '\n'), text.end());
  std::string cut;
  for (std::size_t at = 0; at < text.size(); at += 71) cut += text.substr(at, 71) + "\r\n";
  const Filing filing = read(cut);
  CHECK(filing.document == read(whole()).document);
  CHECK(codes(filing) == "lines-joined");
}

TEST_CASE("A file in Windows-1252 is read as such") {
  const Filing filing = read(replaced(whole(), "Vesterholm Ada", "Vesterh\xF8lm Ad\xE9"));
  CHECK(filing.document.reporting_owners[0].rpt_owner_name.value == "Vesterh\xC3\xB8lm Ad\xC3\xA9");
  CHECK(codes(filing) == "encoding-repaired");
}

TEST_CASE("A file in UTF-16 is read as such") {
  std::string bytes = "\xFF\xFE";
  for (const char c : whole()) bytes += std::string(1, c) + '\0';
  const Filing filing = read(bytes);
  CHECK(filing.document == read(whole()).document);
  CHECK(codes(filing) == "encoding-converted");
  CHECK(detect_format(bytes) == SourceFormat::ownership_xml);
}

TEST_CASE("A byte order mark, other line ends and a missing declaration change nothing") {
  CHECK(told(read("\xEF\xBB\xBF" + whole())) == "");
  CHECK(told(read(replaced(whole(), "<?xml version=\"1.0\"?>\n", ""))) == "");
  std::string carriage;
  for (const char c : whole()) carriage += c == '\n' ? std::string("\r\n") : std::string(1, c);
  CHECK(read(carriage).document == read(whole()).document);
  CHECK(told(read(carriage)) == "");
}

TEST_CASE("Junk around the document is passed over with a note") {
  const Filing filing = read("HTTP/1.1 200 OK\n\n" + whole() + "</body>\n");
  CHECK(filing.document == read(whole()).document);
  CHECK(
      told(filing) ==
      "content-outside-document at line 1, column 1: what stands outside <ownershipDocument> is "
      "not read\n"
      "content-outside-document at line 83, column 21: what stands outside <ownershipDocument> is "
      "not read");
}

TEST_CASE("A second document in the file is kept unread") {
  const Filing filing =
      read(whole() + "<!-- again -->" + replaced(whole(), "<?xml version=\"1.0\"?>", ""));
  CHECK(filing.document.table_i.size() == 1);
  CHECK(codes(filing) == "document-extra");
}

TEST_CASE("What is no filing is refused with a code, a reason and a place") {
  CHECK(refusal("").code == "file-empty");
  CHECK(refusal(" \r\n\t").code == "file-empty");
  CHECK(refusal("\xEF\xBB\xBF").code == "file-empty");
  CHECK(refusal("dear shareholders").code == "not-a-filing");
  CHECK(refusal("{\"cik\": 1}").code == "not-a-filing");
  CHECK(refusal("<!DOCTYPE html><html><body>x</body></html>").code == "not-a-filing");
  CHECK(refusal(std::string("PK\x03\x04", 4)).code == "not-a-filing");
  CHECK(refusal("<?xml version=\"1.0\"?><edgarSubmission/>").code == "wrong-root");
  CHECK(refusal("<ownershipDocuments><issuer/></ownershipDocuments>").code == "wrong-root");
  CHECK(refusal("<ownershipDocument/>").code == "document-empty");
  CHECK(refusal("<ownershipDocument><memo>x</memo></ownershipDocument>").code == "document-empty");
  const std::string zero = whole().substr(0, 300) + std::string(1, '\0') + whole().substr(300);
  CHECK(refusal(zero).code == "not-text");
  CHECK(refusal(zero).place == "line 9, column 41");
}

TEST_CASE("Broken XML is refused with the place where it breaks") {
  const Diagnostic cut = refusal(whole().substr(0, 1496));
  CHECK(cut.code == "xml-truncated");
  CHECK(cut.place == "line 35, column 95");  // the last character there is
  const Diagnostic tag = refusal(replaced(whole(), "</issuer>", "</issuerX>"));
  CHECK(tag.code == "xml-malformed");
  CHECK(tag.place.starts_with("line 11, column"));
  CHECK(refusal(replaced(whole(), "id=\"F1\"/>", "id=\"F1/>")).code == "xml-malformed");
  CHECK(refusal(replaced(whole(), "<issuer>", "<!-- <issuer>")).code == "xml-malformed");
}

TEST_CASE("Declarations of types and entities are refused, before and inside the document") {
  const Diagnostic before =
      refusal(replaced(whole(), "<ownershipDocument>",
                       "<!DOCTYPE ownershipDocument [<!ENTITY a \"b\">]>\n<ownershipDocument>"));
  CHECK(before.code == "doctype-refused");
  CHECK(before.place == "line 2, column 1");
  CHECK(refusal(replaced(whole(), "<issuer>", "<!ENTITY a SYSTEM \"file:///x\"><issuer>")).code ==
        "doctype-refused");
  CHECK(refusal(replaced(whole(), "<issuer>", "<!DOCTYPE x><issuer>")).code == "doctype-refused");
}

TEST_CASE("Every limit refuses what passes it, and lets through what does not") {
  ReadLimits limits;
  limits.bytes_max = whole().size();
  CHECK(read_filing(whole(), limits).filing);
  limits.bytes_max = whole().size() - 1;
  CHECK(refusal(whole(), limits).code == "limit-exceeded");

  limits = {};
  limits.rows_max = 2;
  CHECK(read_filing(whole(), limits).filing);
  limits.rows_max = 1;
  CHECK(refusal(whole(), limits).message.find("footnotes") != std::string::npos);

  limits = {};
  limits.text_max = 29;  // the longest text is "An average of several prices."
  CHECK(read_filing(whole(), limits).filing);
  limits.text_max = 28;
  CHECK(refusal(whole(), limits).code == "limit-exceeded");

  limits = {};
  limits.depth_max = 10;
  std::string deep = "x";
  for (int i = 0; i < 10; ++i) deep = "<b>" + deep + "</b>";
  const auto remarks = [&](const std::string& text) {
    return replaced(whole(), "<remarks></remarks>", "<remarks>" + text + "</remarks>");
  };
  CHECK(read_filing(remarks(deep), limits).filing);
  CHECK(refusal(remarks("<b>" + deep + "</b>"), limits).code == "limit-exceeded");

  limits = {};
  limits.findings_max = 2;
  const std::string odd = replaced(whole(), "<issuer>", "<a/><b/><issuer>");
  CHECK(read_filing(odd, limits).filing);
  limits.findings_max = 1;
  CHECK(refusal(odd, limits).code == "limit-exceeded");
}

}  // namespace
}  // namespace stakebook
