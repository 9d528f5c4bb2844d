// What all owners of an issuer hold together, and which accounts count once (book/same_shares.h).
#pragma once

#include "report/page.h"

namespace stakebook {

// Nothing where no security has two accounts.
void add_issuer_totals(Page& page, const IssuerBook& book);
// "totals" and "same_shares".
void add_issuer_totals(Node::Members& members, const IssuerBook& book);

}  // namespace stakebook
