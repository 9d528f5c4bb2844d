#include <doctest/doctest.h>

#include <string>

#include "sample.h"

namespace stakebook {
namespace {

using namespace sample;

const char* const colon_header = R"(<SEC-DOCUMENT>0009300001-24-000012.txt : 20240306
<SEC-HEADER>0009300001-24-000012.hdr.sgml : 20240306
<ACCEPTANCE-DATETIME>20240306170102
ACCESSION NUMBER:		0009300001-24-000012
CONFORMED SUBMISSION TYPE:	4
PUBLIC DOCUMENT COUNT:		2
CONFORMED PERIOD OF REPORT:	20240304
FILED AS OF DATE:		20240306
DATE AS OF CHANGE:		20240306

REPORTING-OWNER:

	OWNER DATA:
		COMPANY CONFORMED NAME:			Vesterholm Ada
		CENTRAL INDEX KEY:			0009200077

	FILING VALUES:
		FORM TYPE:		4

REPORTING-OWNER:

	OWNER DATA:
		CENTRAL INDEX KEY:			0009200078

ISSUER:

	COMPANY DATA:
		COMPANY CONFORMED NAME:			Tamarack Pumps Inc
		CENTRAL INDEX KEY:			0009100077
		FISCAL YEAR END:			0930
</SEC-HEADER>
)";

const char* const tag_header = R"(<SEC-HEADER>
<ACCEPTANCE-DATETIME>20240306170102
<ACCESSION-NUMBER>0009300001-24-000012
<TYPE>4
<PERIOD>20240304
<FILING-DATE>20240306
<REPORTING-OWNER>
<OWNER-DATA>
<CONFORMED-NAME>Vesterholm Ada
<CIK>0009200077
</OWNER-DATA>
</REPORTING-OWNER>
<REPORTING-OWNER>
<OWNER-DATA>
<CIK>0009200078
</OWNER-DATA>
</REPORTING-OWNER>
<ISSUER>
<COMPANY-DATA>
<CIK>0009100077
<FISCAL-YEAR-END>0930
</COMPANY-DATA>
</ISSUER>
</SEC-HEADER>
)";

std::string document(const std::string& type, const std::string& text) {
  return "<DOCUMENT>\n<TYPE>" + type + "\n<SEQUENCE>1\n<FILENAME>form.xml\n<TEXT>\n" + text +
         "\n</TEXT>\n</DOCUMENT>\n";
}

std::string form() { return document("4", "<XML>\n" + whole() + "</XML>"); }

void check_submission(const Submission& submission) {
  CHECK(submission.accession->to_text() == "0009300001-24-000012");
  CHECK(submission.accepted == Instant::parse("2024-03-06 17:01:02"));
  CHECK(submission.filed == Date::of(2024, 3, 6));
  CHECK(submission.form == "4");
  CHECK(submission.period == Date::of(2024, 3, 4));
  CHECK(submission.fiscal_year_end == "0930");
  CHECK(submission.issuer_cik == Cik::parse("9100077"));
  CHECK(submission.owner_ciks == std::vector<Cik>{*Cik::parse("9200077"), *Cik::parse("9200078")});
}

TEST_CASE("A submission gives its header and the document inside") {
  const Filing filing = read(colon_header + form() + "</SEC-DOCUMENT>\n");
  CHECK(filing.format == SourceFormat::submission_text);
  check_submission(filing.submission);
  CHECK(filing.document == read(whole()).document);
  CHECK(told(filing) == "");
  CHECK(filing.known() == Instant::parse("2024-03-06 17:01:02"));
}

TEST_CASE("The header of angle tags says the same") {
  const Filing filing = read(tag_header + form());
  check_submission(filing.submission);
  CHECK(told(filing) == "");
}

TEST_CASE("Line ends of two characters change nothing") {
  std::string carriage;
  for (const char c : colon_header + form()) {
    carriage += c == '\n' ? std::string("\r\n") : std::string(1, c);
  }
  const Filing filing = read(carriage);
  check_submission(filing.submission);
  CHECK(told(filing) == "");
}

TEST_CASE("An old header calls the issuer the subject company") {
  std::string header = replaced(colon_header, "ISSUER:", "SUBJECT COMPANY:");
  header = replaced(header, "REPORTING-OWNER:", "FILED BY:");
  header = "-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\n\n" + header;
  check_submission(read(header + form()).submission);
}

TEST_CASE("The accession number is taken from the first line where nothing else gives it") {
  const std::string header =
      replaced(colon_header, "ACCESSION NUMBER:		0009300001-24-000012\n", "");
  CHECK(read(header + form()).submission.accession->to_text() == "0009300001-24-000012");
}

TEST_CASE("Places in the document count from the submission's beginning") {
  const Filing filing = read(colon_header + replaced(form(), "<value>250<", "<value>2,50<"));
  // 31 lines of header, 6 of the document's tags, 30 of the XML.
  CHECK(told(filing).starts_with("number-unreadable at line 67, column 28"));
}

