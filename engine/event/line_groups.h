// The rows of one filing under the same words, grouped into lines: which of them speak of one
// holding, and which of several that the words do not tell apart.
//
//   "Trust" F3 holding 151,188; "Trust" F4 holding 125,737          two lines
//   "See Footnote" F2 S -115,553 -> 1,620,557, F2 S -9,369 -> 0     one line: FF-I's
//   RSU F1 M -554 -> 6,113, F2 M -417 -> 5,834                      two lines: no order chains them
//   RSU F1 M -554 -> 6,113, F2 M -417 -> 5,696                      one line: 6,113 - 417 is 5,696
//
// 1. Rows with the same mark (what their footnotes say of the holder, of derivatives also of
//    exercise and expiration) are one line, but that of several holdings each is its own.
// 2. Rows with other marks are one line only where they chain; so where the words leave the holder
//    to a footnote, and for derivatives. Elsewhere transactions are one line unless two holders are
//    named: one trust's two sales may cite two footnotes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "event/event.h"
#include "event/named_holder.h"

namespace stakebook {

// What a row's footnotes tell of its line.
struct LineMark {
  std::string holder;  // as named_holder.h reads it; empty where nobody is named
  std::string text;    // the footnotes' words, folded

  bool empty() const { return text.empty(); }
  // The same holder where both name one, else the same words.
  bool agrees_with(const LineMark& other) const;
  // Both name a holder, and not the same.
  bool contradicts(const LineMark& other) const;
};

// Whether the row cites a footnote that could tell its line.
bool cites_line_mark(const Row& row);
LineMark line_mark_of(const Row& row, const OwnershipDocument& document, const HolderNames& names);

struct MarkedEvent {
  const Event* event = nullptr;
  const LineMark* mark = nullptr;
  std::size_t index = 0;  // the caller's
};

struct LineGroup {
  std::vector<std::size_t> events;  // the caller's indices
  const LineMark* mark = nullptr;   // of its first row with one
  bool is_holding = false;          // holdings only
  std::optional<Shares> start;      // the balance before its rows, where they tell one
  std::optional<Shares> end;        // and after them
  Shares change;                    // of all of its rows whose amounts are known
  bool changes_known = true;
};

// `rows`: of one filing and one set of words, in document order. `footnotes_tell`: see 2.
std::vector<LineGroup> line_groups_of(const std::vector<MarkedEvent>& rows, bool footnotes_tell);

}  // namespace stakebook
