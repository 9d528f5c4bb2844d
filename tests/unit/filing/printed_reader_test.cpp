// The printed Form 4 of the fixture: tables by tabs, a row cut by a page break, amounts lost. What
// is expected was read off the page by hand; fixtures/README.md lists it.
#include "filing/printed_reader.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>

#include "filing/reader.h"
#include "support/file_text.h"

using namespace stakebook;

namespace {

const Filing& fixture() {
  static const ReadResult result =
      read_printed_text(file_text(STAKEBOOK_FIXTURES "/printed-form.txt"), {});
  REQUIRE(result.filing);
  return *result.filing;
}

std::vector<std::string> places_of(const Filing& filing, std::string_view code) {
  std::vector<std::string> places;
  for (const Diagnostic& diagnostic : filing.diagnostics) {
    if (diagnostic.code == code) places.push_back(diagnostic.place);
  }
  return places;
}

using Texts = std::vector<std::string>;

template <class T>
std::string text_of(const Field<T>& field) {
  return field.value ? canonical_text(*field.value) : "absent";
}

}  // namespace

TEST_CASE("a printed form gives its form, period, issuer and owner, and no CIK") {
  const OwnershipDocument& document = fixture().document;
  CHECK(fixture().format == SourceFormat::printed_text);
  CHECK(text_of(document.document_type) == "4");
  CHECK(text_of(document.period_of_report) == "2007-11-20");
  CHECK(document.period_of_report.as_filed == "11/20/2007");
  CHECK(text_of(document.issuer.issuer_name) == "Ascent Solar Technologies, Inc.");
  CHECK(text_of(document.issuer.issuer_trading_symbol) == "ASTI");
  CHECK_FALSE(document.issuer.cik());
  REQUIRE(document.reporting_owners.size() == 1);
  const ReportingOwner& owner = document.reporting_owners[0];
  CHECK_FALSE(owner.cik());
  CHECK(text_of(owner.rpt_owner_name) == "Foster Matthew");
  CHECK(text_of(owner.rpt_owner_street1) == "C/O ASCENT SOLAR TECHNOLOGIES, INC.");
  CHECK(text_of(owner.rpt_owner_street2) == "8120 SHAFFER PARKWAY");
  CHECK(text_of(owner.rpt_owner_city) == "LITTLETON");
  CHECK(text_of(owner.rpt_owner_state) == "CO");
  CHECK(text_of(owner.rpt_owner_zip_code) == "80127");
  CHECK(text_of(owner.officer_title) == "President and CEO");
}

TEST_CASE("the day under the form's name at the page's head is the filing date") {
  CHECK(fixture().submission.filed == Date::of(2007, 11, 21));
  CHECK(fixture().known_basis() == KnownBasis::filing_date);
}

TEST_CASE("ticks that the conversion lost are absent, and said to be lost") {
  const ReportingOwner& owner = fixture().document.reporting_owners[0];
  CHECK_FALSE(owner.is_officer.has_value());
  CHECK_FALSE(owner.is_director.has_value());
  CHECK(places_of(fixture(), "printed-checkbox-lost").size() == 1);
}

TEST_CASE("every row of Table I is read, lost amounts and letters absent") {
  const auto& rows = fixture().document.table_i;
  REQUIRE(rows.size() == 9);
  struct Expected {
    const char* code;
    const char* price;
    const char* amount;
    const char* letter;
    const char* owned;
  };
  const Expected expected[] = {
      {"M", "4.25", "absent", "absent", "absent"},  {"S", "16.31", "absent", "absent", "absent"},
      {"S", "16.33", "absent", "absent", "absent"}, {"S", "16.34", "absent", "absent", "absent"},
      {"S", "16.35", "absent", "absent", "absent"}, {"S", "16.39", "500", "D", "106000"},
      {"S", "16.4", "500", "D", "105500"},          {"S", "16.42", "500", "D", "105000"}};
  for (std::size_t i = 0; i < std::size(expected); ++i) {
    CAPTURE(i);
    CHECK(rows[i].kind == RowKind::transaction);
    CHECK(text_of(rows[i].security_title) == "Common Stock");
    CHECK(text_of(rows[i].transaction_date) == "2007-11-20");
    CHECK(text_of(rows[i].transaction_code) == expected[i].code);
    CHECK(text_of(rows[i].transaction_price_per_share) == expected[i].price);
    CHECK(text_of(rows[i].transaction_shares) == expected[i].amount);
    CHECK(text_of(rows[i].transaction_acquired_disposed_code) == expected[i].letter);
    CHECK(text_of(rows[i].shares_owned_following_transaction) == expected[i].owned);
    CHECK(text_of(rows[i].direct_or_indirect_ownership) == "D");
    CHECK(rows[i].transaction_coding_footnotes == (i == 0 ? Texts{} : Texts{"F1"}));
  }
  CHECK(rows[5].shares_owned_following_transaction.as_filed == "106,000");
  CHECK(rows[5].transaction_shares.as_filed.empty());
}

TEST_CASE("a holding keeps its footnote, its form and its nature of ownership") {
  const Row& row = fixture().document.table_i.at(8);
  CHECK(row.kind == RowKind::holding);
  CHECK(text_of(row.shares_owned_following_transaction) == "230");
  CHECK(row.shares_owned_following_transaction.footnotes == Texts{"F2"});
  CHECK(text_of(row.direct_or_indirect_ownership) == "I");
  CHECK(text_of(row.nature_of_ownership) == "By Spouse.");
  CHECK_FALSE(row.transaction_date.has_value());
}

