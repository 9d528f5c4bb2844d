// Forms whose columns are kept apart by blanks. The fixture is laid out as a text browser lays out
// the form at 160 columns; its facts stand in fixtures/README.md.
#include <doctest/doctest.h>

#include "filing/reader.h"
#include "support/file_text.h"

using namespace stakebook;

namespace {

std::string fixture_text() { return file_text(STAKEBOOK_FIXTURES "/printed-columns.txt"); }

OwnershipDocument read(const std::string& text) {
  ReadResult result = read_printed_text(text, {});
  REQUIRE(result.filing);
  return std::move(result.filing->document);
}

std::string replaced(std::string text, const std::string& old, const std::string& now) {
  const std::size_t at = text.find(old);
  REQUIRE_MESSAGE(at != std::string::npos, "not in the fixture: ", old);
  return text.replace(at, old.size(), now);
}

using Texts = std::vector<std::string>;

template <class T>
std::string text_of(const Field<T>& field) {
  return field.value ? canonical_text(*field.value) : "absent";
}

// A table of Form 4 in columns, with the rows that a test gives it.
std::string form_with_rows(const std::string& rows) {
  return "            FORM 4\n\n"
         "1. Name and Address of Reporting Person *   2. Issuer Name and Ticker or Trading Symbol\n"
         "Ansel Ingrid                                Marl Creek Tools, Inc. [MCTI]\n"
         "   (Last)    (First)    (Middle)            3. Date of Earliest Transaction\n"
         "                                            03/05/2021\n\n"
         "1.Title of Security   2.          2A. Deemed 3.           4. Securities    "
         "5. Amount  6. Form  7. Nature\n"
         "(Instr. 3)            Transaction Date       Transaction  Acquired (A)     "
         "Owned      (D) (I)  (Instr. 4)\n"
         "                                             Code   V     Amount (D) Price\n\n" +
         rows + "\n\nReporting Owners\n";
}

}  // namespace

TEST_CASE("cells that go on over lines are read whole, with their marks") {
  const OwnershipDocument document = read(fixture_text());
  REQUIRE(document.table_i.size() == 3);
  const Row& conversion = document.table_i[0];
  CHECK(text_of(conversion.transaction_code) == "C");
  CHECK(conversion.transaction_coding_footnotes == Texts{"F1"});
  CHECK(text_of(conversion.transaction_shares) == "41250");
  CHECK(conversion.transaction_price_per_share.is_footnote_only());
  CHECK(conversion.transaction_price_per_share.footnotes == Texts{"F2"});
  CHECK(text_of(conversion.nature_of_ownership) == "See note on the trust");
  CHECK(conversion.nature_of_ownership.footnotes == Texts{"F3"});
  const Row& sale = document.table_i[1];
  CHECK(text_of(sale.transaction_price_per_share) == "1023.4156");
  CHECK(sale.transaction_price_per_share.as_filed == "1,023.4156");
  CHECK(sale.transaction_price_per_share.footnotes == Texts{"F4"});
  CHECK(text_of(sale.shares_owned_following_transaction) == "1163360");
  CHECK(text_of(sale.transaction_acquired_disposed_code) == "D");
  CHECK(document.table_i[2].kind == RowKind::holding);
  CHECK(text_of(document.table_i[2].shares_owned_following_transaction) == "812.5");
}

TEST_CASE("a number stands under (A) or under (D), and that is its letter") {
  const OwnershipDocument document = read(fixture_text());
  REQUIRE(document.table_ii.size() == 2);
  const Row& conversion = document.table_ii[0];
  CHECK(text_of(conversion.security_title) == "Class B Common Stock");
  CHECK(text_of(conversion.transaction_acquired_disposed_code) == "D");
  CHECK(text_of(conversion.transaction_shares) == "41250");
  CHECK(conversion.exercise_date.is_footnote_only());
  CHECK(conversion.expiration_date.footnotes == Texts{"F2"});
  CHECK(text_of(conversion.underlying_security_title) == "Class A Common Stock");
  CHECK(text_of(conversion.transaction_price_per_share) == "0");
  CHECK(text_of(conversion.shares_owned_following_transaction) == "300000");
  const Row& grant = document.table_ii[1];
  CHECK(text_of(grant.security_title) == "Employee Stock Option (right to buy)");
  CHECK(text_of(grant.transaction_acquired_disposed_code) == "A");
  CHECK(text_of(grant.transaction_shares) == "7");
  CHECK(text_of(grant.exercise_date) == "2022-03-05");
  CHECK(text_of(grant.expiration_date) == "2031-03-05");
  CHECK(text_of(grant.conversion_or_exercise_price) == "987.6");
}

