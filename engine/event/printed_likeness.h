// Whether a printed page shows the very filing that a better source holds.
//
//   page without a number: P 1,000 of Common Stock -> 5,000, signed 2024-05-02
//   form4.xml of the same period: the same rows, owners and signatures        one filing
//   form4.xml of the same period: P 1,000 -> 5,100                            two filings
//
// 1. A page shows less than was filed, so what it lacks contradicts nothing; what it shows must be
//    what the document holds, row by row in the same order.
// 2. Each row must show what it is of and an amount where the document has one: a page that lost
//    its amounts is like too many filings.
#pragma once

#include "filing/document.h"

namespace stakebook {

bool shows_the_same(const OwnershipDocument& page, const OwnershipDocument& document);

}  // namespace stakebook