TEST_CASE("the option's row keeps two dates of one cell apart and its side absent") {
  REQUIRE(fixture().document.table_ii.size() == 1);
  const Row& row = fixture().document.table_ii[0];
  CHECK(text_of(row.security_title) == "Common Stock Option (Right to Buy)");
  CHECK(text_of(row.conversion_or_exercise_price) == "4.25");
  CHECK(text_of(row.transaction_code) == "M");
  CHECK(text_of(row.transaction_shares) == "5000");
  CHECK(row.transaction_shares.as_filed == "5,000");
  CHECK(text_of(row.transaction_acquired_disposed_code) == "absent");
  CHECK(text_of(row.exercise_date) == "2006-03-31");
  CHECK(row.exercise_date.footnotes == Texts{"F3"});
  CHECK(text_of(row.expiration_date) == "2016-02-27");
  CHECK(row.expiration_date.footnotes.empty());
  CHECK(text_of(row.underlying_security_title) == "Common Stock");
  CHECK(text_of(row.underlying_security_shares) == "5000");
  CHECK(text_of(row.shares_owned_following_transaction) == "absent");
}

TEST_CASE("five rows of Table I and the option's row say which amounts they lost, and where") {
  CHECK(places_of(fixture(), "printed-amount-lost") ==
        Texts{"table I row 1, line 47", "table I row 2, line 48", "table I row 3, line 49",
              "table I row 4, line 50", "table I row 5, line 51", "table II row 1, line 67"});
}

TEST_CASE("a row that a page break had cut is put together, and says so") {
  CHECK(places_of(fixture(), "printed-row-rejoined") == Texts{"table I row 5, line 51"});
}

TEST_CASE("a footnote's number may stand behind its text, and nothing needs to cite it") {
  const auto& footnotes = fixture().document.footnotes;
  REQUIRE(footnotes.size() == 4);
  for (std::size_t i = 0; i < 4; ++i) CHECK(footnotes[i].id == "F" + std::to_string(i + 1));
  CHECK(footnotes[1].text == "The spouse holds, besides, 430 warrants of Class B.");
  CHECK(footnotes[2].text.ends_with("14,284 on March 31, 2009."));
  CHECK(footnotes[3].text.starts_with("After this exercise the owner has"));
  CHECK(footnotes[3].text.ends_with("expiring November 18, 2015."));
  CHECK(places_of(fixture(), "printed-footnote-uncited") == Texts{"F4"});
}

TEST_CASE("a signature's name may go on over a line") {
  REQUIRE(fixture().document.owner_signatures.size() == 1);
  const OwnerSignature& signature = fixture().document.owner_signatures[0];
  CHECK(text_of(signature.signature_name) ==
        "David C. Wang, as attorney-in-fact for Matthew B. Foster");
  CHECK(text_of(signature.signature_date) == "2007-11-21");
}

TEST_CASE("nothing of the page is left unread, and reading it as any file finds its format") {
  CHECK(fixture().document.unread.empty());
  const std::string bytes = file_text(STAKEBOOK_FIXTURES "/printed-form.txt");
  CHECK(looks_like_printed_form(bytes));
  CHECK(detect_format(bytes) == SourceFormat::printed_text);
  const ReadResult result = read_filing(bytes);
  REQUIRE(result.filing);
  CHECK(result.filing->document == fixture().document);
}

TEST_CASE("markup, submissions and prose do not look like a printed form") {
  const std::string page = file_text(STAKEBOOK_FIXTURES "/printed-form.txt");
  CHECK_FALSE(looks_like_printed_form("<html><body>" + page));
  CHECK_FALSE(looks_like_printed_form("<SEC-HEADER>\n" + page));
  CHECK_FALSE(looks_like_printed_form("A letter about beneficial ownership."));
  CHECK_FALSE(looks_like_printed_form(""));
}

TEST_CASE("what is no printed form is refused with its reason") {
  for (const char* text : {"", "no form at all", "\xFF\xFE\x00", "<html>1. Name and Address of"}) {
    const ReadResult result = read_printed_text(text, {});
    CHECK_FALSE(result.filing);
    REQUIRE(result.refusal);
    CHECK(result.refusal->code == "printed-form-unrecognised");
  }
}

TEST_CASE("limits on bytes, rows and text refuse the page") {
  const std::string page = file_text(STAKEBOOK_FIXTURES "/printed-form.txt");
  const auto code_under = [&](const ReadLimits& limits) {
    const ReadResult result = read_printed_text(page, limits);
    return result.refusal ? result.refusal->code : std::string("read");
  };
  CHECK(code_under({}) == "read");
  CHECK(code_under({.bytes_max = page.size() - 1}) == "limit-exceeded");
  CHECK(code_under({.rows_max = 9}) == "limit-exceeded");
  CHECK(code_under({.rows_max = 10}) == "read");
  CHECK(code_under({.text_max = 100}) == "limit-exceeded");
}

TEST_CASE("a page cut anywhere is read or refused, and its rows are never other than the whole's") {
  const std::string page = file_text(STAKEBOOK_FIXTURES "/printed-form.txt");
  const auto& whole = fixture().document.table_i;
  for (std::size_t size = 0; size < page.size(); size += 7) {
    const ReadResult result = read_printed_text(std::string_view(page).substr(0, size), {});
    REQUIRE(result.filing.has_value() != result.refusal.has_value());
    if (!result.filing) continue;
    const auto& rows = result.filing->document.table_i;
    CAPTURE(size);
    CHECK(rows.size() <= whole.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto& amount = rows[i].shares_owned_following_transaction.value;
      if (i + 1 < rows.size() && amount) {
        CHECK(amount == whole[i].shares_owned_following_transaction.value);
      }
    }
  }
}
