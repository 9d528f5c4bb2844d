// Something noticed in a source that does not stop it from being read: data, not an error.
//
//   {"year-impossible", Severity::warning, "transactionDate 0022-03-01 is before 1990", "line 40"}
//
// A code is stable, lower-case and hyphenated; docs/reference/diagnostics.md explains each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stakebook {

enum class Severity { note, warning, error };

struct Diagnostic {
  std::string code;
  Severity severity = Severity::warning;
  std::string message;
  std::string place;  // "line 40, column 17", or an element path; empty for the whole document

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

std::string_view name_of(Severity severity);

}  // namespace stakebook