TEST_CASE("Exhibits are named and not read, a second ownership document is a warning") {
  const Filing filing = read(colon_header + form() + document("EX-24", "A power of attorney.") +
                             document("4", "<XML>" + whole() + "</XML>"));
  CHECK(codes(filing) == "exhibit-unread document-extra");
  CHECK(filing.diagnostics[0].message == "the document EX-24 is not read");
  CHECK(filing.document.table_i.size() == 1);
}

TEST_CASE("The form is found among several blocks of XML, and the others are named") {
  const std::string data = "<XML>\n<?xml version=\"1.0\"?>\n<data>1</data>\n</XML>\n";
  const std::string xml = "<XML>\n" + whole() + "</XML>\n";
  const Filing behind = read(colon_header + document("4", data + xml));
  CHECK(behind.document == read(whole()).document);
  // 31 lines of header, 5 of the document's tags, then <XML>.
  CHECK(told(behind) ==
        "exhibit-unread at line 37, column 6: another <XML> of the form is not read");
  const Filing twice = read(colon_header + document("4", xml + xml));
  CHECK(twice.document == read(whole()).document);
  CHECK(codes(twice) == "document-extra");
}

TEST_CASE("An exhibit that speaks of the element is not taken for the form") {
  const Filing filing =
      read(colon_header + document("EX-24", "As to <ownershipDocument see below.") + form());
  CHECK(filing.document == read(whole()).document);
  CHECK(codes(filing) == "exhibit-unread");
}

TEST_CASE("A header that gives another form, period or issuer than the document is told") {
  std::string header = replaced(colon_header, "SUBMISSION TYPE:	4", "SUBMISSION TYPE:	4/A");
  header = replaced(header, "OF REPORT:	20240304", "OF REPORT:	20240301");
  header = replaced(header, "0009100077", "0009100078");
  CHECK(told(read(header + form())) ==
        "header-differs at line 1, column 1: the header gives the form 4/A, the document 4, which "
        "counts\n"
        "header-differs at line 1, column 1: the header gives the period 2024-03-01, the document "
        "2024-03-04, which counts\n"
        "header-differs at line 1, column 1: the header gives the issuer 0009100078, the document "
        "0009100077, which counts");
}

TEST_CASE("The form is found behind an exhibit") {
  const Filing filing = read(colon_header + document("EX-99", "More names.") + form());
  CHECK(codes(filing) == "exhibit-unread");
  CHECK(filing.document == read(whole()).document);
}

TEST_CASE("Header values that cannot be read are absent, with their place") {
  const Filing filing =
      read(replaced(replaced(std::string(colon_header), "20240306170102", "yesterday"),
                    "0930\n</SEC", "1332\n</SEC") +
           form());
  CHECK_FALSE(filing.submission.accepted);
  CHECK_FALSE(filing.submission.fiscal_year_end);
  CHECK(told(filing) ==
        "header-unreadable at line 3, column 22: acceptance-datetime \"yesterday\" is not a time\n"
        "header-unreadable at line 30, column 22: fiscal-year-end \"1332\" is not a day of the "
        "year (MMDD)");
}

TEST_CASE("A header without number or date is told, and one that contradicts itself") {
  const Filing bare = read("<SEC-HEADER>\n</SEC-HEADER>\n" + form());
  CHECK(codes(bare) == "header-missing header-missing");
  const Filing twice =
      read(replaced(std::string(colon_header),
                    "DATE AS OF CHANGE:", "FILED AS OF DATE: 20240307\nDATE AS OF CHANGE:") +
           form());
  CHECK(codes(twice) == "header-contradicts");
  CHECK(twice.submission.filed == Date::of(2024, 3, 6));
}

TEST_CASE("A submission without a form that can be read is refused with its reason") {
  const std::string header = colon_header;
  CHECK(refusal(header + document("4", "nothing that looks like a form")).code ==
        "submission-without-xml");
  CHECK(refusal(header).code == "submission-without-xml");
  const Diagnostic other =
      refusal(replaced(header, "SUBMISSION TYPE:	4", "SUBMISSION TYPE:	10-K") +
              document("10-K", "x"));
  CHECK(other.code == "not-an-ownership-form");
  CHECK(other.place == "line 32, column 1");
  CHECK(refusal(header + document("4", "<XML>" + whole().substr(0, 900) + "</XML>")).code ==
        "xml-truncated");
  const std::string zero = header + std::string(1, '\0') + form();
  CHECK(refusal(zero).code == "not-text");
}

TEST_CASE("A format is told by content alone") {
  CHECK(detect_format(whole()) == SourceFormat::ownership_xml);
  CHECK(detect_format("\xEF\xBB\xBF" + whole()) == SourceFormat::ownership_xml);
  CHECK(detect_format(colon_header + form()) == SourceFormat::submission_text);
  CHECK(detect_format(form()) == SourceFormat::submission_text);
  CHECK_FALSE(detect_format(""));
  CHECK_FALSE(detect_format("<edgarSubmission/>"));
  // An XML document that speaks of a submission's tags after its root is none.
  CHECK(detect_format(replaced(whole(), "<remarks>", "<remarks>&lt;SEC-HEADER> <SEC-HEADER>")) ==
        SourceFormat::ownership_xml);
}

}  // namespace
}  // namespace stakebook
