#include <doctest/doctest.h>

#include <string>

#include "sample.h"

namespace stakebook {
namespace {

using namespace sample;

TEST_CASE("A whole Form 4 is read without a word of complaint") {
  const Filing filing = read(whole());
  CHECK(told(filing) == "");
  CHECK(filing.format == SourceFormat::ownership_xml);
  const OwnershipDocument& document = filing.document;
  CHECK(document.schema_version.value == "X0508");
  CHECK(document.document_type.value == "4");
  CHECK(document.period_of_report.value == Date::of(2024, 3, 4));
  CHECK(document.not_subject_to_section16.value == false);
  CHECK(document.aff10b5_one.value == false);
  CHECK(document.no_securities_owned.presence == Presence::absent);
  CHECK(document.issuer.cik()->number() == 9100077);
  CHECK(document.issuer.issuer_name.value == "Tamarack Pumps Inc");
  CHECK(document.issuer.issuer_foreign_trading_symbol.presence == Presence::absent);
  REQUIRE(document.reporting_owners.size() == 1);
  CHECK(document.reporting_owners[0].rpt_owner_name.value == "Vesterholm Ada");
  CHECK(document.reporting_owners[0].is_director.value == true);
  CHECK(document.reporting_owners[0].is_officer.presence == Presence::absent);
  REQUIRE(document.table_i.size() == 1);
  REQUIRE(document.table_ii.size() == 1);
  REQUIRE(document.footnotes.size() == 2);
  CHECK(document.footnote("F2")->text == "One third a year.");
  CHECK(document.remarks.presence == Presence::empty);
  REQUIRE(document.owner_signatures.size() == 1);
  CHECK(document.owner_signatures[0].signature_name.value == "/s/ Ada Vesterholm");
  CHECK(document.owner_signatures[0].signature_date.value == Date::of(2024, 3, 5));
  CHECK(document.unread.empty());
}

TEST_CASE("Each field of a row gets its value and its own footnotes") {
  const Filing filing = read(whole());
  const Row& sale = filing.document.table_i[0];
  CHECK(sale.table == Table::non_derivative);
  CHECK(sale.kind == RowKind::transaction);
  CHECK(sale.security_title.value == "Common Stock");
  CHECK(sale.transaction_code.value == "S");
  CHECK(sale.equity_swap_involved.value == false);
  CHECK(sale.transaction_shares.value == Shares(250));
  CHECK(sale.transaction_price_per_share.value->to_text() == "66.903");
  CHECK(sale.transaction_price_per_share.footnotes == std::vector<FootnoteId>{"F1"});
  CHECK(sale.transaction_shares.footnotes.empty());
  CHECK(sale.shares_owned_following_transaction.value == Shares(1750));
  CHECK(sale.nature_of_ownership.presence == Presence::absent);
  const Row& option = filing.document.table_ii[0];
  CHECK(option.conversion_or_exercise_price.value->to_text() == "12.5");
  CHECK(option.conversion_or_exercise_price.as_filed == "12.50");
  CHECK(option.transaction_price_per_share.value == Price(0));
  CHECK(option.exercise_date.presence == Presence::absent);
  CHECK(option.exercise_date.is_footnote_only());
  CHECK(option.exercise_date.footnotes == std::vector<FootnoteId>{"F2"});
  CHECK(option.expiration_date.value == Date::of(2034, 3, 3));
  CHECK(option.underlying_security_shares.value == Shares(900));
  CHECK(option.direct_or_indirect_ownership.value == "I");
  CHECK(option.nature_of_ownership.value == "By Trust");
}

TEST_CASE("Absent, empty and zero stay three different things") {
  const std::string price = "<transactionPricePerShare><value>66.903</value>";
  const auto presence = [&](const char* to) {
    const Filing filing = read(replaced(whole(), price, to));
    return filing.document.table_i[0].transaction_price_per_share;
  };
  CHECK(presence("<transactionPricePerShare><value>0</value>").value == Price(0));
  CHECK(presence("<transactionPricePerShare><value></value>").presence == Presence::empty);
  CHECK(presence("<transactionPricePerShare><value/>").presence == Presence::empty);
  CHECK(presence("<transactionPricePerShare><value>  \n </value>").presence == Presence::empty);
  CHECK(presence("<transactionPricePerShare>").presence == Presence::absent);
  CHECK(presence("<transactionPricePerShare>").is_footnote_only());
  CHECK_FALSE(presence("<transactionPricePerShare><value>0</value>").is_footnote_only());
}

TEST_CASE(
    "Footnotes of transactionCoding and of elements without a <value> are kept where they stand") {
  const Filing filing = read(replaced(
      whole(),
      "<transactionCode>S</transactionCode>\n        <equitySwapInvolved>0</equitySwapInvolved>",
      "<transactionCode>S<footnoteId id=\"F2\"/></transactionCode>"
      "<equitySwapInvolved>0</equitySwapInvolved>"
      "<footnoteId id=\"F1\"/><footnoteId id=\"F2\"/>"));
  const Row& row = filing.document.table_i[0];
  CHECK(row.transaction_coding_footnotes == std::vector<FootnoteId>{"F1", "F2"});
  CHECK(row.transaction_code.value == "S");
  CHECK(row.transaction_code.footnotes == std::vector<FootnoteId>{"F2"});
  CHECK(told(filing) == "");
}

TEST_CASE("White space carries no meaning in any text") {
  const std::string text =
      replaced(replaced(replaced(whole(), "Tamarack Pumps Inc", "\n  Tamarack \t Pumps\r\n Inc "),
                        "<value>250</value>", "<value>\n 250 </value>"),
               "An average of several prices.", "An\n average  of several prices. ");
  CHECK(read(text).document == read(whole()).document);
}

TEST_CASE("Comments, CDATA, references and processing instructions do not disturb a text") {
  const std::string text = replaced(
      whole(), "Tamarack Pumps Inc",
      "Tama<!-- a note -->rack <![CDATA[<Pumps> & ]]><?skip this?>&#73;nc &amp; Co&apos;s");
  const Filing filing = read(text);
  CHECK(filing.document.issuer.issuer_name.value == "Tamarack <Pumps> & Inc & Co's");
  CHECK(told(filing) == "");
}

TEST_CASE("Every new element of 2026 and every old flag is read") {
  std::string text = replaced(whole(), "<issuerTradingSymbol>TMRK</issuerTradingSymbol>",
                              "<issuerTradingSymbol/><issuerForeignTradingSymbol>TMK"
                              "</issuerForeignTradingSymbol>");
  text = replaced(text, "<notSubjectToSection16>0",
                  "<dateOfOriginalSubmission>2024-01-02-05:00</dateOfOriginalSubmission>"
                  "<noSecuritiesOwned>false</noSecuritiesOwned>"
                  "<form3HoldingsReported>1</form3HoldingsReported>"
                  "<form4TransactionsReported>TRUE</form4TransactionsReported>"
                  "<notSubjectToSection16>0");
  text = replaced(text, "<reportingOwnerRelationship>",
                  "<reportingOwnerAddress><rptOwnerNonUSAddressFlag>true</rptOwnerNonUSAddressFlag>"
                  "<rptOwnerStreet1>1 Quay</rptOwnerStreet1><rptOwnerStreet2/>"
                  "<rptOwnerCity>Bergen</rptOwnerCity>"
                  "<rptOwnerNonUSStateTerritory>Vestland</rptOwnerNonUSStateTerritory>"
                  "<rptOwnerState>Q8</rptOwnerState><rptOwnerCountry>NO</rptOwnerCountry>"
                  "<rptOwnerZipCode>5003</rptOwnerZipCode>"
                  "<rptOwnerStateDescription>NORWAY</rptOwnerStateDescription>"
                  "<rptOwnerGoodAddress>1</rptOwnerGoodAddress></reportingOwnerAddress>"
                  "<reportingOwnerRelationship><isOfficer>0</isOfficer>"
                  "<isTenPercentOwner>true</isTenPercentOwner><isOther>1</isOther>"
                  "<officerTitle/><otherText>Adviser</otherText>");
  const Filing filing = read(text);
  CHECK(told(filing) == "");
  const OwnershipDocument& document = filing.document;
  CHECK(document.issuer.issuer_trading_symbol.presence == Presence::empty);
  CHECK(document.issuer.issuer_foreign_trading_symbol.value == "TMK");
  CHECK(document.date_of_original_submission.value == Date::of(2024, 1, 2));
  CHECK(document.date_of_original_submission.as_filed == "2024-01-02-05:00");
  CHECK(document.no_securities_owned.value == false);
  CHECK(document.no_securities_owned.as_filed == "false");
  CHECK(document.form3_holdings_reported.value == true);
  CHECK(document.form4_transactions_reported.value == true);
  const ReportingOwner& owner = document.reporting_owners[0];
  CHECK(owner.rpt_owner_non_us_address_flag.value == true);
  CHECK(owner.rpt_owner_street1.value == "1 Quay");
  CHECK(owner.rpt_owner_street2.presence == Presence::empty);
  CHECK(owner.rpt_owner_city.value == "Bergen");
  CHECK(owner.rpt_owner_non_us_state_territory.value == "Vestland");
  CHECK(owner.rpt_owner_state.value == "Q8");
  CHECK(owner.rpt_owner_country.value == "NO");
  CHECK(owner.rpt_owner_zip_code.value == "5003");
  CHECK(owner.rpt_owner_state_description.value == "NORWAY");
  CHECK(owner.rpt_owner_good_address.value == true);
  CHECK(owner.is_officer.value == false);
  CHECK(owner.is_ten_percent_owner.value == true);
  CHECK(owner.is_other.value == true);
  CHECK(owner.officer_title.presence == Presence::empty);
  CHECK(owner.other_text.value == "Adviser");
}

TEST_CASE(
    "Each remaining field of a row is read: deemed date, timeliness, total values, values owned") {
  std::string text =
      replaced(whole(), "<transactionShares><value>900</value></transactionShares>",
               "<transactionTotalValue><value>10000</value></transactionTotalValue>");
  text = replaced(text, "<underlyingSecurityShares><value>900</value></underlyingSecurityShares>",
                  "<underlyingSecurityValue><value>9000.5</value></underlyingSecurityValue>");
  text = replaced(
      text, "<sharesOwnedFollowingTransaction><value>900</value></sharesOwnedFollowingTransaction>",
      "<valueOwnedFollowingTransaction><value>8000</value></valueOwnedFollowingTransaction>");
  text = replaced(
      text, "<transactionCoding>",
      "<deemedExecutionDate><value>2024-03-05</value></deemedExecutionDate>"
      "<transactionTimeliness><value>L</value></transactionTimeliness><transactionCoding>");
  const Filing filing = read(text);
  CHECK(told(filing) == "");
  const Row& sale = filing.document.table_i[0];
  CHECK(sale.deemed_execution_date.value == Date::of(2024, 3, 5));
  CHECK(sale.transaction_timeliness.value == "L");
  CHECK(sale.transaction_form_type.value == "4");
  CHECK(sale.transaction_acquired_disposed_code.value == "D");
  const Row& option = filing.document.table_ii[0];
  CHECK(option.transaction_total_value.value == Money(10000));
  CHECK(option.transaction_shares.presence == Presence::absent);
  CHECK(option.underlying_security_value.value->to_text() == "9000.5");
  CHECK(option.value_owned_following_transaction.value == Money(8000));
}

TEST_CASE("Transactions and holdings of a table are numbered together, in document order") {
  const std::string holding =
      "<nonDerivativeHolding><securityTitle><value>Common Stock</value></securityTitle>"
      "<postTransactionAmounts><sharesOwnedFollowingTransaction><value>40</value>"
      "</sharesOwnedFollowingTransaction></postTransactionAmounts><ownershipNature>"
      "<directOrIndirectOwnership><value>I</value></directOrIndirectOwnership>"
      "<natureOfOwnership><value>By Spouse</value></natureOfOwnership></ownershipNature>"
      "</nonDerivativeHolding>";
  const Filing filing =
      read(replaced(whole(), "<nonDerivativeTable>", "<nonDerivativeTable>" + holding));
  REQUIRE(filing.document.table_i.size() == 2);
  CHECK(filing.document.table_i[0].kind == RowKind::holding);
  CHECK(filing.document.table_i[0].shares_owned_following_transaction.value == Shares(40));
  CHECK(filing.document.table_i[1].kind == RowKind::transaction);
  CHECK(told(filing) == "");
}

TEST_CASE("A Form 3 holding of Table II needs no amount owned following, and has no transaction") {
  std::string text = replaced(whole(), table_i, "");
  text = replaced(text, table_ii,
                  "<derivativeTable><derivativeHolding>"
                  "<securityTitle><value>Option</value></securityTitle>"
                  "<conversionOrExercisePrice><value>3</value></conversionOrExercisePrice>"
                  "<exerciseDate><footnoteId id=\"F1\"/></exerciseDate>"
                  "<expirationDate><footnoteId id=\"F2\"/></expirationDate>"
                  "<underlyingSecurity><underlyingSecurityTitle><value>Common</value>"
                  "</underlyingSecurityTitle><underlyingSecurityShares><value>77</value>"
                  "</underlyingSecurityShares></underlyingSecurity><ownershipNature>"
                  "<directOrIndirectOwnership><value>D</value></directOrIndirectOwnership>"
                  "</ownershipNature></derivativeHolding></derivativeTable>");
  const std::string form3 = replaced(text, "<documentType>4<", "<documentType>3<");
  CHECK(told(read(form3)) == "");
  CHECK(read(form3).document.table_ii[0].kind == RowKind::holding);
  CHECK(codes(read(text)) == "element-missing");
}

TEST_CASE("Rows of schema X0101, without tables and with the old name of the price, are read") {
  std::string text = replaced(whole(), table_ii, "");
  text = replaced(replaced(text, "<nonDerivativeTable>", ""), "</nonDerivativeTable>", "");
  text = replaced(text, "<nonDerivativeTransaction>", "<nonDerivativeSecurity>");
  text = replaced(text, "</nonDerivativeTransaction>", "</nonDerivativeSecurity>");
  text = replaced(text, "<transactionPricePerShare>", "<transactionValue>");
  text = replaced(text, "</transactionPricePerShare>", "</transactionValue>");
  const Filing filing = read(text);
  REQUIRE(filing.document.table_i.size() == 1);
  const Row& row = filing.document.table_i[0];
  CHECK(row.kind == RowKind::transaction);
  CHECK(row.transaction_price_per_share.value->to_text() == "66.903");
  CHECK(row.transaction_price_per_share.footnotes == std::vector<FootnoteId>{"F1"});
  CHECK(codes(filing) == "element-old-name element-old-name footnote-unreferenced");
}

}  // namespace
}  // namespace stakebook