TEST_CASE("a V behind the code tells a transaction for Form 5 that was reported early") {
  const OwnershipDocument document = read(fixture_text());
  CHECK(text_of(document.table_ii.at(1).transaction_code) == "A");
  CHECK(text_of(document.table_ii.at(1).transaction_form_type) == "5");
  CHECK(text_of(document.table_ii.at(0).transaction_form_type) == "absent");
}

TEST_CASE("boxes side by side are read by their columns, and the original's date makes a 4/A") {
  const OwnershipDocument document = read(fixture_text());
  CHECK(text_of(document.document_type) == "4/A");
  CHECK(text_of(document.date_of_original_submission) == "2021-03-09");
  CHECK(text_of(document.period_of_report) == "2021-03-05");
  CHECK(text_of(document.issuer.issuer_name) == "Marl Creek Tools, Inc.");
  CHECK(text_of(document.issuer.issuer_trading_symbol) == "MCTI");
  CHECK(text_of(document.remarks) == "Second of two amendments of that week.");
}

TEST_CASE("each owner has the ticks under the heads of the list") {
  const OwnershipDocument document = read(fixture_text());
  REQUIRE(document.reporting_owners.size() == 2);
  const ReportingOwner& first = document.reporting_owners[0];
  CHECK(text_of(first.rpt_owner_name) == "Ansel Ingrid");
  CHECK(text_of(first.is_director) == "1");
  CHECK(text_of(first.is_officer) == "1");
  CHECK(text_of(first.officer_title) == "VP, Foundry");
  CHECK_FALSE(first.is_ten_percent_owner.has_value());
  CHECK(text_of(first.rpt_owner_state) == "MN");
  CHECK(first.rpt_owner_state.as_filed == "MINNESOTA");
  const ReportingOwner& second = document.reporting_owners[1];
  CHECK(text_of(second.rpt_owner_name) == "Ansel Family Trust");
  CHECK(text_of(second.rpt_owner_street1) == "14 WEIR STREET");
  CHECK(text_of(second.rpt_owner_city) == "DULUTH");
  CHECK(text_of(second.is_ten_percent_owner) == "1");
  CHECK_FALSE(second.is_officer.has_value());
}

TEST_CASE("footnotes with their numbers in the margin lose no line, nor a stroke in and/or") {
  const OwnershipDocument document = read(fixture_text());
  REQUIRE(document.footnotes.size() == 5);
  CHECK(document.footnotes[1].text.find("left empty on purpose") != std::string::npos);
  CHECK(document.footnotes[3].text.find("by any of its holders") != std::string::npos);
  REQUIRE(document.owner_signatures.size() == 2);
  CHECK(text_of(document.owner_signatures[1].signature_name) ==
        "Ansel Family Trust, by: /s/ Ingrid Ansel, trustee");
}

TEST_CASE("rows without a blank line between them stay apart by their letters") {
  const OwnershipDocument document = read(form_with_rows(
      "Common Stock          03/05/2021             S            200    D   $ 9    1,800      D\n"
      "Common Stock          03/05/2021             S            300    D   $ 8    1,500      D\n"
      "Common Stock                                                                40         I"
      "        By Spouse"));
  REQUIRE(document.table_i.size() == 3);
  CHECK(text_of(document.table_i[0].transaction_price_per_share) == "9");
  CHECK(text_of(document.table_i[1].shares_owned_following_transaction) == "1500");
  CHECK(text_of(document.table_i[2].nature_of_ownership) == "By Spouse");
}

