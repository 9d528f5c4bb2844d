// Grants and their tranches on a date: what was granted, what has vested, what is left.
//
//   option at 4.25, expires 2016-02-27: remaining 90,000, vested 47,144, unvested 42,856 in three
//   tranches: 14,286 on 2008-03-31, 14,286 on 2008-09-30, 14,284 on 2009-03-31
//
// 1. A figure that a source states has Grade::reported and refers to it; one that follows from
//    terms is graded, with the rule that gave it.
// 2. `is_forecast`: the vesting date lies after the date its source became known, so nobody has
//    reported that it took place.
// 3. Quantities that no source states or forces are ranges or not known; never zero for unknown.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "event/inference.h"
#include "value/date.h"
#include "value/quantity.h"
#include "value/range.h"
#include "vesting/language.h"

namespace stakebook {

struct Figure {
  ShareRange amount;
  Grade grade = Grade::reported;
  FigureReference ref;
  std::vector<Inference> inferences;
};

enum class TrancheState : unsigned char {
  vested,
  vested_within_60_days,  // stated as "vested, or vesting within 60 days": not told apart
  unvested,
  not_stated,
};

std::string_view name_of(TrancheState state);

struct Tranche {
  std::int32_t number = 0;    // from 1, by vesting date
  std::optional<Date> vests;  // absent: vested at an earlier, unknown date, or no schedule given
  Shares quantity;
  TrancheState state = TrancheState::not_stated;  // on the book's date
  bool is_forecast = false;
  Grade grade = Grade::reported;
  FigureReference ref;
};

struct GrantPosition {
  std::int32_t account = -1;          // into History::accounts; -1 where only a footnote states it
  Reference anchor;                   // the row or statement that references name it by
  std::string security;               // "Common Stock Option (Right to Buy)"; a footnote's words
  std::vector<std::int64_t> holders;  // parties
  bool held_by_spouse = false;
  std::optional<Price> strike;
  std::optional<Date> granted_on;
  std::optional<Date> exercisable_from;
  std::optional<Date> expires;
  bool expired = false;  // on the book's date
  Figure granted;
  Figure vested;
  Figure unvested;
  Figure exercised;
  Figure remaining;
  std::vector<Tranche> tranches;
  TermsReading::Outcome terms = TermsReading::Outcome::no_vesting_language;
  std::vector<std::string> notes;  // checks made, what was not understood: sentences for a reader
  bool terms_not_stated = false;   // neither exercise date nor expiration nor schedule is known
};

}  // namespace stakebook
