// Steps of an explanation that need nothing but the claim: entries, rows, fields, footnotes.
#pragma once

#include "stakebook.h"

namespace stakebook::door {

// The footnote "F<number>", else the one in that place; nullptr where there is none.
const Footnote* footnote_at(const Claim& claim, std::int32_t number);

// The filing's head, or the record with its author and reason.
ExplanationStep entry_step(const Claim& claim);
// What the row is, its fields as filed, the footnotes they cite.
ExplanationStep row_step(const Claim& claim, const Row& row, const Reference& place);
// One field of it. Error(not_found) where a row has no field of that name.
ExplanationStep field_step(const Claim& claim, const Row& row, const FigureReference& ref);
ExplanationStep footnote_step(const Claim& claim, const Footnote& footnote, const Reference& place);

// "entry 12 has 3 rows in Table I and 1 row in Table II".
std::string rows_of(const Claim& claim);
// "Common Stock, transaction S of 2007-11-20".
std::string summary_of(const Row& row);
// The parts of the text, in their order.
std::vector<std::string> quotes_of(const std::string& text, const std::vector<Span>& spans);

}  // namespace stakebook::door
