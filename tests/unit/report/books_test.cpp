// Reports over the book of example_book.h; every expected number stands there.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "example_book.h"

using namespace stakebook;
using Json = nlohmann::json;

namespace {

const ReportOptions table{};
const ReportOptions json{Format::json};
const ReportOptions csv{Format::csv};

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("holdings tell direct, indirect and derivative apart, with who says so") {
  CHECK(report_holdings({example::book()}, table) ==
        "Holdings of Walker Ann (CIK 0000004321)\n"
        "Issuer: Harbor Light Corp (HBL, CIK 0000001234)\n"
        "As of the end of 2025-03-04, as known at the end of 2025-03-31\n"
        "\n"
        "Direct (Table I)\n"
        "  Security        Owned  Last row    Says who\n"
        "  ------------  -------  ----------  ---------------------------\n"
        "  Common Stock  103,900  2025-03-04  7.I.1@2025-03-04~2025-03-31\n"
        "\n"
        "Indirect (Table I)\n"
        "  Security      Nature of ownership  Owned  Last row    Says who\n"
        "  ------------  -------------------  -----  ----------  ---------------------------\n"
        "  Common Stock  By Trust               230  2025-03-03  7.I.3@2025-03-04~2025-03-31\n"
        "\n"
        "Derivative securities (Table II)\n"
        "  Security          Nature of       Price  Expires      Units  Last row    Says who\n"
        "                    ownership\n"
        "  ----------------  --------------  -----  ----------  ------  ----------  "
        "----------------------------\n"
        "  Option (Right to  direct           4.25  2030-02-27  90,000  2025-03-03  "
        "7.II.1@2025-03-04~2025-03-31\n"
        "  Buy)\n");
}

TEST_CASE("an account at zero is left out of the page but not of the data") {
  IssuerBook book = example::book();
  book.book.accounts[1].balance = ShareRange::exactly(Shares());
  const std::string page = report_holdings({book}, table);
  CHECK_FALSE(holds(page, "By Trust"));
  CHECK(holds(page, "1 account with a balance of zero is left out"));
  CHECK(Json::parse(report_holdings({book}, json))["issuers"][0]["holdings"].size() == 3);
}

TEST_CASE("amounts in JSON are decimal text, and a range is its bounds") {
  IssuerBook book = example::book();
  book.book.accounts[0].balance = ShareRange::more_than(Shares(101500));
  book.book.accounts[1].balance = ShareRange::unknown();
  const Json document = Json::parse(report_holdings({book}, json));
  CHECK(document["report"] == "holdings");
  CHECK(document["format"] == 1);
  const Json& answer = document["issuers"][0];
  CHECK(answer["issuer"]["cik"] == "0000001234");
  CHECK(answer["owner"]["name"] == "Walker Ann");
  CHECK(answer["on"] == "2025-03-04");
  CHECK(answer["holdings"][0]["balance"] == Json{{"more_than", "101500"}});
  CHECK(answer["holdings"][0]["ref"] == "7.I.1@2025-03-04~2025-03-31");
  CHECK(answer["holdings"][1]["balance"] == Json::object());
  CHECK(answer["holdings"][2]["balance"] == "90000");
  CHECK(answer["holdings"][2]["account"]["conversion_or_exercise_price"] == "4.25");
  CHECK(answer["holdings"][2]["account"]["nature_of_ownership"].is_null());
}

TEST_CASE("an option past its expiration is marked as of the date asked for") {
  IssuerBook book = example::book();
  book.question.on = example::date("2030-02-27");  // the last day on which it can be exercised
  CHECK_FALSE(holds(report_holdings({book}, table), "expired"));
  book.question.on = example::date("2030-02-28");
  CHECK(holds(report_holdings({book}, table), "2030-02-27 expired"));
}

TEST_CASE("before an account's first report stands what that report implies, marked as such") {
  IssuerBook book = example::book();
  book.question.on = example::date("2025-03-02");
  for (Account& account : book.book.accounts) account.postings.clear();
  Account& direct = book.book.accounts[0];
  direct.opens_on = example::date("2025-03-03");
  direct.opening = ShareRange::more_than(Shares(101500));
  direct.opening_inferences = {
      {"opening-implied", "the sales before it are lost", Grade::plausible, {}}};
  const std::string page = report_holdings({book}, table);
  CHECK(holds(page, "Before the first report, as that report implies\n"));
  CHECK(holds(page, "more than 101,500  2025-03-03    plausible  7.I.1@2025-03-02~2025-03-31\n"));
  CHECK(holds(page, "  - not determined: the sales before it are lost\n"));
  const Json holding = Json::parse(report_holdings({book}, json))["issuers"][0]["holdings"][0];
  CHECK(holding["implied_by_report_of"] == "2025-03-03");
  CHECK(holding["grade"] == "plausible");
  CHECK(holding["inferences"][0]["rule"] == "opening-implied");
}

TEST_CASE("CSV quotes as RFC 4180 asks and has one line a holding") {
  IssuerBook book = example::book();
  book.issuer.name = "Harbor \"Light\", Inc.";
  const std::string text = report_holdings({book}, csv);
  CHECK(text.starts_with(
      "issuer_cik,issuer_name,on,known,holders,table,security_title,ownership,"
      "nature_of_ownership,conversion_or_exercise_price,expiration_date,balance,grade,last_date,"
      "stated_in_words,expired,implied_by_report_of,ref\r\n"
      "0000001234,\"Harbor \"\"Light\"\", Inc.\",2025-03-04,2025-03-31,Walker Ann,I,Common Stock,"
      "direct,,,,103900,reported,2025-03-04,false,false,,7.I.1@2025-03-04~2025-03-31\r\n"));
}

TEST_CASE("the history shows each posting with its grade and its check") {
  const std::string page = report_history({example::book()}, table);
  CHECK(holds(
      page,
      "Common Stock, direct\n"
      "  Date        Event          Change  Price  Owned after  Balance   Grade   Says who\n"));
  CHECK(
      holds(page,
            "  ----------  -------------  ------  -----  -----------  --------  ------  --------\n"
            "  before      opening                           100,000\n"
            "  2025-03-03  M exercise     +5,000   4.25      105,000  opens     proven  7.I.1\n"
            "  2025-03-03  S disposition    -500  16.39      104,500  chains            7.I.2\n"
            "  2025-03-04  S disposition    -700             103,900  gap +100          8.I.1\n"));
  const Json postings =
      Json::parse(report_history({example::book()}, json))["issuers"][0]["postings"];
  REQUIRE(postings.size() == 5);
  CHECK(postings[0]["grade"] == "proven");
  CHECK(postings[0]["inferences"][0]["premises"][0] == "7.II.1.transaction_shares");
  CHECK(postings[1]["gap"].is_null());
  CHECK(postings[2]["gap"] == "100");
  CHECK(postings[3]["code"].is_null());
}

TEST_CASE("tranches are marked as forecast where nobody has reported the vesting") {
  const std::string page = report_tranches({example::book()}, table);
  CHECK(holds(page,
              "Option (Right to Buy) at 4.25, expires 2030-02-27\n"
              "  Held by Walker Ann, direct\n"
              "  Terms: understood\n"));
  CHECK(holds(page, "  granted         not known\n"));
  CHECK(holds(page, "  exercised  at least 5,000          7.II.1\n"));
  CHECK(holds(page, "  vested             50,000  proven  7.II.1\n"));
  CHECK(
      holds(page, "  1  2026-06-30  40,000  unvested  forecast, not reported  proven  7.II.1#1\n"));
  CHECK(holds(page, "  - the schedule agrees with the holding stated in words\n"));
  const Json grant =
      Json::parse(report_tranches({example::book()}, json))["issuers"][0]["grants"][0];
  CHECK(grant["vested"]["amount"] == "50000");
  CHECK(grant["vested"]["grade"] == "proven");
  CHECK(grant["granted"]["amount"] == Json::object());
  CHECK(grant["tranches"][0]["is_forecast"] == true);
  CHECK(grant["tranches"][0]["ref"] == "7.II.1#1");
}

TEST_CASE("a tranche that a later source speaks of is not marked as forecast") {
  IssuerBook book = example::book();
  book.book.grants[0].tranches[0].is_forecast = false;
  CHECK_FALSE(holds(report_tranches({book}, table), "forecast"));
}

TEST_CASE(
    "the forecast says that nobody reported it, and counts rights to acquire within 60 days") {
  const Date from = example::date("2026-05-01");  // 60 days on: 2026-06-30, when the tranche vests
  const std::string page =
      report_forecast({example::book()}, from, example::date("2031-01-01"), table);
  CHECK(holds(page, "From 2026-05-01 to 2031-01-01: forecast, not reported\n"));
  CHECK(holds(page, "  2026-06-30  vesting     40,000  "));
  CHECK(holds(page, "  2030-02-27  expiration  90,000  "));
  CHECK(holds(page, "Rights to acquire within 60 days of 2026-05-01, by 2026-06-30\n"));
  CHECK(holds(page, "  Total counted: 90,000\n"));
  const Json answer = Json::parse(report_forecast({example::book()}, example::date("2026-04-30"),
                                                  example::date("2026-12-31"), json))["issuers"][0];
  CHECK(answer["forecast"].size() == 1);
  CHECK(answer["rights_to_acquire"]["total"] == "50000");  // one day earlier it is out of reach
}

TEST_CASE("without a book a page says so and JSON holds an empty list") {
  CHECK(report_holdings({}, table) ==
        "Holdings: nothing was known of whom you ask for by that date.\n");
  CHECK(Json::parse(report_history({}, json))["issuers"].empty());
}

TEST_CASE("bytes that are not UTF-8 do not break JSON") {
  IssuerBook book = example::book();
  book.history.accounts[0].security_title = "Common \xff Stock";
  const Json document = Json::parse(report_holdings({book}, json));
  CHECK(document["issuers"][0]["holdings"][0]["account"]["security_title"] ==
        "Common \xEF\xBF\xBD Stock");
}
