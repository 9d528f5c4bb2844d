// What the reports of a reconciliation share: how a reported balance and its causes are told.
//
//   standing "proven", mark "green", causes "split"
//
// Marks: green is exact or proven, yellow plausible, red unexplained; grey is what is not checked,
// an opening statement or a balance that is not determined.
#pragma once

#include "report/node.h"
#include "report/text_table.h"

namespace stakebook {

const AccountIdentity& account_of(const IssuerBook& book, const ReconciledBalance& balance);
const Event& event_of(const IssuerBook& book, const ReconciledBalance& balance);

// "exact", "final total", "proven", "plausible", "unexplained", "opens", "not determined".
std::string_view standing_of(const ReconciledBalance& balance);
// "green", "yellow", "red", "grey".
std::string_view mark_of(const ReconciledBalance& balance);
Ink ink_of(const ReconciledBalance& balance);

// The text of a row's field as it was filed; absent where the book has no such field.
std::optional<std::string> filed_text(const IssuerBook& book,
                                      const SuggestedCorrection& correction);
FigureReference reference_of(const SuggestedCorrection& correction);

Node node_of(const IssuerBook& book, const ReconciledBalance& balance);
Node node_of(const ReconciliationSummary& counts);
// In order of strength of proof.
std::vector<Cause> all_causes();

}  // namespace stakebook
