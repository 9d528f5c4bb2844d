// What happened: events, derived from claims. Nothing here is stored.
//
//   {disposition, code 'S', account 0, 2007-11-20, change -500, reported following 106,000, 7.I.7}
//
// 1. `change` is signed: more than zero acquired, less than zero disposed. An amount that a source
//    lost is a range bounded by its sign; what solved it, if anything, stands in `inferences`.
// 2. `reported_following` is what the row says was owned afterwards; it plays no part in `change`.
// 3. An event from a holding row or an opening has no change: it states a balance.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "event/account.h"
#include "event/inference.h"
#include "value/instant.h"
#include "value/range.h"

namespace stakebook {

enum class EventKind : unsigned char {
  opening,       // the balance at the start of a day: a record
  holding,       // a balance reported without a transaction
  acquisition,   // P, L, I, J, ... acquired
  disposition,   // S, I, J, ... disposed
  grant,         // A: award by the issuer
  exercise,      // M, X, O
  conversion,    // C
  withholding,   // F: payment of exercise price or tax
  cancellation,  // D in Table II: given up to the issuer
  expiration,    // E, H
  gift,          // G
  inheritance,   // W
  tender,        // U
  voting_trust,  // Z
  split,         // a record: every account of the issuer
};

std::string_view name_of(EventKind kind);

inline constexpr std::int32_t no_account = -1;
inline constexpr std::int32_t no_event = -1;

struct Event {
  EventKind kind = EventKind::holding;
  char code = 0;                      // transaction code as reported; 0 for none
  bool voluntary_early = false;       // form type 5 on a Form 4
  std::int32_t account = no_account;  // into History::accounts; no_account for a split
  Date effective;
  Instant known;
  Reference source;       // the row, or the record's entry
  std::int32_t rank = 0;  // of its claim in the order of knowledge: decides where `known` ties
  ShareRange change = ShareRange::exactly(Shares());
  std::optional<Shares> reported_following;
  std::optional<Money> reported_value_following;  // holdings stated in dollars; no share balance
  bool balance_in_underlying = false;  // Form 3, Table II: the amount counts underlying securities
  std::optional<Price> price;
  std::optional<Price> strike;           // Table II: conversion or exercise price
  std::optional<Shares> underlying;      // Table II: amount of underlying securities of this row
  std::optional<Date> exercisable_from;  // Table II: "Date Exercisable", where a date stands there
  std::optional<Ratio> ratio;            // splits
  std::int32_t paired = no_event;        // the same exercise in the other table
  std::vector<Inference> inferences;

  bool has_change() const {
    return kind != EventKind::opening && kind != EventKind::holding && kind != EventKind::split;
  }
};

// The order of a history: by effective date, within a day as it became known, then by row; a split
// and an opening balance come first, as they hold from the start of their day.
bool happens_before(const Event& a, const Event& b);

}  // namespace stakebook
