// Files into the journal, batch by batch, by one writer; readers work ahead of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "filing/reader.h"
#include "stakebook.h"

namespace stakebook::door {

// `ledger` is the journal's file, which an import of the folder around it must not touch.
ImportReport import_files(Journal& journal, const std::string& ledger,
                          const std::vector<std::string>& paths, const ImportOptions& options);
// The same without writing; `journal` is nullptr where there is no ledger yet.
ImportReport preview_files(const Journal* journal, const std::string& ledger,
                           const std::vector<std::string>& paths, const ImportOptions& options);
ImportReport import_document(Journal& journal, std::string_view bytes, std::string_view source);

}  // namespace stakebook::door
