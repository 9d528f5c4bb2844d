// Text forms of before June 2003: kept whole, and read where a box is plain. Invented people.
#include <doctest/doctest.h>

#include <algorithm>

#include "filing/reader.h"

using namespace stakebook;

namespace {

const std::string old_form =
    "FORM 4\nSTATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP\n"
    "1. Name and Address of Reporting Person\n   Brandt, Ilse M.\n   c/o Quillfeather Media\n"
    "   9 Ink Row\n   New York, NY  10022\n   USA\n"
    "2. Issuer Name and Ticker or Trading Symbol\n   Quillfeather Media Inc.\n   QLFM\n"
    "3. IRS or Social Security Number of Reporting Person (Voluntary)\n\n"
    "4. Statement for Month/Year\n   March 31, 2000\n"
    "5. If Amendment, Date of Original (Month/Year)\n\n"
    "6. Relationship of Reporting Person(s) to Issuer (Check all applicable)\n"
    "   (X) Director ( ) 10% Owner (X) Officer (give title below) ( ) Other\n"
    "1. Title of Security |2.    |3.  |4.Amount|5.Owned |6. |7.Nature|\n"
    "Common Stock         |3/2/0 |P   |1,000   |12,000  |D  |        |\n"
    "                     |0     |    |        |        |   |        |\n"
    "Explanation of Responses:\nSIGNATURE OF REPORTING PERSON\n  /s/ Ilse M. Brandt\nDATE\n"
    "April 3, 2000\n";

Filing read(const std::string& text) {
  ReadResult result = read_filing(text);
  REQUIRE(result.filing);
  return *std::move(result.filing);
}

std::string replaced(std::string text, const std::string& old, const std::string& now) {
  const std::size_t at = text.find(old);
  REQUIRE_MESSAGE(at != std::string::npos, "not in the form: ", old);
  return text.replace(at, old.size(), now);
}

template <class T>
std::string text_of(const Field<T>& field) {
  return field.value ? canonical_text(*field.value) : "absent";
}

}  // namespace

TEST_CASE("an old form is kept whole, to the letter") {
  const Filing filing = read(old_form);
  REQUIRE(filing.document.unread.size() == 1);
  CHECK(filing.document.unread[0].text == old_form);
  REQUIRE(filing.diagnostics.size() == 1);
  CHECK(filing.diagnostics[0].code == "printed-form-old");
}

TEST_CASE("plain boxes of an old form are read, and its tables are not") {
  const OwnershipDocument document = read(old_form).document;
  CHECK(text_of(document.document_type) == "4");
  CHECK(text_of(document.period_of_report) == "2000-03-31");
  CHECK(text_of(document.issuer.issuer_name) == "Quillfeather Media Inc.");
  CHECK(text_of(document.issuer.issuer_trading_symbol) == "QLFM");
  const ReportingOwner& owner = document.reporting_owners.at(0);
  CHECK(text_of(owner.rpt_owner_name) == "Brandt, Ilse M.");
  CHECK(text_of(owner.rpt_owner_street2) == "9 Ink Row");
  CHECK(text_of(owner.rpt_owner_city) == "New York");
  CHECK(text_of(owner.rpt_owner_zip_code) == "10022");
  CHECK(text_of(owner.is_director) == "1");
  CHECK(text_of(owner.is_officer) == "1");
  CHECK(text_of(owner.is_ten_percent_owner) == "absent");
  CHECK(document.table_i.empty());
  CHECK(text_of(document.owner_signatures.at(0).signature_date) == "2000-04-03");
}

TEST_CASE("what an old form does not say plainly is absent") {
  const auto absent_where = [](const std::string& old, const std::string& now) {
    return read(replaced(old_form, old, now)).document;
  };
  // Whether it amends is not certain where the box holds anything.
  CHECK(text_of(absent_where("(Month/Year)\n\n6.", "(Month/Year)\n  2/00\n6.").document_type) ==
        "absent");
  CHECK(text_of(absent_where("March 31, 2000", "March 2000").period_of_report) == "absent");
  CHECK(text_of(absent_where("   QLFM\n", "   Nasdaq: QLFM\n").issuer.issuer_name) == "absent");
  // Boxes side by side.
  CHECK(text_of(absent_where("Symbol\n", "Symbol     4. Statement for\n").issuer.issuer_name) ==
        "absent");
  CHECK(text_of(absent_where("New York, NY  10022", "New York NY 10022")
                    .reporting_owners.at(0)
                    .rpt_owner_name) == "absent");
}

TEST_CASE("an old form in a submission has the form that EDGAR says") {
  const std::string header =
      "<SEC-HEADER>\nACCESSION NUMBER:\t\t0009100006-00-000193\n"
      "CONFORMED SUBMISSION TYPE:\t4/A\nFILED AS OF DATE:\t\t20000404\n</SEC-HEADER>\n"
      "<DOCUMENT>\n<TYPE>4/A\n<TEXT>\n";
  const Filing filing =
      read(header + replaced(old_form, "(Month/Year)\n\n6.", "(Month/Year)\n  2/00\n6.") +
           "</TEXT>\n</DOCUMENT>\n");
  CHECK(text_of(filing.document.document_type) == "4/A");
  CHECK(filing.submission.filed == Date::parse("2000-04-04"));
}
