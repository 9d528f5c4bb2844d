// What the SEC's quarterly tables say otherwise than the document that they were made from.
//
//   entry 3: the tables, transaction_price_per_share 16.9    entry 7: the XML, 16.9035
//     tables-rounded at 3.I.1: transaction_price_per_share is 16.9, cut from 16.9035 of 7.I.2
//
// 1. Rows are aligned by what they say, as the tables' order need not be the document's.
// 2. An amount that is the document's cut or rounded to two decimals is a note; anything else that
//    differs is a warning.
// 3. No difference: fields that the data set has no column for, a box that is absent in one and not
//    ticked in the other, upper and lower case, a year that was typed with two digits in both.
#pragma once

#include "journal/claim.h"

namespace stakebook {

bool is_of_tables(const Claim& claim);  // a filing

// Of two versions of one filing, the first read from quarterly tables. Places are the first's.
Diagnostics tables_differences(const Claim& tables, const Claim& document);

}  // namespace stakebook
