#include <doctest/doctest.h>

#include <string>

#include "value/text.h"
#include "vesting/date_words.h"
#include "vesting/number_words.h"
#include "vesting/token.h"

using namespace stakebook;
using namespace stakebook::language;

namespace {

std::string words(std::string_view text) {
  std::string result;
  for (const Token& token : tokenize(text)) result += (result.empty() ? "" : "|") + token.text;
  return result;
}

std::string fraction(std::string_view text) {
  const auto tokens = tokenize(text);
  Cursor cursor(tokens);
  const auto read = read_fraction(cursor);
  if (!read) return cursor.position() == 0 ? "none" : "moved";
  return read->value.to_text() + (cursor.at_end() ? "" : " and more");
}

std::string dates(std::string_view text) {
  const auto tokens = tokenize(text);
  Cursor cursor(tokens);
  const auto read = read_date_list(cursor);
  if (!read) return cursor.position() == 0 ? "none" : "moved";
  std::string result;
  for (const Date date : read->dates) result += (result.empty() ? "" : " ") + date.to_text();
  for (const MonthDay day : read->yearly) {
    result +=
        (result.empty() ? "" : " ") + std::to_string(day.month) + "/" + std::to_string(day.day);
  }
  return result + (cursor.at_end() ? "" : " then " + cursor.peek().text);
}

}  // namespace

TEST_CASE("a text is words, numbers and signs, and every token knows where it stands") {
  CHECK(words("One-third of 14,286 RSU\xE2\x80\x99s vest; 1/48th on 7/28/22.") ==
        "one|third|of|14286|rsu|vest|;|1|/|48|on|7|/|28|/|22|.");
  const std::string text = "The owners' \xE2\x80\x9CPlan\xE2\x80\x9D grants 33.3% (1,000).";
  for (const Token& token : tokenize(text)) {
    const std::string_view source = std::string_view(text).substr(token.begin, token.length);
    if (token.kind == Token::Kind::word) CHECK(lowered(source).starts_with(token.text));
    if (token.text == "1000") CHECK(source == "1,000");
  }
  CHECK(words("the owners' units") == "the|owners|units");
  CHECK(words("on the1st day") == "on|the|1|day");
  CHECK(tokenize("").empty());
}

TEST_CASE("only a comma before exactly three digits groups a number") {
  CHECK(words("March 31,2008") == "march|31|,|2008");
  CHECK(words("1,234,567.5 units") == "1234567.5|units");
}

TEST_CASE("an abbreviation does not end a sentence") {
  const auto tokens = tokenize(
      "Granted by Example Inc. under its plan on Feb. 14, 2024. It vests on 3/1/25. 25% is held.");
  CHECK(sentences(tokens).size() == 3);
  CHECK(sentences(tokenize("No. 5 of Mr. Smith's grants")).size() == 1);
}

TEST_CASE("a pattern reads its words, any of several, or none where it may be missing") {
  const auto tokens = tokenize("on the grant date");
  Cursor cursor(tokens);
  CHECK(!cursor.accept("on grant date"));
  CHECK(cursor.position() == 0);
  CHECK(cursor.accept("upon|on of? the? grant|award day|date"));
  CHECK(cursor.at_end());
}

TEST_CASE("fractions in words, in digits, as percentages and as mixed percentages") {
  CHECK(fraction("1/48th") == "1/48");
  CHECK(fraction("one-third") == "1/3");
  CHECK(fraction("two thirds") == "2/3");
  CHECK(fraction("three quarters") == "3/4");
  CHECK(fraction("one half") == "1/2");
  CHECK(fraction("One forty-eighth (1/48th)") == "1/48");
  CHECK(fraction("Twenty-five percent (25%)") == "1/4");
  CHECK(fraction("33-1/3%") == "1/3");
  CHECK(fraction("33 1/3%") == "1/3");
  CHECK(fraction("6.25%") == "1/16");
  CHECK(fraction("33%") == "33/100");
  CHECK(fraction("100%") == "1");
}

TEST_CASE("what is no fraction is not read as one") {
  CHECK(fraction("1/15/2024") == "none");
  CHECK(fraction("first") == "none");
  CHECK(fraction("three equal") == "none");
  CHECK(fraction("250% of target") == "none");
  CHECK(fraction("one-third (1/4)") == "none");  // it contradicts itself
}

TEST_CASE("dates in the shapes that footnotes use") {
  CHECK(dates("March 31, 2008") == "2008-03-31");
  CHECK(dates("Feb. 14th, 2024") == "2024-02-14");
  CHECK(dates("7/28/22") == "2022-07-28");
  CHECK(dates("03/29/2019") == "2019-03-29");
  CHECK(dates("2018-03-28") == "2018-03-28");
  CHECK(dates("15 May 2020") == "2020-05-15");
  CHECK(dates("5/1/99") == "1999-05-01");
}

TEST_CASE("lists of dates share their years and their days") {
  CHECK(dates("August 27, 2015, 2016 and 2017") == "2015-08-27 2016-08-27 2017-08-27");
  CHECK(dates("March 31 and September 30, 2008") == "2008-03-31 2008-09-30");
  CHECK(dates("March 1 in the years 2025-2027") == "2025-03-01 2026-03-01 2027-03-01");
  CHECK(dates("March 4th of each of 2021, 2022 and 2023") == "2021-03-04 2022-03-04 2023-03-04");
  CHECK(dates("February 27 and August 27 of 2021 and 2022") ==
        "2021-02-27 2021-08-27 2022-02-27 2022-08-27");
  CHECK(dates("1/15/2024, 1/15/2025, and 1/15/2026") == "2024-01-15 2025-01-15 2026-01-15");
  CHECK(dates("May 25, August 25 and November 25") == "5/25 8/25 11/25");
}

TEST_CASE("a list ends before what is not a date") {
  CHECK(dates("March 31, 2008, and options") == "2008-03-31 then ,");
  CHECK(dates("March 31, 2008 and 2,000 shares") == "2008-03-31 then and");
  CHECK(dates("March 31, 2008, 2010 shares") == "2008-03-31 then ,");
  CHECK(dates("may vest") == "none");
  CHECK(dates("February 30, 2021") == "none");
  CHECK(dates("13/40/2021") == "none");
}
