// Random terms and grants from a fixed seed; the model beside the engine is plain integer
// arithmetic.
#include <doctest/doctest.h>

#include <random>
#include <vector>

#include "vesting/expansion.h"

using namespace stakebook;

namespace {

constexpr int rounds = 3000;

class Draw {
 public:
  explicit Draw(std::uint64_t seed) : engine_(seed) {}
  int between(int low, int high) {
    return low + static_cast<int>(engine_() % static_cast<std::uint64_t>(high - low + 1));
  }
  bool flip() { return between(0, 1) == 1; }

 private:
  std::mt19937_64 engine_;
};

Date random_date(Draw& draw) { return Date::of(2000, 1, 1)->plus_days(draw.between(0, 12'000)); }

Shares random_grant(Draw& draw) {
  Decimal amount = draw.between(0, draw.flip() ? 300 : 2'000'000);
  // One grant in four has a hidden fraction of a unit.
  if (draw.between(0, 3) == 0) {
    amount += divide(Decimal(draw.between(1, 999)), Decimal(1000), 3, Rounding::exact);
  }
  return Shares(amount);
}

// Parts over a common denominator that sum to 1.
std::vector<Ratio> random_parts(Draw& draw) {
  const int denominator = draw.between(1, 60);
  std::vector<Ratio> parts;
  int left = denominator;
  while (left > 0) {
    const int part = draw.flip() ? 1 : draw.between(1, left);
    parts.emplace_back(part, denominator);
    left -= part;
  }
  return parts;
}

VestingTerms random_terms(Draw& draw) {
  VestingTerms terms;
  terms.anchor = random_date(draw);
  terms.allocation = static_cast<AllocationRule>(draw.between(0, 7));
  terms.day_rule.kind = static_cast<DayRule::Kind>(draw.between(0, 3));
  terms.day_rule.day = draw.between(1, 31);
  const int occurrences = draw.between(1, 60);
  if (draw.flip()) {
    const Ratio cliff(draw.between(1, 9), 10);
    terms.steps.emplace_back(
        DatedStep{terms.anchor.plus_days(draw.between(0, 400)), PartOfGrant{cliff}});
  }
  Series series;
  if (draw.flip()) series.start = terms.anchor.plus_days(draw.between(0, 400));
  series.first_on_start = draw.flip();
  series.period = {draw.between(1, 12), draw.flip() ? Period::Unit::months : Period::Unit::days};
  series.occurrences = occurrences;
  series.cliff_occurrence = draw.between(0, 4);
  if (terms.steps.empty() && draw.flip()) {
    series.portion = PartOfGrant{Ratio(1, occurrences)};
  } else if (draw.flip()) {
    series.portion = PartOfRemainder{Ratio(1, occurrences)};
  } else {
    series.portion = Rest{};
  }
  terms.steps.emplace_back(series);
  return terms;
}

}  // namespace

TEST_CASE("the tranches of random terms sum to the grant, one a date, in order of their dates") {
  Draw draw(20071120);
  int expanded = 0;
  for (int round = 0; round < rounds; ++round) {
    const VestingTerms terms = random_terms(draw);
    const Shares granted = random_grant(draw);
    const Expansion expansion = expand(terms, granted);
    const auto* tranches = std::get_if<std::vector<VestingTranche>>(&expansion);
    // A series may be drawn that starts before the step it follows: that alone is refused.
    if (tranches == nullptr) {
      CHECK(std::get<Inconsistency>(expansion).message ==
            "a step of the remainder lies before a step that it follows");
      continue;
    }
    ++expanded;
    Shares sum;
    for (std::size_t i = 0; i < tranches->size(); ++i) {
      const VestingTranche& tranche = (*tranches)[i];
      sum += tranche.quantity;
      REQUIRE(!tranche.quantity.is_negative());
      REQUIRE((i == 0 || (*tranches)[i - 1].vests < tranche.vests));
      REQUIRE((terms.allocation == AllocationRule::fractional || i + 1 == tranches->size() ||
               tranche.quantity.amount().is_integer()));
    }
    REQUIRE(sum == granted);
  }
  CHECK(expanded > rounds / 2);
}

TEST_CASE("the cumulative rules stay within one share of the exact cumulative entitlement") {
  Draw draw(67601);
  for (int round = 0; round < rounds; ++round) {
    const std::vector<Ratio> parts = random_parts(draw);
    const Shares granted = random_grant(draw);
    for (const AllocationRule rule :
         {AllocationRule::cumulative_rounding, AllocationRule::cumulative_round_down,
          AllocationRule::fractional}) {
      const auto amounts = allocate(granted, parts, rule);
      Ratio fraction;
      Decimal vested;
      for (std::size_t i = 0; i < parts.size(); ++i) {
        fraction = fraction + parts[i];
        vested += amounts[i].amount();
        const Decimal exact = fraction.of(granted.amount(), 12, Rounding::floor);
        REQUIRE(absolute(vested - exact) < Decimal(1));
        // Rounding down never vests a share before it is earned.
        REQUIRE((rule == AllocationRule::cumulative_rounding || vested <= exact));
      }
      REQUIRE(vested == granted.amount());
    }
  }
}

TEST_CASE("the loaded rules give each tranche its share rounded down, and at most one more") {
  Draw draw(16444);
  for (int round = 0; round < rounds; ++round) {
    const std::vector<Ratio> parts = random_parts(draw);
    const Shares granted(Decimal(draw.between(0, 100'000)));
    const auto front = allocate(granted, parts, AllocationRule::front_loaded);
    const auto back = allocate(granted, parts, AllocationRule::back_loaded);
    const auto single = allocate(granted, parts, AllocationRule::front_loaded_to_single_tranche);
    bool front_ended = false;
    bool back_began = false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const Decimal least = parts[i].of(granted.amount(), 0, Rounding::floor);
      const Decimal front_extra = front[i].amount() - least;
      const Decimal back_extra = back[i].amount() - least;
      REQUIRE((front_extra == Decimal(0) || front_extra == Decimal(1)));
      REQUIRE((back_extra == Decimal(0) || back_extra == Decimal(1)));
      // The extra shares are a prefix, or a suffix.
      if (front_extra.is_zero()) front_ended = true;
      REQUIRE((!front_ended || front_extra.is_zero()));
      if (!back_extra.is_zero()) back_began = true;
      REQUIRE((!back_began || !back_extra.is_zero()));
      REQUIRE((i == 0 || single[i].amount() == least));
    }
  }
}

TEST_CASE(
    "a step's day is the anchor's day or the last of its month, and never depends on other steps") {
  Draw draw(831);
  for (int round = 0; round < rounds; ++round) {
    const Date start = random_date(draw);
    const Period period{draw.between(1, 12), Period::Unit::months};
    Date before = start;
    for (int i = 1; i <= 40; ++i) {
      const Date clamped = step_date(start, period, i, DayRule{});
      REQUIRE(before < clamped);
      before = clamped;
      REQUIRE((clamped.day() == start.day() ||
               (clamped.day() < start.day() && clamped == clamped.last_day_of_month())));
      const int months = start.year() * 12 + start.month() - 1 + i * period.length;
      REQUIRE(clamped.year() * 12 + clamped.month() - 1 == months);
      const Date last = step_date(start, period, i, {DayRule::Kind::last_day_of_month, 0});
      REQUIRE(last == clamped.last_day_of_month());
      const int fixed = draw.between(1, 31);
      const Date on_day = step_date(start, period, i, {DayRule::Kind::fixed_day_or_last, fixed});
      REQUIRE(on_day.day() == std::min(fixed, last.day()));
      REQUIRE(on_day.month() == clamped.month());
      const Date next = step_date(start, period, i, {DayRule::Kind::anchor_day_or_next, 0});
      REQUIRE((next == clamped || (next.day() == 1 && next == last.plus_days(1))));
    }
  }
}
