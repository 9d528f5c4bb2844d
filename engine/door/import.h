// Files into the journal, batch by batch, by one writer.
#pragma once

#include <string>
#include <vector>

#include "door/read_ahead.h"
#include "stakebook.h"

namespace stakebook::door {

ImportReport import_files(Journal& journal, const std::vector<std::string>& paths,
                          const ImportOptions& options);
ImportReport import_document(Journal& journal, ReadFile file);

}  // namespace stakebook::door
