// EDGAR's own indexes: they give bare XML what it does not hold. The content decides, not the name.
//
//   CIK0000001234.json          submissions of a filer, and its older pages      submission_list.h
//   index.json                  the files of one filing's folder                 submission_list.h
//   master.idx, form.idx, ...   all filings of a quarter or a day                full_index.h
//
// Only Forms 3, 4 and 5 and their amendments become listings; the other forms are passed over.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "journal/listing.h"

namespace stakebook::door {

using Listings = std::vector<Listing>;

// nullopt where the bytes are no index; empty where it lists no ownership form.
std::optional<Listings> read_edgar_index(std::string_view bytes);

// The most bytes that a document may have which begins so: an index may be larger than a filing.
std::size_t document_bytes_max(std::string_view head, std::size_t filing_bytes_max);
constexpr std::size_t index_bytes_max = 128U << 20;

}  // namespace stakebook::door
