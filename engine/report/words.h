// How reports say things: numbers in groups, ranges, parties, filings, sources.
//
//   grouped(Decimal 1234567.5)                    "1,234,567.5"
//   grouped(more than 101500)                     "more than 101,500"
//   described(party)                              "Foster Matthew (CIK 0001384365)"
//   described(filing)                             "Form 4 filed 2007-11-21"
//
// English, the same everywhere; dates are YYYY-MM-DD.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/answers.h"
#include "value/grouped.h"

namespace stakebook {

std::string grouped(std::int64_t count);
// "+5,000", "-500", "0", "more than 0": a change with its sign.
std::string grouped_change(const ShareRange& change);

// "1 issuer", "12 issuers".
std::string counted(std::int64_t count, std::string_view noun);

// A party with its CIK, or its number where it has none.
std::string described(const Party& party);
// "Tesla, Inc. (TSLA, CIK 0001318605)".
std::string described_issuer(const Party& issuer);
// Names, joined by "; ". A party that is not of the book is "party #12".
std::string names_of(const IssuerBook& book, const std::vector<PartyId>& holders);

// What the known date of a filing is: "the filing date", "the latest signature, as no source tells
// when it was filed".
std::string_view described(KnownBasis basis);
// "Form 4/A filed 2007-11-21": filed, or where that is not known, as of which date it is known.
std::string described(const Filing& filing);
// "split 5 for 1, recorded by E. Rhode".
std::string described(const Record& record);
// "Form 4 filed 2007-11-21, 0001104659-07-012345, form4.xml".
std::string described_source(const Claim& claim);

// "Common Stock, direct", "Common Stock, indirect: By Spouse.", "Option (Right to Buy) at 4.25,
// expires 2016-02-27, direct".
std::string described(const AccountIdentity& account);

// "the end of 2024-05-20", "2024-05-20 16:30:00 Eastern".
std::string described(const Instant& known);

// "M exercise", "holding", "S disposition".
std::string described(const Event& event);

// "chains", "final total", "gap, unexplained", "opens", "not determined", "".
std::string_view described(Check check);
// The same, and "gap, downstream of amendment 3.I.1" where an amendment explains it.
std::string described(Check check, const std::optional<Reference>& downstream_of);
// Of a gap, the causes that fit best: "split", "split or plan accrual", "unexplained".
std::string described(const std::vector<GapCause>& causes);
// "1,100 is read as 1100 (line 35, column 42)".
std::string described(const Diagnostic& diagnostic);
// "vested", "vested or vesting within 60 days", "unvested", "not stated".
std::string_view described(TrancheState state);
std::string_view described(TermsReading::Outcome outcome);
std::string_view described(ForecastKind kind);

// How sure an account's balance is: reported where its last row states it.
Grade grade_of_balance(const Account& account, const History& history);
// Why it is known: of its last posting and that one's event. The account has postings.
std::vector<Inference> inferences_of_balance(const Account& account, const History& history);
// What `explain` takes for an account's balance as of the question's dates.
FigureReference balance_reference(const IssuerBook& book, const Account& account);
// The row as a figure.
FigureReference row_reference(const Reference& row);

// White space collapsed, control characters shown as '?': text of a filing that may be printed.
std::string printable(std::string_view text);

}  // namespace stakebook
