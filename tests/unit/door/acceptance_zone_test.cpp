#include "door/acceptance_zone.h"

#include <doctest/doctest.h>

using namespace stakebook;
using namespace stakebook::door;

namespace {

StatedAcceptance stated(const char* text, const char* filed) { return {text, Date::parse(filed)}; }

std::string read(const StatedAcceptance& one, const std::vector<StatedAcceptance>& others = {}) {
  std::vector<StatedAcceptance> all = others;
  all.push_back(one);
  const auto instant = AcceptanceZone(all).eastern(one);
  return instant ? instant->to_text() : "cannot tell";
}

// 5 January 2024 is a Friday. Read in one way only:
const StatedAcceptance night = stated("2024-01-06T01:30:00.000Z", "2024-01-05");
const StatedAcceptance late = stated("2024-01-04T23:10:00.000Z", "2024-01-04");
const StatedAcceptance morning = stated("2024-01-05T07:30:00.000Z", "2024-01-05");
const StatedAcceptance early = stated("2024-01-04T09:59:59.000Z", "2024-01-04");
// In both:
const StatedAcceptance evening = stated("2024-01-05T18:41:25.000Z", "2024-01-05");

}  // namespace

TEST_CASE("a time at which EDGAR is closed in one zone is read in the other") {
  CHECK(read(night) == "2024-01-05 20:30:00");
  CHECK(read(late) == "2024-01-04 18:10:00");
  CHECK(read(morning) == "2024-01-05 07:30:00");
  CHECK(read(early) == "2024-01-04 09:59:59");
  CHECK(read(stated("2024-07-03T01:30:00Z", "2024-07-02")) == "2024-07-02 21:30:00");
}

TEST_CASE("a time that both zones allow is read as the others of its list are") {
  CHECK(read(evening) == "cannot tell");
  CHECK(read(evening, {night, late}) == "2024-01-05 13:41:25");
  CHECK(read(evening, {morning, early}) == "2024-01-05 18:41:25");
}

TEST_CASE("one witness is not enough, and none counts where they contradict one another") {
  CHECK(read(evening, {night}) == "cannot tell");
  CHECK(read(evening, {morning}) == "cannot tell");
  CHECK(read(evening, {night, late, morning, early}) == "cannot tell");
  CHECK(read(night, {morning, early}) == "2024-01-05 20:30:00");
}

TEST_CASE("a time that no zone allows, or without a date or a clock, is not read") {
  CHECK(read(stated("2024-01-06T15:00:00.000Z", "2024-01-05")) == "cannot tell");  // a Saturday
  CHECK(read(stated("2024-01-05T18:41:25.000Z", "2024-01-12")) == "cannot tell");
  CHECK(read(stated("2024-01-06T01:30:00.000Z", "2024-01-04")) == "cannot tell");
  CHECK(read(stated("2024-01-06T01:30:00.000Z", "")) == "cannot tell");
  CHECK(read(stated("2024-01-05", "2024-01-05")) == "cannot tell");
  CHECK(read(stated("2024-01-06T01:30:00-05:00", "2024-01-05")) == "cannot tell");
}

TEST_CASE("a filing of the evening may have the date of the next business day") {
  CHECK(read(stated("2024-01-06T02:10:00.000Z", "2024-01-08")) == "2024-01-05 21:10:00");
}
