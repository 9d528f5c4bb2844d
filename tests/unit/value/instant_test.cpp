#include "value/instant.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace stakebook;

TEST_CASE("an acceptance time is read to the second") {
  CHECK(Instant::parse_compact("20230606213204")->to_text() == "2023-06-06 21:32:04");
  CHECK(Instant::parse_compact("20230606000000")->to_text() == "2023-06-06 00:00:00");
  for (const char* text : {"", "20230606", "2023060621320", "20230606243204", "20230606216004",
                           "20230606213260", "20230631213204", "2023060621320x"}) {
    CAPTURE(text);
    CHECK_FALSE(Instant::parse_compact(text));
  }
}

TEST_CASE("text and instant are each other's reverse") {
  for (const char* text :
       {"2023-06-06 21:32:04", "2023-06-06 00:00:00", "2023-06-06 23:59:59", "2023-06-06"}) {
    CAPTURE(text);
    CHECK(Instant::parse(text)->to_text() == text);
  }
  for (const char* text : {"", "2023-06-06 ", "2023-06-06T21:32:04", "2023-06-06 24:00:00",
                           "2023-06-06 21:32", "2023-06-31", "2023-06-06 21-32-04"}) {
    CAPTURE(text);
    CHECK_FALSE(Instant::parse(text));
  }
}

TEST_CASE("an unknown time counts as the end of its day") {
  std::vector<Instant> instants{
      *Instant::parse("2023-06-07 00:00:00"), *Instant::parse("2023-06-06"),
      *Instant::parse("2023-06-06 23:59:59"), *Instant::parse("2023-06-05")};
  std::sort(instants.begin(), instants.end());
  CHECK(instants[0].to_text() == "2023-06-05");
  CHECK(instants[1].to_text() == "2023-06-06 23:59:59");
  CHECK(instants[2].to_text() == "2023-06-06");
  CHECK(instants[3].to_text() == "2023-06-07 00:00:00");
}

TEST_CASE("an instant is typed with a blank or a T, with or without seconds") {
  for (const char* text : {"2024-05-20 16:30:00", "2024-05-20T16:30:00", "2024-05-20t16:30:00",
                           "2024-05-20T16:30", "2024-05-20 16:30"}) {
    CAPTURE(text);
    REQUIRE(Instant::parse_typed(text));
    CHECK(Instant::parse_typed(text)->to_text() == "2024-05-20 16:30:00");
    CHECK(Instant::parse_typed(text)->to_word() == "2024-05-20T16:30:00");
  }
  CHECK(Instant::parse_typed("2024-05-20")->to_word() == "2024-05-20");
  for (const char* text : {"2024-05-20T", "2024-05-20T16", "2024-05-20T24:00", "2024-05-20_16:30",
                           "2024-05-20T16:30:00Z", "16:30"}) {
    CAPTURE(text);
    CHECK_FALSE(Instant::parse_typed(text));
  }
}
