// Versions: one filing can come more than once, and its rows happened once.
//
//   entry 4: a form printed from 0001104659-21-012345    entry 9: the XML of the same filing
//     entry 9 posts its rows; entry 4 stays in the journal and posts none
//
// 1. Claims are versions of one filing where they share the accession number, or where at least one
//    of two has none, they tell the same and their dates do not contradict one another: bare XML
//    and the submission that holds it; the quarterly tables, but for what they cut; a printed page,
//    as far as it shows (printed_likeness.h).
// 2. The best version posts: XML before a printed page as HTML, this before the SEC's quarterly
//    tables, these before a page as text; whole tables before those that lack a table or a line;
//    then the one that tells the accession number, then the acceptance time or the filing date; of
//    equals the one with more content.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "journal/claim.h"

namespace stakebook {

// Entry of a version that posts nothing -> entry of the one that stands for it.
std::map<std::int64_t, std::int64_t> superseded_versions(const std::vector<Claim>& claims);

}  // namespace stakebook