TEST_CASE("a line that could belong to either row leaves its columns absent in both") {
  const OwnershipDocument document = read(form_with_rows(
      "Common Stock          03/05/2021             S            200    D   $ 9    1,800      D\n"
      "                                                                     ^(2)\n"
      "Common Stock          03/05/2021             S            300    D   $ 8    1,500      D"));
  REQUIRE(document.table_i.size() == 2);
  for (const Row& row : document.table_i) {
    CHECK(row.transaction_price_per_share.presence == Presence::absent);
    CHECK(row.transaction_price_per_share.footnotes.empty());
    CHECK(row.transaction_shares.has_value());
    CHECK(text_of(row.security_title) == "Common Stock");
  }
  CHECK_FALSE(document.unread.empty());
}

TEST_CASE("text that crosses a column's edge is absent, never cut") {
  const OwnershipDocument document = read(form_with_rows(
      "A very long title indeed 3/05/2021           S            200    D   $ 9    1,800      D"));
  REQUIRE(document.table_i.size() == 1);
  CHECK_FALSE(document.table_i[0].security_title.has_value());
  CHECK_FALSE(document.table_i[0].transaction_date.has_value());
  CHECK(text_of(document.table_i[0].shares_owned_following_transaction) == "1800");
}

TEST_CASE("a table whose boxes are not numbered as the form's is kept, not guessed at") {
  const std::string text = replaced(fixture_text(), "2A.       3.", "2A.       8.");
  const OwnershipDocument document = read(text);
  CHECK(document.table_i.empty());
  CHECK(document.table_ii.size() == 2);
  CHECK_FALSE(document.unread.empty());
}

TEST_CASE("Form 3 has its own columns") {
  const OwnershipDocument document = read(
      "            FORM 3\n\n"
      "1. Name and Address of Reporting Person *   2. Date of Event     3. Issuer Name and Ticker\n"
      "Ansel Ingrid                                Requiring Statement  or Trading Symbol\n"
      "   (Last)    (First)    (Middle)            (Month/Day/Year)     Marl Creek Tools [MCTI]\n"
      "                                            03/05/2021\n\n"
      "1.Title of Security      2. Amount of Securities   3. Ownership Form:   4. Nature\n"
      "(Instr. 4)               (Instr. 4)                (Instr. 5)           (Instr. 5)\n\n"
      "Class A Common Stock     1,250                            I             By Trust ^(1)\n\n"
      "Table II - Derivative Securities Beneficially Owned\n\n"
      "1. Title of Derivative   2. Date Exercisable    3. Title and Amount of  4. Conversion   "
      "5. Ownership 6. Nature\n"
      "(Instr. 4)               and Expiration Date    Underlying              Price           "
      "(Instr. 5)   (Instr. 5)\n"
      "                         Date        Expiration Title         Amount or\n"
      "                         Exercisable Date                     Number\n\n"
      "Stock Option               ^(2)      02/27/2026 Common Stock  600       $ 3.5               "
      "D\n\n"
      "Explanation of Responses:\n\n(1) One.\n\n(2) Two.\n");
  CHECK(text_of(document.document_type) == "3");
  CHECK(text_of(document.issuer.issuer_trading_symbol) == "MCTI");
  REQUIRE(document.table_i.size() == 1);
  CHECK(document.table_i[0].kind == RowKind::holding);
  CHECK(text_of(document.table_i[0].shares_owned_following_transaction) == "1250");
  CHECK(document.table_i[0].nature_of_ownership.footnotes == Texts{"F1"});
  REQUIRE(document.table_ii.size() == 1);
  const Row& option = document.table_ii[0];
  CHECK(option.exercise_date.is_footnote_only());
  CHECK(text_of(option.expiration_date) == "2026-02-27");
  CHECK(text_of(option.underlying_security_title) == "Common Stock");
  CHECK(text_of(option.underlying_security_shares) == "600");
  CHECK(text_of(option.conversion_or_exercise_price) == "3.5");
  CHECK(text_of(option.direct_or_indirect_ownership) == "D");
}
