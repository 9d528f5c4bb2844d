// Documents that no filing software should write and some may: what they say is plain all the same.
#include <doctest/doctest.h>

#include <string>

#include "sample.h"

namespace stakebook {
namespace {

using namespace sample;

TEST_CASE("A comment before the document declares nothing, whatever it says") {
  const Filing filing =
      read(replaced(whole(), "<ownershipDocument>",
                    "<!-- once <!DOCTYPE ownershipDocument> -->\n<ownershipDocument>"));
  CHECK(filing.document == read(whole()).document);
  CHECK(told(filing) == "");
  CHECK(refusal(replaced(whole(), "<ownershipDocument>",
                         "<!-- a --><!DOCTYPE ownershipDocument><ownershipDocument>"))
            .code == "doctype-refused");
}

TEST_CASE("A byte order mark behind a line's end is no content") {
  CHECK(told(read("\r\n\xEF\xBB\xBF" + whole())) == "");
}

TEST_CASE("A line break in a footnote parts words, and other markup in it is told") {
  const Filing filing = read(replaced(whole(), "One third a year.",
                                      "One third<br/>a year<p>from 2025</p>, on the "
                                      "5<sup>th</sup>."));
  CHECK(filing.document.footnote("F2")->text == "One third a year from 2025 , on the 5th.");
  CHECK(codes(filing) == "markup-in-text");
}

TEST_CASE("A no-break space is white space") {
  const Filing filing =
      read(replaced(replaced(replaced(whole(), "<value>250<",
                                      "<value>\xC2\xA0"
                                      "250&#160; <"),
                             "<value>Common Stock<", "<value>Common\xC2\xA0\xC2\xA0Stock&#160;<"),
                    "One third a year.", "One&#160;third a year."));
  CHECK(filing.document == read(whole()).document);
  CHECK(told(filing) == "");
  const Filing empty = read(replaced(whole(), "<value>250<", "<value>&#160;<"));
  CHECK(empty.document.table_i[0].transaction_shares.presence == Presence::empty);
}

TEST_CASE("A form's name in lower case is read in upper case") {
  const Filing filing = read(replaced(whole(), "<documentType>4<", "<documentType>4/a<"));
  CHECK(filing.document.document_type.value == "4/A");
  CHECK(filing.document.document_type.as_filed == "4/a");
  CHECK(told(filing) == "code-repaired at line 2, column 1: documentType: \"4/a\" is read as 4/A");
}

TEST_CASE("Of several owners, it is told which one has no CIK") {
  const Filing one = read(replaced(whole(), "<rptOwnerCik>0009200077<", "<rptOwnerCik>CIK 12<"));
  CHECK(told(one) ==
        "cik-unreadable at line 2, column 1: rptOwnerCik: \"CIK 12\" of a reporting owner is not "
        "one to ten digits");
  const Filing two = read(replaced(whole(), "<aff10b5One>", "<reportingOwner/><aff10b5One>"));
  CHECK(told(two) == "cik-unreadable at line 2, column 1: rptOwnerCik: reporting owner 2 has none");
}

}  // namespace
}  // namespace stakebook
