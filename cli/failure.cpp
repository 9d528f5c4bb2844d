#include "failure.h"

#include "exit_code.h"

namespace stakebook::cli {
namespace {

// "  at a place"; further lines of the text stand under the first.
std::string led(std::string_view lead, std::string_view text) {
  if (text.empty()) return "";
  std::string line(lead);
  for (const char c : text) {
    line += c;
    if (c == '\n') line.append(lead.size(), ' ');
  }
  return line + '\n';
}

void print(const std::string& message, const std::string& place, const std::string& remedy) {
  write_error(led("stakebook: ", message) + led("  at ", place) + led("  try: ", remedy));
}

int exit_code_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::invalid_input:
    case ErrorKind::not_found:
    case ErrorKind::ambiguous: return exit_code::usage;
    case ErrorKind::storage: return exit_code::storage;
    case ErrorKind::busy: return exit_code::busy;
    case ErrorKind::damaged:
    case ErrorKind::newer_format: return exit_code::damaged;
    case ErrorKind::arithmetic: return exit_code::unexpected;
  }
  return exit_code::unexpected;
}

}  // namespace

int tell(const UsageError& error) {
  print(error.what(), "", error.remedy());
  return exit_code::usage;
}

int tell(const Error& error) {
  print(error.what(), error.place(), error.remedy());
  return exit_code_of(error.kind());
}

int tell(const OutputFailed& failed) {
  // Whoever closed the pipe has what he wants.
  if (failed.reader_gone) return exit_code::reader_gone;
  print("cannot write the answer: " + failed.reason, "standard output", "");
  return exit_code::storage;
}

int tell_unexpected(std::string_view what) {
  print("an error in stakebook itself: " + std::string(what), "",
        "report it with the command line; the ledger is as it was before the command");
  return exit_code::unexpected;
}

}  // namespace stakebook::cli
