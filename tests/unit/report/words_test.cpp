#include "report/words.h"

#include <doctest/doctest.h>

#include "example_book.h"

using namespace stakebook;

TEST_CASE("thousands are grouped and decimals are not") {
  CHECK(grouped(*Decimal::parse("1234567.8901")) == "1,234,567.8901");
  CHECK(grouped(*Decimal::parse("-1000")) == "-1,000");
  CHECK(grouped(*Decimal::parse("-100")) == "-100");
  CHECK(grouped(*Decimal::parse("999.5")) == "999.5");
  CHECK(grouped(*Decimal::parse("1000")) == "1,000");
  CHECK(grouped(Decimal(0)) == "0");
}

TEST_CASE("a range says its bounds in words") {
  CHECK(grouped(ShareRange::more_than(Shares(101500))) == "more than 101,500");
  CHECK(grouped(*ShareRange::at_least(Shares()).intersected(ShareRange::less_than(Shares(5000)))) ==
        "at least 0 and less than 5,000");
  CHECK(grouped(ShareRange::unknown()) == "not known");
  CHECK(grouped_change(ShareRange::exactly(Shares(5000))) == "+5,000");
  CHECK(grouped_change(ShareRange::exactly(Shares(-5000))) == "-5,000");
  CHECK(grouped_change(ShareRange::exactly(Shares())) == "0");
}

TEST_CASE("a count agrees with its noun") {
  CHECK(counted(1, "issuer") == "1 issuer");
  CHECK(counted(1200, "entry") == "1,200 entries");
  CHECK(counted(0, "row") == "0 rows");
}

TEST_CASE("a party without a CIK is named by its number") {
  Party party;
  party.id = 12;
  party.name = "Walker Ann";
  CHECK(described(party) == "Walker Ann (#12)");
  party.cik = Cik::parse("4321");
  CHECK(described(party) == "Walker Ann (CIK 0000004321)");
}

TEST_CASE("a filing is described by its form and when it was filed, or else when it was known") {
  Filing filing;
  CHECK(described(filing) == "Filing, date not known");
  filing.document.document_type.value = "4/A";
  filing.document.document_type.presence = Presence::given;
  filing.document.period_of_report.value = Date::of(2025, 3, 3);
  CHECK(described(filing) == "Form 4/A for 2025-03-03");
  filing.submission.accepted = Instant::parse("2025-03-05 16:01:02");
  CHECK(described(filing) == "Form 4/A accepted 2025-03-05 16:01:02");
  filing.submission.filed = Date::of(2025, 3, 5);
  CHECK(described(filing) == "Form 4/A filed 2025-03-05");
}

TEST_CASE(
    "a balance is reported where its last row states it, else as sure as what it follows from") {
  IssuerBook book = example::book();
  Account& account = book.book.accounts[0];
  CHECK(grade_of_balance(account, book.history) == Grade::reported);
  account.postings.back().check = Check::nothing_reported;
  CHECK(grade_of_balance(account, book.history) == Grade::plausible);
  account.postings.back().inferences = {{"some-rule", "", Grade::unexplained, {}}};
  CHECK(grade_of_balance(account, book.history) == Grade::unexplained);
  CHECK(grade_of_balance(Account{}, book.history) == Grade::unexplained);
}

TEST_CASE("a balance is referred to by its account's first row and the question's two dates") {
  IssuerBook book = example::book();
  CHECK(balance_reference(book, book.book.accounts[0]).to_text() == "7.I.1@2025-03-04~2025-03-31");
  book.question = {};
  // Without a date asked for: the day of the account's last row.
  CHECK(balance_reference(book, book.book.accounts[0]).to_text() == "7.I.1@2025-03-04");
  CHECK(balance_reference(book, book.book.accounts[1]).to_text() == "7.I.3@2025-03-03");
}
