// "Says who?": the place in the ledger that a figure comes from, short enough to print beside it.
//
//   12               entry 12 of the journal (a filing or a record)
//   12.I.3           row 3 of its table I, in document order, transactions and holdings together
//   12.II.1.exercise_date   one field of a row (the SEC's element name, snake-cased)
//   12.F4            its footnote 4        12.F4.2  the second statement read out of that footnote
//   12.II.1#3        tranche 3 of the grant that this row (or statement) anchors
//   12.I.3@2007-11-20         the balance of that row's account at the end of that day
//   12.I.3@2007-11-20~2007-11-21   ... as known at the end of that day
//   12.I.3@2007-11-20~2007-11-21T16:30:00   ... as known at that time, US Eastern
//
// A text has one spelling: what parses is what to_text() writes ("12.I.03" and "12." do not parse).
// Entry numbers never change, since a journal only grows; so neither does what a reference means.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "value/date.h"
#include "value/instant.h"

namespace stakebook {

enum class Part : std::uint8_t { entry, table_i, table_ii, footnote };

struct Reference {
  std::int64_t entry = 0;
  Part part = Part::entry;
  std::int32_t number =
      0;  // row in the table, or the footnote's number; from 1; 0 for a whole entry
  std::int32_t statement = 0;  // statement within a footnote, from 1; 0 for none

  static std::optional<Reference> parse(std::string_view text);
  std::string to_text() const;
  friend auto operator<=>(const Reference&, const Reference&) = default;
};

// A reference to a figure: a place, and what of it.
struct FigureReference {
  Reference place;
  std::string field;             // empty: the whole row
  std::int32_t tranche = 0;      // from 1; 0: none
  std::optional<Date> on;        // as of (effective)
  std::optional<Instant> known;  // as known

  static std::optional<FigureReference> parse(std::string_view text);
  std::string to_text() const;
  friend auto operator<=>(const FigureReference&, const FigureReference&) = default;
};

// How sure a figure is. Reported: a source states it. Proven: inferred, and an independent witness
// agrees. Plausible: inferred, consistent, without a witness. Unexplained: nothing supports it.
enum class Grade : std::uint8_t { reported, proven, plausible, unexplained };

std::string_view name_of(Grade grade);

}  // namespace stakebook
