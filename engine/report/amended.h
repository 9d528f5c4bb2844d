// The rows that amendments replaced, took back or repeated: shown beside what stands in their
// place, since nothing is deleted.
//
//   1.I.1, P acquisition of 2024-04-30, +1,000 = 5,000: replaced by 2.I.1
#pragma once

#include <string>
#include <vector>

#include "report/node.h"
#include "report/text_table.h"

namespace stakebook {

// By date; up to the question's `on`.
std::vector<const AmendedRow*> amended_rows_of(const IssuerBook& book, std::int32_t account);
Node node_of_amended(const IssuerBook& book);
// Under a heading of its own; nothing where no row was replaced or taken back.
void add_amended_lines(Page& page, const IssuerBook& book);

// "replaced by 2.I.1", "taken back by 2", "repeats 1.I.1".
std::string described(const RowEffect& effect);

}  // namespace stakebook
