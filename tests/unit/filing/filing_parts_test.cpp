#include <doctest/doctest.h>

#include <string>

#include "filing/reader.h"
#include "sample.h"

namespace stakebook {
namespace {

using namespace sample;

// As the daily feed has it: no <SEC-HEADER> around the header, a tag for every value.
std::string submission(const std::string& number, const std::string& type = "4",
                       const std::string& form = whole()) {
  return "<SUBMISSION>\n<ACCESSION-NUMBER>" + number + "\n<TYPE>" + type +
         "\n<PUBLIC-DOCUMENT-COUNT>1\n<PERIOD>20240304\n<FILING-DATE>20240306\n"
         "<DATE-OF-FILING-DATE-CHANGE>20240306\n<ISSUER>\n<COMPANY-DATA>\n"
         "<CONFORMED-NAME>Tamarack Pumps Inc\n<CIK>0009100077\n<FISCAL-YEAR-END>0930\n"
         "</COMPANY-DATA>\n</ISSUER>\n<REPORTING-OWNER>\n<OWNER-DATA>\n<CIK>0009200077\n"
         "</OWNER-DATA>\n<FILING-VALUES>\n<FORM-TYPE>4\n</FILING-VALUES>\n</REPORTING-OWNER>\n"
         "<DOCUMENT>\n<TYPE>" +
         type + "\n<TEXT>\n<XML>\n" + form + "\n</XML>\n</TEXT>\n</DOCUMENT>\n</SUBMISSION>\n";
}

std::string without_declaration() { return replaced(whole(), "<?xml version=\"1.0\"?>", ""); }

std::string codes_of(const std::vector<ReadResult>& results) {
  std::string text;
  for (const ReadResult& one : results) {
    text += text.empty() ? "" : " ";
    text += one.filing ? "filing" : one.refusal->code;
  }
  return text;
}

}  // namespace

TEST_CASE("A daily feed's header is read, which has tags and no wrapper") {
  const ReadResult result = read_filing(submission("0009300001-24-000012"));
  REQUIRE(result.filing.has_value());
  const Submission& told = result.filing->submission;
  CHECK(told.accession->to_text() == "0009300001-24-000012");
  CHECK(told.form == "4");
  CHECK(told.period == Date::of(2024, 3, 4));
  CHECK(told.filed == Date::of(2024, 3, 6));
  CHECK(told.issuer_cik == Cik::parse("9100077"));
  CHECK(told.owner_ciks == std::vector<Cik>{*Cik::parse("9200077")});
  CHECK(told.fiscal_year_end == "0930");
  CHECK(result.filing->diagnostics.empty());
}

TEST_CASE("Tags of a header may share a line") {
  std::string text = submission("0009300001-24-000012");
  text = replaced(text, "<SUBMISSION>\n<ACC", "<SUBMISSION><ACC");
  text = replaced(text, "<PERIOD>20240304\n<FILING-DATE>", "<PERIOD>20240304 <FILING-DATE>");
  text = replaced(text, "<ISSUER>\n<COMPANY-DATA>\n", "<ISSUER><COMPANY-DATA>");
  const ReadResult result = read_filing(text);
  REQUIRE(result.filing.has_value());
  CHECK(result.filing->submission ==
        read_filing(submission("0009300001-24-000012")).filing->submission);
  CHECK(result.filing->diagnostics.empty());
}

TEST_CASE("Submissions end to end are a filing each, with places in the whole text") {
  const std::string other = replaced(whole(), "<isDirector>1<", "<isDirector>Yes<");
  const std::string first = submission("0009300001-24-000012");
  const auto results = read_filings(first + submission("0009300001-24-000013", "10-K", "") +
                                    submission("0009300001-24-000014", "4", other));
  REQUIRE(codes_of(results) == "filing not-an-ownership-form filing");
  CHECK(results[0].filing->submission.accession->to_text() == "0009300001-24-000012");
  CHECK(results[2].filing->submission.accession->to_text() == "0009300001-24-000014");
  CHECK(results[0].filing->diagnostics.empty());
  const auto lines = [](const std::string& text) {
    return std::count(text.begin(), text.end(), '\n');
  };
  const std::string before = first + submission("0009300001-24-000013", "10-K", "");
  REQUIRE_FALSE(results[2].filing->diagnostics.empty());
  const std::string place = results[2].filing->diagnostics.front().place;
  CHECK(std::stol(place.substr(5)) > lines(before));
}

TEST_CASE("A header without its wrapper begins a filing where documents stand before it") {
  const auto block = [](const std::string& number) {
    return "<SEC-HEADER>\nACCESSION NUMBER: " + number +
           "\nFILED AS OF DATE: 20240306\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>4\n<TEXT>\n<XML>\n" +
           whole() + "</XML>\n</TEXT>\n</DOCUMENT>\n";
  };
  CHECK(codes_of(read_filings(block("0009300001-24-000012") + block("0009300001-24-000013"))) ==
        "filing filing");
  // The wrapper, the header and what a mail program puts before them are one filing's.
  CHECK(codes_of(read_filings("-----BEGIN PRIVACY-ENHANCED MESSAGE-----\n\n<SEC-DOCUMENT>x\n" +
                              block("0009300001-24-000012") + "</SEC-DOCUMENT>\n")) == "filing");
}

TEST_CASE(
    "Two ownership documents of one submission are filed under one number: the second is told") {
  const std::string extra = "<DOCUMENT>\n<TYPE>4\n<TEXT>\n<XML>\n" + whole() +
                            "</XML>\n</TEXT>\n</DOCUMENT>\n</SUBMISSION>";
  const auto results = read_filings(replaced(
      submission("0009300001-24-000012"), "</DOCUMENT>\n</SUBMISSION>", "</DOCUMENT>\n" + extra));
  REQUIRE(codes_of(results) == "filing");
  REQUIRE(results[0].filing->diagnostics.size() == 1);
  CHECK(results[0].filing->diagnostics[0].code == "document-extra");
}

TEST_CASE("Ownership documents end to end are a filing each") {
  const std::string two = whole() + "<!-- <ownershipDocument> -->\n" + whole();
  CHECK(codes_of(read_filings(two)) == "filing filing");
  for (const ReadResult& one : read_filings(two)) CHECK(one.filing->diagnostics.empty());
  CHECK(codes_of(read_filings(whole() + without_declaration() + without_declaration())) ==
        "filing filing filing");
  CHECK(codes_of(read_filings(whole())) == "filing");
  CHECK(codes_of(read_filings(two.substr(0, two.size() - 30))) == "filing xml-truncated");
}

TEST_CASE("A document that is cut off does not take the next one with it") {
  const std::string cut = whole().substr(0, whole().size() / 2);
  CHECK(codes_of(read_filings(cut + whole())) == "xml-truncated filing");
  CHECK(codes_of(read_filings(cut + without_declaration())) == "xml-truncated filing");
}

TEST_CASE("No more filings than the limit are read, and the rest is told") {
  ReadLimits limits;
  limits.filings_max = 2;
  const auto results = read_filings(whole() + whole() + whole() + whole(), limits);
  CHECK(codes_of(results) == "filing filing limit-exceeded");
  CHECK(codes_of(read_filings(whole() + whole(), limits)) == "filing filing");
}

TEST_CASE("What is no filing has one refusal") {
  CHECK(codes_of(read_filings("")) == "file-empty");
  CHECK(codes_of(read_filings("dear shareholders")) == "not-a-filing");
  CHECK(codes_of(read_filings("<a/>")) == "wrong-root");
}

}  // namespace stakebook
