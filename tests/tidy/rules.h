// The house rules, one function each: what of a file breaks the rule. Empty where nothing does.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "source_file.h"

namespace stakebook::tidy {

// engine/: a folder includes only itself and the folders above it (docs/architecture.md).
Findings steps_up_the_staircase(const SourceFile& file);
// engine/ and cli/: a third-party header stands only in the folder that it is chosen for, and only
// in a .cpp file.
Findings third_party_headers_astray(const SourceFile& file);
// engine/: no floating point, except where it is deleted.
Findings floating_point(const SourceFile& file);
// engine/: nothing that asks the clock, the environment or the locale.
Findings ambient_state(const SourceFile& file);
// Code: lines to 100 columns, files to 400 lines.
Findings sizes(const SourceFile& file);
// engine/ and cli/: functions to 70 lines.
Findings long_functions(const SourceFile& file);
// engine/: a header opens with a comment of at most 15 lines, then #pragma once.
Findings header_openings(const SourceFile& file);
// Every text: no path of the machine that it was written on.
Findings machine_paths(const SourceFile& file);
// Markdown: a relative link leads to a file that is there.
Findings dead_links(const SourceFile& file, bool (*exists)(const std::string& path));
// Every name stands in `document`, between characters that cannot belong to a name.
Findings undocumented(const std::set<std::string>& names, const std::string& document_path,
                      std::string_view document);

// The options that a command-line source names: "--owner", "--known".
std::set<std::string> options_named(const SourceFile& file);
// The stable codes that an engine source names: lower-case, hyphenated string literals.
std::set<std::string> codes_named(const SourceFile& file);

// What of the project's top level does not belong there.
Findings strangers_at_the_top(const std::vector<std::string>& names);

}  // namespace stakebook::tidy
