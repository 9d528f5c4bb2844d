// A history of which the truth is known: claims, and which of their rows are of one line.
//
//   line_of[12.I.3] = 0      row 3 of entry 12 is of line 0, whoever asks
//
// Facts for the naive auditor are read off the rows as they were filed, without the engine.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "support/claims.h"
#include "support/naive_auditor.h"

namespace truth {

using stakebook::Claim;
using stakebook::Date;
using stakebook::Filing;
using stakebook::Part;
using stakebook::Reference;
using stakebook::Row;
using stakebook::Shares;

struct History {
  std::vector<Claim> claims;
  std::map<Reference, int> line_of;
  std::vector<std::int64_t> amended;           // an original and its amendment
  std::map<Reference, Reference> repeated_as;  // a row of the original -> of the amendment
};

inline naive::Amount millionths(Shares shares) { return *naive::amount_of(shares.to_text()); }

inline std::vector<Row>& rows_of(Claim& claim, Part part) {
  stakebook::OwnershipDocument& document = stakebook::claims::document_of(claim);
  return part == Part::table_i ? document.table_i : document.table_ii;
}

inline const std::vector<Row>& rows_of(const Claim& claim, Part part) {
  const stakebook::OwnershipDocument& document = claim.filing()->document;
  return part == Part::table_i ? document.table_i : document.table_ii;
}

template <class Claims>
auto& claim_of(Claims& claims, std::int64_t entry) {
  return *std::find_if(claims.begin(), claims.end(),
                       [&](const Claim& claim) { return claim.entry == entry; });
}

inline Row& row_at(std::vector<Claim>& claims, const Reference& place) {
  return rows_of(claim_of(claims, place.entry), place.part)
      .at(static_cast<std::size_t>(place.number - 1));
}

// Calls visit(place, row) for every row of a filing.
template <class Visitor>
void for_each_row(const Claim& claim, Visitor&& visit) {
  if (claim.filing() == nullptr) return;
  for (const Part part : {Part::table_i, Part::table_ii}) {
    std::int32_t number = 0;
    for (const Row& row : rows_of(claim, part)) {
      visit(Reference{claim.entry, part, ++number, 0}, row);
    }
  }
}

// A holding is of the last day that its filing speaks of.
inline std::optional<Date> day_of(const Row& row, const Claim& claim) {
  if (row.kind == stakebook::RowKind::transaction) return row.transaction_date.value;
  std::optional<Date> last = claim.filing()->document.period_of_report.value;
  for_each_row(claim, [&](const Reference&, const Row& other) {
    const auto& date = other.transaction_date.value;
    if (date && (!last || *date > *last)) last = date;
  });
  return last;
}

// Signed; absent where the row does not say it plainly.
inline std::optional<Shares> change_of(const Row& row) {
  if (row.kind == stakebook::RowKind::holding) return Shares();
  const auto& letter = row.transaction_acquired_disposed_code.value;
  const auto& amount = row.transaction_shares.value;
  if (!amount || !letter) return std::nullopt;
  if (*letter == "A") return *amount;
  if (*letter == "D") return -*amount;
  return std::nullopt;
}

inline const Date long_ago = *Date::of(1900, 1, 1);

// Of the line. Nothing where a row does not say its day.
inline std::optional<std::vector<naive::Fact>> facts_of(const History& history, int line) {
  std::vector<naive::Fact> facts;
  bool plain = true;
  for (const Claim& claim : history.claims) {
    if (const auto* record = claim.record()) {
      const auto* split = std::get_if<stakebook::RecordedSplit>(&record->body);
      if (split == nullptr || split->ratio.denominator() != 1) return std::nullopt;
      naive::Fact& fact = facts.emplace_back();
      fact.day = record->effective - long_ago;
      fact.split = static_cast<int>(split->ratio.numerator());
      continue;
    }
    for_each_row(claim, [&](const Reference& place, const Row& row) {
      const auto found = history.line_of.find(place);
      if (found == history.line_of.end() || found->second != line) return;
      const auto day = day_of(row, claim);
      plain = plain && day && *day <= claim.known.date;
      if (!plain) return;
      naive::Fact& fact = facts.emplace_back();
      fact.row = place.to_text();
      fact.day = *day - long_ago;
      fact.filed = claim.known.date - long_ago;
      fact.filing = claim.entry;
      if (const auto change = change_of(row)) fact.change = millionths(*change);
      const auto& reported = row.shares_owned_following_transaction.value;
      if (reported) fact.reported = millionths(*reported);
    });
  }
  return plain ? std::optional(facts) : std::nullopt;
}

}  // namespace truth
